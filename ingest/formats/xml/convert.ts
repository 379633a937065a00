import { Growth } from "../growth.ts";
import { LineBuckets } from "../line-buckets.ts";
import { FileFault, type Records } from "../reader.ts";
import { type Span, TextCopy } from "../text/copy.ts";
import { describeEncoding, findXmlEncoding, readXmlText } from "./decode.ts";
import type { XmlPlan } from "./plan.ts";
import { RecordBuilder, type RecordSink } from "./records.ts";
import { findAttribute, type TagHandler, TagScanner, XmlFault } from "./tags.ts";

/** A conversion of one XML file. */
export interface XmlJob extends XmlPlan {
  readonly path: string;
  readonly work: string;
  /** The encoding the source names, for files that declare none. */
  readonly encoding: string | undefined;
  /** Path of an attribute from the root, with the values that say the file holds changes only. */
  readonly changesOnly: { readonly path: string; readonly in: readonly string[] } | undefined;
}

/** Records in a plain copy, and what the walk over the file told. */
export interface XmlTable {
  readonly records: Records;
  /** Column of the copy with what no feed maps, as JSON text. */
  readonly extra: string;
  readonly seen: readonly string[];
  readonly isChangesOnly: boolean;
  /** Elements that stand many times, for a path that leads nowhere. */
  readonly repeated: readonly string[];
}

/**
 * Reads the records of an XML file into a plain copy, as it streams by; and those of other feeds in the same pass. What goes
 * wrong for another feed alone ends its part and nothing else.
 * @throws FileFault for XML that is not well formed, cut off, or more than is read.
 */
export async function convertXml(
  job: XmlJob,
  others: readonly XmlJob[],
  signal: AbortSignal,
): Promise<{ readonly table: XmlTable; readonly beside: readonly (XmlTable | undefined)[] }> {
  const encoding = await findXmlEncoding(job.path, job.encoding);
  const pass = new Pass([job, ...others]);
  try {
    for await (const text of readXmlText(job.path, encoding, signal)) pass.push(text);
    const [table, ...beside] = pass.finish(`XML, ${describeEncoding(encoding)}`);
    if (table === undefined) throw new Error("the first of all parts fails or is there");
    return { table, beside };
  } catch (error) {
    pass.discard();
    throw error instanceof XmlFault ? brokenFile(error) : error;
  }
}

/** One pass over the tags of a file for several feeds; the first one's faults end it. */
class Pass implements TagHandler {
  readonly #scanner: TagScanner;
  readonly #parts: Part[];
  #physicalLines = 0;
  #endsOpen = false;

  constructor(jobs: readonly XmlJob[]) {
    this.#scanner = new TagScanner(this, jobs[0]?.limits.depth ?? 0);
    this.#parts = jobs.map((job) => new Part(job, () => this.#scanner.line));
  }

  push(text: string): void {
    this.#physicalLines += countBreaks(text);
    this.#endsOpen = text === "" ? this.#endsOpen : !text.endsWith("\n");
    this.#scanner.push(text);
  }

  open(name: string, attributes: string): void {
    this.#tell((part) => part.walk.open(name, attributes));
  }

  close(): void {
    this.#tell((part) => part.walk.close());
  }

  text(raw: string): void {
    this.#tell((part) => part.walk.text(raw));
  }

  finish(dialect: string): readonly (XmlTable | undefined)[] {
    this.#scanner.finish();
    const physicalLines = this.#physicalLines + (this.#endsOpen ? 1 : 0);
    return this.#parts.map((part) => (part.isOver ? undefined : part.finish(physicalLines, dialect)));
  }

  discard(): void {
    for (const { copy } of this.#parts) copy.discard();
  }

  #tell(say: (part: Part) => void): void {
    const [first] = this.#parts;
    if (first !== undefined) say(first);
    for (let index = 1; index < this.#parts.length; index += 1) {
      const part = this.#parts[index];
      if (part !== undefined && !part.isOver) part.attempt(say);
    }
  }
}

/** What one feed reads from a pass. */
class Part {
  readonly walk: Walk;
  readonly copy: TextCopy;
  isOver = false;
  readonly #job: XmlJob;
  readonly #account: Account;

