import {
  count,
  date,
  contract as describe,
  double,
  flag,
  id,
  moneySum,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.pareto", {
  description:
    "Clients, managers and products in order of revenue, with the share each adds to the whole. Negative ones are listed but set aside.",
  key: ["dimension", "period", "entity_id"],
  answers: "How much of the revenue do the largest few bring?",
  columns: {
    dimension: text("`client`, `manager` or `product`."),
    period: text("`last_12_months` (complete ones) or `all_history` (up to the as-of day)."),
    entity_id: id("The client, manager or product."),
    from_date: date("First day of the period."),
    to_date: date("Last day of the period."),
    is_excluded: flag("Whether the revenue is negative and so outside ranks and shares."),
    rank: count("1 is the largest; ties in the order of their keys. Empty when set aside.").nullable(),
    amount: moneySum("Net revenue in the period."),
    compared_amount: moneySum(
      "What is compared: the revenue; for managers, revenue scaled up to the whole period by the months employed in it.",
    ),
    share: double("Share of the total compared.", { unit: "share 0..1" }).nullable(),
    cumulative_share: double("Share of this and all larger ones; the last is exactly 1.", {
      unit: "share 0..1",
    }).nullable(),
    cumulative_entity_share: double("Rank divided by the number compared.", { unit: "share 0..1" }).nullable(),
  },
});
