import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_portrait", {
  description: "How common each trait is among the clients of a segment, against all clients with an order.",
  key: ["segmentation", "segment", "trait", "value"],
  answers: "What are our best clients like, and how do they differ?",
  columns: {
    segmentation: text("What clients are divided by: `class`, `rfm` or `region`."),
    segment: text("The part described."),
    trait: text("`industry`, `region`, `size`, `kind`, `age`, `years_with_us`, `channel` or `category`."),
    value: text("Its value; clients of whom it is not known are left out."),
    client_count: count("Clients of the segment for whom the trait is known.", { unit: "clients" }),
    value_count: count("Of these, with this value.", { unit: "clients" }),
    share: double("Share of the segment with this value.", { unit: "share 0..1" }),
    share_lower: double("Lower 95 % limit (Wilson).", { unit: "share 0..1" }),
    share_upper: double("Upper 95 % limit (Wilson).", { unit: "share 0..1" }),
    base_client_count: count("All clients with an order for whom the trait is known.", { unit: "clients" }),
    base_value_count: count("Of these, with this value.", { unit: "clients" }),
    base_share: double("Share of all clients with this value.", { unit: "share 0..1" }),
    index_ratio: double("Share in the segment over share of all clients.", { unit: "ratio" }),
    leaning: text("`over` or `under` where chance does not explain the difference, else `none`."),
    quality_flag: text("`ok`; `low_n` below 30 clients in the segment or 10 with the value."),
    as_of_date: date("Day the numbers speak of."),
  },
});
