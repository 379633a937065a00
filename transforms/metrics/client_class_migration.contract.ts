import { count, date, contract as describe, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_class_migration", {
  description: "How many clients moved from one class to another between a period and the one before.",
  key: ["month", "from_class", "to_class"],
  answers: "Do clients grow into key accounts, or slip away?",
  columns: {
    month: date("First day of the period moved into."),
    from_class: text("Class published for the period before; `none` for clients that appear for the first time."),
    to_class: text("Class published for this period."),
    is_current: flag("Whether this is the last complete period."),
    client_count: count("Clients that made this move.", { unit: "clients" }),
    net_amount: moneySum("Their net revenue in the window that ends with this period."),
  },
});
