import { clean } from "./log.ts";

type Cell = string | number | boolean | null | undefined;

/** Formats rows as aligned columns; numbers stand right, NULL is a dash. */
export function formatTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => columns.map((_, index) => cellText(row[index])));
  const widths = columns.map((name, index) =>
    Math.max(name.length, ...texts.map((row) => Math.min(widest, (row[index] ?? "").length))),
  );
  const isNumber = columns.map((_, index) => rows.length > 0 && rows.every((row) => isNumeric(row[index])));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, isNumber[index] === true))
      .join("  ")
      .trimEnd();
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...texts.map(line)].join("\n");
}

/** A cell never takes more than this many columns of a terminal. */
const widest = 60;

function pad(text: string, width: number, isRight: boolean): string {
  const cut = text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text;
  return isRight ? cut.padStart(width) : cut.padEnd(width);
}

function cellText(cell: Cell): string {
  return cell === null || cell === undefined ? "-" : clean(String(cell)).replaceAll("\n", "\\n");
}

function isNumeric(cell: Cell): boolean {
  return cell === null || cell === undefined || typeof cell === "number" || /^-?\d+(\.\d+)?$/.test(String(cell));
}