  constructor(job: XmlJob, line: () => number) {
    this.#job = job;
    this.copy = new TextCopy(job.work, longestRow(job));
    this.#account = new Account(this.copy, longestRow(job), new Growth(job.path));
    this.walk = new Walk(job, this.#account, line);
  }

  /** Ends this part where it fails: its feed will tell the fault when it is read by itself. */
  attempt(say: (part: Part) => void): void {
    try {
      say(this);
    } catch (error) {
      if (!(error instanceof XmlFault || error instanceof FileFault)) throw error;
      this.isOver = true;
      this.copy.discard();
    }
  }

  finish(physicalLines: number, dialect: string): XmlTable {
    const names = [...this.#job.names, "extra"];
    const { lineKinds: _, ...records } = this.copy.finish({ names, headerLine: undefined, dialect });
    return {
      records: {
        ...records,
        columns: records.columns.slice(0, -1),
        rawText: `left(replace(concat_ws(chr(9), ${records.columns.map(({ sql }) => `coalesce(${sql}, '')`).join(", ")}), chr(10), ' '), 10000)`,
        ...this.#account.buckets.account(physicalLines),
      },
      extra: `c${names.length - 1}`,
      seen: [...this.walk.builder.seen],
      isChangesOnly: this.walk.isChangesOnly,
      repeated: this.walk.listRepeated(),
    };
  }
}

/** A row of the copy is longer than its record: a value may stand in a column and in the rest, escaped. */
function longestRow({ limits }: XmlJob): number {
  return 4 * limits.recordSize;
}

/** Writes records to the copy, and puts every physical line into one bucket. */
class Account implements RecordSink {
  readonly buckets = new LineBuckets();
  readonly #copy: TextCopy;
  readonly #longest: number;
  readonly #growth: Growth;

  constructor(copy: TextCopy, longest: number, growth: Growth) {
    this.#copy = copy;
    this.#growth = growth;
    this.#longest = longest;
  }

  claim(span: Span, isRecord: boolean): void {
    this.buckets.claim(span, isRecord);
  }

  record(span: Span, texts: readonly string[]): void {
    const letters = texts.reduce((sum, text) => sum + text.length, 0);
    this.#growth.take(letters);
    if (letters * 3 > this.#longest * 1.9 && Buffer.byteLength(texts.join("")) > this.#longest * 1.9) {
      this.#copy.divert(span, "too_long", "the record is too long (limits.record_size)", texts.join("\t"));
    } else this.#copy.record(span, texts, "");
  }

  divert(...[span, rule, message, text]: Parameters<RecordSink["divert"]>): void {
    this.#copy.divert(span, rule, message, text);
  }
}

const mostRepeated = 1000;
/** Elements whose places are counted: enough to tell where records may be. */
const mostNoted = 20_000;

/** An attribute that says what the file holds. */
interface Mark {
  readonly element: string;
  readonly depth: number;
  readonly attribute: string;
  readonly values: readonly string[];
}

/** Walks the tags: records for the builder, the whole for what is asked of it. */
class Walk implements TagHandler {
  readonly builder: RecordBuilder;
  isChangesOnly = false;
  readonly #mark: Mark | undefined;
  readonly #open: string[] = [];
  readonly #repeated = new Map<string, number>();
  #noted = 0;

  constructor(job: XmlJob, sink: RecordSink, line: () => number) {
    this.builder = new RecordBuilder(job, sink, line);
    const [element = "", attribute = ""] = job.changesOnly?.path.split("/@") ?? [];
    this.#mark =
      job.changesOnly === undefined
        ? undefined
        : { element, depth: element.split("/").length, attribute, values: job.changesOnly.in };
  }

  open(name: string, attributes: string): void {
    this.#open.push(name);
    if (this.#open.length <= 5 && this.#noted < mostNoted) this.#note();
    if (this.#mark !== undefined && this.#open.length === this.#mark.depth) this.#readMark(this.#mark, attributes);
    this.builder.open(name, attributes);
  }

  close(): void {
    this.#open.pop();
    this.builder.close();
  }

  text(raw: string): void {
    this.builder.text(raw);
  }

  /** Paths of elements that stand more than once, the commonest first. */
  listRepeated(): readonly string[] {
    const many = [...this.#repeated].filter(([, times]) => times > 1);
    return many
      .sort((one, other) => other[1] - one[1])
      .slice(0, 5)
      .map(([path, times]) => `${path} (${times} times)`);
  }

  #note(): void {
    this.#noted += 1;
    const path = this.#open.join("/");
    const times = this.#repeated.get(path);
    if (times !== undefined || this.#repeated.size < mostRepeated) this.#repeated.set(path, (times ?? 0) + 1);
  }

  #readMark({ element, attribute, values }: Mark, attributes: string): void {
    if (this.#open.join("/") !== element) return;
    const value = findAttribute(attributes, attribute)?.trim();
    if (value !== undefined && values.includes(value)) this.isChangesOnly = true;
  }
}

function countBreaks(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks += 1;
  return breaks;
}

function brokenFile({ message, line }: XmlFault): FileFault {
  const remedy = message.includes("DOCTYPE")
    ? "Nothing of it was loaded. Export it without one."
    : "Nothing of it was loaded. Export it again; a file cut off while it was copied looks like this.";
  return new FileFault("xml", `the XML cannot be read: ${message}`, remedy, line);
}
