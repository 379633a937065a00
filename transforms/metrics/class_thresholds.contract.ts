import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.class_thresholds", {
  description: "The average volume per period that made a client key or medium in a period.",
  key: ["month"],
  answers: "From which volume on is a client key, or medium?",
  columns: {
    month: date("First day of the period."),
    is_current: flag("Whether this is the last complete period."),
    mode: text(
      "How thresholds are found: `absolute` (given volumes), `quantile` (of the regular clients), `share` (of their volume).",
    ),
    measure: text("What counts as volume: `net_amount`, `order_count` or `quantity`."),
    key_from_amount: double("Average volume per period for class key; empty where no client is regular.", {
      unit: "volume per period",
    }).nullable(),
    medium_from_amount: double("Average volume per period for class medium; empty where no client is regular.", {
      unit: "volume per period",
    }).nullable(),
    client_count: count("Clients the thresholds were taken from: with volume and not occasional.", {
      unit: "clients",
    }),
  },
});
