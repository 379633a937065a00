import { balanceWords, beginsWith, tellsBalance, totalWords } from "./structure/words.ts";

const most = 5;

/**
 * Leaves out of a sample what stands above and below its rows and is none: totals and balances, which would make a column of days
 * one of texts. The reader knows them too, and loads none.
 */
export function leaveRowsBelow(rows: readonly (readonly string[])[]): {
  readonly rows: readonly (readonly string[])[];
  readonly evidence: readonly string[];
} {
  const last = rows.findLastIndex((row) => !isBelow(row));
  const below = rows.slice(last + 1);
  if (below.length > most || last < 0) return { rows, evidence: [] };
  const first = rows.findIndex((row) => !(isBelow(row) && tellsBalance(row)));
  return {
    rows: rows.slice(first, last + 1),
    evidence: [...describe("above", rows.slice(0, first)), ...describe("below", below)],
  };
}

function isBelow(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const word = beginsWith(filled[0] ?? "", [...totalWords, ...balanceWords]);
  return word !== undefined && filled.length * 2 <= row.length;
}

function describe(where: string, rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.map((row) => `"${(row.find((cell) => cell.trim() !== "") ?? "").trim().slice(0, 40)}"`);
  return [`${where} the rows: ${shown.join(", ")}`];
}
