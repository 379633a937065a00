import { date, contract as describe, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_timeline", {
  description: "Everything that happened with a client, from all facts, in one table: a view, kept in no table.",
  key: ["event_kind", "event_id"],
  answers: "What happened with this client, day by day?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    event_date: date("Day it happened, or is planned for."),
    event_kind: text(
      "`order`, `order_cancelled`, `delivery`, `invoice`, `payment`, `return`, `complaint`, `complaint_closed`, `contact`, `contact_missed`, `contact_planned`, `deal`, `deal_won`, `deal_lost`, `contract`, `contract_ended`, `survey`, `campaign` or `campaign_response`.",
    ),
    event_id: id("The document or event; of a campaign, its id and the client's."),
    amount: moneySum("Its amount (of a contract, a month's), where it has one and it could be converted.").nullable(),
    detail: text(
      "Status of an order, channel of a contact, type or outcome of a complaint, stage or reason of a deal, subject or kind of a contract, score of a survey, name of a campaign, reason of a return, `overdue` for an invoice.",
    ).nullable(),
  },
});
