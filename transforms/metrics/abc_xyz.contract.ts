import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

/** What is told of a client or product: `metrics.client_abc_xyz` and `metrics.product_abc_xyz` tell it too. */
export const abcXyzColumns = {
  window_from_month: date("First month of the window."),
  window_to_month: date("Last month of the window: the last complete one."),
  net_amount: moneySum("Net revenue in the window."),
  abc: text(
    "`A`: begins within the first 80 % of revenue, largest first; `B`: up to 95 %; `C`: the rest. Limits from the settings.",
  ),
  abc_share_before: double("Share of revenue held by all strictly larger ones; empty outside the base.", {
    unit: "share 0..1",
  }).nullable(),
  xyz: text("`X` even, `Y` varying, `Z` erratic demand; limits from the settings. Empty under six months.").nullable(),
  coefficient_of_variation: double("Standard deviation over mean of monthly revenue, empty months as zero.", {
    unit: "ratio",
  }).nullable(),
  cv_deseasonalised: double(
    "The same without the season: the last 24 months divided by their seasonal indices, each index taking one degree of freedom. Empty under 24 months of history.",
    { unit: "ratio" },
  ).nullable(),
  demand_interval: double("Eligible months per month with demand (ADI).", { unit: "months" }).nullable(),
  demand_cv2: double("Squared coefficient of variation of the months with demand.", { unit: "ratio" }).nullable(),
  demand_type: text("`smooth`, `intermittent`, `erratic` or `lumpy` (Syntetos and Boylan).").nullable(),
  eligible_month_count: count("Months of the window from the first order on.", { unit: "months" }),
  active_month_count: count("Months of the window with demand.", { unit: "months" }),
  quality_flag: text(
    "`ok`, `insufficient_history` (under six months) or `not_positive` (revenue zero or below: class C, outside the ABC base).",
  ),
};

export const contract = describe("metrics.abc_xyz", {
  description:
    "ABC by revenue of the last twelve complete months, and XYZ by how evenly it comes, one row per client and product.",
  key: ["dimension", "entity_id"],
  answers: "Who and what carries the revenue, and how evenly does it come?",
  columns: {
    dimension: text("`client` or `product`."),
    entity_id: id("The client or product."),
    ...abcXyzColumns,
  },
});
