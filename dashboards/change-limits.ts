/** A figure of a sample with the limits of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Limits of a figure or of a change, lower first. */
export type Limits = readonly [lower: number, upper: number];

/**
 * Works out within which limits a change between two samples lies, from how far each may reach towards the other: MOVER of
 * Zou & Donner 2008, as `metrics.satisfaction_by_wave` judges a wave against the one before.
 */
export function changeLimits(now: Estimate, before: Estimate): Limits {
  const change = now.value - before.value;
  return [
    change - Math.hypot(now.value - now.lower, before.upper - before.value),
    change + Math.hypot(now.upper - now.value, before.value - before.lower),
  ];
}

/** Whether a change may be none at all. */
export function mayBeChance([lower, upper]: Limits): boolean {
  return lower <= 0 && upper >= 0;
}
