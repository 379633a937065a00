import type { Twin } from "../../warehouse/graph/twin.ts";
import { fitRenewals, retentionAt, survivalAt } from "../fits/renewal.ts";

interface Row {
  readonly is_total: boolean;
  readonly kind: string;
  readonly renewal_number: number;
  readonly lost_count: number;
  readonly held_count: number;
}

interface ModelVersion {
  readonly relation: string;
  readonly model_version: string;
}

/** By which version, and on which day, rows were made. */
type Made = Readonly<Record<"model_version" | "as_of_date", string | null>>;

/** Terms told ahead of what was seen, so that a reader sees where renewals tend. */
const renewalsAhead = 3;
/** Below so many contracts lost or held beyond a renewal the two parameters are a guess. */
const leastContracts = 100;

/** Fits the shifted-beta-geometric model per kind of contract, and tells renewal and survival by it (models.md §3b). */
export const model: Twin = {
  reads: ["metrics.contract_renewals", "meta.clock", "meta.model_versions"],
  compute: async (input) => {
    const rows = await input.rows<Row>("metrics.contract_renewals", ["is_total", "kind", "renewal_number"]);
    const [clock] = await input.rows<{ as_of_date: string }>("meta.clock");
    const versions = await input.rows<ModelVersion>("meta.model_versions");
    const made = {
      model_version: versions.find(({ relation }) => relation === "metrics.renewal_fits")?.model_version ?? null,
      as_of_date: clock?.as_of_date ?? null,
    };
    return [true, false].flatMap((is_total) => {
      const told = rows.filter((row) => row.is_total === is_total);
      return [...new Set(told.map(({ kind }) => kind))].flatMap((kind) =>
        fitKind(
          { is_total, kind, ...made },
          told.filter((row) => row.kind === kind),
        ),
      );
    });
  },
};

function fitKind(name: Pick<Row, "is_total" | "kind"> & Made, rows: readonly Row[]) {
  const last = Math.max(...rows.map((row) => row.renewal_number));
  const at = (figure: (row: Row) => number) =>
    Array.from({ length: last }, (_, index) => {
      const row = rows.find(({ renewal_number }) => renewal_number === index + 1);
      return row === undefined ? 0 : figure(row);
    });
  const renewals = { lost: at((row) => row.lost_count), held: at((row) => row.held_count) };
  const contracts = [...renewals.lost, ...renewals.held].reduce((sum, count) => sum + count, 0);
  const fit = fitRenewals(renewals);
  if (fit === null) return [];
  const flag = !fit.isConverged ? "not_converged" : fit.isAtBound ? "at_bound" : "ok";
  return Array.from({ length: last + renewalsAhead }, (_, index) => ({
    ...name,
    renewal_number: index + 1,
    is_seen: index < last,
    contract_count: contracts,
    a: fit.a,
    b: fit.b,
    log_likelihood: fit.logLikelihood,
    expected_renewal_rate: retentionAt(fit, index + 1),
    expected_survival_share: survivalAt(fit, index + 1),
    quality_flag: flag === "ok" && contracts < leastContracts ? "low_n" : flag,
  }));
}
