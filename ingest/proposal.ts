import { type Column, isNumeric, isTemporal, listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import { type Fit, guessOf, isShare, isTooFine, isWhole, type ToldColumn } from "./fit.ts";
import { isRetold } from "./flat-table.ts";
import type { ColumnGuess } from "./guess.ts";
import { foldName } from "./header.ts";
import type { TableProposal } from "./sniff.ts";

/**
 * Writes a source file to start from, a feed for each table; the first one says what the others share. Columns that are not
 * matched stand in it as comments, with examples, and so does a further feed that lacks what it needs.
 */
export function proposeYaml(
  source: string,
  tables: readonly [TableProposal, ...TableProposal[]],
  evidence = tables.flatMap((table) => table.evidence),
): string {
  const [main] = tables;
  const names = new Map<string, number>();
  return [
    `source: ${source}`,
    `title: ${source}`,
    ...(main.encoding === undefined || main.encoding === "utf-8" ? [] : [encodingLine(main)]),
    `format: ${main.format}`,
    ...(main.delimiter === undefined ? [] : [`dialect: { ${dialectText(main)} }`]),
    "feeds:",
    ...tables.flatMap((table) => {
      const lines = tableLines(table, main, names);
      return table === main || isLoadable(table) ? lines : comment(lines);
    }),
    ...evidence.map((line) => `# ${line.replaceAll("\n", " ")}`),
    ...tables.flatMap(({ questions }) => questions).map((question) => `# ? ${question.replaceAll("\n", " ")}`),
    "",
  ].join("\n");
}

/** An encoding nobody may load by stands as a comment: the source file is refused until somebody says which. */
function encodingLine({ encoding, isUnread }: TableProposal): string {
  return isUnread ? `encoding: # ? ${encoding}` : `encoding: ${encoding}`;
}

/** Tells whether a feed can load the table as it is: it is known, and has all it requires. */
export function isLoadable(found: TableProposal): boolean {
  const fit = fitOfTable(found);
  return fit !== undefined && isWhole(fit);
}

function fitOfTable(found: TableProposal): Fit | undefined {
  return found.entity === undefined ? undefined : { ...found, entity: found.entity };
}

/** The feeds of a table: the entity it fits best, with what no entity took, and those that stand in the same rows. */
function tableLines(found: TableProposal, main: TableProposal, names: Map<string, number>): readonly string[] {
  const taken = new Set(
    [found, ...found.beside].flatMap(({ matches, joined, told }) => [
      ...matches.keys(),
      ...[...joined.values()].flat(),
      ...[...told.values()].map(({ from }) => from),
    ]),
  );
  const unmapped = found.columns
    .filter(({ name }) => !taken.has(name))
    .map(({ name, type, examples }) =>
      `      # not mapped: ${name} (${type}: ${examples.join(", ")})`.replace(/[\r\n]+/g, " "),
    );
  const head = (entity: string | undefined) => [
    entity === undefined ? "  - entity: # ?" : `  - entity: ${entity}`,
    ...feedName(entity ?? "unknown", names),
    `    match: ${JSON.stringify(found.file)}`,
    ...placeLines(found, main),
  ];
  const fit = fitOfTable(found);
  if (fit === undefined) return [...head(undefined), "    columns:", ...unmapped];
  return [
    ...head(fit.entity),
    ...columnLines(fit, found),
    ...unmapped,
    ...found.beside.flatMap((other) => [
      ...head(other.entity),
      ...(isRetold(other) ? ["    conflict: last"] : []),
      ...columnLines(other, found),
    ]),
  ];
}

/** Feeds are called like their entity; the second of an entity needs a name of its own. */
function feedName(entity: string, names: Map<string, number>): readonly string[] {
  const count = (names.get(entity) ?? 0) + 1;
  names.set(entity, count);
  return count === 1 ? [] : [`    name: ${entity}_${count}`];
}

function comment(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^( *)(?![ #])/, "$1# "));
}

function columnLines(fit: Fit, found: TableProposal): readonly string[] {
  const { columns, nulls } = found;
  const { entity, joined, told, constants, only = [] } = fit;
  const mapped = listColumns(entities[entity]).flatMap((column) => {
    const guess = guessOf(fit, { columns }, column.name);
    if (guess !== undefined) return [`      ${column.name}: ${mapping(guess, column, found)}`];
    const parts = joined.get(column.name);
    if (parts !== undefined) return [`      ${column.name}: ${joining(parts, column.name, columns)}`];
    const other = told.get(column.name);
    if (other !== undefined) return [`      ${column.name}: ${telling(other, columns)}`];
    const constant = constants?.get(column.name);
    if (constant !== undefined) return [`      ${column.name}: { value: ${JSON.stringify(constant)} }`];
    return column.nullable ? [] : [`      # ${column.name}: { from: ? }   # ${column.description}`];
  });
  const filled = (name: string) => {
    const words = [...nulls, ...(columns.find((column) => column.name === name)?.nulls ?? [])];
    return words.length === 0 ? "empty: false" : `not_in: ${JSON.stringify(["", ...words])}`;
  };
  const marks = [
    ...directionOf(fit, columns),
    ...only.map((name) => `{ column: ${addressed(name, columns)}, ${filled(name)} }`),
  ];
  return [...(marks.length === 0 ? [] : [`    only: [${marks.join(", ")}]`]), "    columns:", ...mapped];
}

function directionOf({ direction }: Fit, columns: readonly ColumnGuess[]): readonly string[] {
  if (direction === undefined) return [];
  const side = direction.in === undefined ? `sign: ${direction.sign}` : `in: ${JSON.stringify(direction.in)}`;
  return [`{ column: ${addressed(direction.column, columns)}, ${side} }`];
}

function joining(parts: readonly string[], to: string, columns: readonly ColumnGuess[]): string {
  const names = parts.map((name) => addressed(name, columns)).join(", ");
  return parts.length === 1 ? `{ from: ${names} }` : `{ from: [${names}], join: "${to === "name" ? " " : "-"}" }`;
}

function telling({ from, values }: ToldColumn, columns: readonly ColumnGuess[]): string {
  const pairs = [...values].map(([value, means]) => `${JSON.stringify(value)}: ${means}`);
  return `{ from: ${addressed(from, columns)}, values: { ${pairs.join(", ")} }, other: reject }`;
}

/** A name that stands again further right is asked for by its place among its like. */
function addressed(name: string, columns: readonly ColumnGuess[]): string {
  const second = `${foldName(name)}#2`;
  return JSON.stringify(columns.some((other) => foldName(other.name) === second) ? `${name}#1` : name);
}

function placeLines(found: TableProposal, main: TableProposal): readonly string[] {
  return [
    "    mode: upsert",
    ...(found === main ? [] : differences(found, main)),
    ...(found.nulls.length === 0 ? [] : [`    locale: { nulls: ${JSON.stringify(["", ...found.nulls])} }`]),
    ...(found.sheet === undefined ? [] : [`    sheet: ${JSON.stringify(found.sheet)}`]),
    ...(found.isHeadless ? ["    header: none"] : []),
    ...fixedLines(found),
    ...(found.rows === undefined || found.rows === "$" ? [] : [`    rows: ${JSON.stringify(found.rows)}`]),
  ];
}

/** How another table is written, where it is not written like the first. */
function differences(found: TableProposal, main: TableProposal): readonly string[] {
  const isOther = found.encoding !== undefined && found.encoding !== main.encoding;
  const dialect = found.delimiter === undefined ? undefined : dialectText(found);
  const isSpoken = main.delimiter !== undefined && dialectText(main) === dialect;
  return [
    ...(isOther ? [`    ${encodingLine(found)}`] : []),
    ...(found.format === main.format ? [] : [`    format: ${found.format}`]),
    ...(dialect === undefined || isSpoken ? [] : [`    dialect: { ${dialect} }`]),
  ];
}

function fixedLines({ fixed }: TableProposal): readonly string[] {
  if (fixed === undefined) return [];
  const places = fixed.columns.map(({ name, at, width }) => {
    return `        ${JSON.stringify(name)}: { at: ${at}, width: ${width} }`;
  });
  return ["    fixed:", `      skip_lines: ${fixed.skipLines}`, "      short_lines: pad", "      columns:", ...places];
}

function dialectText({ delimiter, dialect }: TableProposal): string {
  const quote = dialect === undefined || dialect.quote === '"' ? [] : [`quote: ${JSON.stringify(dialect.quote)}`];
  const mark = dialect?.escape === undefined ? [] : [`escape: ${JSON.stringify(dialect.escape)}`];
  return [`delimiter: ${JSON.stringify(delimiter)}`, ...quote, ...mark].join(", ");
}

function mapping(guess: ColumnGuess, column: Column, { columns, nulls }: TableProposal): string {
  const parts = [`from: ${addressed(guess.name, columns)}`];
  const isNumber = isNumeric(column);
  if (isNumber && guess.decimal !== undefined && guess.decimal !== ".")
    parts.push(`decimal: ${JSON.stringify(guess.decimal)}`);
  if (isNumber && guess.group !== undefined) parts.push(`group: ${JSON.stringify(guess.group)}`);
  if (isTooFine(guess, column)) parts.push("round: true");
  if (isNumber && guess.currencies !== undefined) parts.push(`currencies: ${JSON.stringify(guess.currencies)}`);
  if (isShare(column) && guess.percent !== undefined) parts.push("percent: true");
  if (isNumber && guess.percent === "sign") parts.push('strip: ["%"]');
  if (isNumber && negativesOf(guess).length > 0) parts.push(`negative: [${negativesOf(guess).join(", ")}]`);
  if (column.sqlType === "date" && guess.formats.length > 0) parts.push(`dates: [${list(guess)}]`);
  if (column.sqlType === "timestamp" && guess.formats.length > 0) parts.push(`timestamps: [${list(guess)}]`);
  if (isTemporal(column) && guess.calendar !== undefined) parts.push(`calendar: ${guess.calendar}`);
  if (guess.nulls !== undefined) parts.push(`nulls: ${JSON.stringify(["", ...nulls, ...guess.nulls])}`);
  if (column.sqlType === "boolean" && guess.type === "flag") parts.push(...flagWords(guess));
  return `{ ${parts.join(", ")} }`;
}

function negativesOf({ hasMinusBehind, hasParentheses }: ColumnGuess): readonly string[] {
  return [...(hasMinusBehind === true ? ["trailing"] : []), ...(hasParentheses === true ? ["parentheses"] : [])];
}

/** Of formats that fit alike only the first is proposed; that there are others is asked. */
function list({ formats, isMixed }: ColumnGuess): string {
  return formats
    .slice(0, isMixed ? formats.length : 1)
    .map((format) => JSON.stringify(format))
    .join(", ");
}

function flagWords({ examples }: ColumnGuess): readonly string[] {
  const yes = examples.filter((word) => /^(?:да|yes|true|y|истина)$/i.test(word));
  const no = examples.filter((word) => !yes.includes(word));
  const words = (list: readonly string[], fallback: string) => JSON.stringify(list.length > 0 ? list : [fallback]);
  return [`true: ${words(yes, "true")}`, `false: ${words(no, "false")}`];
}
