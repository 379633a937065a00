import { addDays, dayOf, daysBetween } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { isWorked } from "./plain-plans.ts";
import { monthOf } from "./plain-sales.ts";

type Complaint = Odd["complaints"][number];

const [opens, closes, overdueAfter, answerTarget, solveTarget] = [9 * 60, 18 * 60, 10, 8, 40];
const minutesOf = (moment: string) => Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

/** A complaint as it stood on a day: what happened later has not happened yet. */
function know(complaint: Complaint, asOf: string): Complaint & { readonly isMixedUp: boolean } {
  const known = (moment: string | null) => (moment !== null && dayOf(moment) <= asOf ? moment : null);
  const [answered, closed] = [known(complaint.first_response_at), known(complaint.closed_at)];
  const isMixedUp = [answered, closed].some((moment) => moment !== null && moment < complaint.opened_at);
  // How long the client was waited for is told at the closing: of a closing to come nobody knows yet.
  const waiting_hours = closed === null && complaint.closed_at !== null ? null : complaint.waiting_hours;
  return { ...complaint, first_response_at: answered, closed_at: closed, waiting_hours, isMixedUp };
}

const listKnown = (company: Odd, asOf: string) =>
  company.complaints.filter(({ opened_at }) => dayOf(opened_at) <= asOf).map((complaint) => know(complaint, asOf));

const cellOf = ({ opened_at, complaint_type, responsible_manager_id }: Complaint) =>
  `${monthOf(opened_at)} ${complaint_type} ${responsible_manager_id ?? "unknown"}`;

/** Hours of the working day between two moments of the company's clocks. */
function workBetween(company: Odd, from: string, to: string): number {
  let minutes = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    if (!isWorked(company, day)) continue;
    const begin = day === dayOf(from) ? Math.max(opens, minutesOf(from)) : opens;
    const end = day === dayOf(to) ? Math.min(closes, minutesOf(to)) : closes;
    minutes += Math.max(0, end - begin);
  }
  return minutes / 60;
}

/** Milliseconds since 1970 of a moment of the company's clocks. */
function instantOf(moment: string, zone: string): number {
  const asIfUtc = Date.parse(`${moment.replace(" ", "T")}Z`);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  const read = (instant: number) => Date.parse(`${shown.format(instant).replace(" ", "T")}Z`);
  const guess = asIfUtc - (read(asIfUtc) - asIfUtc);
  return guess + (asIfUtc - read(guess));
}

/** Median of numbers where what never ended is longer than any: unknown when it is in the middle. */
function openMedian(values: readonly (number | null)[]): number | null {
  const sorted = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return Number.isFinite(median) ? median : null;
}

/** Complaints by month received, type and manager: open, overdue, unanswered, closed in time, and medians of hours and days. */
function countComplaints(company: Odd, asOf: string, zone: string): Record<string, readonly (number | null)[]> {
  const complaints = listKnown(company, asOf);
  const age = ({ opened_at, closed_at }: Complaint) => daysBetween(dayOf(opened_at), dayOf(closed_at ?? asOf));
  const passed = (from: string, to: string | null) =>
    to === null ? null : (instantOf(to, zone) - instantOf(from, zone)) / 3_600_000;
  const cells = [...new Set(complaints.map(cellOf))];
  return Object.fromEntries(
    cells.map((cell) => {
      const own = complaints.filter((one) => cellOf(one) === cell);
      const count = (is: (one: (typeof own)[number]) => boolean) => own.filter(is).length;
      const told = own.filter(({ isMixedUp }) => !isMixedUp);
      return [
        cell,
        [
          own.length,
          count(({ closed_at }) => closed_at === null),
          count((one) => one.closed_at === null && age(one) > overdueAfter),
          count(({ first_response_at }) => first_response_at === null),
          count((one) => one.closed_at !== null && age(one) <= overdueAfter),
          told.length === 0 ? null : openMedian(told.map((one) => passed(one.opened_at, one.first_response_at))),
          told.length === 0
            ? null
            : openMedian(told.map((one) => passed(one.opened_at, one.closed_at)).map((hours) => hours && hours / 24)),
        ],
      ];
    }),
  );
}

/** By the same cells: answers and solutions in working hours, in time, late, still within their time; and those nobody can time. */
function judgeTargets(company: Odd, asOf: string): Record<string, readonly number[]> {
  const now = `${addDays(asOf, 1)} 00:00:00`;
  const result: Record<string, readonly number[]> = {};
  for (const one of listKnown(company, asOf)) {
    const judge = (end: string | null, target: number, waited: number) => {
      if (one.isMixedUp) return "unknown";
      const hours = workBetween(company, one.opened_at, end ?? now) - waited;
      return hours > target ? "late" : end === null ? "pending" : "met";
    };
    const answer = judge(one.first_response_at, answerTarget, 0);
    const solution = judge(one.closed_at, solveTarget, one.waiting_hours ?? 0);
    const states = [answer === "met", answer === "late", answer === "pending"];
    states.push(solution === "met", solution === "late", solution === "pending", one.isMixedUp);
    const held = result[cellOf(one)] ?? states.map(() => 0);
    result[cellOf(one)] = held.map((count, index) => count + Number(states[index]));
  }
  return result;
}

export const serviceOracles: readonly Oracle[] = [
  {
    says: "complaints open, overdue, unanswered and closed in time by month, type and manager; medians of hours that passed",
    relations: ["metrics.complaints_by_month"],
    sql: `select month || ' ' || complaint_type || ' ' || manager_id as key, opened_count as a, open_count as b, overdue_count as c,
      unanswered_count as d, within_target_count as e, first_response_hours_p50 as f, resolution_days_p50 as g
      from metrics.complaints_by_month`,
    plain: countComplaints,
  },
  {
    says: "answers and solutions in time, in working hours",
    relations: ["metrics.sla_by_month"],
    sql: `select month || ' ' || complaint_type || ' ' || manager_id as key, first_response_met_count as a,
      first_response_breached_count as b, first_response_pending_count as c, resolution_met_count as d,
      resolution_breached_count as e, resolution_pending_count as f, unknown_count as g from metrics.sla_by_month`,
    plain: judgeTargets,
  },
];
