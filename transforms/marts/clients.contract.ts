import { count, date, contract as describe, flag, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.clients", {
  description: "A company or person who buys, as known on the as-of day.",
  key: ["client_id"],
  answers: "Who is the client, who owns it, when did it last buy?",
  columns: {
    client_id: id("The client."),
    name: text("Name as the source writes it.", { pii: "personal" }),
    tax_id: id("Tax number.", { pii: "personal" }).nullable(),
    kind: text("`company` or `person`.").nullable(),
    industry: text("Line of business.").nullable(),
    region: text("Region of the client, else of the manager, else `unknown`."),
    city: text("Town.").nullable(),
    country: text("Country.").nullable(),
    size: text("Size band as the source states it.").nullable(),
    gender: text("Gender of a person.", { pii: "personal" }).nullable(),
    birth_date: date("Birthday of a person.", { pii: "personal" }).nullable(),
    phone: text("Main telephone number.", { pii: "personal" }).nullable(),
    email: text("Main e-mail address.", { pii: "personal" }).nullable(),
    manager_id: id("Owner on the as-of day, else the manager on the client card.", {
      references: "marts.managers.manager_id",
    }).nullable(),
    first_seen_date: date("Day the source first knew the client.").nullable(),
    first_order_date: date("Day of the first valid order.").nullable(),
    last_order_date: date("Day of the last valid order.").nullable(),
    order_count: count("Valid orders up to the as-of day."),
    net_amount: moneySum("Net sales up to the as-of day: orders less returns."),
    has_card: flag("Does a source describe it? Without a card, documents only name it."),
    source: text("System the row came from."),
    _file_id: count("File the card came from, as numbered in the ledger.").nullable(),
    _record: count("Record in that file, from 1.").nullable(),
  },
});
