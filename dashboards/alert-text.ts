import { type AlertMeasureName, type AlertRow, measureOf } from "./alerts.ts";
import type { Formats } from "./formats.ts";
import type { Dictionary } from "./i18n/en.ts";

/** Says in one sentence, without a full stop, what an alert found: the figure, its period and the limit. */
export function tellAlert(words: Dictionary, formats: Formats, row: AlertRow): string {
  const texts = words.alerts;
  const what = nameTarget(words, formats, row);
  if (row.period_date === null || row.quality_flag === "no_figures") return texts.never(what);
  const period = formats.month(row.period_date);
  if (row.value === null) return texts.missing(what, period);
  if (row.state === "unknown") return texts.noComparison(what, period);
  const { value, limit } = writeFigures(words, formats, row);
  if (row.state === "ok") return texts.within(what, value, period);
  if (row.change_share !== null && row.compared_period_date !== null) {
    const before = formats.month(row.compared_period_date);
    return texts.changed(what, formats.percentChange(row.change_share), period, before, limit);
  }
  return row.rule === "above" ? texts.above(what, value, period, limit) : texts.below(what, value, period, limit);
}

/** Names what an alert watches: the measure, and of whom. */
function nameTarget(words: Dictionary, formats: Formats, row: AlertRow): string {
  const measure = nameMeasure(words, row.measure);
  return row.entity_name === null ? measure : formats.list([measure, row.entity_name]);
}

/**
 * Lists what must be known beside the finding: since when it is so, and whether it rests on few cases. Nothing began where
 * there was never anything to compare with.
 */
export function listAlertNotes(words: Dictionary, formats: Formats, row: AlertRow): readonly string[] {
  const isIncomparable = row.state === "unknown" && row.value !== null;
  const since = row.since_date === null || isIncomparable ? [] : [words.alerts.since(formats.month(row.since_date))];
  return row.quality_flag === "low_n" ? [...since, words.alerts.fewCases] : since;
}

function nameMeasure(words: Dictionary, measure: AlertMeasureName): string {
  const { metrics, alerts } = words;
  const names: Readonly<Record<AlertMeasureName, string>> = {
    net_sales: metrics.netSales,
    plan_attainment: metrics.attainment,
    margin_rate: metrics.marginRate,
    order_count: alerts.measures.order_count,
    average_order: alerts.measures.average_order,
    active_clients: metrics.activeClients,
    new_clients: metrics.newClients,
    lost_clients: metrics.lostClients,
    on_time_rate: metrics.onTime,
    otif_rate: metrics.otif,
    complaints_per_100_orders: metrics.complaintsPer100,
    overdue_amount: metrics.overdue,
    dso_days: words.payments.dso,
    contact_coverage: words.activity.coverage,
    pipeline_weighted: alerts.measures.pipeline_weighted,
    nps: words.satisfaction.nps,
  };
  return names[measure];
}

/** Writes a figure as pages do, finer where it would read like its limit and is not; a share that is a limit as it was set. */
function writeFigures(words: Dictionary, formats: Formats, row: AlertRow): { value: string; limit: string } {
  const limit = row.limit_value ?? 0;
  if (row.change_share !== null) {
    const [write = String] = writersOf(words, formats, row.measure);
    return { value: write(row.value ?? 0), limit: formats.percentFine(limit) };
  }
  const value = row.value ?? 0;
  const writers = writersOf(words, formats, row.measure);
  const write = writers.find((each) => each(value) !== each(limit)) ?? writers.at(-1) ?? String;
  const isShare = measureOf(row.measure).unit === "share";
  return { value: write(value), limit: (isShare ? formats.percentFine : write)(limit) };
}

function writersOf(
  { alerts }: Dictionary,
  formats: Formats,
  measure: AlertMeasureName,
): readonly ((value: number) => string)[] {
  const writers = {
    money: [formats.moneyShort, formats.money],
    share: [formats.percent, formats.percentFine],
    count: [formats.integer, formats.ratio],
    ratio: [formats.ratio],
    days: [formats.integer, formats.ratio].map(
      (write) => (value: number) => alerts.days(write(value), Number(value.toFixed(0))),
    ),
    points: [formats.decimal, formats.ratio],
  } as const;
  return writers[measureOf(measure).unit];
}
