import { calibrationChart } from "../charts/calibration.ts";
import { chartCard } from "../components/chart.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { columns } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { divide, sumOf } from "../figures.ts";

/** A row of metrics.stage_calibration. */
export interface CalibrationRow {
  readonly dimension: "tenth" | "stage";
  readonly entity: string;
  readonly deal_count: number;
  readonly won_count: number;
  readonly promised_probability: number | null;
  readonly win_rate: number | null;
  readonly win_rate_low: number | null;
  readonly win_rate_high: number | null;
}

/** Draws what stages promised and what came of it, out of time; nothing where no quarter is old enough to judge. */
export function calibrationSection(context: PageContext, rows: readonly CalibrationRow[]): readonly HTMLElement[] {
  if (rows.length === 0) return [];
  return [columns(tenthCard(context, rows), stageTable(context, rows))];
}

function tenthCard(context: PageContext, all: readonly CalibrationRow[]): HTMLElement {
  const { words, formats } = context;
  const texts = words.stagePromises;
  const rows = all.filter((row) => row.dimension === "tenth");
  const miss = divide(
    sumOf(rows, (row) => row.deal_count * Math.abs((row.promised_probability ?? 0) - (row.win_rate ?? 0))),
    sumOf(rows, (row) => row.deal_count),
  );
  return chartCard(context, {
    name: "stage-calibration",
    title: miss === null ? texts.plain : texts.title(formats.decimal(miss * 100)),
    subtitle: texts.subtitle,
    rows,
    columns: figureColumns(context, texts.tenth, (row) =>
      texts.upTo(formats.percentWhole((Number(row.entity) + 1) / 10)),
    ),
    draw: (width) =>
      calibrationChart(
        rows.map((row) => ({
          promised: row.promised_probability ?? 0,
          observed: row.win_rate ?? 0,
          low: row.win_rate_low ?? 0,
          high: row.win_rate_high ?? 0,
          detail: texts.point(
            formats.percent(row.promised_probability ?? 0),
            formats.percent(row.win_rate ?? 0),
            formats.integer(row.deal_count),
          ),
        })),
        formats.percentWhole,
        { x: texts.tenth, y: texts.came },
        width,
      ),
  });
}

function stageTable(context: PageContext, all: readonly CalibrationRow[]): HTMLElement {
  const { words } = context;
  const rows = all
    .filter((row) => row.dimension === "stage")
    .sort((left, right) => (left.promised_probability ?? 0) - (right.promised_probability ?? 0));
  return dataTable(context, {
    name: "stage-promises",
    title: words.stagePromises.table,
    subtitle: words.stagePromises.tableSubtitle,
    rows,
    columns: figureColumns(context, words.stagePromises.stage, (row) => row.entity),
  });
}

function figureColumns(context: PageContext, title: string, name: (row: CalibrationRow) => string) {
  const { words } = context;
  const column = columnsFor<CalibrationRow>(context);
  return [
    column.text(title, name),
    column.count(words.forecast.deals, (row) => row.deal_count),
    column.count(words.forecast.won, (row) => row.won_count),
    column.percent(words.stagePromises.promised, (row) => row.promised_probability),
    column.percent(words.stagePromises.came, (row) => row.win_rate),
    column.percent(words.columns.lower, (row) => row.win_rate_low),
    column.percent(words.columns.upper, (row) => row.win_rate_high),
  ];
}
