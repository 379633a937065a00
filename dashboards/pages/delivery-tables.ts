import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type Monthly, managerName } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { periodText } from "../components/page.ts";
import { isWithin, type Period } from "../components/period.ts";
import { pivotCard, timeDimension } from "../components/pivot-card.ts";
import { dataTable } from "../components/table.ts";
import type { CarrierRow, DeliveryRow } from "../rows.ts";

/** Lines due in months, or on days where `due_month` is the day. */
interface Lines {
  readonly lines: readonly DeliveryRow[];
  readonly managers: Monthly["managers"];
}

/** Offers lines due in the period by any two of region, month, manager and carrier. */
export function linesPivot(context: PageContext, data: Lines, period: Period): HTMLElement {
  const { words, formats } = context;
  const { dimensions, metrics } = words;
  const named = (value: string) => valueName(words, value);
  const whole = (row: DeliveryRow) => row.lines_due_count;
  return pivotCard(context, {
    name: "delivery-pivot",
    subtitle: periodText(context, period),
    rows: data.lines.filter((row) => isWithin(row.due_month, period)),
    dimensions: [
      { name: "region", label: dimensions.region, keyOf: (row) => row.region, show: named },
      { ...timeDimension(context, period), keyOf: (row) => row.due_month },
      {
        name: "manager",
        label: dimensions.manager,
        keyOf: (row) => row.manager_id,
        show: (id) => managerName(context, data.managers, id),
      },
      { name: "carrier", label: dimensions.carrier, keyOf: (row) => row.carrier, show: named },
    ],
    measures: [
      { name: "on-time", label: metrics.onTime, part: (row) => row.on_time_count, whole, show: formats.percent },
      { name: "otif", label: metrics.otif, part: (row) => row.otif_count, whole, show: formats.percent },
      { name: "due", label: words.columns.linesDue, part: whole, show: formats.integer },
    ],
  });
}

/** Lists how late carriers are. */
export function carrierTable(context: PageContext, carriers: readonly CarrierRow[]): HTMLElement {
  const { words } = context;
  const column = columnsFor<CarrierRow>(context);
  return dataTable(context, {
    name: "carriers",
    title: words.delivery.carriers,
    subtitle: words.delivery.carriersSubtitle,
    rows: [...carriers].sort((left, right) => (right.late_rate ?? 0) - (left.late_rate ?? 0)),
    columns: [
      column.named(words.dimensions.carrier, (row) => row.carrier, words.values),
      column.count(words.columns.linesDue, (row) => row.lines_due_count),
      column.count(words.columns.lateLines, (row) => row.late_line_count),
      column.percent(words.columns.lateRate, (row) => row.late_rate),
      column.decimal(words.columns.lateMedian, (row) => row.late_days_p50),
      column.decimal(words.columns.lateP90, (row) => row.late_days_p90),
      column.count(words.columns.lateMost, (row) => row.late_days_max),
      column.count(words.columns.stillUndelivered, (row) => row.undelivered_line_count),
    ],
  });
}
