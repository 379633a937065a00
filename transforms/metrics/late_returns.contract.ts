import { count, contract as describe, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.late_returns", {
  description: "What a client sent back in a later horizon than it bought it in.",
  key: ["client_id", "horizon_number", "returned_horizon_number"],
  answers: "What did a client send back after its past was judged?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    horizon_number: count("Horizon of the purchase: 0 ends on the as-of day; 8 holds all that is older."),
    returned_horizon_number: count("Horizon in which it came back; below that of the purchase."),
    amount: moneySum("Worth of what came back."),
    repeat_amount: moneySum("The same, without the client's very first purchase."),
  },
});
