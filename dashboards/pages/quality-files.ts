import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { foldBars } from "../components/fold.ts";
import { nameOf } from "../components/names.ts";
import { textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import type { FileRow, RejectRow } from "../rows.ts";
import type { QualityData, Tone } from "./quality-data.ts";
import { entityNames, remarkText, ruleColumn } from "./quality-names.ts";
import type { RemarkRow } from "./remark-row.ts";

/** A line that is no row at all was set aside for none of its columns. */
const unknownColumn = "unknown";

/** Draws why rows were set aside, by rule. */
export function rejectBars(context: PageContext, data: QualityData): HTMLElement {
  const { words, formats } = context;
  const rows = data.rejects;
  const first = rows[0];
  const ruleName = (row: RejectRow) => nameOf(words.rejectRules, row.rule);
  const placeOf = ({ entity, column_name }: RejectRow) => [
    nameOf(entityNames(context), entity),
    ...(column_name === unknownColumn ? [] : [column_name]),
  ];
  const column = columnsFor<RejectRow>(context);
  return chartCard(context, {
    name: "rejects-by-rule",
    title:
      first === undefined
        ? words.quality.noRejects
        : words.quality.rejectTitle(ruleName(first), nameOf(words.values, first.column_name), first.source),
    subtitle: words.quality.rejectSubtitle,
    rows,
    columns: [
      column.text(words.columns.source, (row) => row.source),
      column.named(words.columns.entity, (row) => row.entity, entityNames(context)),
      ruleColumn<RejectRow>(context),
      column.named(words.columns.column, (row) => row.column_name, words.values),
      column.count(words.columns.rows, (row) => row.record_count),
    ],
    ...foldBars(
      context,
      "rejects-by-rule",
      rows.map((row) => ({
        label: `${formats.list(placeOf(row))}: ${ruleName(row)}`,
        action: filterBy(context, "source", row.source),
        value: row.record_count,
        text: formats.integer(row.record_count),
        detail: `${formats.list([row.source, ...placeOf(row)])}: ${formats.list([ruleName(row), formats.integer(row.record_count)])}`,
      })),
      formats.integer,
    ),
  });
}

/** Lists rows that were set aside, by rule and column. */
export function rejectTable(context: PageContext, data: QualityData): HTMLElement {
  const { words } = context;
  const column = columnsFor<RejectRow>(context);
  return dataTable(context, {
    name: "rejects",
    title: words.quality.rejects,
    subtitle: words.quality.rejectsSubtitle,
    rows: data.rejects,
    columns: [
      column.text(words.columns.source, (row) => row.source),
      column.named(words.columns.entity, (row) => row.entity, entityNames(context)),
      ruleColumn<RejectRow>(context),
      column.named(words.columns.column, (row) => row.column_name, words.values),
      column.count(words.columns.rows, (row) => row.record_count),
      column.count(words.columns.files, (row) => row.file_count),
    ],
  });
}

/** What files hold beside their rows: totals that differ first, then mended and hidden rows. */
export function remarkTable(context: PageContext, data: QualityData): HTMLElement {
  const { words } = context;
  const { remarks, remarksSubtitle, remarksNone } = words.quality;
  if (data.remarks.length === 0) return textCard(remarks, remarksNone);
  const column = columnsFor<RemarkRow>(context);
  return dataTable(context, {
    name: "remarks",
    title: remarks,
    subtitle: remarksSubtitle,
    rows: data.remarks,
    columns: [
      column.text(words.columns.source, (row) => row.source),
      column.text(words.columns.file, (row) => row.name),
      column.count(words.quality.line, (row) => row.first_line),
      column.state(
        words.quality.remark,
        (row) => nameOf(words.remarkKinds, row.kind),
        (row) => (row.is_total_missed ? "bad" : row.kind === "footer" ? "good" : "warn"),
      ),
      column.text(words.quality.finding, (row) => remarkText(context, row)),
      column.count(words.quality.places, (row) => row.remark_count),
    ],
  });
}

/** Lists files with what became of their rows. */
export function fileTable(context: PageContext, data: QualityData): HTMLElement {
  const { words } = context;
  const column = columnsFor<FileRow>(context);
  return dataTable(context, {
    name: "files",
    title: words.quality.files,
    subtitle: words.quality.filesSubtitle,
    rows: data.files,
    columns: [
      column.text(words.columns.file, (row) => row.name),
      column.text(words.columns.source, (row) => row.source),
      column.named(words.columns.entity, (row) => row.entity, entityNames(context)),
      column.state(
        words.columns.state,
        (row) => nameOf(words.flags, row.quality_flag),
        (row) => fileTones[row.quality_flag] ?? "none",
      ),
      column.instant(words.columns.lastLoaded, (row) => row.loaded_at),
      column.count(words.metrics.rowsRead, (row) => row.rows_read),
      column.count(words.columns.accepted, (row) => row.rows_accepted),
      column.count(words.columns.rejected, (row) => row.rows_rejected),
      column.count(words.columns.skipped, (row) => row.rows_skipped),
      column.count(words.columns.changed, (row) => row.rows_changed),
    ],
  });
}

const fileTones: Readonly<Record<string, Tone>> = { ok: "good", rejects: "warn", held: "bad", rejected: "bad" };
