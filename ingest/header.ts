import { FileFault, type InputColumn } from "./formats/reader.ts";
import type { Feed } from "./source.ts";

/** Pseudo columns a mapping may name beside those of the export. */
export const pseudoColumns = ["$record", "$file"] as const;

/** Brings a column name to the form names are compared in: NFKC, folded case, ё as е, no invisible marks, single spaces, none outside. */
export function foldName(name: string): string {
  const visible = name.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
  return visible.toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim();
}

/** Names the cells of a header: the second `Сумма` becomes `Сумма#2`, a cell without a name `column 3`. */
export function nameCells(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() === "" ? `column ${index + 1}` : cell.trim();
    const times = (seen.get(foldName(name)) ?? 0) + 1;
    seen.set(foldName(name), times);
    return times === 1 ? name : `${name}#${times}`;
  });
}

/** Lists the names a feed needs in the export, synonyms as one group; any name of a group will do. */
export function neededNames(feed: Feed): readonly (readonly string[])[] {
  const groups = feed.mappings.flatMap(({ origin, optional }) => {
    if (optional || origin.kind === "value") return [];
    return origin.kind === "synonyms" ? [origin.names] : origin.names.map((name) => [name]);
  });
  const version = feed.version === undefined ? [] : [[feed.version.name]];
  const deletes = feed.deletes === undefined || isNested(feed) ? [] : [[feed.deletes.column]];
  return [...groups, ...version, ...deletes, ...feed.only.map(({ column }) => [column])].filter(
    (group) => !group.some((name) => pseudoColumns.some((pseudo) => pseudo === name)),
  );
}

/** Lists names a feed knows of: needed ones, and those it can do without. */
export function knownNames(feed: Feed): readonly string[] {
  const mapped = feed.mappings.flatMap(({ origin }) => (origin.kind === "value" ? [] : origin.names));
  const deletes = feed.deletes === undefined ? [] : [feed.deletes.column];
  return [...mapped, ...neededNames(feed).flat(), ...deletes];
}

/** Formats whose records leave out what has no value: a mark of deletion may stand in none. */
function isNested({ format }: Feed): boolean {
  return format === "xml" || format === "json" || format === "ndjson";
}

/** Finds the column of the export that a name of the source means. */
export function findColumn(columns: readonly InputColumn[], name: string): InputColumn | undefined {
  const wanted = foldName(name).replace(/#1$/, "");
  return columns.find((column) => foldName(column.name) === wanted);
}

/** Finds the place of a name of the source among those of the export. */
export function findName(names: readonly string[], name: string): number | undefined {
  const wanted = foldName(name).replace(/#1$/, "");
  const index = names.findIndex((one) => foldName(one) === wanted);
  return index < 0 ? undefined : index;
}

/** Joins the names of groups with those below them: `Plan` over `Amount` is `Plan Amount`; a group of one stands alone. */
export function joinHeaders(upper: readonly string[], lower: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const group = upper[column] ?? "";
    const name = lower[column] ?? "";
    if (group === "" || name === group || name.startsWith(`${group} `)) return name;
    return name === "" ? group : `${group} ${name}`;
  });
}

/** Counts the groups a header satisfies. */
export function countMatches(feed: Feed, names: readonly string[]): number {
  const folded = new Set(names.map(foldName));
  return neededNames(feed).filter((group) => group.some((name) => folded.has(foldName(name).replace(/#1$/, ""))))
    .length;
}

/**
 * Holds a header against what a feed needs, by name.
 * @throws FileFault naming what is missing, what is there instead, and the nearest name.
 */
export function requireColumns(feed: Feed, names: readonly string[], line: number | undefined): void {
  const folded = new Set(names.map(foldName));
  const has = (name: string) => folded.has(foldName(name).replace(/#1$/, ""));
  const missing = neededNames(feed).filter((group) => !group.some(has));
  if (missing.length > 0) throw missingColumns(feed, missing, names, line);
  refuseAmbiguous(feed, folded, line);
}

function missingColumns(
  feed: Feed,
  missing: readonly (readonly string[])[],
  names: readonly string[],
  line: number | undefined,
): FileFault {
  const known = new Set(knownNames(feed).map(foldName));
  const unknown = names.filter((name) => !known.has(foldName(name)));
  const wanted = [...new Set(missing.map((group) => group.join(" or ")))].join(", ");
  const hints = missing.flatMap((group) => {
    const near = nearest(group[0] ?? "", unknown);
    return near === undefined || near.length > 60 ? [] : [`did "${near}" replace "${group[0]}"?`];
  });
  const instead = unknown.length === 0 ? "" : `; not mapped: ${unknown.slice(0, 10).join(", ")}`;
  return new FileFault(
    "header",
    `missing column ${wanted}${instead}${hints.length === 0 ? "" : `; ${[...new Set(hints)].join(" ")}`}`,
    `Export the columns again, or change \`from\` of feed ${feed.name} in the source file of ${feed.source}.`,
    line,
  );
}

/** Refuses a name that stands twice in the header, and two synonyms at once: which one is meant is not known. */
function refuseAmbiguous(feed: Feed, folded: ReadonlySet<string>, line: number | undefined): void {
  const twice = knownNames(feed).find((name) => folded.has(`${foldName(name)}#2`));
  if (twice !== undefined) {
    throw new FileFault(
      "header",
      `the column ${twice} stands twice in the header`,
      `Say which one is meant: from: "${twice}#1" or "${twice}#2".`,
      line,
    );
  }
  for (const { origin, column } of feed.mappings) {
    if (origin.kind !== "synonyms") continue;
    const present = origin.names.filter((name) => folded.has(foldName(name)));
    if (present.length < 2) continue;
    throw new FileFault(
      "header",
      `${column.name} may come from ${present.join(" or ")}: both stand in the header`,
      "Name one of them in the source file.",
      line,
    );
  }
}

/** Finds the candidate a name was most likely changed into: at most a third of its letters differ. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = foldName(name);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const folded = foldName(candidate);
    const contains = folded.includes(wanted) || wanted.includes(folded);
    const distance = contains ? 1 : editDistance(wanted, folded);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + change),
      );
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
