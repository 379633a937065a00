import { date, contract as describe, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.pareto_base", {
  description:
    "Net revenue of each client, manager and product over the last twelve complete months and over all history.",
  key: ["dimension", "period", "entity_id"],
  answers: "Whom does the concentration compare, and by what?",
  columns: {
    dimension: text("`client`, `manager` or `product`."),
    period: text("`last_12_months` (complete ones) or `all_history` (up to the as-of day)."),
    entity_id: id("The client, manager or product; `unknown` where the order or line names none."),
    from_date: date("First day of the period."),
    to_date: date("Last day of the period."),
    amount: moneySum("Net revenue in the period."),
    compared_amount: moneySum(
      "What is compared: the revenue; for managers, revenue scaled up to the whole period by the months employed in it.",
    ),
  },
});
