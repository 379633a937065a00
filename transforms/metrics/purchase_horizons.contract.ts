import { count, date, contract as describe, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.purchase_horizons", {
  description: "What a client bought in one horizon before the as-of day.",
  key: ["client_id", "horizon_number"],
  answers: "What did a client buy in each horizon?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    horizon_number: count("0 ends on the as-of day; 8 holds all that is older."),
    purchase_count: count("Days with a purchase.", { unit: "purchases" }),
    first_purchase_date: date("First of them."),
    last_purchase_date: date("Last of them."),
    net_amount: moneySum("Net sales."),
    repeat_amount: moneySum("Net sales without the client's very first purchase."),
  },
});
