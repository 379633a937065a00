/** Computes Pearson's correlation of pairs; null with fewer than three or where one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return n < 3 || xx <= 1e-12 * n * meanX ** 2 || yy <= 1e-12 * n * meanY ** 2 ? null : xy / Math.sqrt(xx * yy);
}

/** Computes Spearman's rank correlation; equal values share the mean of their ranks. */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  const [xs, ys] = [rank(pairs.map(([x]) => x)), rank(pairs.map(([, y]) => y))];
  return pearson(pairs.map((_, index) => [xs[index] ?? 0, ys[index] ?? 0]));
}

/** Ranks from 1; ties share the mean. */
function rank(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((left, right) => (values[left] ?? 0) - (values[right] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at] ?? 0] = (from + to + 1) / 2;
  }
  return ranks;
}
