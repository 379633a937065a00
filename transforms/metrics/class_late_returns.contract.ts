import { count, date, decimal, contract as describe, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.class_late_returns", {
  description: "What a client's window still held when its class was settled, and came back later.",
  key: ["client_id", "month"],
  answers: "What did nobody know yet when a client's class was settled?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month: date("First day of the period whose class it is."),
    volume: decimal(38, 4, "Volume of the window that came back after the period, in the measure of classes.", {
      unit: "reporting currency or units",
    }),
    active_period_count: count("Periods of the window that had volume then and have none now.", { unit: "periods" }),
  },
});
