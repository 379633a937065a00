/** A function to be made small: its value, and its gradient written into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly evaluations: number;
  readonly isConverged: boolean;
  /** Indexes of coordinates that ended on a bound. */
  readonly atBound: readonly number[];
}

/** How far and how long to search. */
export interface BfgsOptions {
  /** Every coordinate stays in [−bound, bound]. */
  readonly bound: number;
  /** Longest step in one coordinate. */
  readonly stepCap: number;
  /** Relative change of the value that ends the search. */
  readonly tolerance: number;
  readonly mostIterations: number;
}

const defaults: BfgsOptions = { bound: 9, stepCap: 2, tolerance: 1e-13, mostIterations: 120 };

/** Share of the slope a step must earn (Armijo). */
const armijo = 1e-4;

/** Finds a minimum by BFGS with an analytic gradient, capped steps and Armijo back-tracking, within bounds. */
export function minimize(objective: Objective, start: readonly number[], given: Partial<BfgsOptions> = {}): Minimum {
  const options = { ...defaults, ...given };
  const size = start.length;
  let state = evaluate(objective, clampAll(Float64Array.from(start), options.bound));
  let inverse = identity(size);
  let evaluations = 1;
  let isConverged = false;
  for (let iteration = 0; iteration < options.mostIterations && !isConverged; iteration += 1) {
    const step = searchLine(objective, state, descend(inverse, state, options), options);
    evaluations += step.evaluations;
    if (step.state === undefined) {
      // No step helps: at the minimum, unless the remembered curvature misleads.
      isConverged = isFlat(state, options) || isIdentity(inverse);
      inverse = identity(size);
      continue;
    }
    isConverged = state.value - step.state.value <= options.tolerance * (1 + Math.abs(step.state.value));
    // Where a coordinate reaches or leaves a bound, the curvature learnt is that of another space.
    inverse = isSameSpace(state, step.state, options)
      ? updateInverse(inverse, state, step.state, options)
      : identity(size);
    state = step.state;
  }
  // On a ridge towards a bound the value creeps: what has no slope left is settled.
  isConverged ||= isFlat(state, options);
  return { at: state.at, value: state.value, evaluations, isConverged, atBound: boundsHit(state.at, options.bound) };
}

interface State {
  readonly at: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

function evaluate(objective: Objective, at: Float64Array): State {
  const gradient = new Float64Array(at.length);
  const value = objective(at, gradient);
  return { at, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY, gradient };
}

/** The direction of descent; coordinates on a bound do not push outward. */
function descend(inverse: readonly Float64Array[], state: State, { bound, stepCap }: BfgsOptions): Float64Array {
  const isFree = (index: number) => !isBlocked(state, index, bound);
  const direction = Float64Array.from(inverse, (row, index) =>
    isFree(index) ? -row.reduce((sum, cell, at) => sum + (isFree(at) ? cell * gradientAt(state, at) : 0), 0) : 0,
  );
  const slope = direction.reduce((sum, part, index) => sum + part * gradientAt(state, index), 0);
  const downhill =
    slope < 0 ? direction : Float64Array.from(direction, (_, at) => (isFree(at) ? -gradientAt(state, at) : 0));
  const longest = downhill.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  return longest > stepCap ? downhill.map((part) => (part * stepCap) / longest) : downhill;
}

function isBlocked({ at, gradient }: State, index: number, bound: number): boolean {
  const place = at[index] ?? 0;
  const slope = gradient[index] ?? 0;
  return (place >= bound && slope < 0) || (place <= -bound && slope > 0);
}

function searchLine(objective: Objective, from: State, direction: Float64Array, { bound }: BfgsOptions) {
  const slope = direction.reduce((sum, part, index) => sum + part * gradientAt(from, index), 0);
  let evaluations = 0;
  if (slope === 0) return { state: undefined, evaluations };
  for (let length = 1; length > 1e-12; length /= 2) {
    const to = clampAll(
      from.at.map((place, index) => place + length * (direction[index] ?? 0)),
      bound,
    );
    const state = evaluate(objective, to);
    evaluations += 1;
    if (state.value <= from.value + armijo * length * slope) return { state, evaluations };
  }
  return { state: undefined, evaluations };
}

function isSameSpace(from: State, to: State, { bound }: BfgsOptions): boolean {
  return to.at.every((_, index) => isBlocked(from, index, bound) === isBlocked(to, index, bound));
}

/** The BFGS update of the inverse Hessian among free coordinates; skipped where the curvature is not positive. */
function updateInverse(
  inverse: readonly Float64Array[],
  from: State,
  to: State,
  { bound }: BfgsOptions,
): readonly Float64Array[] {
  const free = (index: number, value: number) => (isBlocked(to, index, bound) ? 0 : value);
  const moved = to.at.map((place, index) => free(index, place - (from.at[index] ?? 0)));
  const bent = to.gradient.map((slope, index) => free(index, slope - gradientAt(from, index)));
  const curvature = dot(moved, bent);
  if (curvature <= 1e-14) return inverse;
  const bentInverse = Float64Array.from(inverse, (row) => dot(row, bent));
  const factor = (1 + dot(bent, bentInverse) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map(
      (cell, j) =>
        cell +
        factor * (moved[i] ?? 0) * (moved[j] ?? 0) -
        ((bentInverse[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (bentInverse[j] ?? 0)) / curvature,
    ),
  );
}

function isFlat(state: State, { bound }: BfgsOptions): boolean {
  const scale = 1 + Math.abs(state.value);
  return state.gradient.every((slope, index) => isBlocked(state, index, bound) || Math.abs(slope) <= 1e-6 * scale);
}

function boundsHit(at: Float64Array, bound: number): readonly number[] {
  return [...at.keys()].filter((index) => Math.abs(at[index] ?? 0) >= bound);
}

function clampAll(at: Float64Array, bound: number): Float64Array {
  return at.map((place) => Math.min(bound, Math.max(-bound, place)));
}

function gradientAt({ gradient }: State, index: number): number {
  return gradient[index] ?? 0;
}

function identity(size: number): readonly Float64Array[] {
  return Array.from({ length: size }, (_, row) => Float64Array.from({ length: size }, (_, at) => (row === at ? 1 : 0)));
}

function isIdentity(matrix: readonly Float64Array[]): boolean {
  return matrix.every((row, index) => row.every((cell, at) => cell === (at === index ? 1 : 0)));
}

function dot(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, part, index) => sum + part * (right[index] ?? 0), 0);
}
