/** Finds a minimum without gradients: the oracle of BFGS (Nelder, Mead 1965, standard coefficients, restarted once). */
export function nelderMead(objective: (at: readonly number[]) => number, start: readonly number[]): readonly number[] {
  return search(objective, search(objective, start));
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

function search(objective: (at: readonly number[]) => number, start: readonly number[]): readonly number[] {
  const corner = (at: readonly number[]): Corner => ({ at, value: objective(at) });
  let corners = [start, ...start.map((_, index) => start.map((part, at) => (at === index ? part + 0.5 : part)))].map(
    corner,
  );
  for (let step = 0; step < 5000; step += 1) {
    corners.sort((left, right) => left.value - right.value);
    const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)];
    if (best === undefined || worst === undefined || second === undefined) break;
    if (worst.value - best.value <= 1e-15 * (1 + Math.abs(best.value))) break;
    const others = corners.slice(0, -1);
    const middle = start.map((_, at) => others.reduce((sum, one) => sum + (one.at[at] ?? 0), 0) / others.length);
    const along = (factor: number) => corner(middle.map((part, at) => part + factor * ((worst.at[at] ?? 0) - part)));
    const reflected = along(-1);
    const next =
      reflected.value < best.value
        ? pick(reflected, along(-2))
        : reflected.value < second.value
          ? reflected
          : pick(worst, along(reflected.value < worst.value ? -0.5 : 0.5));
    corners =
      next === worst
        ? corners.map((one) => corner(one.at.map((part, at) => (part + (best.at[at] ?? 0)) / 2)))
        : [...others, next];
  }
  return corners.reduce(pick).at;
}

function pick(left: Corner, right: Corner): Corner {
  return right.value < left.value ? right : left;
}
