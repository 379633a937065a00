import { basename, extname } from "node:path";
import { askOfCells } from "./ask-cells.ts";
import { askOfUnmet, askOfUntaken } from "./ask-untaken.ts";
import { bestEntity } from "./best-entity.ts";
import { completeFit } from "./complete-fit.ts";
import type { EntityName } from "./contracts/entities.ts";
import { currencyOf, namedCurrency } from "./currencies.ts";
import type { Fit } from "./fit.ts";
import { isNoList, takeApart } from "./flat-table.ts";
import { FileFault } from "./formats/reader.ts";
import { type ColumnGuess, guessColumn } from "./guess.ts";
import { nameCells } from "./header.ts";
import { askOfUnkept } from "./kept-nowhere.ts";
import { spaceWords } from "./match-columns.ts";
import { isLoadable, proposeYaml } from "./proposal.ts";
import { askOfRows, refineFit } from "./refine-fit.ts";
import { leaveRowsBelow } from "./rows-below.ts";
import { type NamedSample, type Sample, sampleFile } from "./sample.ts";
import { whatIsIt } from "./sniff-beside.ts";
import { findNulls } from "./sniff-nulls.ts";
import { joinTables } from "./sniff-system.ts";
import type { Dialect, Feed } from "./source.ts";
import { findStatement } from "./statement.ts";
import type { FixedColumns } from "./structure/sample-fixed.ts";
import { plainName } from "./synonyms.ts";
import { settleTail } from "./tail.ts";

/** What a table looks like, with the evidence. Nothing of it is applied. Where no entity is known, nothing fits. */
export interface TableProposal extends Omit<Fit, "entity"> {
  readonly format: Feed["format"];
  /** Undefined where the file tells its own. */
  readonly encoding: string | undefined;
  /** The encoding is a guess that nobody may load by. */
  readonly isUnread: boolean;
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
  /** Words that stand for no value, such as `NULL`. */
  readonly nulls: readonly string[];
  /** What was found and where, such as titles above the header and totals below the rows. */
  readonly evidence: readonly string[];
  readonly header: readonly string[];
  readonly columns: readonly ColumnGuess[];
  /** Records looked at. */
  readonly records: number;
  /** Their cells, by column of the header. */
  readonly sampled: readonly (readonly string[])[];
  /** Records of the sample whose count of fields is not the header's, by line of the sample. */
  readonly irregular: readonly number[];
  /** Undefined where nothing in the file tells what it holds. */
  readonly entity: EntityName | undefined;
  /** Further entities that stand in the rows of the same table. */
  readonly beside: readonly Fit[];
  /** What a person has to decide. */
  readonly questions: readonly string[];
}

/** What a file looks like: its greatest table, and a source file to start from. */
export interface Proposal extends TableProposal {
  readonly yaml: string;
}

/** What the files of one system look like, with one source file for them all. */
export interface SystemProposal {
  /** The tables of all files: those that are whole first, of these the greatest. */
  readonly tables: readonly TableProposal[];
  readonly questions: readonly string[];
  readonly yaml: string;
}

/**
 * Looks at the head of a file and proposes a source file: papaparse finds dialect and header, every guess names the
 * values it rests on, and what is ambiguous is asked. Sheets of a workbook and members of an archive are a feed each; what is
 * returned tells of the greatest, and its source file of all.
 * @throws FileFault for an empty file and for formats that are not read.
 */
export async function sniff(path: string, source = sourceName(path)): Promise<Proposal> {
  const [first, ...further] = await sampleFile(path);
  if (first === undefined) throw new Error("a file holds a table, or is refused");
  const own = describeTable(first);
  const beside = further.map((sample) => named(describeTable(sample)));
  const [main = own, ...others] = beside.length === 0 ? [own] : joinTables([own, ...beside]);
  const also = others.map(({ file, sheet, header, records }) => {
    const place = sheet === undefined ? file : `${file}, sheet "${sheet}"`;
    return `also ${place}: ${records} records of ${header.slice(0, 6).join(", ")}`;
  });
  const found = { ...main, evidence: [...main.evidence, ...also] };
  const yaml = first.sample.ready?.yaml ?? proposeYaml(source, [found, ...others], found.evidence);
  return { ...found, questions: [main, ...others.filter(isLoadable)].flatMap(({ questions }) => questions), yaml };
}

/**
 * Looks at the heads of several exports of one system and proposes one source file for them: only within a source do the
 * same keys mean the same. Evidence and questions name their file. A file that cannot be read is left out, and told.
 * @throws FileFault where no file can be read.
 */
