/**
 * Computes the Jaro–Winkler similarity of two texts, 0 to 1: matches within half the longer length, transpositions, and up to
 * four letters of common prefix weighing 0.1 (Winkler 1990; MARTHA and MARHTA have 0.9611).
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return left === "" ? 0 : 1;
  const jaro = jaroOf(left, right);
  let prefix = 0;
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(left: string, right: string): number {
  if (left === "" || right === "") return 0;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Uint8Array(right.length);
  const matched: number[] = [];
  for (let at = 0; at < left.length; at += 1) {
    const code = left.charCodeAt(at);
    const end = Math.min(right.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other += 1) {
      if (taken[other] === 1 || right.charCodeAt(other) !== code) continue;
      taken[other] = 1;
      matched.push(code);
      break;
    }
  }
  if (matched.length === 0) return 0;
  const swaps = Math.floor(countMoved(matched, right, taken) / 2);
  const { length } = matched;
  return (length / left.length + length / right.length + (length - swaps) / length) / 3;
}

/** Counts matched letters that stand in another order on the right. */
function countMoved(matched: readonly number[], right: string, taken: Uint8Array): number {
  let place = 0;
  let moved = 0;
  for (let at = 0; at < right.length; at += 1) {
    if (taken[at] !== 1) continue;
    if (matched[place] !== right.charCodeAt(at)) moved += 1;
    place += 1;
  }
  return moved;
}
