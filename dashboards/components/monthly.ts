import { readRows } from "../data.ts";
import type { KpiRow, ManagerRow } from "../rows.ts";
import type { PageContext } from "./context.ts";
import { nameOf, valueName } from "./names.ts";
import { compareText, findCoverage, trendPoints } from "./page.ts";
import { type Coverage, isWithin, type Period, type Range } from "./period.ts";

/** What pages of monthly figures share: the months there are, and who the managers are. */
export interface Monthly {
  readonly coverage: Coverage | undefined;
  /** The month that is not over yet. */
  readonly incomplete: string | undefined;
  readonly managers: Readonly<Record<string, string>>;
}

/** Reads the months covered and the names of managers. */
export async function readMonthly(context: PageContext): Promise<Monthly> {
  const { files, snapshot } = context;
  const kpi = await readRows<KpiRow>(files.kpi);
  return {
    coverage: findCoverage(kpi, snapshot.fiscalYearStartMonth),
    incomplete: kpi.find((row) => !row.is_complete)?.month,
    managers: await readManagers(context),
  };
}

/** Reads the names of managers. */
export async function readManagers({ files }: PageContext): Promise<Monthly["managers"]> {
  const managers = await readRows<ManagerRow>(files.managers);
  return Object.fromEntries(managers.map((row) => [row.manager_id, row.name]));
}

/** Names a manager; one nobody describes stands by the key. */
export function managerName(context: PageContext, managers: Monthly["managers"], id: string): string {
  return nameOf(managers, valueName(context.words, id));
}

/** Keeps the rows of a range of months, or of days where `month` is a day; no range, no rows. */
export function within<Row extends { readonly month: string }>(
  rows: readonly Row[],
  range: Range | undefined,
): readonly Row[] {
  return range === undefined ? [] : rows.filter((row) => isWithin(row.month, range));
}

/** Works a figure out for the period, for what it is compared with, and for each recent month or day. */
export function figureOver<Value>(
  context: PageContext,
  period: Period,
  coverage: Coverage,
  figure: (range: Range) => Value,
) {
  return {
    value: figure(period),
    before: period.compare === undefined ? undefined : figure(period.compare),
    comparedWith: compareText(context, period),
    trend: trendPoints(period, coverage).map((point) => figure({ from: point, to: point })),
  };
}
