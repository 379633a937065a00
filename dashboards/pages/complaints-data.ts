import type { PageContext } from "../components/context.ts";
import { type Daily, readDaily } from "../components/days.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import type { Monthly } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { readRows } from "../data.ts";
import { sumOf } from "../figures.ts";
import type { ComplaintRateRow, ComplaintRow } from "../rows.ts";

/** Complaints of a day; `month` is the day. */
export interface ComplaintDay extends ComplaintRow {
  readonly day: string;
}

/** Everything the page of complaints is drawn from. */
export interface ComplaintData extends Omit<Monthly, "coverage"> {
  readonly complaints: readonly ComplaintRow[];
  readonly rates: readonly ComplaintRateRow[];
  readonly daily: Daily;
  /** Complaints of the running month and the thirteen before, by day. */
  readonly days: LongList<ComplaintDay>;
}

/** Reads the data of the page; days come when they are asked for, where they are many. */
export async function readComplaints(
  context: PageContext,
  { coverage: _, ...monthly }: Monthly,
): Promise<ComplaintData> {
  const { files } = context;
  return {
    complaints: await readRows<ComplaintRow>(files.complaints),
    rates: await readRows<ComplaintRateRow>(files["complaint-rate"]),
    daily: await readDaily(context),
    days: await readLongList(context, ["complaint-days"], async () =>
      (await readRows<ComplaintDay>(files["complaint-days"])).map((row) => ({ ...row, month: row.day })),
    ),
    ...monthly,
  };
}

/** Adds up what was received. */
export const opened = (rows: readonly ComplaintRow[]) => sumOf(rows, (row) => row.opened_count);

/** Names a type in the reader's language, where it is one of the known ones. */
export function typeName({ words }: PageContext, type: string): string {
  return nameOf(words.complaintTypes, valueName(words, type));
}
