/** A model that is fitted or that scores: its rows say which version made them and what they rest on (DECISIONS 68). */
export interface ScoredModel {
  /** What its versions are named for. */
  readonly name: string;
  readonly relation: `metrics.${string}`;
  /** The column that says how many observations a row rests on. */
  readonly observations: string;
}

/**
 * All models that are fitted or that score. Each has the columns `as_of_date`, `model_version`, `quality_flag` and the one
 * named here; a version is the name and a digest of what the model is made from (warehouse/build/model-versions.ts).
 */
export const scoredModels: readonly ScoredModel[] = [
  { name: "churn", relation: "metrics.churn", observations: "fitted_client_count" },
  { name: "lifetime_value", relation: "metrics.client_lifetime_value", observations: "fitted_client_count" },
  { name: "forecast", relation: "metrics.forecast", observations: "month_count" },
  { name: "stage_probability", relation: "metrics.deal_stages", observations: "entry_count" },
  { name: "deal_value", relation: "metrics.open_deals", observations: "entry_count" },
  { name: "pipeline", relation: "metrics.pipeline", observations: "open_count" },
  { name: "renewal", relation: "metrics.renewal_fits", observations: "contract_count" },
  { name: "next_product", relation: "metrics.next_products", observations: "basket_ab_count" },
  { name: "look_alike", relation: "metrics.client_look_alikes", observations: "key_client_count" },
  { name: "rfm", relation: "metrics.rfm", observations: "scored_client_count" },
];
