import type { Column } from "./contracts/contract.ts";
import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import type { ColumnGuess } from "./guess.ts";
import type { Proposal } from "./sniff.ts";

type Found = Omit<Proposal, "yaml">;

/**
 * Writes a source file to start from, a feed for each table; the first one says what the others share. Columns that are not
 * matched stand in it as comments, with examples, and so does a further feed that lacks what it needs.
 */
export function proposeYaml(source: string, tables: readonly [Found, ...Found[]]): string {
  const [main, ...others] = tables;
  return [
    `source: ${source}`,
    `title: ${source}`,
    ...(main.encoding === undefined || main.encoding === "utf-8" ? [] : [`encoding: ${main.encoding}`]),
    `format: ${main.format}`,
    ...(main.delimiter === undefined ? [] : [`dialect: { ${dialectText(main)} }`]),
    "feeds:",
    ...feedLines(main, undefined),
    ...others.flatMap((other, index) => {
      const isTaken = tables.slice(0, index + 1).some(({ entity }) => entity === other.entity);
      const lines = feedLines(other, { main, name: isTaken ? `${other.entity}_${index + 2}` : undefined });
      return isWhole(other) ? lines : lines.map((line) => line.replace(/^( *)(?!#)/, "$1# "));
    }),
    ...tables[0].evidence.map((line) => `# ${line.replaceAll("\n", " ")}`),
    ...tables.flatMap(({ questions }) => questions).map((question) => `# ? ${question.replaceAll("\n", " ")}`),
    "",
  ].join("\n");
}

/** Tells whether all that a feed needs was found. */
function isWhole({ entity, matches }: Found): boolean {
  const names = new Set(matches.values());
  return listColumns(entities[entity]).every(({ name, nullable }) => nullable || names.has(name));
}

function feedLines(found: Found, beside: { readonly main: Found; readonly name: string | undefined } | undefined) {
  const mapped = listColumns(entities[found.entity]).flatMap((column) => {
    const guess = found.columns.find(({ name }) => found.matches.get(name) === column.name);
    if (guess !== undefined) return [`      ${column.name}: ${mapping(guess, column)}`];
    return column.nullable ? [] : [`      # ${column.name}: { from: ? }   # ${column.description}`];
  });
  const unmapped = found.columns
    .filter(({ name }) => !found.matches.has(name))
    .map(
      ({ name, type, examples }) =>
        `      # not mapped: ${name} (${type}: ${examples.join(", ").replaceAll("\n", " ")})`,
    );
  const others = beside === undefined ? [] : differences(found, beside.main);
  return [
    `  - entity: ${found.entity}`,
    ...(beside?.name === undefined ? [] : [`    name: ${beside.name}`]),
    `    match: ${JSON.stringify(found.file)}`,
    "    mode: upsert",
    ...others,
    ...(found.sheet === undefined ? [] : [`    sheet: ${JSON.stringify(found.sheet)}`]),
    ...(found.isHeadless ? ["    header: none"] : []),
    ...fixedLines(found),
    ...(found.rows === undefined || found.rows === "$" ? [] : [`    rows: ${JSON.stringify(found.rows)}`]),
    "    columns:",
    ...mapped,
    ...unmapped,
  ];
}

/** How another table is written, where it is not written like the first. */
function differences(found: Found, main: Found): readonly string[] {
  const isOther = found.encoding !== undefined && found.encoding !== main.encoding;
  const dialect = found.delimiter === undefined ? undefined : dialectText(found);
  const isSpoken = main.delimiter !== undefined && dialectText(main) === dialect;
  return [
    ...(isOther ? [`    encoding: ${found.encoding}`] : []),
    ...(found.format === main.format ? [] : [`    format: ${found.format}`]),
    ...(dialect === undefined || isSpoken ? [] : [`    dialect: { ${dialect} }`]),
  ];
}

function fixedLines({ fixed }: Found): readonly string[] {
  if (fixed === undefined) return [];
  const places = fixed.columns.map(({ name, at, width }) => {
    return `        ${JSON.stringify(name)}: { at: ${at}, width: ${width} }`;
  });
  return ["    fixed:", `      skip_lines: ${fixed.skipLines}`, "      short_lines: pad", "      columns:", ...places];
}

function dialectText({ delimiter, dialect }: Omit<Proposal, "yaml">): string {
  const quote = dialect === undefined || dialect.quote === '"' ? [] : [`quote: ${JSON.stringify(dialect.quote)}`];
  const mark = dialect?.escape === undefined ? [] : [`escape: ${JSON.stringify(dialect.escape)}`];
  return [`delimiter: ${JSON.stringify(delimiter)}`, ...quote, ...mark].join(", ");
}

function mapping(guess: ColumnGuess, column: Column): string {
  const parts = [`from: ${JSON.stringify(guess.name)}`];
  const isNumber = /^(?:decimal|double|bigint)/.test(column.sqlType);
  if (isNumber && guess.decimal !== undefined && guess.decimal !== ".")
    parts.push(`decimal: ${JSON.stringify(guess.decimal)}`);
  if (isNumber && guess.group !== undefined) parts.push(`group: ${JSON.stringify(guess.group)}`);
  if (isNumber && guess.currencies !== undefined) parts.push(`currencies: ${JSON.stringify(guess.currencies)}`);
  if (isNumber && guess.hasMinusBehind) parts.push("negative: [trailing]");
  if (column.sqlType === "date" && guess.formats.length > 0) parts.push(`dates: [${list(guess.formats)}]`);
  if (column.sqlType === "timestamp" && guess.formats.length > 0) parts.push(`timestamps: [${list(guess.formats)}]`);
  if (/^(?:date|timestamp)$/.test(column.sqlType) && guess.calendar !== undefined)
    parts.push(`calendar: ${guess.calendar}`);
  if (column.sqlType === "boolean" && guess.type === "flag") parts.push(...flagWords(guess));
  return `{ ${parts.join(", ")} }`;
}

/** Only the first format is proposed; that there are others is asked. */
function list(formats: readonly string[]): string {
  return formats
    .slice(0, 1)
    .map((format) => JSON.stringify(format))
    .join(", ");
}

function flagWords({ examples }: ColumnGuess): readonly string[] {
  const yes = examples.filter((word) => /^(?:да|yes|true|y|истина)$/i.test(word));
  const no = examples.filter((word) => !yes.includes(word));
  const words = (list: readonly string[], fallback: string) => JSON.stringify(list.length > 0 ? list : [fallback]);
  return [`true: ${words(yes, "true")}`, `false: ${words(no, "false")}`];
}
