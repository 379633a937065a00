import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { dataTable } from "../components/table.ts";

/** A row of metrics.campaign_balance. */
export interface BalanceRow {
  readonly campaign_id: string;
  readonly covariate: string;
  readonly name: string;
  readonly channel: string;
  readonly start_date: string | null;
  readonly treated_count: number;
  readonly control_count: number;
  readonly treated_mean: number;
  readonly control_mean: number;
  readonly standardised_difference: number | null;
  readonly is_alike: boolean;
  readonly quality_flag: string;
}

/** Lists how alike the arms of campaigns were in the year before; nothing where no campaign held anybody out. */
export function balanceSection(context: PageContext, rows: readonly BalanceRow[]): readonly HTMLElement[] {
  if (rows.length === 0) return [];
  const { words, formats } = context;
  const texts = words.campaigns.balance;
  const campaigns = new Set(rows.map((row) => row.campaign_id)).size;
  const unlike = new Set(rows.filter((row) => !row.is_alike).map((row) => row.campaign_id)).size;
  const column = columnsFor<BalanceRow>(context);
  const mean = (row: BalanceRow, value: number) =>
    row.covariate === "active"
      ? formats.percent(value)
      : row.covariate === "amount"
        ? formats.money(value)
        : formats.decimal(value);
  const table = dataTable(context, {
    name: "campaign-balance",
    title: texts.title(formats.integer(campaigns - unlike), formats.integer(campaigns)),
    subtitle: texts.subtitle,
    rows,
    columns: [
      column.text(words.columns.campaign, (row) => row.name),
      column.named(texts.figure, (row) => row.covariate, texts.figures),
      column.count(words.arms.columns.treated, (row) => row.treated_count),
      column.count(words.arms.columns.control, (row) => row.control_count),
      column.text(texts.treatedMean, (row) => mean(row, row.treated_mean)),
      column.text(texts.controlMean, (row) => mean(row, row.control_mean)),
      column.ratio(texts.difference, (row) => row.standardised_difference),
      column.state(
        texts.verdict,
        (row) => (row.is_alike ? texts.alike : texts.unlike),
        (row) => (row.is_alike ? "none" : "warn"),
      ),
      column.named(words.columns.quality, (row) => row.quality_flag, words.flags),
    ],
  });
  return [table];
}
