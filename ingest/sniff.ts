import { basename, extname } from "node:path";
import { type Column, listColumns } from "./contracts/contract.ts";
import { type EntityName, entities, entityNames } from "./contracts/entities.ts";
import { type ColumnGuess, guessColumn } from "./guess.ts";
import { foldName, nameCells } from "./header.ts";
import { proposeYaml } from "./proposal.ts";
import { type NamedSample, type Sample, sampleFile } from "./sample.ts";
import type { Dialect, Feed } from "./source.ts";
import type { FixedColumns } from "./structure/sample-fixed.ts";
import { knownName, plainName } from "./synonyms.ts";

const leastSimilarity = 0.6;

/** What a file looks like, with the evidence. Nothing of it is applied. */
export interface Proposal {
  readonly format: Feed["format"];
  /** Undefined where the file tells its own. */
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
  /** The file, as globs of feeds see it: `archive.zip/member.csv`. */
  readonly file: string;
  /** Of a workbook with several tables. */
  readonly sheet: string | undefined;
  /** Rows begin at once: columns are named by their places. */
  readonly isHeadless: boolean;
  /** Where columns of fixed width stand. */
  readonly fixed: FixedColumns | undefined;
  /** Path of the rows in XML and JSON. */
  readonly rows?: string | undefined;
  /** Of a delimited file. */
  readonly dialect?: Dialect | undefined;
  /** What was found and where, such as titles above the header and totals below the rows. */
  readonly evidence: readonly string[];
  readonly header: readonly string[];
  readonly columns: readonly ColumnGuess[];
  /** Records looked at. */
  readonly records: number;
  /** Records of the sample whose count of fields is not the header's, by line of the sample. */
  readonly irregular: readonly number[];
  readonly entity: EntityName;
  /** Names of the contract columns found, by the export's column. */
  readonly matches: ReadonlyMap<string, string>;
  /** What a person has to decide. */
  readonly questions: readonly string[];
  /** A source file to start from. */
  readonly yaml: string;
}

/**
 * Looks at the head of a file and proposes a source file: papaparse finds dialect and header, every guess names the
 * values it rests on, and what is ambiguous is asked. Sheets of a workbook and members of an archive are a feed each; what is
 * returned tells of the greatest, and its source file of all.
 * @throws FileFault for an empty file and for formats that are not read.
 */
export async function sniff(path: string): Promise<Proposal> {
  const samples = await sampleFile(path);
  const [main, ...others] = samples.map(describeTable);
  if (main === undefined) throw new Error("a file holds a table, or is refused");
  const [first] = samples;
  const told = others.map(({ file, sheet, header, records }) => {
    const place = sheet === undefined ? file : `${file}, sheet "${sheet}"`;
    return `also ${place}: ${records} records of ${header.slice(0, 6).join(", ")}`;
  });
  const found = { ...main, evidence: [...main.evidence, ...told] };
  return { ...found, yaml: first?.sample.ready?.yaml ?? proposeYaml(sourceName(path), [found, ...others]) };
}

/** Finds what a table is: its columns, the entity they fit, and what a person has to decide. */
function describeTable({ name, sample }: NamedSample): Omit<Proposal, "yaml"> {
  const header = nameCells(sample.header);
  const columns = header.map((cell, index) =>
    guessColumn(
      cell,
      sample.rows.map((row) => row[index] ?? ""),
    ),
  );
  const { ready } = sample;
  const { entity, matches } = bestEntity(columns, splitWords(tableName(name, sample)), ready?.entity);
  const irregular =
    sample.irregular ?? sample.rows.flatMap((row, index) => (row.length === header.length ? [] : [index + 2]));
  return {
    file: name,
    sheet: sample.sheet,
    format: sample.format,
    encoding: sample.encoding,
    delimiter: sample.delimiter,
    dialect: sample.dialect,
    isHeadless: sample.isHeadless ?? false,
    fixed: sample.fixed,
    evidence: sample.evidence ?? [],
    rows: sample.rowPath,
    header,
    columns,
    records: sample.rows.length,
    irregular,
    entity,
    matches,
    questions: [
      ...sample.questions,
      ...columns.flatMap(({ question }) => question ?? []),
      ...(ready === undefined ? unmetQuestions(entity, matches) : []),
    ],
  };
}

/** What a table is called: its sheet and its file, without endings. */
function tableName(name: string, { sheet }: Sample): string {
  const file = basename(name).replace(/\.(?:gz|zip)$/i, "");
  return `${sheet ?? ""} ${basename(file, extname(file))}`;
}

