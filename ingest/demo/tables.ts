import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EntityName } from "../contracts/entities.ts";
import { Random } from "./random.ts";
import { encodeWindows1251 } from "./windows1251.ts";

/** How the letters of a written file are stored. */
export type Encoding = "utf-8" | "windows-1251";

/** What is wrong with a row damaged on purpose. */
export type Damage = "bad number" | "impossible date" | "missing value" | "wrong count of fields" | "broken JSON";

/** One row damaged on purpose; `line` counts physical lines from 1, the header included. */
export interface BrokenRow {
  readonly line: number;
  readonly damage: Damage;
}

/** What was written into one file. */
export interface WrittenFile {
  readonly source: string;
  readonly file: string;
  readonly entity: EntityName;
  readonly format: Format;
  readonly encoding: Encoding;
  /** Lines of titles above the header. */
  readonly preambleLines: number;
  /** What the line of totals below the rows says, in hundredths; broken rows count as the ERP meant them. */
  readonly total: number | undefined;
  /** Good records. */
  readonly rows: number;
  readonly broken: readonly BrokenRow[];
  /** Its rows tell more of keys that another file has: they are no further rows of the entity. */
  readonly isRepetition: boolean;
}

/** What kind of file was written. */
export type Format = "csv" | "ndjson" | "xlsx" | "xml";

/** The line of totals below the rows: its word, and the column whose sum it shows. */
export interface Footer {
  readonly word: string;
  readonly column: number;
  /** Writes hundredths as the file writes amounts. */
  readonly write: (minor: number) => string;
}

/** A file that is written in one piece. */
export interface Document {
  readonly text: string | Buffer;
  readonly rows: number;
  readonly format: Format;
  readonly isRepetition?: boolean;
}

/** Where a CSV row may be damaged: positions of its columns. */
export interface Weak {
  readonly key: number;
  readonly number: number;
  readonly date?: number;
  /** A day that does not exist; default in the form of the row's own. */
  readonly impossible?: string;
  readonly required: number;
}

/** A file to write: its place, its entity and how. */
export interface Table {
  readonly source: string;
  readonly file: string;
  readonly entity: EntityName;
  /** Without a header it is NDJSON. */
  readonly header?: readonly string[];
  readonly delimiter?: "," | ";";
  /** Titles above the header. */
  readonly preamble?: readonly string[];
  readonly footer?: Footer;
  /** Default that of the source. */
  readonly encoding?: Encoding;
  /** Given: about one row in 500 is followed by a damaged copy with a key of its own. */
  readonly weak?: Weak;
}

const bufferedBytes = 1 << 16;
const goodRowsPerBroken = 500;
const firstBrokenAfter = 9;
/** Files bear the end of the last day, so that no loader takes them for half-written. */
const fileTime = new Date("2026-10-31T20:00:00Z");

/**
 * Writes tables as text files, each through a buffer of its own. No file stays open and writing waits for the disk,
 * so memory stays flat and thousands of files are no matter.
 */
export class Tables {
  readonly #folder: string;
  readonly #encoding: Encoding;
  readonly #random: Random;
  readonly #open = new Map<string, TableFile>();
  readonly #documents: WrittenFile[] = [];

  constructor(folder: string, seed: number, encoding: Encoding) {
    this.#folder = folder;
    this.#encoding = encoding;
    this.#random = new Random(seed, "broken rows");
  }

  /** Adds one CSV row to the table, making its file first when there is none. `minor` goes into the total of the file. */
  add(table: Table, fields: readonly string[], minor = 0): void {
    const file = this.#fileOf(table);
    file.addRow(fields, minor);
    if (table.weak === undefined || !file.isBreakDue()) return;
    const [damaged, damage] = damageRow(fields, table.weak, file.brokenCount);
    file.addBroken(
      `${damaged.map((field) => quote(field, table.delimiter ?? ",")).join(table.delimiter ?? ",")}\n`,
      damage,
      minor,
    );
  }

