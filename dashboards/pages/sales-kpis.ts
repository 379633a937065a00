import { againstPlan, withoutPlan } from "../components/against-plan.ts";
import type { PageContext } from "../components/context.ts";
import { endForecast, type ForecastMonth } from "../components/end-forecast.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, within } from "../components/monthly.ts";
import { kpiRow } from "../components/page.ts";
import type { Coverage, Period, Range } from "../components/period.ts";
import { shareOf, sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import type { SalesView } from "./sales-data.ts";

/** Works out the figures of the top row. */
export function salesKpis(
  context: PageContext,
  { view: data, forecast }: { readonly view: SalesView; readonly forecast: readonly ForecastMonth[] },
  period: Period,
  coverage: Coverage,
): HTMLElement {
  const { words, formats } = context;
  const net = (range: Range | undefined) => sumOf(within(data.sales, range), (row) => row.net_amount);
  const margin = (range: Range | undefined) => shareOf(within(data.sales, range), "margin_amount", "costed_amount");
  const rate = (range: Range | undefined) => attainmentOf(within(data.plan, range))?.rate ?? null;
  const gap = (range: Range | undefined) => attainmentOf(within(data.plan, range))?.gap ?? null;
  const over = <Value>(figure: (range: Range) => Value) => figureOver(context, period, coverage, figure);
  const attainment = attainmentOf(within(data.plan, period));
  const attained = attainment?.rate ?? null;
  const ofPlan = period.unit === "day" ? words.kpi.ofPlanToDate : words.kpi.ofPlan;
  // The plan of days is that of their month so far: no single day has one.
  const alone = {
    before: undefined,
    comparedWith: undefined,
    ...(period.unit === "day" ? { trend: [] } : {}),
    ...(period.preset === "7d" && period.unit === "day" ? { note: words.period.plan.notOfDays } : {}),
  };
  return kpiRow(
    kpiCard(context, {
      ...over(net),
      name: words.metrics.netSales,
      term: "metrics.sales_by_month.net_amount",
      show: formats.moneyShort,
      kind: "amount",
      better: "more",
      target:
        attained === null ? undefined : { value: 1, progress: attained, label: ofPlan(formats.percentWhole(attained)) },
      note: endForecast(context, forecast, period, coverage, net(period)),
      ...againstPlan(context, period, attainment),
    }),
    kpiCard(context, {
      ...over(rate),
      ...(period.unit === "day" ? alone : {}),
      name: words.metrics.attainment,
      term: "metrics.plan_vs_actual.plan_amount",
      show: formats.percent,
      kind: "share",
      better: "more",
    }),
    kpiCard(context, {
      ...over(gap),
      ...alone,
      name: words.metrics.gap,
      term: "metrics.plan_vs_actual.actual_amount",
      show: formats.moneyChange,
      kind: "amount",
      better: "more",
    }),
    kpiCard(context, {
      ...over(margin),
      name: words.metrics.marginRate,
      term: "metrics.sales_by_month.margin_amount",
      show: formats.percent,
      kind: "share",
      better: "more",
      ...withoutPlan(context, period),
    }),
  );
}
