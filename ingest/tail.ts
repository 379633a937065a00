import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import type { Fit, Table } from "./fit.ts";
import { tailQuestion } from "./structure/sample.ts";

/**
 * Settles what is open where lines end with one empty field more than the header has names. Names we know are whole, and a
 * number or a day that stands under its name was not shifted: only unknown names to the right of those may be two names
 * without a delimiter between them.
 */
export function settleTail(
  questions: readonly string[],
  { columns }: Table,
  fits: readonly Fit[],
): { readonly questions: readonly string[]; readonly evidence: readonly string[] } {
  if (!questions.includes(tailQuestion)) return { questions, evidence: [] };
  const others = questions.filter((question) => question !== tailQuestion);
  const typed = new Set(fits.flatMap(listTyped));
  const isSure = ({ name, type }: Table["columns"][number]) =>
    typed.has(name) && ["number", "date", "timestamp"].includes(type);
  const right = columns.slice(columns.findLastIndex(isSure) + 1);
  const known = new Set(fits.flatMap(({ matches }) => [...matches.keys()]));
  const doubtful = right.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  const left = "lines end with one empty field more than the header has names: it is left out";
  if (doubtful.length === 0) return { questions: others, evidence: [left] };
  const asked = `Are two names written as one in ${doubtful.slice(0, 6).join(" or ")}? Lines end with one empty field more than the header has names. If so, put the missing delimiter into the header, or all columns to the right of it are shifted; if not, nothing is to be done.`;
  return { questions: [...others, asked], evidence: [left] };
}

/** Names of the export's columns that become numbers and days. */
function listTyped({ entity, matches }: Fit): readonly string[] {
  const texts = new Set(
    listColumns(entities[entity]).flatMap(({ name, sqlType }) => (sqlType === "varchar" ? [name] : [])),
  );
  return [...matches].flatMap(([name, column]) => (texts.has(column) ? [] : [name]));
}
