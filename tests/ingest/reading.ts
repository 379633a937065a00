import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileFault, type FormatReader, type Records } from "../../ingest/formats/reader.ts";
import { type Feed, parseSource } from "../../ingest/source.ts";
import { withConnection } from "../../warehouse/connection.ts";

/** What a reader made of a file. */
export interface Reading {
  readonly records: Records;
  /** Names of the columns, and of what no feed maps as `rest`. */
  readonly names: readonly string[];
  /** Texts of the records that meet the reader's own condition. */
  readonly rows: readonly (readonly unknown[])[];
  /** How many records do not. */
  readonly gated: number;
}

/** Parses the feeds of a source. */
export function feedsOf(yaml: string): readonly Feed[] {
  return parseSource(yaml, "test.yaml").feeds;
}

/** Reads a file as the reader of its format does, for the n-th feed of a source; holds counts and lines against each other. */
export async function readAs(
  reader: FormatReader,
  yaml: string,
  content: string | Uint8Array,
  index = 0,
): Promise<Reading> {
  const siblings = feedsOf(yaml);
  const feed = siblings[index];
  if (feed === undefined) throw new Error(`no feed ${index}`);
  const work = mkdtempSync(join(tmpdir(), "karavan-read-"));
  try {
    const path = join(work, "given");
    writeFileSync(path, content);
    const records = await reader(path, { feed, siblings, work, signal: new AbortController().signal });
    return { records, ...(await query(records)) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function query({ columns, extra, relation, gate, ...records }: Records): Promise<Omit<Reading, "records">> {
  const sums = records.recordLines + records.otherLines + (records.divertedLines ?? records.diverted.length);
  if (sums !== records.physicalLines) throw new Error(`${sums} lines, ${records.physicalLines} in the file`);
  const texts = [...columns.map(({ sql }) => sql), ...(extra === undefined ? [] : [extra])];
  const names = [...columns.map(({ name }) => name), ...(extra === undefined ? [] : ["rest"])];
  const sql = `select coalesce(${gate?.sql ?? "true"}, false)${texts.map((text) => `, ${text}`).join("")} from ${relation}`;
  const { rows } = await withConnection({ attach: [] }, (connection) => connection.table(sql));
  if (rows.length !== records.count) throw new Error(`${rows.length} rows, ${records.count} records`);
  const good = rows.filter(([isGood]) => isGood === true).map((row) => row.slice(1));
  return { names, rows: good, gated: rows.length - good.length };
}

/** The values of one column. */
export function valuesOf({ names, rows }: Reading, name: string): readonly unknown[] {
  const index = names.indexOf(name);
  if (index < 0) throw new Error(`no column ${name}`);
  return rows.map((row) => row[index]);
}

/** The words a file is refused with: `line 3: what is wrong. What to do.` */
export async function refusalOf(reading: Promise<Reading>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { line, message, remedy } = error;
    return `${line === undefined ? "" : `line ${line}: `}${message}. ${remedy}`;
  }
  throw new Error("the file was read");
}
