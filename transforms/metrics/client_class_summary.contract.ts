import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_class_summary", {
  description: "Clients and revenue of each class, per period. Every class has a row, empty ones included.",
  key: ["month", "class"],
  answers: "What share of clients and revenue does each class hold?",
  columns: {
    month: date("First day of the period."),
    class: text("Published class: `key`, `medium`, `small`, `occasional`, `inactive` or `new`."),
    is_current: flag("Whether this is the last complete period."),
    client_count: count("Clients in the class.", { unit: "clients" }),
    client_share: double("Share of all classified clients.", { unit: "share 0..1" }),
    net_amount: moneySum("Net revenue of the class in the window."),
    net_amount_share: double(
      "Share of the revenue of the classes above zero; empty where there is none, and for a class below.",
      {
        unit: "share 0..1",
      },
    ).nullable(),
  },
});
