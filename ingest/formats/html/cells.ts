import type { Cell } from "../xlsx/sheet.ts";
import { formatKind, type NumberKind } from "../xlsx/styles.ts";
import { decodeEntities } from "./entities.ts";
import { htmlAttribute } from "./tokens.ts";

/** What numbers of a page are, by the style of their cells. */
export const htmlKinds: readonly NumberKind[] = ["number", "percent"];

const longestText = 1_048_576;
/** How numbers are shown: digits with marks between, a sign, a percent sign; no day and no time. */
const shownNumber = /^[-+−(]?\s*\p{Sc}?\s*[0-9][0-9\s.,']*\s*(?:%|\p{Sc})?\)?-?$/u;
const shownDay = /^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}/;

/** Gathers the text of a cell as a browser shows it. */
export class CellText {
  #text = "";

  /** Adds text as written: white space is one space, no-break spaces stay. */
  add(raw: string): void {
    if (this.#text.length > longestText) return;
    this.#text += decodeEntities(raw.replace(/[ \t\n\r\f]+/g, " "));
  }

  break(): void {
    this.#text += "\n";
  }

  /** What follows stands on a line of its own. */
  paragraph(): void {
    if (!/(?:^|\n) *$/.test(this.#text.slice(-8))) this.#text += "\n";
  }

  read(): string {
    return this.#text
      .replace(/ +/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/^[ \n]+|[ \n]+$/g, "");
  }
}

/**
 * Makes a cell of its text. Excel writes the exact value of a number beside it (`x:num`), which counts where the text
 * shows a number too; `mso-number-format` tells text and percent. Undefined for an empty cell.
 */
export function makeCell(column: number, attributes: string, text: string): Cell | undefined {
  if (text === "") return undefined;
  const plain: Cell = { column, type: "str", style: 0, stored: text, isUncomputed: false };
  const exact = htmlAttribute(attributes, "x:num");
  if (exact === undefined || exact === "" || !/^[-+]?[0-9.]+(?:e[-+]?[0-9]+)?$/i.test(exact)) return plain;
  const format = /mso-number-format:\s*["']?([^;"']*)/i.exec(htmlAttribute(attributes, "style") ?? "")?.[1] ?? "";
  const kind = formatKind(format.replaceAll("\\", ""));
  const isText = format.replaceAll("\\", "").trim() === "@";
  if (isText || !shownNumber.test(text) || shownDay.test(text)) return plain;
  return { ...plain, type: "n", style: kind === "percent" || text.includes("%") ? 1 : 0, stored: exact };
}
