import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, filterBar } from "../components/filters.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import { shareOf, sumOf } from "../figures.ts";
import { type ArmRow, armSection } from "./campaign-arms.ts";
import { type BalanceRow, balanceSection } from "./campaign-balance.ts";
import { effectCard, funnelCard, returnCard } from "./campaign-charts.ts";
import { type CampaignRow, isMeasured, isProven } from "./campaign-data.ts";
import { incrementalCard } from "./campaign-incremental.ts";
import { campaignKpis } from "./campaign-kpis.ts";
import { type RuleRow, ruleComparison } from "./campaign-rules.ts";
import { campaignTable } from "./campaign-table.ts";

/** Draws campaigns: what they cost, what is attributed to them, and what they really changed. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const campaigns = [...(await readRows<CampaignRow>(files.campaigns))].reverse();
  if (campaigns.length === 0) return { draw: () => emptyPage(context) };
  const rules = await readRows<RuleRow>(files["campaign-rules"]);
  const arms = await readRows<ArmRow>(files["campaign-arms"]);
  const balance = await readRows<BalanceRow>(files["campaign-balance"]);
  const names = new Map(campaigns.map((row) => [row.campaign_id, row.name]));
  const choices = () => [
    choiceOf(
      context,
      "channel",
      words.columns.channel,
      campaigns.map((row) => row.channel),
      (value) => nameOf(words.channels, valueName(words, value)),
    ),
    choiceOf(
      context,
      "year",
      words.columns.year,
      campaigns.flatMap((row) => (row.start_date === null ? [] : [row.start_date.slice(0, 4)])),
      context.formats.digits,
    ),
    choiceOf(context, "campaign", words.columns.campaign, names.keys(), (value) => names.get(value) ?? value),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, { campaigns, rules, arms, balance }) };
}

interface Data {
  readonly campaigns: readonly CampaignRow[];
  readonly rules: readonly RuleRow[];
  readonly arms: readonly ArmRow[];
  readonly balance: readonly BalanceRow[];
}

function draw(context: PageContext, { campaigns, rules, arms, balance }: Data): readonly Node[] {
  const { state, words } = context;
  const channel = state.get("channel");
  const year = state.get("year");
  const isChosen = (row: { readonly channel: string; readonly start_date: string | null }) =>
    (channel === "" || row.channel === channel) && (year === "" || row.start_date?.startsWith(year) === true);
  const campaign = state.get("campaign");
  const isOfCampaign = (row: { readonly campaign_id: string }) => campaign === "" || row.campaign_id === campaign;
  const ofChannel = campaigns.filter(isChosen);
  const rows = ofChannel.filter(isOfCampaign);
  if (rows.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, rows), words.campaigns.scope),
    campaignKpis(context, rows),
    columns(effectCard(context, ofChannel), returnCard(context, ofChannel)),
    ...incrementalCard(context, ofChannel),
    columns(unfiltered(context, ["year"], ruleComparison(context, rules)), funnelCard(context, rows)),
    ...armSection(
      context,
      arms.filter((row) => isChosen(row) && isOfCampaign(row)),
    ),
    ...balanceSection(
      context,
      balance.filter((row) => isChosen(row) && isOfCampaign(row)),
    ),
    campaignTable(context, rows),
  ];
}

function summarize(context: PageContext, rows: readonly CampaignRow[]): string {
  const { words, formats } = context;
  const measured = rows.filter(isMeasured);
  const costed = rows.filter((row) => row.cost_amount !== null);
  const roas = shareOf(costed, "attributed_amount", "cost_amount");
  const attributed = sumOf(rows, (row) => row.attributed_amount);
  const controlled = rows.filter((row) => row.incremental_amount !== null);
  const parts = [
    words.campaigns.attributedSentence(
      formats.moneyShort(attributed),
      roas === null ? undefined : formats.decimal(roas),
      costed.length === rows.length,
    ),
  ];
  if (controlled.length > 0)
    parts.push(
      words.campaigns.incrementalSentence(formats.moneyShort(sumOf(controlled, (row) => row.incremental_amount))),
    );
  parts.push(words.campaigns.proven(measured.filter(isProven).length, measured.length, formats));
  return parts.join(" ");
}
