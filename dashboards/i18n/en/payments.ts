import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";
import { clients } from "./words.ts";

/** English texts of the page payments. */
export const paymentsEn = {
  payments: {
    scope: "Open on the as-of day; days of sales over the last twelve months",
    headline: (balance: string, overdue: string, share: string, debtors: number, format: Formats) =>
      `Clients owe ${balance}; ${overdue} of it (${share} of open invoices) is past due, by ${format.integer(debtors)} ${clients(debtors)}.`,
    nothingOverdue: (balance: string) => `Clients owe ${balance}, and nothing of it is past due.`,
    nothingOpen: (credit: string) =>
      `No invoice is open: clients owe nothing, and ${credit} received in advance, unallocated or credited is theirs.`,
    split: (owed: string, credit: string, onBalance: string) =>
      `Clients owe ${owed} on open invoices, while ${credit} was received in advance, is unallocated or credited: ${onBalance}.`,
    theirs: (amount: string) => `on balance ${amount} is theirs`,
    ours: (amount: string) => `on balance they owe ${amount}`,
    pastDue: (overdue: string, share: string, debtors: number, format: Formats) =>
      `${overdue} of the invoices (${share}) is past due, by ${format.integer(debtors)} ${clients(debtors)}.`,
    nonePastDue: "Nothing is past due.",
    owedToClients: "Owed to clients, on balance",
    lessCredit: (owed: string, credit: string) =>
      `open invoices ${owed} less ${credit} received in advance, unallocated or credited`,
    balance: "Receivables",
    overdue: "Past due",
    overdueShare: "Share past due",
    dso: "Days sales outstanding",
    dsoShort: "DSO",
    countBack: "DSO, counted back",
    best: "Best possible DSO",
    bestShort: "Best possible",
    delinquent: "Average days delinquent",
    effectiveness: "Collection effectiveness, %",
    delay: "Median days after the due day",
    paidByDueDay: (share: string) => `${share} of the money came by the due day`,
    oneOnly: "Known for a region or a manager, not for both at once",
    unconverted: (count: number, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "document", other: "documents" })} without an exchange rate left out`,
    flags: {
      low_n: "few invoices",
      insufficient_history: "less than twelve months of sales",
      credit_balance: "clients are owed",
      no_sales: "no sales in twelve months",
      mostly_unpaid: "less than half has been paid",
    } as Record<string, string>,
    buckets: {
      not_due_amount: "Not due yet",
      days_1_30_amount: "1–30 days past due",
      days_31_60_amount: "31–60 days",
      days_61_90_amount: "61–90 days",
      days_over_90_amount: "Over 90 days",
      without_due_date_amount: "No due day",
      credit_amount: "Credit notes",
      unallocated_amount: "Unallocated payments",
    },
    age: "Age",
    noneOverdueTitle: "Nothing is past due",
    ageTitle: (share: string, amount: string) => `${share} of what is past due is older than 90 days: ${amount}`,
    ageSubtitle: "Open amounts by days past due; all bars together are the receivables",
    whoTitle: (name: string, share: string) => `${name}: ${share} of what is past due`,
    whoSubtitle: (dimension: string) =>
      `Past due, and its share of open invoices, by ${dimension.toLowerCase()} of the order`,
    dsoTitle: (days: string, best: string) => `Money stays away ${days} days; ${best} if nothing were past due`,
    dsoSubtitle: "Receivables at the end of the month over the sales of twelve months, in days",
    delays: "How late the money comes",
    delaysSubtitle:
      "Invoices of the last 365 days by manager of the order, weighted by amount; unpaid money counts with the days so far (Kaplan–Meier)",
    delayMedian: "Half by day",
    delayP90: "90% by day",
    delayPaid: "Mean delay of what was paid",
    byDueDay: "Came by due day",
    invoices: "Invoices",
    debtors: "Whom to remind today",
    debtorsSubtitle: "Clients with invoices past due, largest first, with the manager who owns them today",
    oldest: "Oldest, days",
    over90: "Over 90 days",
  },
};
