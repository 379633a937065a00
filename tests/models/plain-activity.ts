import { addDays, dayOf } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { isWorked } from "./plain-plans.ts";
import { listContacts } from "./plain-profit.ts";
import { monthOf, ownerOn, valueOrders } from "./plain-sales.ts";

type Client = Odd["clients"][number];

/** Contacts of each manager by month, the own clients at its end, those of them anyone reached, and days worked. */
function countActivity(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const contacts = listContacts(company).filter(({ done_at }) => dayOf(done_at ?? "9999") <= asOf);
  const firstDays = listFirstDays(company, asOf);
  const months = [...new Set(contacts.map(({ done_at }) => monthOf(done_at ?? "")))];
  const result: Record<string, readonly (number | null)[]> = {};
  for (const month of months) {
    const last = addDays(monthOf(addDays(month, 31)), -1);
    const end = last < asOf ? last : asOf;
    const reached = contacts.filter(({ done_at }) => monthOf(done_at ?? "") === month);
    for (const { manager_id } of company.managers) {
      const own = reached.filter((one) => one.manager_id === manager_id);
      const clients = company.clients.filter((client) => ownerAt(company, client, end, firstDays) === manager_id);
      const covered = clients.filter(({ client_id }) => reached.some((one) => one.client_id === client_id)).length;
      const isAway = (day: string) =>
        company.absences.some(
          (absence) =>
            absence.manager_id === manager_id && absence.first_date <= day && day <= (absence.last_date ?? asOf),
        );
      let [worked, away] = [0, 0];
      for (let day = month; day <= end; day = addDays(day, 1)) {
        if (!isWorked(company, day)) continue;
        if (isAway(day)) away += 1;
        else worked += 1;
      }
      const channels = (...names: readonly string[]) => own.filter(({ channel }) => names.includes(channel)).length;
      if (own.length + clients.length === 0) continue;
      result[`${month} ${manager_id}`] = [
        own.length,
        channels("call"),
        channels("meeting"),
        channels("visit"),
        channels("message", "email"),
        new Set(own.map(({ client_id }) => client_id)).size,
        clients.length,
        covered,
        worked,
        away,
        clients.length === 0 ? null : covered / clients.length,
        worked === 0 ? null : own.length / worked,
      ];
    }
  }
  return result;
}

/** Who owns a client at the end of a month: by history, else whom its card names, once it has bought, or if it never did. */
function ownerAt(
  company: Odd,
  { client_id, manager_id }: Client,
  end: string,
  firstDays: ReadonlyMap<string, string>,
): string | null {
  const isInHistory = company.client_owners.some((one) => one.client_id === client_id);
  if (isInHistory) return ownerOn(company, client_id, end) ?? null;
  return (firstDays.get(client_id) ?? "") <= end ? manager_id : null;
}

/** First days on which clients bought. */
function listFirstDays(company: Odd, asOf: string): ReadonlyMap<string, string> {
  const days = valueOrders(company, asOf).filter(({ isValid }) => isValid);
  days.sort((a, b) => (a.order_date < b.order_date ? 1 : -1));
  return new Map(days.map(({ client_id, order_date }) => [client_id, order_date]));
}

export const activityOracles: readonly Oracle[] = [
  {
    says: "contacts of managers by channel, coverage of their own clients, days worked and away",
    relations: ["metrics.manager_activity_by_month"],
    sql: `select month || ' ' || manager_id as key, contact_count as a, call_count as b, meeting_count as c, visit_count as d,
      message_count as e, contacted_client_count as f, assigned_client_count as g, covered_client_count as h, working_day_count as i,
      absent_day_count as j, coverage_share as k, contacts_per_working_day as l from metrics.manager_activity_by_month
      where contact_count + assigned_client_count > 0`,
    plain: countActivity,
  },
];
