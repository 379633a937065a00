import type { LongList } from "../components/long-list.ts";
import type { Monthly } from "../components/monthly.ts";
import { sumOf } from "../figures.ts";

/** Receivables at the end of a month, of all, a region or a manager. */
export interface ReceivableRow {
  readonly month: string;
  readonly dimension: string;
  readonly entity_id: string;
  readonly balance_amount: number;
  readonly overdue_amount: number;
  readonly invoiced_amount: number;
  readonly dso_days: number | null;
  readonly dso_count_back_days: number | null;
  readonly best_possible_dso_days: number | null;
  readonly delinquent_days: number | null;
  readonly collection_effectiveness: number | null;
  readonly quality_flag: string;
  readonly is_complete: boolean;
}

export interface AgeingRow {
  readonly region: string;
  readonly manager_id: string;
  readonly currency: string;
  readonly open_count: number;
  readonly overdue_count: number;
  readonly not_due_amount: number;
  readonly days_1_30_amount: number;
  readonly days_31_60_amount: number;
  readonly days_61_90_amount: number;
  readonly days_over_90_amount: number;
  readonly without_due_date_amount: number;
  readonly credit_amount: number;
  readonly unallocated_amount: number;
  readonly overdue_amount: number;
  readonly balance_amount: number;
  readonly balance_in_currency: number;
  readonly unconverted_count: number;
}

export interface DelayRow {
  readonly dimension: string;
  readonly entity_id: string;
  readonly invoice_count: number;
  readonly paid_amount: number;
  readonly open_overdue_amount: number;
  readonly delay_days_weighted: number | null;
  readonly delay_days_p50: number | null;
  readonly delay_days_p90: number | null;
  readonly paid_by_due_day_share: number | null;
  readonly quality_flag: string;
}

export interface DebtorRow {
  readonly client_id: string;
  readonly manager_id: string;
  readonly region: string;
  readonly overdue_count: number;
  readonly overdue_days_max: number;
  readonly overdue_amount: number;
  readonly days_over_90_amount: number;
  readonly credit_amount: number;
  readonly balance_amount: number;
  readonly dso_days: number | null;
  readonly delay_days_weighted: number | null;
}

/** A debtor of the list by its name. */
export interface ListedDebtor extends DebtorRow {
  readonly client: string;
}

export interface DebtorCountRow {
  readonly region: string;
  readonly manager_id: string;
  readonly client_count: number;
}

export interface PaymentsData {
  readonly receivables: readonly ReceivableRow[];
  readonly ageing: readonly AgeingRow[];
  readonly delays: readonly DelayRow[];
  /** Debtors counted by region and manager; their list may come later. */
  readonly counts: readonly DebtorCountRow[];
  readonly debtors: LongList<ListedDebtor>;
  readonly managers: Monthly["managers"];
}

/** Ages of open money, youngest first, then what stands apart. */
export const buckets = [
  "not_due_amount",
  "days_1_30_amount",
  "days_31_60_amount",
  "days_61_90_amount",
  "days_over_90_amount",
  "without_due_date_amount",
  "credit_amount",
  "unallocated_amount",
] as const satisfies readonly (keyof AgeingRow)[];

/** Adds up an amount of open invoices over managers and regions. */
export function total(rows: readonly AgeingRow[], key: keyof AgeingRow): number {
  return sumOf(rows, (row) => (typeof row[key] === "number" ? row[key] : 0));
}
