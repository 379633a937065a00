import { count, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_calibration", {
  description: "A tenth of the clients by what the model promised at a back-test cut-off, and what came.",
  key: ["cut_number", "variant", "bin"],
  answers: "Do as many clients order as the model says?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    variant: text("`model`, or `recalibrated` by the cut-off before."),
    bin: count("1 the least likely tenth to 10; equal clients stand together, so one may be missing."),
    client_count: count("Clients.", { unit: "clients" }),
    mean_probability: double("Mean probability of an order.", { unit: "probability 0..1" }),
    lowest_probability: double("Lowest of the bin.", { unit: "probability 0..1" }),
    highest_probability: double("Highest of the bin.", { unit: "probability 0..1" }),
    ordered_client_count: count("Clients that ordered in the horizon.", { unit: "clients" }),
    order_rate: double("Their share.", { unit: "share 0..1" }),
    order_rate_low: double("Lower Wilson limit, 95 %.", { unit: "share 0..1" }),
    order_rate_high: double("Upper Wilson limit, 95 %.", { unit: "share 0..1" }),
    difference: double("Promised less observed.", { unit: "share 0..1" }),
  },
});