export async function sniffSystem(paths: readonly string[], source: string): Promise<SystemProposal> {
  const samples: NamedSample[] = [];
  const faults: FileFault[] = [];
  for (const path of paths) {
    try {
      samples.push(...standing(await sampleFile(path)));
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      faults.push(new FileFault(error.rule, `${basename(path)}: ${error.message}`, error.remedy, error.line));
    }
  }
  const tables = joinTables(samples.map((sample) => named(describeTable(sample)))).toSorted(
    (one, other) => rank(other) - rank(one) || other.records - one.records,
  );
  const [main, ...others] = tables;
  if (main === undefined) throw faults[0] ?? new Error("no file was named");
  const left = faults.map(({ message, remedy }) => `${message}. It is left out. ${remedy}`);
  const asked = [{ ...main, questions: [...left, ...main.questions] }, ...others] as const;
  return { tables: asked, questions: asked.flatMap(({ questions }) => questions), yaml: proposeYaml(source, asked) };
}

/** Refuses tables whose source file is ready: it tells of nothing else. */
function standing(samples: readonly NamedSample[]): readonly NamedSample[] {
  if (samples.every(({ sample }) => sample.ready === undefined)) return samples;
  throw new FileFault("alone", "it has a ready source file of its own", "Sniff it by itself.");
}

function rank(found: TableProposal): number {
  return found.entity === undefined ? 0 : isLoadable(found) ? 2 : 1;
}

function named(found: TableProposal): TableProposal {
  const place = found.sheet === undefined ? found.file : `${found.file}, sheet "${found.sheet}"`;
  const name = (text: string) => `${place}: ${text}`;
  return { ...found, evidence: found.evidence.map(name), questions: found.questions.map(name) };
}

/** Finds what a table is: its columns, the entity they fit, and what a person has to decide. */
function describeTable({ name, sample: given }: NamedSample): TableProposal {
  const header = nameCells(given.header);
  const below = leaveRowsBelow(given.rows);
  const nulls = findNulls(header, below.rows);
  const sample = { ...given, rows: nulls.rows };
  const columns = shareMarks(
    header.map((cell, index) => {
      const guess = guessColumn(
        cell,
        sample.rows.map((row) => row[index] ?? ""),
      );
      const words = nulls.ofColumns.get(index);
      return words === undefined ? guess : { ...guess, nulls: words };
    }),
  );
  const { ready } = sample;
  const table = { columns, rows: sample.rows };
  const named = bestEntity(columns, tableName(name, sample), ready?.entity);
  const best = named === undefined || (ready === undefined && isNoList(named, table)) ? undefined : named;
  const statement = ready === undefined ? findStatement(best, table) : undefined;
  const apart =
    statement === undefined
      ? ready === undefined || best !== undefined
        ? takeApart(best, table)
        : undefined
      : statement.found;
  const fine = apart === undefined ? undefined : refineFit(apart.fit, table);
  const full = fine === undefined ? undefined : completeFit(fine.fit, table, tableName(name, sample));
  const refined =
    fine === undefined || full === undefined
      ? undefined
      : { fit: full.fit, questions: [...fine.questions, ...full.questions] };
  const fits = apart === undefined || refined === undefined ? [] : [refined.fit, ...apart.beside];
  const irregular =
    sample.irregular ?? sample.rows.flatMap((row, index) => (row.length === header.length ? [] : [index + 2]));
  const tail = settleTail(sample.questions, table, fits);
  return {
    file: name,
    sheet: sample.sheet,
    format: sample.format,
    encoding: sample.encoding,
    isUnread: sample.isUnread ?? false,
    delimiter: sample.delimiter,
    dialect: sample.dialect,
    isHeadless: sample.isHeadless ?? false,
    fixed: sample.fixed,
    nulls: nulls.words,
    evidence: [
      ...(sample.evidence ?? []),
      ...tail.evidence,
      ...below.evidence,
      ...nulls.evidence,
      ...(apart?.evidence ?? []),
      ...(full?.evidence ?? []),
    ],
    rows: sample.rowPath,
    header,
    columns,
    records: sample.rows.length,
    sampled: sample.rows,
    irregular,
    ...(refined?.fit ?? { entity: undefined, matches: new Map(), joined: new Map(), told: new Map() }),
    beside: apart?.beside ?? [],
    questions: unique([
      ...tail.questions,
      ...columns.flatMap(({ question }) => question ?? []),
      ...(statement?.question === undefined ? [] : [statement.question]),
      ...(refined === undefined
        ? statement?.question === undefined
          ? [askOfUnkept(columns) ?? whatIsIt]
          : []
        : ready === undefined
          ? askOfUnmet(refined.fit, table)
          : []),
      ...(apart?.questions ?? []),
      ...(refined?.questions ?? []),
      ...(ready === undefined ? [...askOfRows(fits, table), ...askOfUntaken(fits, table), ...askOfCells(table)] : []),
      ...askOfTwins(columns, sample.rows, new Map(fits.flatMap(({ matches }) => [...matches]))),
      ...meaningQuestions(columns, new Map(fits.flatMap(({ matches }) => [...matches]))),
    ]),
  };
}

