/** Moves the first day of a month by whole months; `YYYY-MM-DD`. */
export function addMonths(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = String(Math.floor(at / 12)).padStart(4, "0");
  return `${year}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}
