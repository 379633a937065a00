import type { Column } from "./contracts/contract.ts";
import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import type { ColumnGuess } from "./guess.ts";
import type { Proposal } from "./sniff.ts";

/** Writes a source file to start from. Columns that are not matched stand in it as comments, with examples. */
export function proposeYaml(source: string, file: string, found: Omit<Proposal, "yaml">): string {
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
  return [
    `source: ${source}`,
    `title: ${source}`,
    ...(found.encoding === undefined || found.encoding === "utf-8" ? [] : [`encoding: ${found.encoding}`]),
    `format: ${found.format}`,
    ...(found.delimiter === undefined ? [] : [`dialect: { ${dialectText(found)} }`]),
    "feeds:",
    `  - entity: ${found.entity}`,
    `    match: ${JSON.stringify(file)}`,
    "    mode: upsert",
    ...(found.rows === undefined || found.rows === "$" ? [] : [`    rows: ${JSON.stringify(found.rows)}`]),
    "    columns:",
    ...mapped,
    ...unmapped,
    ...found.evidence.map((line) => `# ${line.replaceAll("\n", " ")}`),
    ...found.questions.map((question) => `# ? ${question.replaceAll("\n", " ")}`),
    "",
  ].join("\n");
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
  if (isNumber && guess.hasMinusBehind) parts.push("negative: [trailing]");
  if (column.sqlType === "date" && guess.formats.length > 0) parts.push(`dates: [${list(guess.formats)}]`);
  if (column.sqlType === "timestamp" && guess.formats.length > 0) parts.push(`timestamps: [${list(guess.formats)}]`);
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
