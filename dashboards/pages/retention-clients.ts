import { clientColumn } from "../components/client-link.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { ofPlace } from "../components/filters.ts";
import { nameOf } from "../components/names.ts";
import { dataTable, summed } from "../components/table.ts";
import { filterRows, sumOf } from "../figures.ts";
import { withOptedOut } from "./activity-lists.ts";
import type { RetentionData, ScoredClient } from "./retention-data.ts";

const tones: Readonly<Record<string, "good" | "warn" | "bad">> = { active: "good", cooling: "warn", lapsed: "bad" };
/** From this share on late lines are named as a reason. */
const manyLate = 0.2;
/** From so many days on late payment is named. */
const lateDays = 14;

/** Lists clients by what is at stake, with what may have driven them away. */
export function clientTable(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats, state } = context;
  const texts = words.retention;
  const isProbable = data.gate !== undefined && data.gate.shown !== "rule";
  const listed = isProbable ? data.clients : [...data.clients].sort(byUrgency);
  const rows = filterRows(ofPlace(context, listed), { status: state.get("status") });
  const column = columnsFor<ScoredClient>(context);
  const probability = [
    column.chance(texts.columns.probability, (row) => row.churn_probability),
    column.money(texts.columns.atRisk, (row) => row.amount_at_risk),
  ];
  return dataTable(context, {
    name: "churn-clients",
    title: isProbable ? texts.table : texts.tableByRule,
    subtitle: withOptedOut(
      context,
      [
        (isProbable ? texts.tableSubtitle : texts.tableByRuleSubtitle)(
          formats.moneyShort(sumOf(rows, (row) => row.recent_amount)),
        ),
        ...cutOf(context, data),
      ].join(". "),
      ofPlace(context, data.optedOut),
    ),
    rows,
    columns: [
      clientColumn<ScoredClient>(context),
      column.state(
        texts.columns.status,
        (row) => nameOf(texts.statuses, row.status),
        (row) => tones[row.status] ?? "none",
      ),
      ...(isProbable ? probability : []),
      summed(column.money(texts.columns.recent, (row) => row.recent_amount)),
      column.day(words.columns.lastOrder, (row) => row.last_purchase_date),
      column.decimal(texts.columns.rhythm, (row) => row.median_gap_days),
      column.decimal(texts.columns.overdue, (row) => row.overdue_ratio),
      column.text(texts.columns.reasons, (row) => formats.clauses(reasonsOf(context, row)) || null),
      summed(column.money(texts.columns.value, (row) => row.value_amount)),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => row.manager),
    ],
  });
}

/** Says how many of all clients the list holds, where it does not hold them all. */
function cutOf({ words, formats }: PageContext, data: RetentionData): readonly string[] {
  const optedOut = sumOf(data.optedOut, (row) => row.client_count);
  const all = sumOf(data.statuses, (row) => row.client_count);
  const listed = data.clients.length;
  return listed < all - optedOut ? [words.retention.tableCut(formats.integer(listed), formats.integer(all))] : [];
}

/** Without a probability those who are cooling down come first: they may still be kept. */
const urgency = ["cooling", "lapsed", "unknown", "active"];

function byUrgency(left: ScoredClient, right: ScoredClient): number {
  return urgency.indexOf(left.status) - urgency.indexOf(right.status) || right.recent_amount - left.recent_amount;
}

/** What stands beside the score: no cause proven, but a subject for the call. */
function reasonsOf({ words, formats }: PageContext, row: ScoredClient): readonly string[] {
  const texts = words.retention.reasons;
  const delay = row.average_payment_delay_days;
  return [
    ...(row.is_off_season ? [texts.season] : []),
    ...(row.complaint_count > 0 ? [texts.complaints(row.complaint_count)] : []),
    ...((row.late_line_share ?? 0) >= manyLate ? [texts.late(formats.percentWhole(row.late_line_share ?? 0))] : []),
    ...(row.overdue_amount > 0 ? [texts.overdue(formats.moneyShort(row.overdue_amount))] : []),
    ...(delay !== null && delay >= lateDays ? [texts.pays(formats.integer(delay))] : []),
    ...(row.gap_source === "own" ? [] : [texts.rhythm]),
  ];
}
