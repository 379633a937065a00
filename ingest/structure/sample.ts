import { openReader } from "../encoding/codec.ts";
import { detectEncoding } from "../encoding/detect.ts";
import { EncodingDoubt } from "../encoding/doubts.ts";
import { type Head, parseHead, readBytes } from "../formats/head.ts";
import { FileFault } from "../formats/reader.ts";
import { contexts } from "../formats/scan.ts";
import { foldName } from "../header.ts";
import type { Dialect } from "../source.ts";
import { chooseDialect, leastShare } from "./sample-dialect.ts";
import { type FoundHeader, findHeader } from "./sample-header.ts";
import { type CutLine, cutLines, filled, sampleRecords } from "./sample-lines.ts";
import { foldCells, type Signs, tellText } from "./tell.ts";
import type { CellType } from "./types.ts";
import { balanceWords, totalWords } from "./words.ts";

const linesShown = 8;
/** Share of lines that fill a column every row is taken to fill. */
const usuallyFilled = 0.6;
/** Share of lines that end with an empty field where the header is taken to lack a delimiter. */
const usuallyTailed = 0.9;
const requiredText: CellType = { mayHold: () => true, isTyped: false, isKey: false, isRequired: true, column: "" };

/** The head of a delimited file: its table, what stands beside it, and what a person has to decide. */
export interface TableSample {
  readonly encoding: string;
  /** The encoding is a guess that nobody may load by. */
  readonly isUnread: boolean;
  /** The text it was read from. */
  readonly head: Head;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines of data begin at once: columns are named by their places. */
  readonly isHeadless: boolean;
  /** Physical lines whose count of fields is not the header's. */
  readonly irregular: readonly number[];
  /** What was found, line by line: titles, header, totals. */
  readonly evidence: readonly string[];
  readonly questions: readonly string[];
}

/**
 * Reads the head of a delimited file without a source: the encoding by its letters, the dialect under which most records
 * have the same number of fields, the first line of names for the header.
 * @throws FileFault for an empty file, and for bytes no encoding explains.
 */
export async function sampleTable(path: string, signal: AbortSignal): Promise<TableSample> {
  const { encoding, isUnread, evidence, questions } = await guessEncoding(path, signal);
  const { bytes, isWhole } = readBytes(path);
  const head = encoding === "utf-8" ? parseHead(bytes, isWhole) : decodeHead(bytes, isWhole, encoding);
  if (head.text.trim() === "") throw new FileFault("empty", "the file holds no text", "Export it again.");
  const { best, rival, told } = chooseDialect(head);
  const records = cutLines(head, best.dialect);
  const header = findHeader(records, best.width);
  const table = sortLines(records, header, best.dialect);
  const doubt =
    rival === undefined
      ? []
      : [
          `Is the delimiter ${JSON.stringify(best.dialect.delimiter)} or ${JSON.stringify(rival.dialect.delimiter)}? Lines have as many fields either way.`,
        ];
  const aside = table.irregular.length / Math.max(table.rows.length + table.irregular.length, 1);
  const few =
    best.share >= leastShare
      ? aside <= mostAside
        ? []
        : [
            `Are ${table.irregular.length} of ${table.rows.length + table.irregular.length} lines to be set aside? They have more or fewer fields than the header (${header.names.length}): what parts fields may stand in them unquoted.`,
          ]
      : [
          `Only ${Math.round(best.share * 100)} % of lines have as many fields as that: what parts fields, and what stands around them? The other lines will be set aside.`,
        ];
  const share = `${Math.round(best.share * 100)} % of lines have ${best.width} fields with ${JSON.stringify(best.dialect.delimiter)}`;
  return {
    encoding,
    isUnread,
    head,
    dialect: best.dialect,
    header: header.names,
    isHeadless: header.rows.length === 0,
    rows: table.rows,
    irregular: table.irregular,
    evidence: [evidence, share, ...told, ...table.evidence],
    questions: [...questions, ...doubt, ...few, ...header.questions, ...table.questions],
  };
}

