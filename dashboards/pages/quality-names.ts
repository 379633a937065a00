import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { nameOf } from "../components/names.ts";
import type { Column } from "../components/table.ts";

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

const total = /^the total of (.+) is (-?[\d.]+), (?:as read|read (-?[\d.]+), difference (-?[\d.]+))$/;

/** Says a total of a file in words; other remarks quote the file and stand as the warehouse has them. */
export function remarkText({ words, formats }: PageContext, message: string): string {
  const [, column, said, read, difference] = total.exec(message) ?? [];
  if (column === undefined || said === undefined) return message;
  const amount = (text: string) => formats.ratio(Number(text));
  if (read === undefined || difference === undefined) return words.fileTotals.met(column, amount(said));
  return words.fileTotals.missed(column, amount(said), amount(read), amount(difference));
}
