import type { LongList } from "../components/long-list.ts";
import type { Monthly } from "../components/monthly.ts";
import { ratioOf, sumOf } from "../figures.ts";
import type { ContactCountRow, ContactRow, EventRow, OptedOutRow } from "./activity-lists.ts";

/** What a manager did in a month. */
export interface ActivityRow {
  readonly month: string;
  readonly manager_id: string;
  readonly contact_count: number;
  readonly call_count: number;
  readonly meeting_count: number;
  readonly visit_count: number;
  readonly message_count: number;
  readonly outgoing_count: number;
  readonly contacted_client_count: number;
  readonly assigned_client_count: number;
  readonly covered_client_count: number;
  readonly planned_count: number;
  readonly missed_count: number;
  readonly working_day_count: number;
  readonly gap_day_count: number;
  readonly portfolio_net_amount: number;
}

/** Everything the page of activity is drawn from. */
export interface Data {
  readonly activity: readonly ActivityRow[];
  readonly waiting: readonly ContactCountRow[];
  readonly contacts: LongList<ContactRow>;
  readonly events: readonly EventRow[];
  readonly optedOut: readonly OptedOutRow[];
  readonly managers: Monthly["managers"];
  readonly incomplete: string | undefined;
  readonly clients: Readonly<Record<string, string>>;
}

/** Of clients a manager owns, the share reached; months of several managers are added up. */
export const coverageOf = (rows: readonly ActivityRow[]) =>
  ratioOf(
    rows,
    (row) => row.covered_client_count,
    (row) => row.assigned_client_count,
  );

/** Adds up clients. */
export const countOf = (rows: readonly ContactCountRow[]) => sumOf(rows, (row) => row.client_count);

/** Keeps clients who wait longer than their class allows. */
export const late = (rows: readonly ContactCountRow[]) => rows.filter((row) => row.severity !== "planned");

/** Keeps clients of a class. */
export const ofClass = (rows: readonly ContactCountRow[], name: string) =>
  rows.filter((row) => row.volume_class === name);
