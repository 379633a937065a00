import { intervalChart } from "../charts/intervals.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { dataTable } from "../components/table.ts";

/** A row of metrics.campaign_arm_effects. */
export interface ArmRow {
  readonly campaign_id: string;
  readonly arm: string;
  readonly name: string;
  readonly channel: string;
  readonly start_date: string | null;
  readonly arm_count: number;
  readonly treated_count: number;
  readonly control_count: number;
  readonly treated_conversion_rate: number | null;
  readonly control_conversion_rate: number | null;
  readonly conversion_lift: number | null;
  readonly conversion_lift_lower: number | null;
  readonly conversion_lift_upper: number | null;
  readonly conversion_p: number | null;
  readonly relative_lift: number | null;
  readonly relative_lift_lower: number | null;
  readonly relative_lift_upper: number | null;
  readonly incremental_amount: number | null;
  readonly incremental_lower: number | null;
  readonly incremental_upper: number | null;
  readonly amount_p: number | null;
  readonly quality_flag: string;
}

/** An effect is proven where chance alone, over all arms of its campaign, would bring it less often than this. */
const provenBelow = 0.05;

/** Draws the arms of campaigns that tried several, and lists every arm against control; nothing where no campaign has arms. */
export function armSection(context: PageContext, arms: readonly ArmRow[]): readonly HTMLElement[] {
  if (arms.length === 0) return [];
  const several = arms.filter((row) => row.arm_count > 1 && row.conversion_lift !== null);
  return [...(several.length > 0 ? [armCard(context, several)] : []), armTable(context, arms)];
}

function armCard(context: PageContext, rows: readonly ArmRow[]): HTMLElement {
  const { words, formats } = context;
  const proven = rows.filter((row) => (row.conversion_p ?? 1) < provenBelow && (row.conversion_lift ?? 0) > 0).length;
  const points = (value: number | null) => words.kpi.points(formats.change((value ?? 0) * 100));
  const label = (row: ArmRow) => words.arms.label(row.name, nameOf(words.arms.names, row.arm));
  return chartCard(context, {
    name: "campaign-arms",
    title: words.arms.title(formats.integer(proven), formats.integer(rows.length)),
    subtitle: words.arms.subtitle,
    rows,
    columns: armColumns(context),
    draw: (width) =>
      intervalChart(
        rows.map((row) => ({
          label: label(row),
          action: filterBy(context, "campaign", row.campaign_id),
          value: row.conversion_lift ?? 0,
          low: row.conversion_lift_lower ?? 0,
          high: row.conversion_lift_upper ?? 0,
          detail: `${label(row)}: ${points(row.conversion_lift)} (${points(row.conversion_lift_lower)} … ${points(row.conversion_lift_upper)})`,
        })),
        (value) => formats.change(value * 100),
        width,
      ),
  });
}

function armTable(context: PageContext, rows: readonly ArmRow[]): HTMLElement {
  return dataTable(context, {
    name: "campaign-arm-effects",
    title: context.words.arms.table,
    subtitle: context.words.arms.tableSubtitle,
    rows,
    columns: armColumns(context),
  });
}

function armColumns(context: PageContext) {
  const { words, formats } = context;
  const texts = words.arms;
  const column = columnsFor<ArmRow>(context);
  const range = (low: number | null, high: number | null, show: (value: number) => string) =>
    low === null || high === null ? null : `${show(low)} … ${show(high)}`;
  return [
    column.text(words.columns.campaign, (row) => row.name),
    column.named(texts.columns.arm, (row) => row.arm, texts.names),
    column.count(texts.columns.treated, (row) => row.treated_count),
    column.count(texts.columns.control, (row) => row.control_count),
    column.percent(texts.columns.treatedRate, (row) => row.treated_conversion_rate),
    column.percent(texts.columns.controlRate, (row) => row.control_conversion_rate),
    column.percent(words.metrics.lift, (row) => row.conversion_lift),
    column.text(texts.columns.range, (row) =>
      range(row.conversion_lift_lower, row.conversion_lift_upper, formats.percent),
    ),
    column.chance(texts.columns.chance, (row) => row.conversion_p),
    column.percent(texts.columns.relative, (row) => row.relative_lift),
    column.text(texts.columns.relativeRange, (row) =>
      range(row.relative_lift_lower, row.relative_lift_upper, formats.percent),
    ),
    column.money(words.metrics.incremental, (row) => row.incremental_amount),
    column.text(texts.columns.incrementalRange, (row) =>
      range(row.incremental_lower, row.incremental_upper, formats.moneyShort),
    ),
    column.chance(texts.columns.amountChance, (row) => row.amount_p),
    column.named(words.columns.quality, (row) => row.quality_flag, words.flags),
  ];
}
