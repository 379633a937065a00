import type { Contract } from "./odd-cards.ts";
import { addDays, dayOf, daysBetween } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { ownerOn, rateOn } from "./plain-sales.ts";

const listDays = 30;

/** The day some months after another, in a shorter month its last day. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
  const last = Number(addDays(new Date(Date.UTC(year, month + count, 1)).toISOString().slice(0, 10), -1).slice(8));
  return addDays(first, Math.min(date, last) - 1);
}

/** How a contract stands on a day: when it ended, whether it runs, and when its term ends (DECISIONS 69). */
export function judgeContract(contract: Contract, asOf: string) {
  const { start_date, end_date, renewal_months: months } = contract;
  const isCalled = contract.status === "ended" || contract.status === "cancelled";
  const isToCome = contract.cancelled_date !== null && contract.cancelled_date > asOf;
  const isCalledEnded = isCalled && !isToCome;
  const cancelled = isToCome ? null : contract.cancelled_date;
  const isOver = end_date !== null && end_date < asOf && (months === null || isCalledEnded);
  const ended = cancelled !== null && cancelled >= start_date ? cancelled : isOver ? end_date : null;
  const isUnknown = isCalled && end_date === null && contract.cancelled_date === null;
  const state = ended !== null ? "ended" : isUnknown ? "unknown" : "active";
  let term = end_date;
  if (months !== null && (end_date === null || end_date < asOf)) {
    let count = 1;
    const endOf = () => {
      const next = addMonths(start_date, count * months);
      // A month without the day of the start ends the term with its last day.
      return next.slice(8) < start_date.slice(8) ? next : addDays(next, -1);
    };
    while (endOf() < asOf) count += 1;
    term = endOf();
  }
  return { ended, state, term: state === "active" ? term : null };
}

/** Contracts that have begun, as they stand on a day. */
export const listContracts = (company: Odd, asOf: string) =>
  company.contracts
    .filter(({ start_date }) => start_date <= asOf)
    .map((contract) => {
      const rate = rateOn(company, contract.currency, asOf);
      const monthly = contract.monthly_amount === null || rate === null ? null : contract.monthly_amount * rate;
      return {
        ...contract,
        ...judgeContract(contract, asOf),
        monthly,
        about: contract.name ?? contract.kind ?? "unknown",
      };
    });

/** Birthdays, contacts planned and missed, contracts that end and services due in the next days, and who is to act. */
function listDates(company: Odd, asOf: string): Record<string, readonly (number | string | null)[]> {
  const managerOf = (client: string) =>
    ownerOn(company, client, asOf) ?? company.clients.find(({ client_id }) => client_id === client)?.manager_id;
  const last = addDays(asOf, listDays);
  const result: Record<string, readonly (number | string | null)[]> = {};
  const add = (
    kind: string,
    id: string,
    client: string,
    manager: string | null | undefined,
    day: string,
    about = "",
  ) => {
    result[`${kind} ${id}`] = [client, manager ?? "unknown", day, daysBetween(asOf, day), about];
  };
  for (const { client_id, birth_date, is_opted_out } of company.clients)
    for (let day = asOf; day <= last && birth_date !== null && is_opted_out !== true; day = addDays(day, 1)) {
      const isLeapDay = birth_date.endsWith("-02-29") && day.endsWith("-02-28") && addDays(day, 1).endsWith("-03-01");
      if (birth_date.slice(4) === day.slice(4) || isLeapDay)
        add("birthday", client_id, client_id, managerOf(client_id), day);
    }
  for (const one of company.interactions) {
    const isDone = one.done_at !== null && dayOf(one.done_at) <= asOf;
    if (isDone || one.is_automatic || one.planned_at === null) continue;
    const day = dayOf(one.planned_at);
    if (day < addDays(asOf, -listDays) || day > last) continue;
    const kind = day < asOf ? "missed_contact" : "planned_contact";
    add(kind, one.interaction_id, one.client_id, one.manager_id, day, one.channel);
  }
  for (const { contract_id, client_id, state, term, service_due_date, about } of listContracts(company, asOf)) {
    if (state !== "active" || client_id === null) continue;
    const manager = managerOf(client_id);
    if (term !== null && term >= asOf && term <= last)
      add("contract_end", contract_id, client_id, manager, term, about);
    if (service_due_date !== null && service_due_date <= last)
      add("service_due", contract_id, client_id, manager, service_due_date, about);
  }
  return result;
}

export const dateOracles: readonly Oracle[] = [
  {
    says: "what is to be done for clients in the next days, and by whom",
    relations: ["metrics.calendar_events"],
    sql: `select event_kind || ' ' || event_id as key, client_id as a, manager_id as b, cast(event_date as varchar) as c,
      days_left as d, coalesce(channel, subject, '') as e from metrics.calendar_events`,
    plain: listDates,
  },
];
