import type { Twin } from "../../warehouse/graph/twin.ts";
import { pearson, spearman } from "../fits/correlation.ts";
import { fitSpending, type SpendingFit } from "../fits/spending.ts";

interface Row {
  readonly cut_number: number;
  readonly repeat_count: number;
  readonly mean_amount: number;
}

/** Repeat counts from … to, both included. */
interface Band {
  readonly from: number;
  readonly to: number;
}

const everyone: Band = { from: 0, to: 1_000_000 };
const bands: readonly Band[] = [
  { from: 0, to: 2 },
  { from: 3, to: 9 },
  { from: 10, to: everyone.to },
];

/** Beyond this correlation of spend with frequency the model's assumption does not hold (models.md §4.1). */
const mostCorrelation = 0.3;
const fewestRepeaters = 100;

/** Fits what a repeat purchase is worth; where spend hangs on frequency, in bands of frequency. */
export const model: Twin = {
  reads: ["metrics.spend_histories"],
  compute: async (input) => {
    const rows = await input.rows<Row>("metrics.spend_histories", ["cut_number", "repeat_count", "client_id"]);
    return [0, 4].flatMap((cut) => {
      const known = rows.filter(({ cut_number }) => cut_number === cut);
      return known.length === 0 ? [] : fitCut(known).map((fit) => ({ cut_number: cut, ...fit }));
    });
  },
};

function fitCut(rows: readonly Row[]) {
  const whole = fitBand(rows, everyone);
  if (!isCorrelated(whole)) return [whole];
  const parts = bands.map((band) =>
    fitBand(
      rows.filter(({ repeat_count }) => repeat_count >= band.from && repeat_count <= band.to),
      band,
    ),
  );
  return parts.every(({ p }) => p !== null) ? parts : [whole];
}

function isCorrelated({ pearson_correlation, spearman_correlation }: ReturnType<typeof fitBand>): boolean {
  return Math.max(Math.abs(pearson_correlation ?? 0), Math.abs(spearman_correlation ?? 0)) > mostCorrelation;
}

function fitBand(rows: readonly Row[], band: Band) {
  const pairs = rows.map(({ repeat_count, mean_amount }) => [repeat_count, mean_amount] as const);
  const [plain, ranked] = [pearson(pairs), spearman(pairs)];
  const fit =
    rows.length < fewestRepeaters
      ? null
      : fitSpending(rows.map(({ repeat_count, mean_amount }) => ({ x: repeat_count, z: mean_amount, weight: 1 })));
  const isUsable = fit?.isConverged === true && !fit.isAtBound;
  const description = {
    repeat_count_from: band.from,
    repeat_count_to: band.to,
    p: isUsable ? fit.p : null,
    q: isUsable ? fit.q : null,
    gamma_amount: isUsable ? fit.gamma : null,
    log_likelihood: isUsable ? fit.logLikelihood : null,
    mean_amount: rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.mean_amount, 0) / rows.length,
    pearson_correlation: plain,
    spearman_correlation: ranked,
    client_count: rows.length,
    quality_flag: judge(fit, plain, ranked),
  };
  return description;
}

function judge(fit: SpendingFit | null, plain: number | null, ranked: number | null): string {
  if (fit === null) return "low_n";
  if (fit.isAtBound) return "at_bound";
  if (!fit.isConverged) return "not_converged";
  return Math.max(Math.abs(plain ?? 0), Math.abs(ranked ?? 0)) > mostCorrelation ? "correlated" : "ok";
}
