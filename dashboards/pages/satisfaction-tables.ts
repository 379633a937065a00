import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf, valueName, waveName } from "../components/names.ts";
import { textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import {
  type CommentRow,
  chosenComments,
  type LatenessRow,
  type SatisfactionData,
  shown,
  type WaveRow,
} from "./satisfaction-data.ts";

/** Lists what each part of the clients said in a wave. */
export function segmentTable(context: PageContext, data: SatisfactionData, now: WaveRow): HTMLElement {
  const { words } = context;
  const rows = data.waves
    .filter((row) => row.wave === now.wave && row.dimension !== "all")
    .sort((left, right) => right.responded_count - left.responded_count);
  const column = columnsFor<WaveRow>(context);
  return dataTable(context, {
    name: "satisfaction-segments",
    title: words.satisfaction.segments,
    subtitle: words.satisfaction.segmentsSubtitle,
    rows,
    columns: [
      column.named(words.satisfaction.by, (row) => row.dimension, words.satisfaction.dimensions),
      column.text(words.satisfaction.name, (row) =>
        row.dimension === "manager"
          ? managerName(context, data.managers, row.entity_id)
          : row.dimension === "class"
            ? nameOf(words.classes, valueName(words, row.entity_id))
            : valueName(words, row.entity_id),
      ),
      column.count(words.satisfaction.responded, (row) => row.responded_count),
      column.percent(words.satisfaction.responseRate, (row) => row.response_rate),
      column.decimal(words.satisfaction.nps, (row) => shown(row, row.nps)),
      column.ratio(words.satisfaction.mean, (row) => shown(row, row.score_mean)),
      {
        ...column.text(words.columns.quality, (row) => (row.quality_flag === "ok" ? "" : words.satisfaction.hidden)),
        isFileOnly: true,
      },
    ],
  });
}

/** Compares clients who had late lines with those who had none. */
export function latenessTable(context: PageContext, data: SatisfactionData): HTMLElement {
  const { words, formats } = context;
  const rows = data.lateness.filter((row) => row.is_total);
  const late = rows.find((row) => row.has_late_line);
  const isSure =
    late?.quality_flag === "ok" && late.score_difference_lower !== null && late.score_difference_upper !== null;
  const column = columnsFor<LatenessRow>(context);
  return dataTable(context, {
    name: "satisfaction-and-delivery",
    title:
      !isSure || late.score_difference === null
        ? words.satisfaction.lateUnknown
        : words.satisfaction.lateTitle(
            formats.change(late.score_difference),
            formats.change(late.score_difference_lower ?? 0),
            formats.change(late.score_difference_upper ?? 0),
            (late.score_difference_lower ?? 0) <= 0 && (late.score_difference_upper ?? 0) >= 0,
          ),
    subtitle: words.satisfaction.lateSubtitle,
    rows,
    columns: [
      column.text(words.satisfaction.before, (row) =>
        row.has_late_line ? words.satisfaction.late : words.satisfaction.notLate,
      ),
      column.count(words.satisfaction.responded, (row) => row.responded_count),
      column.ratio(words.satisfaction.mean, (row) => row.score_mean),
      column.decimal(words.satisfaction.nps, (row) => row.nps),
      column.ratio(words.satisfaction.difference, (row) => row.score_difference),
      column.ratio(words.columns.lower, (row) => row.score_difference_lower),
      column.ratio(words.columns.upper, (row) => row.score_difference_upper),
    ],
  });
}

/** Lists answers in words. */
export function commentTable(context: PageContext, data: SatisfactionData): HTMLElement {
  const { words } = context;
  if (data.comments.length === 0) return textCard(words.satisfaction.comments, words.satisfaction.noComments);
  const column = columnsFor<CommentRow>(context);
  return dataTable(context, {
    name: "survey-comments",
    title: words.satisfaction.comments,
    subtitle: words.satisfaction.commentsSubtitle,
    rows: chosenComments(context, data),
    columns: [
      column.day(words.satisfaction.answered, (row) => row.answered_date),
      column.text(words.dimensions.client, (row) =>
        row.client_id === null ? null : (data.clients.get(row.client_id)?.name ?? row.client_id),
      ),
      column.text(words.satisfaction.wave, (row) => waveName(context, row.wave)),
      column.decimal(words.satisfaction.score, (row) => row.score),
      column.text(words.satisfaction.comment, (row) => row.comment),
    ],
  });
}