async function guessEncoding(path: string, signal: AbortSignal) {
  try {
    const contract = { encoding: "auto", languages: undefined, names: [] };
    const { encoding, method, confidence } = await detectEncoding(path, contract, signal);
    const question = `The file is not UTF-8. Is it ${encoding}? Look at the names below before you say so.`;
    const isSure = method !== "letters" && method !== "header";
    const evidence = `encoding ${encoding} by ${method}, confidence ${confidence.toFixed(2)}`;
    return { encoding, isUnread: false, evidence, questions: isSure ? [] : [question] };
  } catch (error) {
    if (!(error instanceof FileFault) || error.rule === "format") throw error;
    if (!(error instanceof EncodingDoubt)) {
      const { message, remedy } = error;
      return { encoding: "utf-8", isUnread: false, evidence: message, questions: [`${message}. ${remedy}`] };
    }
    const { isUnread, message, readings } = error;
    const [encoding = "windows-1251"] = readings;
    const question = isUnread
      ? `Which encoding is the file in? ${message}.`
      : `The file is not UTF-8. Is it ${encoding}? ${message}.`;
    return { encoding, isUnread, evidence: `encoding in doubt: ${message}`, questions: [question] };
  }
}

function decodeHead(bytes: Buffer, isWhole: boolean, encoding: string): Head {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return parseHead(Buffer.from(openReader(encoding).decode(isWhole ? bytes : whole)), isWhole);
}

/** Share of lines set aside above which somebody has to know. */
const mostAside = 0.1;

/** What is open where lines end with one empty field more than the header has names. */
export const tailQuestion = "Does the header lack a delimiter?";

/** Puts every line into its place: rows, and what is told of the others. */
function sortLines(lines: readonly CutLine[], header: FoundHeader, dialect: Dialect) {
  const last = header.rows.at(-1)?.line ?? 0;
  const first = header.rows[0]?.line ?? 0;
  const titles = lines.filter(({ line, isBlank }) => line < first && !isBlank);
  const signs: Signs = {
    dialect,
    types: guessRequired(lines, last, header.names.length),
    repeated: new Set([...header.rows, ...titles].map(({ cells }) => foldCells(cells))),
    known: new Set(header.rows.flatMap(({ cells }) => cells.map(foldName)).filter((name) => name !== "")),
    words: [...totalWords, ...balanceWords],
    fields: header.names.length,
  };
  const rows: (readonly string[])[] = [];
  const irregular: number[] = [];
  const evidence = [
    ...titles.map(({ line, text }) => `line ${line}: title "${shorten(text)}"`),
    ...header.rows.map(({ line, text }) => `line ${line}: header "${shorten(text)}"`),
  ];
  const questions: string[] = [];
  const told: string[] = [];
  const isTailed = hasEmptyTail(lines, last, header.names.length);
  for (const record of lines.filter(({ line, isBlank }) => line > last && !isBlank).slice(0, sampleRecords)) {
    const kind = tellLine(signs, record, questions);
    if (kind !== undefined)
      told.push(`line ${record.line}: ${kind.replace("_", " ").replace("footer", "total")} "${shorten(record.text)}"`);
    else if (record.isRegular && record.cells.length === header.names.length) rows.push(record.cells);
    else if (record.isRegular && isTailed && record.cells.length === header.names.length + 1)
      rows.push(record.cells.slice(0, -1));
    else irregular.push(record.line);
  }
  if (isTailed) questions.push(tailQuestion);
  const more = told.length > linesShown ? [`… and ${told.length - linesShown} more lines without data`] : [];
  const odd = irregular.length === 0 ? [] : [`lines that are no records: ${irregular.slice(0, 10).join(", ")}`];
  return { rows, irregular, questions, evidence: [...evidence, ...told.slice(0, linesShown), ...more, ...odd] };
}

/** Nearly every line ends with a delimiter that the header lacks. */
function hasEmptyTail(lines: readonly CutLine[], last: number, width: number): boolean {
  const rows = lines.filter(({ line, isBlank }) => line > last && !isBlank);
  const tailed = rows.filter(({ cells }) => cells.length === width + 1 && cells[width]?.trim() === "");
  return rows.length > 0 && tailed.length >= rows.length * usuallyTailed;
}

/** Columns that nearly every line fills: a line of totals lacks some of them. */
function guessRequired(lines: readonly CutLine[], last: number, width: number): readonly (CellType | undefined)[] {
  const rows = lines.filter((one) => one.line > last && one.cells.length === width && filled(one).length > width / 2);
  return Array.from({ length: width }, (_, column) => {
    const share = rows.filter(({ cells }) => (cells[column] ?? "").trim() !== "").length / rows.length;
    return share < usuallyFilled ? undefined : requiredText;
  });
}

function tellLine(signs: Signs, { text, line, isRegular, cells }: CutLine, questions: string[]) {
  try {
    const place = { isRegular: isRegular && cells.length === signs.fields, line, context: contexts.record };
    return tellText(signs, text, place);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    questions.push(`Line ${line}: ${error.message}. ${error.remedy}`);
    return undefined;
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
