import { linesChart } from "../charts/lines.ts";
import { matrixChart } from "../charts/matrix.ts";
import { chartCard } from "../components/chart.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import type { CohortRow, CurveRow, RetentionData, SecondOrderRow } from "./retention-data.ts";

/** What the grid of cohorts can show; the first is the default. */
export const cohortMeasures = ["exact", "rolling", "cumulative", "revenue"] as const;

type CohortMeasure = (typeof cohortMeasures)[number];

const measureOf: Readonly<Record<CohortMeasure, (row: CohortRow) => number | null>> = {
  exact: (row) => row.retention_rate,
  rolling: (row) => row.rolling_retention_rate,
  cumulative: (row) => row.cumulative_repeat_rate,
  revenue: (row) => row.revenue_retention_rate,
};

const monthsShown = 12;
const cohortsShown = 18;

/** Draws the grid of cohorts by months since the first order. */
export function cohortGrid(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats, state } = context;
  const texts = words.retention;
  const measure = cohortMeasures.find((name) => name === state.get("cohort")) ?? "exact";
  const months = [...new Set(data.cohorts.map((row) => row.cohort_month))].sort().slice(-cohortsShown);
  const rows = data.cohorts.filter((row) => row.month_number <= monthsShown && months.includes(row.cohort_month));
  const cells = rows.flatMap((row) => {
    const value = row.month_number === 0 ? null : measureOf[measure](row);
    return value === null ? [] : [{ row, value }];
  });
  const name = (row: CohortRow) => `${formats.monthShort(row.cohort_month)} · ${formats.integer(row.cohort_size)}`;
  const column = columnsFor<CohortRow>(context);
  return chartCard(context, {
    name: "cohorts",
    title: cohortTitle(context, data),
    subtitle: texts.cohortSubtitle(texts.measures[measure]),
    rows,
    columns: [
      column.month(texts.columns.cohort, (row) => row.cohort_month),
      column.count(texts.columns.monthNumber, (row) => row.month_number),
      column.count(texts.columns.cohortSize, (row) => row.cohort_size),
      column.count(texts.columns.active, (row) => row.active_count),
      column.percent(texts.measures.exact, (row) => row.retention_rate),
      column.percent(words.columns.lower, (row) => row.retention_low),
      column.percent(words.columns.upper, (row) => row.retention_high),
      column.percent(texts.measures.rolling, (row) => row.rolling_retention_rate),
      column.percent(texts.measures.cumulative, (row) => row.cumulative_repeat_rate),
      column.percent(texts.measures.revenue, (row) => row.revenue_retention_rate),
    ],
    draw: (width) =>
      matrixChart(
        {
          xs: Array.from({ length: monthsShown }, (_, index) => formats.integer(index + 1)),
          ys: months.flatMap((month) => {
            const row = rows.find((one) => one.cohort_month === month);
            return row === undefined ? [] : [name(row)];
          }),
          rowHeight: 28,
          isTime: true,
          cells: cells.map(({ row, value }) => ({
            x: formats.integer(row.month_number),
            y: name(row),
            value,
            text: width > 620 ? formats.percentWhole(value) : "",
            detail: texts.cohortCell(formats.month(row.cohort_month), row.month_number, formats.percent(value)),
          })),
        },
        width,
      ),
  });
}

/** Compares the older half of cohorts with the younger one, at the third month. */
function cohortTitle({ words, formats }: PageContext, data: RetentionData): string {
  const texts = words.retention;
  const third = data.cohorts.filter((row) => row.month_number === 3);
  const half = Math.floor(third.length / 2);
  const rate = (rows: readonly CohortRow[]) =>
    rows.reduce((sum, row) => sum + row.active_count, 0) / rows.reduce((sum, row) => sum + row.cohort_size, 0);
  if (half < 2) return texts.cohortPlain;
  return texts.cohortTitle(formats.percent(rate(third.slice(0, half))), formats.percent(rate(third.slice(half))));
}

/** Draws retention of all cohorts together. */
export function curveCard(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const rows = data.curve.filter((row) => row.month_number > 0 && row.quality_flag === "ok");
  const twelve = rows.find((row) => row.month_number === 12) ?? rows.at(-1);
  const line = (label: string, color: string, value: (row: CurveRow) => number | null, hasBand: boolean) => ({
    label,
    color,
    points: rows.flatMap((row) => {
      const y = value(row);
      const limits = hasBand ? { low: row.retention_low, high: row.retention_high } : {};
      const detail = texts.curvePoint(label, row.month_number, formats.percent(y ?? 0));
      return y === null ? [] : [{ x: row.month_number, y, ...limits, detail }];
    }),
  });
  const column = columnsFor<CurveRow>(context);
  return chartCard(context, {
    name: "retention-curve",
    title:
      twelve === undefined
        ? texts.curvePlain
        : texts.curveTitle(twelve.month_number, formats.percent(twelve.retention_rate)),
    subtitle: texts.curveSubtitle,
    rows,
    columns: [
      column.count(texts.columns.monthNumber, (row) => row.month_number),
      column.count(words.columns.clients, (row) => row.client_count),
      column.percent(texts.measures.exact, (row) => row.retention_rate),
      column.percent(words.columns.lower, (row) => row.retention_low),
      column.percent(words.columns.upper, (row) => row.retention_high),
      column.percent(texts.measures.rolling, (row) => row.rolling_retention_rate),
      column.percent(texts.measures.cumulative, (row) => row.cumulative_repeat_rate),
    ],
    draw: (width) =>
      linesChart(
        {
          lines: [
            line(texts.lines.exact, "var(--accent)", (row) => row.retention_rate, true),
            line(texts.lines.rolling, "var(--muted)", (row) => row.rolling_retention_rate, false),
            line(texts.lines.cumulative, "var(--good)", (row) => row.cumulative_repeat_rate, false),
          ].filter(({ points }) => points.length > 0),
          nameX: texts.columns.monthNumber,
          showX: formats.integer,
          showY: formats.percentWhole,
        },
        width,
      ),
  });
}

/** Draws how long it takes until a new client orders again. */
export function secondOrderCard(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const half = data.secondOrders.find((row) => row.returned_share >= 0.5);
  const last = data.secondOrders.at(-1);
  const column = columnsFor<SecondOrderRow>(context);
  return chartCard(context, {
    name: "second-orders",
    title:
      half !== undefined
        ? texts.againTitle(formats.integer(half.day_number))
        : last === undefined
          ? texts.againPlain
          : texts.againLess(formats.percent(last.returned_share), formats.integer(last.day_number)),
    subtitle: texts.againSubtitle,
    rows: data.secondOrders,
    columns: [
      column.count(texts.columns.day, (row) => row.day_number),
      column.count(texts.columns.waiting, (row) => row.at_risk_count),
      column.percent(texts.again, (row) => row.returned_share),
      column.percent(words.columns.lower, (row) => row.returned_share_low),
      column.percent(words.columns.upper, (row) => row.returned_share_high),
    ],
    draw: (width) =>
      linesChart(
        {
          lines: [
            {
              label: "",
              color: "var(--accent)",
              points: data.secondOrders.map((row) => ({
                x: row.day_number,
                y: row.returned_share,
                low: row.returned_share_low,
                high: row.returned_share_high,
                detail: texts.againPoint(formats.integer(row.day_number), formats.percent(row.returned_share)),
              })),
            },
          ],
          nameX: texts.columns.day,
          showX: formats.integer,
          showY: formats.percentWhole,
          isStep: true,
        },
        width,
      ),
  });
}
