import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { nameOf } from "../components/names.ts";
import type { Column } from "../components/table.ts";
import type { RemarkRow } from "./remark-row.ts";

/** Names of entities; a line of a file that is of none has an unknown one. */
export function entityNames({ words }: PageContext): Readonly<Record<string, string>> {
  return { ...words.values, ...words.entities };
}

/** A column of rules in words, with the name `karavan rejects` knows them by. */
export function ruleColumn<Row extends { readonly rule: string }>(context: PageContext): Column<Row> {
  const { words } = context;
  return {
    ...columnsFor<Row>(context).named(words.columns.rule, (row) => row.rule, words.rejectRules),
    show: (row) => [nameOf(words.rejectRules, row.rule), element("br"), element("code", { dir: "ltr" }, row.rule)],
  };
}

/** What it takes to say something. */
type Speech = Pick<PageContext, "words" | "formats">;

const total = /^the total of (.+) is (-?[\d.]+), (?:as read|read (-?[\d.]+), difference (-?[\d.]+))$/;
const hidden = /^(\d+) hidden rows? (?:was|were) read too$/;
const rowCheck = /^(\d+) rows? \(lines? ([\d, …]+)\): (.+)$/s;
const fileCheck = /^the file: (.+)$/s;

/**
 * Says a remark in words: what was mended by its kind, totals, hidden rows and rules by what the warehouse writes of them. A
 * rule itself is the company's own text.
 */
export function remarkText(context: Speech, { kind, message }: Pick<RemarkRow, "kind" | "message">): string {
  const { words } = context;
  const mended = words.remarkTexts[kind];
  if (mended !== undefined) return mended;
  if (kind === "check") return checkText(context, message);
  const [, rows] = hidden.exec(message) ?? [];
  if (rows !== undefined) return words.remarkTold.hidden(context.formats.integer(Number(rows)));
  const totals = message.split("; ").map((one) => totalText(context, one));
  return totals.every((text) => text !== undefined) ? totals.join("; ") : message;
}

function checkText({ words, formats }: Speech, message: string): string {
  const [, rows, lines, what] = rowCheck.exec(message) ?? [];
  if (rows !== undefined && lines !== undefined && what !== undefined) {
    const places = lines.replace(/\d+/g, (line) => formats.integer(Number(line)));
    return words.remarkTold.rowCheck(formats.integer(Number(rows)), places, what);
  }
  const [, rule] = fileCheck.exec(message) ?? [];
  return rule === undefined ? message : words.remarkTold.fileCheck(rule);
}

function totalText({ words, formats }: Speech, message: string): string | undefined {
  const [, column, said, read, difference] = total.exec(message) ?? [];
  if (column === undefined || said === undefined) return undefined;
  const amount = (text: string) => formats.ratio(Number(text));
  if (read === undefined || difference === undefined) return words.fileTotals.met(column, amount(said));
  return words.fileTotals.missed(column, amount(said), amount(read), amount(difference));
}
