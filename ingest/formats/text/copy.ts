import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { quoteText } from "../../../warehouse/sql.ts";
import { type Diverted, FileFault, type InputColumn, type LineKinds, type Records } from "../reader.ts";
import { longestRecord } from "../scan.ts";

const unit = String.fromCharCode(31);
const special = new RegExp(`["\\n\\r\\ufeff${unit}]`);
const writeAtOnce = 1_048_576;
const longestText = 10_000;
const mostDiverted = 100_000;
/** As in `csv.ts`: what DuckDB reads at a time, in longest records. */
const bufferRecords = 8;

/** Physical lines, from the first to the last; both count from 1. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What is told of a file beside its records. */
export interface About {
  readonly names: readonly string[];
  readonly headerLine: number | undefined;
  readonly dialect: string;
  /** Names of columns the reader worked out itself. */
  readonly derived?: ReadonlySet<string>;
}

/**
 * Writes records to a plain copy that DuckDB reads strictly, and puts every physical line into one bucket: a record, one
 * set aside, or another line. Each record keeps the text it had in the file, so that rejects show it.
 */
export class TextCopy {
  readonly diverted: Diverted[] = [];
  readonly path: string;
  records = 0;
  recordLines = 0;
  divertedLines = 0;
  readonly #kinds = { preamble: 0, header: 0, repeatedHeader: 0, blank: 0, footer: 0 };
  readonly #lineMap = { records: [] as number[], lines: [] as number[] };
  readonly #descriptor: number;
  readonly #longest: number;
  #isOpen = true;
  #held = "";
  #hasNewline = false;

  /** `longest` is the longest record that will come, in bytes. */
  constructor(work: string, longest: number = longestRecord.bytes) {
    this.#longest = longest;
    this.path = join(work, `records-${crypto.randomUUID()}.txt`);
    this.#descriptor = openSync(this.path, "wx");
  }

  /** Takes up a record that stands in these lines. */
  record({ first, last }: Span, texts: readonly string[], raw: string): void {
    this.records += 1;
    this.recordLines += last - first + 1;
    this.#map(first);
    this.#held += `${texts.map((text) => this.#field(text)).join(unit)}${unit}${this.#field(raw.slice(0, longestText))}\n`;
    if (this.#held.length > writeAtOnce) this.#flush();
  }

  /** Sets lines aside. @throws FileFault where most lines are no records. */
  divert({ first, last }: Span, rule: Diverted["rule"], message: string, text: string): void {
    this.divertedLines += last - first + 1;
    if (this.diverted.length >= mostDiverted && this.diverted.length > this.records) {
      throw new FileFault(
        "irregular",
        `${this.diverted.length} of ${this.diverted.length + this.records} lines are no records`,
        "Check the format of the export.",
        this.diverted[0]?.line,
      );
    }
    const place = last === first ? { line: first } : { line: first, lineTo: last };
    this.diverted.push({ ...place, rule, message, text: text.slice(0, longestText) });
  }

  /** Counts lines without data; rules are blank lines. */
  other(kind: keyof LineKinds, lines = 1): void {
    this.#kinds[kind] += lines;
  }

  /** Ends the copy, and hands it to staging. */
  finish({ names, headerLine, dialect, derived }: About): Records {
    this.#flush();
    this.#close();
    const otherLines = Object.values(this.#kinds).reduce((sum, lines) => sum + lines, 0);
    const columns = names.map((name, index): InputColumn => {
      return { name, sql: `c${index}`, isPadded: true, ...(derived?.has(name) ? { isDerived: true } : {}) };
    });
    return {
      relation: this.#relationSql(columns.length),
      columns,
      gate: undefined,
      rawText: "raw",
      count: this.records,
      diverted: this.diverted,
      divertedLines: this.divertedLines,
      lineMap: this.#lineMap,
      physicalLines: this.recordLines + this.divertedLines + otherLines,
      recordLines: this.recordLines,
      otherLines,
      lineKinds: { ...this.#kinds },
      headerLine,
      dialect,
      close: () => rmSync(this.path, { force: true }),
    };
  }

  /** Drops the copy of a file that is refused. */
  discard(): void {
    this.#close();
    rmSync(this.path, { force: true });
  }

  /** Once: a number that was given back may be another file's by now. */
  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  #map(line: number): void {
    const { records, lines } = this.#lineMap;
    const shift = (lines.at(-1) ?? 0) - (records.at(-1) ?? 0);
    if (records.length > 0 && line - this.records === shift) return;
    records.push(this.records);
    lines.push(line);
  }

  #field(text: string): string {
    if (!special.test(text)) return text;
    if (/[\n\r]/.test(text)) this.#hasNewline = true;
    return `"${text.replace(/\r\n?/g, "\n").replaceAll('"', '""')}"`;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#held);
    this.#held = "";
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
  }

  #relationSql(fields: number): string {
    const types = [...Array.from({ length: fields }, (_, index) => `c${index}: 'varchar'`), "raw: 'varchar'"];
    return `read_csv(${quoteText(this.path)}, auto_detect = false, header = false, delim = chr(${unit.charCodeAt(0)}),
    quote = '"', escape = '"', columns = {${types.join(", ")}}, strict_mode = true,
    max_line_size = ${this.#longest * 2}, buffer_size = ${bufferRecords * this.#longest}${this.#hasNewline ? ", parallel = false" : ""})`;
  }
}

/**
 * Makes a copy, lets a job fill it, and drops it when the job fails.
 * @throws what the job throws.
 */
export async function withCopy(
  work: string,
  longest: number,
  job: (copy: TextCopy) => Promise<Records>,
): Promise<Records> {
  const copy = new TextCopy(work, longest);
  try {
    return await job(copy);
  } catch (error) {
    copy.discard();
    throw error;
  }
}