  /** Writes a file in one piece. */
  addDocument(place: Pick<Table, "source" | "file" | "entity">, document: Document): void {
    const path = join(this.#folder, place.source, place.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, document.text);
    utimesSync(path, fileTime, fileTime);
    const { rows, format, isRepetition = false } = document;
    const plain = { encoding: "utf-8", preambleLines: 0, total: undefined, broken: [] } as const;
    this.#documents.push({ ...place, ...plain, format, rows, isRepetition });
  }

  /** Adds one NDJSON record; `isWeak` lets about one in 500 be followed by a line cut in half. */
  addRecord(table: Table, record: unknown, isWeak = false): void {
    const file = this.#fileOf(table);
    const line = JSON.stringify(record);
    file.addLine(`${line}\n`);
    if (isWeak && file.isBreakDue()) file.addBroken(`${line.slice(0, line.length >> 1)}\n`, "broken JSON", 0);
  }

  /** Makes the file of a table that may stay without rows. */
  ensure(table: Table): void {
    this.#fileOf(table);
  }

  /** Writes what is still buffered and says what every file holds. */
  close(): readonly WrittenFile[] {
    return [...[...this.#open.values()].map((file) => file.close()), ...this.#documents];
  }

  #fileOf(table: Table): TableFile {
    const name = `${table.source}/${table.file}`;
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const encoding = table.encoding ?? (table.source === "erp" ? this.#encoding : "utf-8");
    const file = new TableFile(join(this.#folder, table.source, table.file), table, encoding, this.#random);
    this.#open.set(name, file);
    return file;
  }
}

class TableFile {
  readonly #path: string;
  readonly #table: Table;
  readonly #encoding: Encoding;
  readonly #random: Random;
  readonly #broken: BrokenRow[] = [];
  readonly #buffer = Buffer.allocUnsafe(bufferedBytes);
  #used = 0;
  #lines = 0;
  #rows = 0;
  #total = 0;
  #nextBreak = firstBrokenAfter;

  constructor(path: string, table: Table, encoding: Encoding, random: Random) {
    this.#path = path;
    this.#table = table;
    this.#encoding = encoding;
    this.#random = random;
    mkdirSync(dirname(path), { recursive: true });
    for (const title of table.preamble ?? []) this.#append(`${title}\n`, 1);
    if (table.header !== undefined) this.#append(`${table.header.join(table.delimiter ?? ",")}\n`, 1);
  }

  get brokenCount(): number {
    return this.#broken.length;
  }

  addRow(fields: readonly string[], minor: number): void {
    const delimiter = this.#table.delimiter ?? ",";
    const plain = fields.join(delimiter);
    const needsQuotes = plain.includes('"') || plain.includes("\n") || countOf(plain, delimiter) >= fields.length;
    const line = needsQuotes ? fields.map((field) => quote(field, delimiter)).join(delimiter) : plain;
    this.#append(`${line}\n`, needsQuotes ? countOf(line, "\n") + 1 : 1);
    this.#rows += 1;
    this.#total += minor;
  }

  addLine(line: string): void {
    this.#append(line, 1);
    this.#rows += 1;
  }

  isBreakDue(): boolean {
    return this.#rows >= this.#nextBreak;
  }

  addBroken(line: string, damage: Damage, minor: number): void {
    this.#append(line, 1);
    this.#total += minor;
    this.#broken.push({ line: this.#lines, damage });
    this.#nextBreak =
      this.#rows + this.#random.at(this.#rows).between(goodRowsPerBroken - 150, goodRowsPerBroken + 150);
  }

  close(): WrittenFile {
    this.#addFooter();
    this.#flush();
    utimesSync(this.#path, fileTime, fileTime);
    const { source, file, entity, header, preamble = [], footer } = this.#table;
    return {
      source,
      file,
      entity,
      format: header === undefined ? "ndjson" : "csv",
      encoding: this.#encoding,
      preambleLines: preamble.length,
      total: footer === undefined ? undefined : this.#total,
      rows: this.#rows,
      broken: this.#broken,
      isRepetition: false,
    };
  }

  #addFooter(): void {
    const { footer, header = [], delimiter = "," } = this.#table;
    if (footer === undefined) return;
    const cells = header.map((_, column) => (column === footer.column ? footer.write(this.#total) : ""));
    this.#append(`${[footer.word, ...cells.slice(1)].join(delimiter)}\n`, 1);
  }

  /** Lines are turned into bytes at once: kept as text they would outlive the young and keep the collector busy. */
  #append(text: string, lines: number): void {
    const bytes = this.#encoding === "utf-8" ? Buffer.from(text) : encodeWindows1251(text);
    if (this.#used + bytes.length > this.#buffer.length) this.#flush();
    if (bytes.length > this.#buffer.length) appendFileSync(this.#path, bytes);
    else this.#used += bytes.copy(this.#buffer, this.#used);
    this.#lines += lines;
  }

  #flush(): void {
    appendFileSync(this.#path, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}

const csvDamages = ["bad number", "impossible date", "missing value", "wrong count of fields"] as const;

/** A copy of a good row under a key of its own, with one thing wrong. Kinds take turns. */
function damageRow(fields: readonly string[], weak: Weak, turn: number): [string[], Damage] {
  const damaged = [...fields];
  damaged[weak.key] = `${fields[weak.key]}-X${turn + 1}`;
  const damage = csvDamages[turn % csvDamages.length] ?? "bad number";
  if (damage === "wrong count of fields") return [damaged.slice(0, -2), damage];
  if (damage === "impossible date" && weak.date !== undefined) {
    damaged[weak.date] = weak.impossible ?? (fields[weak.date]?.includes(".") ? "31.02.2025" : "2025-02-31");
    return [damaged, damage];
  }
  if (damage === "missing value") {
    damaged[weak.required] = "";
    return [damaged, damage];
  }
  damaged[weak.number] = `${fields[weak.number]?.slice(0, -1)}O`;
  return [damaged, "bad number"];
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

function quote(field: string, delimiter: string): string {
  const isPlain = !(field.includes('"') || field.includes(delimiter) || field.includes("\n"));
  return isPlain ? field : `"${field.replaceAll('"', '""')}"`;
}
