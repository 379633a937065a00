import { intervalChart } from "../charts/intervals.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";

/** What a campaign earned over control after its cost; empty without a finished control group, or where a cost is unknown. */
export interface IncrementalRow {
  readonly campaign_id: string;
  readonly name: string;
  readonly cost_amount: number | null;
  readonly incremental_margin_amount: number | null;
  readonly incremental_margin_lower: number | null;
  readonly incremental_margin_upper: number | null;
  readonly incremental_roi: number | null;
  readonly incremental_roi_lower: number | null;
  readonly incremental_roi_upper: number | null;
}

interface Shown extends IncrementalRow {
  readonly incremental_roi: number;
  readonly incremental_roi_lower: number;
  readonly incremental_roi_upper: number;
}

const isShown = (row: IncrementalRow): row is Shown =>
  row.incremental_roi !== null && row.incremental_roi_lower !== null;

/** Draws which campaigns earned their cost by what control shows they added; nothing where none can tell. */
export function incrementalCard(context: PageContext, all: readonly IncrementalRow[]): readonly HTMLElement[] {
  const rows = all.filter(isShown).sort((left, right) => right.incremental_roi - left.incremental_roi);
  if (rows.length === 0) return [];
  const { words, formats } = context;
  const texts = words.campaigns;
  const paid = rows.filter((row) => row.incremental_roi_lower > 0).length;
  const lost = rows.filter((row) => row.incremental_roi_upper < 0).length;
  const percent = formats.percentChange;
  const card = chartCard(context, {
    name: "campaign-incremental-roi",
    title: texts.incrementalTitle(formats.integer(paid), formats.integer(lost), formats.integer(rows.length)),
    subtitle: texts.incrementalSubtitle,
    rows,
    columns: incrementalColumns(context),
    draw: (width) =>
      intervalChart(
        rows.map((row) => ({
          label: row.name,
          value: row.incremental_roi,
          low: row.incremental_roi_lower,
          high: row.incremental_roi_upper,
          action: filterBy(context, "campaign", row.campaign_id),
          detail: `${row.name}: ${percent(row.incremental_roi)} (${percent(row.incremental_roi_lower)} … ${percent(row.incremental_roi_upper)})`,
        })),
        formats.percentWhole,
        width,
      ),
  });
  return [card];
}

function incrementalColumns(context: PageContext) {
  const { words } = context;
  const texts = words.campaigns;
  const column = columnsFor<Shown>(context);
  return [
    column.text(words.columns.campaign, (row) => row.name),
    column.money(words.metrics.campaignCost, (row) => row.cost_amount),
    column.money(texts.incrementalMargin, (row) => row.incremental_margin_amount),
    column.money(words.columns.lower, (row) => row.incremental_margin_lower),
    column.money(words.columns.upper, (row) => row.incremental_margin_upper),
    column.percent("iROI", (row) => row.incremental_roi),
    column.percent(words.columns.lower, (row) => row.incremental_roi_lower),
    column.percent(words.columns.upper, (row) => row.incremental_roi_upper),
  ];
}
