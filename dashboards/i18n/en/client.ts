import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the client card. */
export const clientEn = {
  client: {
    scope: "Everything known of one client; profit and cost to serve over the last twelve complete months",
    choose: (count: number, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "client", other: "clients" })}: choose one to see its card.`,
    unknown: (id: string) => `There is no client ${id}: choose another.`,
    chooseScope: "Search by name or number",
    list: "Find a client",
    listSubtitle: "Search by name or number; the name leads to the card",
    contactsSubtitle: "Search by name, number, telephone, e-mail or tax number; the name leads to the card",
    contacts: { tax_id: "Tax number", phone: "Telephone", email: "E-mail" },
    id: "Client number",
    back: "Lists of clients:",
    path: "Where this card was opened from",
    who: (name: string, volumeClass: string) => `${name}: ${volumeClass}.`,
    lastOrder: (days: number, gap: string | undefined, format: Formats) =>
      `Last order ${format.integer(days)} ${plural("en", days, { one: "day", other: "days" })} ago${gap === undefined ? "" : `, usually every ${gap}`}.`,
    overdueSentence: (amount: string) => `${amount} is overdue.`,
    complaintSentence: (count: number, format: Formats) =>
      `${format.integer(count)} open ${plural("en", count, { one: "complaint", other: "complaints" })}.`,
    orders: (count: number, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "order", other: "orders" })} of all history`,
    profit: "Profit, 12 months",
    profitNote: (amount: string) => `of net sales ${amount}, after goods and cost to serve`,
    noProfit: "nothing sold or done in twelve months",
    value: "Lifetime value",
    valueNote: (months: number, decile: number) =>
      `next ${months} ${plural("en", months, { one: "month", other: "months" })}, decile ${decile} of 10`,
    noValue: "no purchase model for it",
    balance: "Open balance",
    inCredit: "in the client’s favour: paid in advance, unallocated or credited",
    overdueNote: (amount: string, days: number, format: Formats) =>
      days === 0
        ? "nothing overdue"
        : `${amount} overdue, oldest ${format.integer(days)} ${plural("en", days, { one: "day", other: "days" })}`,
    facts: "What we know",
    fact: "What",
    factValue: "Value",
    industry: "Line of business",
    kinds: { company: "company", person: "person" } as Record<string, string>,
    ordered: "First and last order",
    before: (name: string) => `before: ${name}`,
    churn: "Churn",
    probability: (share: string) => `${share} not to order again in the horizon`,
    complaints: "Complaints",
    complaintCount: (all: number, open: number, format: Formats) =>
      `${format.integer(all)}, ${format.integer(open)} open`,
    recommendation: "Would recommend us",
    ofTen: (score: string) => `${score} of 10`,
    lastContact: "Last contact",
    nextContact: "Next contact planned",
    optedOut: "Not to be called",
    optedOutSentence: "It asked not to be called or written to.",
    optedOutYes: "asked so",
    noDay: "day not told",
    toldBy: (source: string) => `as ${source} tells`,
    offer: "Offer next",
    offerText: (item: string, reason: string, share: string) => `${item}: ${share} of baskets with ${reason} hold it`,
    timeline: "What happened",
    noEvents: "No order, document, contact or complaint names this client.",
    newest: (shown: number, total: number, format: Formats) =>
      `The newest ${format.integer(shown)} of ${format.integer(total)} events; older ones stand in marts.client_timeline`,
    allEvents: (total: number, format: Formats) =>
      `All ${format.integer(total)} ${plural("en", total, { one: "event", other: "events" })}, newest first`,
    day: "Day",
    event: "Event",
    detail: "Detail",
    document: "Number",
    events: {
      order: "Order",
      order_cancelled: "Order cancelled",
      delivery: "Delivered",
      invoice: "Invoice",
      payment: "Payment",
      return: "Return",
      complaint: "Complaint",
      complaint_closed: "Complaint closed",
      contact: "Contact",
      contact_missed: "Contact missed",
      contact_planned: "Contact planned",
      deal: "Deal opened",
      deal_won: "Deal won",
      deal_lost: "Deal lost",
      contract: "Contract begun",
      contract_ended: "Contract ended",
      survey: "Survey answer",
      campaign: "Campaign sent",
      campaign_response: "Answer to a campaign",
    } as Record<string, string>,
    details: { open: "open", done: "done", cancelled: "cancelled", overdue: "overdue" } as Record<string, string>,
  },
};
