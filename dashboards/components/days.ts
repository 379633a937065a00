import { readRows } from "../data.ts";
import { addDays } from "./calendar.ts";
import type { PageContext, PageView } from "./context.ts";
import { element, place } from "./dom.ts";
import type { LongList } from "./long-list.ts";
import type { Coverage, Range } from "./period.ts";

/** The company on a day. */
export interface KpiDay {
  readonly day: string;
  readonly net_amount: number;
  readonly margin_amount: number | null;
  readonly costed_amount: number;
  readonly order_count: number;
  readonly order_amount: number;
  readonly lines_due_count: number;
  readonly on_time_count: number;
  readonly otif_count: number;
  readonly working_days: number;
  readonly working_days_elapsed: number;
}

/** What pages that know days share. */
export interface Daily {
  /** Days of the running month and of the thirteen before, up to the newest order. */
  readonly days: readonly KpiDay[];
  /** The first of them, and the last that is over; undefined where the data end too long before the as-of day. */
  readonly covered: Range | undefined;
}

/** Reads the days there are; what follows the newest order is not zero but unknown. */
export async function readDaily({ files, snapshot }: PageContext): Promise<Daily> {
  const newest = snapshot.newestOrderDate ?? snapshot.asOfDate;
  const days = (await readRows<KpiDay>(files["kpi-days"])).filter(({ day }) => day <= newest);
  const first = days[0]?.day;
  const last = snapshot.lastFullDay;
  const isKnown = first !== undefined && last !== null && last >= first && last > addDays(snapshot.asOfDate, -daysHeld);
  return { days, covered: isKnown ? { from: first, to: last } : undefined };
}

/** So long before the as-of day the days a period of days is compared with are published (warehouse/publish/datasets/days.ts). */
const daysHeld = 28;

/** All days there are: the first, and the newest, which may not be over. */
export function heldDays({ days, covered }: Daily): Range | undefined {
  const newest = days.at(-1)?.day;
  return covered === undefined || newest === undefined ? undefined : { from: covered.from, to: newest };
}

/** Adds to what months cover what days do. */
export function withDays(coverage: Coverage, { covered }: Daily): Coverage {
  return { ...coverage, days: covered };
}

/** The share of the working days of its month that were over with a day; undefined where the calendar does not say. */
export function monthShare(days: readonly KpiDay[], day: string): number | undefined {
  const found = days.find((each) => each.day === day);
  return found === undefined || found.working_days === 0 ? undefined : found.working_days_elapsed / found.working_days;
}

/**
 * Draws a page once the lists it needs are there. Those of the first drawing are waited for; one a choice needs later is
 * fetched then, with a place held meanwhile.
 */
export async function drawWith(
  context: PageContext,
  needed: () => readonly LongList<unknown>[],
  draw: PageView["draw"],
): Promise<PageView["draw"]> {
  const missing = () => needed().filter(({ rows }) => rows === undefined);
  await Promise.all(missing().map((list) => list.load()));
  return () => {
    const lists = missing();
    if (lists.length === 0) return draw();
    const page = place("page");
    const card = element("div", { class: "card skeleton tall" });
    page.setAttribute("aria-busy", "true");
    Promise.all(lists.map((list) => list.load()))
      .catch((error: unknown) => {
        console.error(error);
        card.className = "card empty";
        card.replaceChildren(element("p", { role: "alert" }, context.words.states.error));
      })
      .finally(() => page.removeAttribute("aria-busy"));
    return [card];
  };
}
