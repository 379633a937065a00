import { type Annotation, readAnnotations } from "../components/annotations.ts";
import type { PageContext } from "../components/context.ts";
import { type Daily, monthShare, readDaily } from "../components/days.ts";
import type { ForecastMonth } from "../components/end-forecast.ts";
import { type LongList, openLongList, readLongList } from "../components/long-list.ts";
import { type Monthly, within } from "../components/monthly.ts";
import type { Period } from "../components/period.ts";
import { readRows } from "../data.ts";
import { filterRows } from "../figures.ts";
import { namesOfPlan, planToDate, type SalesFilter } from "../plan.ts";
import type { PlanRow, SalesRow } from "../rows.ts";
import { findShard } from "../shards.ts";
import { readProducts, type SoldProduct } from "./sales-products.ts";

/** Net sales of a day, as the trend needs them. */
export interface SalesDay {
  readonly day: string;
  readonly region: string;
  readonly direction: string;
  readonly net_amount: number;
}

/** Everything the page of sales is drawn from. */
export interface SalesData extends Omit<Monthly, "coverage"> {
  readonly sales: readonly SalesRow[];
  readonly plan: readonly PlanRow[];
  readonly products: readonly SoldProduct[];
  readonly annotations: readonly Annotation[];
  readonly forecast: readonly ForecastMonth[];
  readonly daily: Daily;
  /** Sales of the days that periods of days are made of; `month` is the day. */
  readonly daySales: LongList<SalesRow & SalesDay>;
  /** Net sales of all days a trend may show, of a manager, or where none is named of all together. */
  readonly trendDays: (manager: string) => LongList<SalesDay>;
}

/** What the parts of the page show: sales and plan of months or, in a period of days, of days. */
export interface SalesView {
  readonly sales: readonly SalesRow[];
  readonly plan: readonly PlanRow[];
  readonly managers: Monthly["managers"];
}

/** Reads the data of the page; sales of days come when they are asked for, where they are many. */
export async function readSales(
  context: PageContext,
  { coverage: _, ...monthly }: Monthly,
): Promise<Omit<SalesData, "coverage">> {
  const { files } = context;
  return {
    sales: await readRows<SalesRow>(files.sales),
    plan: (await readRows<PlanRow>(files.plan)).map(namesOfPlan),
    products: await readProducts(context),
    annotations: await readAnnotations(context),
    forecast: await readRows<ForecastMonth>(files["forecast-months"]),
    daily: await readDaily(context),
    daySales: await readLongList(context, ["sales-days"], async () =>
      (await readRows<SalesRow & SalesDay>(files["sales-days"])).map((row) => ({
        ...row,
        month: row.day,
      })),
    ),
    trendDays: await readTrendDays(context),
    ...monthly,
  };
}

/** Days of fourteen months by manager too would be four times as many: those of one manager come when he is chosen. */
async function readTrendDays(context: PageContext): Promise<SalesData["trendDays"]> {
  const { files } = context;
  const ofAll = await readLongList(context, ["sales-trend-days"], () => readRows<SalesDay>(files["sales-trend-days"]));
  const ofManagers = new Map<string, LongList<SalesDay>>([["", ofAll]]);
  return (manager) => {
    const known = ofManagers.get(manager);
    if (known !== undefined) return known;
    const list = openLongList(context, () => readDaysOf(context, manager));
    ofManagers.set(manager, list);
    return list;
  };
}

async function readDaysOf({ files }: PageContext, manager: string): Promise<readonly SalesDay[]> {
  const rows = await readRows<SalesDay & { readonly manager_id: string }>(
    findShard(files, "sales-manager-days", manager),
  );
  return rows.filter((row) => row.manager_id === manager);
}

/** What a period shows: months as they are; of days the sales, and the plan of the month as far as its working days went. */
export function viewOf(data: SalesData, period: Period): SalesView {
  if (period.unit === "month") return data;
  const sales = data.daySales.rows ?? [];
  return { managers: data.managers, sales, plan: planOfDays(data, sales, period) };
}

/** Keeps what the filters name. */
export function keepSales<View extends SalesView>(view: View, filter: SalesFilter): View {
  return { ...view, sales: filterRows(view.sales, filter), plan: filterRows(view.plan, filter) };
}

function planOfDays(data: SalesData, sales: readonly SalesRow[], period: Period): readonly PlanRow[] {
  const plan = data.plan.filter((row) => row.month === period.from && row.plan_amount !== null);
  const grain = plan[0];
  const share = monthShare(data.daily.days, period.to);
  if (period.preset !== "mtd" || grain === undefined || share === undefined) return [];
  const { has_region, has_manager, has_direction } = grain;
  return planToDate(plan, share, within(sales, period), (row) =>
    namesOfPlan({
      month: period.from,
      has_region,
      has_manager,
      has_direction,
      region: row.region,
      manager_id: row.manager_id,
      direction: row.direction,
      plan_amount: null,
      actual_amount: row.net_amount,
    }),
  );
}