/**
 * A file writes its numbers alike: the mark of thousands that one column shows, others may show below the sample. A mark that
 * may be either in one column is what it is in the others.
 */
function shareMarks(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const groups = unique(columns.flatMap(({ group }) => group ?? []));
  const decimals = unique(columns.flatMap(({ decimal }) => decimal ?? []));
  const [[group], [decimal]] = [groups, decimals];
  const settled = columns.map((column) => {
    const { doubtful, ...sure } = column;
    if (doubtful === undefined || groups.length > 1 || decimals.length > 1 || group === decimal) return column;
    if (doubtful === group)
      return { ...sure, group, decimal: decimal ?? (group === "," ? "." : ","), question: undefined };
    if (doubtful === decimal) return { ...sure, decimal, question: undefined };
    return decimal === undefined || group !== undefined
      ? column
      : { ...sure, group: doubtful, decimal, question: undefined };
  });
  if (group === undefined || groups.length > 1) return settled;
  return settled.map((column) =>
    column.type === "number" && column.decimal !== undefined && column.decimal !== group
      ? { ...column, group }
      : column,
  );
}

/** Two columns of one name that differ: only the first is taken, unless somebody knows better. */
function askOfTwins(
  columns: readonly ColumnGuess[],
  rows: readonly (readonly string[])[],
  matches: ReadonlyMap<string, string>,
): readonly string[] {
  return columns.flatMap(({ name }, place) => {
    const to = matches.get(name);
    const twin = columns.findIndex((column) => column.name === `${name}#2`);
    const differs = rows.some((row) => (row[twin] ?? "").trim() !== "" && row[twin]?.trim() !== row[place]?.trim());
    if (to === undefined || twin < 0 || !differs || matches.has(`${name}#2`)) return [];
    return [
      `Which of the columns called ${name} is ${to}? They differ, and the first is taken; the second is "${name}#2".`,
    ];
  });
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** What a table is called: its sheet and its file, without endings. */
function tableName(name: string, { sheet }: Sample): string {
  const file = basename(name).replace(/\.(?:gz|zip)$/i, "");
  return `${sheet ?? ""} ${basename(file, extname(file))}`;
}

/** What names leave open, and numbers would silently be wrong by. */
function meaningQuestions(columns: readonly ColumnGuess[], matches: ReadonlyMap<string, string>): readonly string[] {
  const taken = new Set(matches.keys());
  const told = new Set(matches.values());
  return columns.flatMap(({ name, type, currencies }) => {
    const to = matches.get(name);
    const code = to?.endsWith("_amount") || to === "amount" ? namedCurrency(name) : undefined;
    if (code !== undefined)
      return [`${name} is in ${code}: add currency: { value: ${code} } unless that is the reporting currency.`];
    const mark = currencies?.map((text) => currencyOf(text)).find((known) => known !== undefined);
    const isMoney = to?.endsWith("_amount") === true || to === "amount";
    if (mark !== undefined && isMoney && !told.has("currency"))
      return [
        `${name} is marked as ${mark}: add currency: { value: ${mark} }, for lines to their orders, unless that is the reporting currency.`,
      ];
    if (to === "rate")
      return [
        `Is ${name} what one unit of the currency is worth? Where it is units for one of the reporting currency, add reciprocal: true.`,
      ];
    const isDelivery = type === "date" && deliveryDay.test(plainName(spaceWords(name)));
    return isDelivery && !taken.has(name)
      ? [
          `Is ${name} the day asked for (orders.requested_date), promised (orders.promised_date), or the day goods came (shipments.delivered_date)?`,
        ]
      : [];
  });
}

/** Names that mean a wish in some exports and a fact in others. */
const deliveryDay = /^(?:delivery date|дата доставки|дата поставки|жеткізу күні|yetkazish sanasi|تاریخ تحویل)$/;

/** A name for a source, after a file or a folder. */
export function sourceName(path: string): string {
  const file = basename(path).replace(/\.gz$/i, "");
  const name = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return name === "" ? "source" : name;
}
