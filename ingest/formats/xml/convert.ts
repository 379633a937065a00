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
 * Reads the records of an XML file into a plain copy, as it streams by.
 * @throws FileFault for XML that is not well formed, cut off, or more than is read.
 */
export async function convertXml(job: XmlJob, signal: AbortSignal): Promise<XmlTable> {
  const encoding = await findXmlEncoding(job.path, job.encoding);
  const copy = new TextCopy(job.work, longestRow(job));
  try {
    const account = new Account(copy, longestRow(job), new Growth(job.path));
    const walk = new Walk(job, account);
    for await (const text of readXmlText(job.path, encoding, signal)) {
      account.physicalLines += countBreaks(text);
      account.endsOpen = text === "" ? account.endsOpen : !text.endsWith("\n");
      walk.push(text);
    }
    walk.finish();
    return finish(job, copy, account, walk, `XML, ${describeEncoding(encoding)}`);
  } catch (error) {
    copy.discard();
    throw error instanceof XmlFault ? brokenFile(error) : error;
  }
}

function finish(job: XmlJob, copy: TextCopy, account: Account, walk: Walk, dialect: string): XmlTable {
  const names = [...job.names, "extra"];
  const { lineKinds: _, ...records } = copy.finish({ names, headerLine: undefined, dialect });
  const physicalLines = account.physicalLines + (account.endsOpen ? 1 : 0);
  return {
    records: {
      ...records,
      columns: records.columns.slice(0, -1),
      rawText: `left(replace(concat_ws(chr(9), ${records.columns.map(({ sql }) => `coalesce(${sql}, '')`).join(", ")}), chr(10), ' '), 10000)`,
      ...account.buckets.account(physicalLines),
    },
    extra: `c${names.length - 1}`,
    seen: [...walk.builder.seen],
    isChangesOnly: walk.isChangesOnly,
    repeated: walk.listRepeated(),
  };
}

/** A row of the copy is longer than its record: a value may stand in a column and in the rest, escaped. */
function longestRow({ limits }: XmlJob): number {
  return 4 * limits.recordSize;
}

/** Writes records to the copy, and puts every physical line into one bucket. */
class Account implements RecordSink {
  readonly buckets = new LineBuckets();
  physicalLines = 0;
  endsOpen = false;
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

/** Walks the tags: records for the builder, the whole for what is asked of it. */
class Walk implements TagHandler {
  readonly builder: RecordBuilder;
  isChangesOnly = false;
  readonly #scanner: TagScanner;
  readonly #mark:
    | { readonly element: string; readonly attribute: string; readonly values: readonly string[] }
    | undefined;
  readonly #open: string[] = [];
  readonly #repeated = new Map<string, number>();

  constructor(job: XmlJob, sink: RecordSink) {
    this.#scanner = new TagScanner(this, job.limits.depth);
    this.builder = new RecordBuilder(job, sink, () => this.#scanner.line);
    const [element = "", attribute = ""] = job.changesOnly?.path.split("/@") ?? [];
    this.#mark = job.changesOnly === undefined ? undefined : { element, attribute, values: job.changesOnly.in };
  }

  push(text: string): void {
    this.#scanner.push(text);
  }

  finish(): void {
    this.#scanner.finish();
  }

  open(name: string, attributes: string): void {
    this.#open.push(name);
    if (this.#open.length <= 5) this.#note(attributes);
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

  #note(attributes: string): void {
    const path = this.#open.join("/");
    const times = this.#repeated.get(path);
    if (times !== undefined || this.#repeated.size < mostRepeated) this.#repeated.set(path, (times ?? 0) + 1);
    if (this.#mark === undefined || path !== this.#mark.element) return;
    const value = findAttribute(attributes, this.#mark.attribute)?.trim();
    if (value !== undefined && this.#mark.values.includes(value)) this.isChangesOnly = true;
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
