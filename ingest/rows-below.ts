import { foldName } from "./header.ts";
import { totalWords } from "./structure/words.ts";

/** What statements write below their rows beside totals. */
const balance =
  /^(?:исходящий остаток|входящий остаток|сальдо|вихідний залишок|вхідний залишок|(?:opening|closing) balance)/u;
const most = 5;

/**
 * Leaves out of a sample what stands below its rows and is none: totals and balances, which would make a column of days one of
 * texts. How the file is loaded does not change: the reader knows totals, and sets aside what is no row.
 */
export function leaveRowsBelow(rows: readonly (readonly string[])[]): {
  readonly rows: readonly (readonly string[])[];
  readonly evidence: readonly string[];
} {
  const isBelow = (row: readonly string[]) => {
    const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const first = foldName(filled[0] ?? "");
    const isWord = totalWords.some((word) => first === word || first.startsWith(`${word} `)) || balance.test(first);
    return isWord && filled.length * 2 <= row.length;
  };
  const last = rows.findLastIndex((row) => !isBelow(row));
  const below = rows.slice(last + 1);
  if (below.length === 0 || below.length > most || last < 0) return { rows, evidence: [] };
  const shown = below.map((row) => `"${(row.find((cell) => cell.trim() !== "") ?? "").trim().slice(0, 40)}"`);
  return { rows: rows.slice(0, last + 1), evidence: [`below the rows: ${shown.join(", ")}`] };
}
