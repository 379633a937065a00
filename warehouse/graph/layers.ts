/** The schemas models live in, from the sources to the pages. */
export const modelSchemas = ["staging", "marts", "metrics"] as const;

export type ModelSchema = (typeof modelSchemas)[number];

/**
 * What each schema may read (design.md §3: nothing reads upward). Checks run on the finished file, which has no `raw`.
 * Staging reads staging for whose a client's rows are (DECISIONS 34), and to count what entered.
 */
export const layerLaw: Readonly<Record<ModelSchema | "checks", readonly string[]>> = {
  staging: ["raw", "staging", "meta"],
  marts: ["staging", "marts", "meta"],
  metrics: ["marts", "metrics", "meta"],
  checks: ["staging", "marts", "metrics", "meta"],
};

/** Relations of `meta` that stand before the first model; the others are written after the last one. */
export const metaBeforeModels = [
  "clock",
  "settings",
  "calendar",
  "numbers",
  "files",
  "rejects",
  "remarks",
  "sources",
  "superseded",
  "rfm_cut_points",
  "alerts",
  "working_hours",
  "complaint_targets",
  "client_decisions",
  "client_first_loads",
  "source_ranks",
  "model_versions",
] as const;

/** Relations of `meta` that the build writes after the models and checks: only pages read them. */
export const metaAfterModels = ["models", "checks", "run", "client_changes"] as const;
