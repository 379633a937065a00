import { barChart, chainSteps, type Step } from "../charts/bars.ts";
import { chartCard } from "../components/chart.ts";
import { leadTo } from "../components/choose.ts";
import type { PageContext } from "../components/context.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { textCard } from "../components/page.ts";
import type { Period } from "../components/period.ts";
import { foldBetween, groupBy, sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import type { View } from "./overview-data.ts";

/** What one value of a dimension sold in two periods, in the reporting currency. */
export interface Change {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

/** What each value of a dimension added to the change of net sales, largest gain first. The parts sum to the whole. */
export function changes({ sales, plan }: View, period: Period, dimension: "region" | "direction"): readonly Change[] {
  if (period.comparison === "plan") return dimension === "region" ? gaps(plan, period) : [];
  if (period.compare === undefined) return [];
  const key = (row: View["sales"][number]) => row[dimension];
  const now = groupBy(within(sales, period), key);
  const before = groupBy(within(sales, period.compare), key);
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((name) => {
      const current = sumOf(now.get(name) ?? [], (row) => row.net_amount);
      const earlier = sumOf(before.get(name) ?? [], (row) => row.net_amount);
      return { name, now: current, before: earlier, change: current - earlier };
    })
    .sort((left, right) => right.change - left.change);
}

/** What each region is above or below its plan, where the plan is split by region. */
function gaps(plan: View["plan"], period: Period): readonly Change[] {
  const planned = within(plan, period).filter((row) => row.has_region);
  return [...groupBy(planned, (row) => row.region)]
    .flatMap(([name, rows]): Change[] => {
      const found = attainmentOf(rows);
      return found === undefined ? [] : [{ name, now: found.actual, before: found.plan, change: found.gap }];
    })
    .sort((left, right) => right.change - left.change);
}

/** Bars drawn from either end; what lies between is one bar. */
const barsEachEnd = 8;

/** Draws what each value of a dimension added to the change of net sales, or to the gap to plan. */
export function changeBy(
  context: PageContext,
  view: View,
  period: Period,
  dimension: "region" | "direction",
): HTMLElement {
  const { words, formats } = context;
  const rows = changes(view, period, dimension);
  const isAgainstPlan = period.comparison === "plan";
  const subtitle = isAgainstPlan
    ? words.overview.planGapSubtitle(words.dimensions[dimension])
    : words.overview.changeSubtitle(words.dimensions[dimension]);
  if (isAgainstPlan && rows.length === 0) return textCard(subtitle, words.overview.planGapNone);
  const total = sumOf(rows, (row) => row.change);
  const best = rows[0];
  const worst = rows.at(-1);
  const title =
    best === undefined || worst === undefined
      ? words.overview.changeNone
      : (isAgainstPlan ? words.overview.planGapTitle : words.overview.changeTitle)(
          formats.moneyChange(total),
          total >= 0 ? valueName(words, best.name) : valueName(words, worst.name),
          formats.moneyChange(total >= 0 ? best.change : worst.change),
        );
  const whole = {
    label: words.tables.total,
    value: total,
    text: formats.moneyChange(total),
    color: "var(--plan)",
    isWhole: true,
  };
  return chartCard(context, {
    name: `change-by-${dimension}`,
    title,
    subtitle,
    rows,
    columns: [
      { title: words.dimensions[dimension], value: (row) => row.name, show: (row) => valueName(words, row.name) },
      { title: words.columns.now, value: (row) => row.now, show: (row) => formats.money(row.now), isNumber: true },
      {
        title: isAgainstPlan ? words.metrics.plan : words.columns.before,
        value: (row) => row.before,
        show: (row) => formats.money(row.before),
        isNumber: true,
      },
      {
        title: isAgainstPlan ? words.metrics.gap : words.columns.change,
        value: (row) => row.change,
        show: (row) => formats.money(row.change),
        isNumber: true,
      },
    ],
    draw: (width) => barChart(chainSteps([...changeSteps(context, rows, dimension), whole]), width),
  });
}

function changeSteps(
  context: PageContext,
  changed: readonly Change[],
  dimension: "region" | "direction",
): readonly Step[] {
  const { words, formats } = context;
  return foldBetween(changed, barsEachEnd, barsEachEnd).map(({ only, rows }): Step => {
    const change = sumOf(rows, (row) => row.change);
    return {
      label:
        only === undefined
          ? words.charts.others(formats.integer(rows.length), rows.length)
          : valueName(words, only.name),
      action: only && leadTo(context, "sales", dimension, only.name),
      value: change,
      text: formats.moneyChange(change),
      color: change < 0 ? "var(--down)" : "var(--up)",
    };
  });
}
