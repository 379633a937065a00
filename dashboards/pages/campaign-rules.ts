import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { foldBars } from "../components/fold.ts";
import { nameOf, valueName } from "../components/names.ts";
import { groupBy, sumOf } from "../figures.ts";

/** A row of metrics.campaign_credits_by_rule. */
export interface RuleRow {
  readonly rule: string;
  readonly campaign_id: string;
  readonly name: string;
  readonly channel: string;
  readonly is_chosen: boolean;
  readonly order_count: number;
  readonly uncontested_amount: number;
  readonly net_amount: number;
}

interface Compared {
  readonly id: string;
  readonly name: string;
  readonly isOrganic: boolean;
  readonly amounts: ReadonlyMap<string, number>;
  readonly lowest: number;
  readonly highest: number;
}

const ruleOrder = ["last_touch", "first_touch", "linear", "time_decay", "position"] as const;

/** Draws what each attribution rule would credit, so that a reader sees how much the rule decides. */
export function ruleComparison(context: PageContext, all: readonly RuleRow[]): HTMLElement {
  const { words, formats, state } = context;
  const channel = state.get("channel");
  const shown = all.filter((row) => row.campaign_id === "organic" || channel === "" || row.channel === channel);
  const rows = compare(context, shown);
  const campaigns = rows.filter((row) => !row.isOrganic);
  const moved = shareMoved(shown);
  const chosen = all.find((row) => row.is_chosen)?.rule;
  const column = columnsFor<Compared>(context);
  const ruleName = (rule: string) =>
    rule === chosen
      ? words.campaigns.chosenRule(nameOf(words.campaigns.rules, rule))
      : nameOf(words.campaigns.rules, rule);
  return chartCard(context, {
    name: "campaign-rules",
    title:
      moved === null || moved === 0 ? words.campaigns.rulesSame : words.campaigns.rulesTitle(formats.percent(moved)),
    subtitle: words.campaigns.rulesSubtitle,
    rows,
    columns: [
      column.text(words.columns.campaign, (row) => row.name),
      ...ruleOrder.map((rule) => column.money(ruleName(rule), (row) => row.amounts.get(rule) ?? null)),
      column.money(words.campaigns.ruleSpread, (row) => row.highest - row.lowest),
    ],
    ...foldBars(
      context,
      "campaign-rules",
      campaigns.map((row) => ({
        label: row.name,
        action: filterBy(context, "campaign", row.id),
        value: chosen === undefined ? row.highest : (row.amounts.get(chosen) ?? 0),
        text:
          row.lowest === row.highest
            ? formats.moneyShort(row.highest)
            : `${formats.moneyShort(row.lowest)} … ${formats.moneyShort(row.highest)}`,
      })),
    ),
  });
}

function compare(context: PageContext, rows: readonly RuleRow[]): readonly Compared[] {
  const { words } = context;
  return [...groupBy(rows, (row) => row.campaign_id)]
    .map(([campaign, list]): Compared => {
      const amounts = new Map(list.map((row) => [row.rule, row.net_amount]));
      const isOrganic = campaign === "organic";
      return {
        id: campaign,
        name: isOrganic ? words.campaigns.organic : valueName(words, list[0]?.name ?? campaign),
        isOrganic,
        amounts,
        lowest: Math.min(...amounts.values()),
        highest: Math.max(...amounts.values()),
      };
    })
    .sort((left, right) => Number(left.isOrganic) - Number(right.isOrganic) || right.highest - left.highest);
}

/** The share of attributed revenue that stands with another campaign under at least one rule: what is contested. */
function shareMoved(rows: readonly RuleRow[]): number | null {
  const chosen = rows.filter((row) => row.is_chosen && row.campaign_id !== "organic");
  const attributed = sumOf(chosen, (row) => row.net_amount);
  if (attributed === 0) return null;
  return 1 - sumOf(chosen, (row) => row.uncontested_amount) / attributed;
}
