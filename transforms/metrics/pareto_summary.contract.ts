import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.pareto_summary", {
  description: "How concentrated revenue is among clients, managers and products.",
  key: ["dimension", "period"],
  answers: "Do we hang on a few clients, managers or products?",
  columns: {
    dimension: text("`client`, `manager` or `product`."),
    period: text("`last_12_months` (complete ones) or `all_history` (up to the as-of day)."),
    from_date: date("First day of the period."),
    to_date: date("Last day of the period."),
    entity_count: count(
      "How many are compared: clients and products with an order, managers employed, in the period, unless the settings say otherwise.",
      {
        unit: "entities",
      },
    ),
    has_idle_entities: flag("Do those without an order in the period count too? A setting of each dimension."),
    total_amount: moneySum("Net revenue of those compared."),
    gini: double("Gini coefficient: 0 all equal, towards 1 all with one. Empty under ten managers.", {
      unit: "0..1",
    }).nullable(),
    gini_corrected: double("Gini × n/(n − 1), fit for small numbers.", { unit: "0..1" }).nullable(),
    top20_share: double("Share of the largest fifth, rounded up to whole entities.", { unit: "share 0..1" }).nullable(),
    k80_count: count("How many of the largest bring 80 %.", { unit: "entities" }).nullable(),
    k80_share: double("The same as a share of all compared.", { unit: "share 0..1" }).nullable(),
    hhi: double("Herfindahl-Hirschman index: sum of squared shares.", { unit: "0..1" }).nullable(),
    effective_count: double("1/HHI: how many equal ones would be as concentrated.", { unit: "entities" }).nullable(),
    excluded_negative_count: count("Set aside because of negative revenue.", { unit: "entities" }),
    unassigned_amount: moneySum("Revenue of the period that names no such entity."),
    quality_flag: text("`ok`, `low_n` (fewer than ten) or `no_amount`."),
  },
});