/** Finds the entity whose columns the header names best; its key counts double. */
function bestEntity(
  columns: readonly ColumnGuess[],
  file: readonly string[],
  known: EntityName | undefined,
): { entity: EntityName; matches: ReadonlyMap<string, string> } {
  const candidates = (known === undefined ? entityNames : [known]).map((entity) => {
    const matches = matchColumns(entity, columns);
    const all = listColumns(entities[entity]);
    const required = all.filter(({ nullable }) => !nullable);
    const met = required.filter((column) => [...matches.values()].includes(column.name)).length;
    const isNamed = splitWords(entity).every((word) => file.some((other) => isSameWord(word, other)));
    const score = matches.size / Math.max(columns.length, 1) + met / required.length + (isNamed ? 0.5 : 0);
    return { entity, matches, score };
  });
  return candidates.reduce((best, other) => (other.score > best.score ? other : best));
}

/** Pairs the columns of an export with those of a contract, the most similar names first, each at most once. */
function matchColumns(entity: EntityName, columns: readonly ColumnGuess[]): ReadonlyMap<string, string> {
  const pairs = columns
    .flatMap((guess) =>
      listColumns(entities[entity]).map((column) => ({
        guess,
        column,
        similarity: isPossible(guess, column) ? similarity(entity, guess.name, column) : 0,
      })),
    )
    .filter((pair) => pair.similarity >= leastSimilarity)
    .sort((one, other) => other.similarity - one.similarity);
  const matches = new Map<string, string>();
  for (const { guess, column } of pairs) {
    if (matches.has(guess.name) || [...matches.values()].includes(column.name)) continue;
    matches.set(guess.name, column.name);
  }
  return matches;
}

/** Days are no numbers and numbers no days, whatever their columns are called. */
function isPossible({ type }: ColumnGuess, { sqlType }: Column): boolean {
  const isDay = sqlType === "date" || sqlType === "timestamp";
  if (type === "number") return !isDay && sqlType !== "boolean";
  return type === "date" || type === "timestamp" ? isDay : true;
}

/**
 * Compares names by their words, 0 to 1: `OrderDate` and `order_date` are the same, `id` is `<entity>_id`. Words that many
 * columns share count little.
 */
function similarity(entity: EntityName, name: string, column: Column): number {
  const known = knownName(entity, name, column.name);
  if (known !== undefined) return known;
  const words = splitWords(plainName(name));
  const wanted = splitWords(column.name);
  const given = words.join(" ") === "id" ? [...splitWords(entity), "id"] : words;
  const shared = given.filter((word) => wanted.some((other) => isSameWord(word, other)));
  return (2 * weigh(shared)) / (weigh(given) + weigh(wanted));
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (common.has(word) ? 0.3 : 1), 0);
}

const common: ReadonlySet<string> = new Set(["id", "date", "at", "amount", "name"]);

/** Words are the same when they are, or when one is the beginning of the other: `close` and `closed`, `order` and `orders`. */
function isSameWord(one: string, other: string): boolean {
  const isLong = Math.min(one.length, other.length) >= 4;
  return one === other || (isLong && (one.startsWith(other) || other.startsWith(one)));
}

function splitWords(name: string): readonly string[] {
  return foldName(name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2"))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => synonyms[word] ?? word);
}

/** Words exports use for ours. */
const synonyms: Readonly<Record<string, string>> = {
  number: "id",
  no: "id",
  key: "id",
  code: "id",
  ид: "id",
  номер: "id",
  код: "id",
  customer: "client",
  account: "client",
  company: "client",
  клиент: "client",
  контрагент: "client",
  accounts: "client",
  customers: "client",
  companies: "client",
  partner: "client",
  клиенты: "client",
  контрагенты: "client",
  opportunity: "deal",
  opportunities: "deal",
  lead: "deal",
  leads: "deal",
  сделки: "deal",
  engagement: "interaction",
  move: "invoice",
  sales: "order",
  заказы: "order",
  платежи: "payment",
  контакты: "contact",
  товары: "product",
  employee: "manager",
  agent: "manager",
  менеджер: "manager",
  товар: "product",
  номенклатура: "product",
  заказ: "order",
  дата: "date",
  сумма: "amount",
  total: "amount",
  sum: "amount",
  qty: "quantity",
  количество: "quantity",
  цена: "price",
  статус: "status",
  валюта: "currency",
  регион: "region",
  город: "city",
  название: "name",
  наименование: "name",
  телефон: "phone",
  mail: "email",
  почта: "email",
};

function unmetQuestions(entity: EntityName, matches: ReadonlyMap<string, string>): readonly string[] {
  const found = [...matches.values()];
  const unmet = listColumns(entities[entity]).filter(({ name, nullable }) => !nullable && !found.includes(name));
  return unmet.map(({ name, description }) => `Which column is ${name}? ${description}`);
}

function sourceName(path: string): string {
  const file = basename(path).replace(/\.gz$/i, "");
  const name = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return name === "" ? "source" : name;
}
