/** Moves the first day of a month by whole months; `YYYY-MM-DD`. */
export function addMonths(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = String(Math.floor(at / 12)).padStart(4, "0");
  return `${year}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}

/** Counts the months from one first day of a month to another; below zero where the second is earlier. */
export function countMonths(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
