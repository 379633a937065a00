import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the page of managers' activity. */
export const activityEn = {
  activity: {
    headline: (coverage: string, late: number, key: number, format: Formats) =>
      `${coverage} of clients are reached in a month; ${format.integer(late)} ${plural("en", late, { one: "waits", other: "wait" })} longer than their class allows, ${format.integer(key)} of them key clients.`,
    contacts: "Contacts",
    calls: "Calls",
    meetings: "Meetings and visits",
    messages: "Messages",
    coverage: "Clients reached per month",
    coverageNote: "of the portfolio at the month's end, by anyone",
    perDay: "Contacts per manager and working day",
    missed: "Planned contacts missed",
    missedCount: "Missed",
    outgoing: "Outgoing",
    gaps: "Days without any contact in the data: a gap, not idleness",
    mostTitle: (month: string, count: string) => `Most contacts took place in ${month}: ${count}`,
    trendSubtitle: "Contacts that took place, by channel; automatic mailings do not count",
    nobodyWaits: "Nobody waits longer than the class allows",
    waitTitle: (name: string, count: string) => `${name} has the most clients waiting: ${count}`,
    waitNobodyTitle: (count: string) => `Clients waiting without a manager: ${count}`,
    waitSubtitle: "Clients without contact for longer than their class allows, by owner, as of the as-of day",
    waiting: "Clients waiting",
    critical: "More than twice as long",
    keyWaiting: "Key clients",
    mediumWaiting: "Medium clients",
    bar: (late: number, critical: number, format: Formats) =>
      critical === 0 ? format.integer(late) : `${format.integer(late)}, ${format.integer(critical)} critical`,
    table: "Managers",
    tableSubtitle:
      "Contacts, portfolio and sales of the portfolio in the period; days away are no working days, as far as they are told",
    portfolio: "Clients owned",
    todo: "Lists to work through",
    todoSubtitle: "Whom to call, remind, serve and decide on; each list can be saved",
    call: "Call today",
    callSubtitle:
      "Clients that wait too long, most important first: how overdue × worth × overdue orders; a planned contact takes the urgency away",
    optedOut: (count: string) => `Left out: ${count} who asked not to be called.`,
    severities: { warn: "overdue", critical: "long overdue", planned: "contact planned" } as Record<string, string>,
    days: "Days without contact",
    allowed: "Days allowed",
    lastContact: "Last contact",
    next: "Next planned",
    worth: "Worth",
    orderGaps: "Days since last order, in usual gaps",
    channels: {
      call: "call",
      meeting: "meeting",
      visit: "visit",
      message: "message",
      email: "e-mail",
    } as Record<string, string>,
    events: "Birthdays and planned contacts",
    eventsSubtitle: "The next days by the settings, and contacts missed in as many days before",
    eventKinds: {
      birthday: "birthday",
      planned_contact: "contact planned",
      missed_contact: "contact missed",
    } as Record<string, string>,
    day: "Day",
    what: "What",
    daysLeft: "Days left",
  },
};
