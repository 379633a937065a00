import type { Table } from "./fit.ts";

/** Names shown of many. */
const mostNamed = 3;

/** Asks of what cells of a table show to be lost, or hidden in them: letters a program could not write, and lists. */
export function askOfCells(table: Table): readonly string[] {
  return [...askOfLostLetters(table), ...askOfLists(table)];
}

/** The mark that programs write for a letter they could not read: the file is whole, its words are not. */
function askOfLostLetters({ columns, rows }: Table): readonly string[] {
  const texts = [...columns.map(({ name }) => name), ...rows.flat()];
  const lost = texts.filter((text) => text.includes("\ufffd"));
  const [first] = lost;
  if (first === undefined) return [];
  return [
    `Were letters lost? ${lost.length} texts hold �, such as "${first.slice(0, 60)}": a program that read the file in a wrong encoding saved it so, and nothing brings them back. Export it again, unless these words do not matter.`,
  ];
}

/** A list of records in a cell, such as the items of an order, is kept as text and becomes no rows. */
function askOfLists({ columns, rows }: Table): readonly string[] {
  const found = columns.flatMap(({ name }, place) => {
    const filled = rows.map((row) => row[place]?.trim() ?? "").filter((text) => text !== "");
    return filled.length > 0 && filled.every(isList) ? [name] : [];
  });
  if (found.length === 0) return [];
  const names = found.slice(0, mostNamed).join(", ");
  return [
    `Is what ${names} lists needed, such as the lines of an order? Its cells hold lists of records, which are kept as they stand and become no rows: export them as a table of their own.`,
  ];
}

function isList(text: string): boolean {
  return /^\[\s*\{.+\}\s*\]$/s.test(text);
}
