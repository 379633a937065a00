import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isContainer, type Unpacked, unpack } from "./containers/unpack.ts";
import { readHead } from "./formats/head.ts";
import { isDocument } from "./formats/json/detect.ts";
import { sampleJsonDocument } from "./formats/json/sample.ts";
import { readyCommerceml } from "./formats/xml/commerceml.ts";
import { isMarkup } from "./formats/xml/decode.ts";
import { sampleXml } from "./formats/xml/sample.ts";
import { type FormatSample, sampleFormat } from "./sample-formats.ts";
import type { Dialect, Feed } from "./source.ts";
import { sampleTable } from "./structure/sample.ts";
import { type FixedColumns, sampleFixed } from "./structure/sample-fixed.ts";

const sampleRecords = 5_000;
/** Files of an archive that are looked into. */
const mostMembers = 20;

/** The head of one table: its names and rows as text, and how they are written. */
export interface Sample {
  readonly format: Feed["format"];
  readonly encoding: string | undefined;
  /** The encoding is a guess that nobody may load by. */
  readonly isUnread?: boolean;
  readonly questions: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter?: string | undefined;
  readonly ready?: FormatSample["ready"];
  readonly rowPath?: string;
  readonly dialect?: Dialect;
  readonly isHeadless?: boolean;
  readonly fixed?: FixedColumns;
  /** Of a workbook with several tables. */
  readonly sheet?: string;
  readonly irregular?: readonly number[];
  readonly evidence?: readonly string[];
}

/** A table, and the name of the file that holds it: that of a member, where the file is an archive. */
export interface NamedSample {
  readonly name: string;
  readonly sample: Sample;
}

/**
 * Reads the heads of all tables a file holds, the greatest first: sheets of a workbook, members of an archive.
 * @throws FileFault for an empty file, for formats that are not read, and for archives that are damaged.
 */
export async function sampleFile(path: string): Promise<readonly NamedSample[]> {
  const tables = (await isContainer(path)) ? await sampleMembers(path) : await sampleOne(path, basename(path));
  return tables.toSorted((one, other) => weigh(other) - weigh(one));
}

function weigh({ sample: { header, rows } }: NamedSample): number {
  return (rows.length + 1) * header.length;
}

/** Takes an archive apart in a folder that is gone afterwards. A member that cannot be read is told as such. */
async function sampleMembers(path: string): Promise<readonly NamedSample[]> {
  const work = mkdtempSync(join(tmpdir(), "karavan-sniff-"));
  try {
    const members = await unpack(path, { work, signal: new AbortController().signal });
    const names = members.map((member) => memberName(path, member));
    const evidence = [`an archive of ${members.length}: ${names.slice(0, mostMembers).join(", ")}`];
    const found: NamedSample[] = [];
    for (const [index, member] of members.slice(0, mostMembers).entries())
      found.push(...(await sampleOne(member.path, names[index] ?? "")));
    return found.map(({ name, sample }) => ({
      name,
      sample: { ...sample, evidence: [...evidence, ...(sample.evidence ?? [])] },
    }));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** As feeds see it: `archive.zip/member.csv`; what a gzip file holds goes by the file's own name. */
function memberName(path: string, { member }: Unpacked): string {
  return member === undefined ? basename(path) : `${basename(path)}/${member}`;
}

async function sampleOne(path: string, name: string): Promise<readonly NamedSample[]> {
  const samples = (await sampleFormat(path)) ?? [(await sampleNested(path)) ?? (await sampleText(path))];
  return samples.map((sample) => ({ name, sample }));
}

/** Reads the head of XML, and of JSON of one document; undefined for other text. */
async function sampleNested(path: string): Promise<Sample | undefined> {
  if (isMarkup(path)) {
    const { paths, root, ...sample } = await sampleXml(path, new AbortController().signal);
    const ready = root === "КоммерческаяИнформация" ? readyCommerceml(basename(path), paths) : undefined;
    if (ready === undefined) return { format: "xml", encoding: undefined, ...sample };
    const question =
      "This is CommerceML: ingest/profiles/commerceml.yaml is ready for it. Do its columns say what you want?";
    return { format: "xml", encoding: undefined, ...sample, ready, questions: [question] };
  }
  const isList = isDocument(path, { format: "json", rows: undefined });
  if (!isList && !beginsObject(path)) return undefined;
  const { text, isWhole } = readHead(path);
  if (!isList && !(isWhole && isWrapped(text))) return undefined;
  const { label, questions } = guessEncoding(readFileSync(path).subarray(0, 1_048_576));
  const sample = sampleJsonDocument(text, isWhole);
  return { format: "json", encoding: label, ...sample, questions: [...questions, ...sample.questions] };
}

/** One object alone, with a list of objects in it: an answer of a service, whose rows are the list. */
function isWrapped(text: string): boolean {
  const lines = text.trim().split(/\r?\n/);
  const [only] = lines.length === 1 ? lines.flatMap(parseObject) : [];
  return only !== undefined && !Object.keys(only).some((key) => ofRow.test(key)) && holdsList(only);
}

/** What rows are named by: an object with such a key is one itself, though lists stand in it. */
const ofRow = /^(?:id|_id|number|no|code|key|name|date|(?:order|invoice|deal|client)[_ ]?(?:id|no|number))$/i;

function holdsList(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  return Object.values(value).some(holdsList);
}

function beginsObject(path: string): boolean {
  return /^\s*\{/.test(readFileSync(path).subarray(0, 4_096).toString("latin1"));
}

async function sampleText(path: string): Promise<Sample> {
  if (!beginsObject(path)) {
    const { dialect, head, ...table } = await sampleTable(path, new AbortController().signal);
    const fixed = dialect.delimiter === " " || table.header.length === 1 ? sampleFixed(head) : undefined;
    if (fixed !== undefined) return { format: "fixed", encoding: table.encoding, ...fixed };
    return { format: "csv", delimiter: dialect.delimiter, dialect, ...table };
  }
  const { label: encoding, questions } = guessEncoding(readFileSync(path).subarray(0, 1_048_576));
  const head = readHead(path);
  return { format: "ndjson", encoding, questions, ...sampleJson(head.text, head.isWhole) };
}

type Rows = Pick<Sample, "header" | "rows" | "delimiter">;

function sampleJson(text: string, isWhole: boolean): Rows {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const objects = (isWhole ? lines : lines.slice(0, -1)).slice(0, sampleRecords).flatMap(parseObject);
  const header = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const rows = objects.map((one) => header.map((key) => showJson(one[key])));
  return { header, rows, delimiter: undefined };
}

function parseObject(line: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? [value as Readonly<Record<string, unknown>>]
      : [];
  } catch {
    return [];
  }
}

function showJson(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** UTF-8 when the bytes are; otherwise a code page that somebody has to confirm. */
function guessEncoding(bytes: Buffer): { readonly label: string; readonly questions: readonly string[] } {
  const isCut = bytes.length === 1_048_576;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
    return { label: "utf-8", questions: [] };
  } catch {
    const high = bytes.filter((byte) => byte >= 0xc0).length;
    const letters = bytes.filter((byte) => byte >= 0x80).length;
    const label = high > letters / 2 && letters > bytes.length / 20 ? "windows-1251" : "windows-1252";
    return {
      label,
      questions: [`The file is not UTF-8. Is it ${label}? Look at the names below before you say so.`],
    };
  }
}
