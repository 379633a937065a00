import type { Diverted } from "../reader.ts";
import type { Span } from "../text/copy.ts";
import { leadsTo, parseRowPath, type RowPath } from "./paths.ts";
import {
  type Column,
  type Foreign,
  listAsked,
  planColumns,
  planForeign,
  type XmlLimits,
  type XmlPlan,
} from "./plan.ts";
import { decodeText, listAttributes, type TagHandler, XmlFault } from "./tags.ts";
import { type Element, select, writeExtra } from "./tree.ts";

/** Receives records, in order, and what is set aside; before either, the lines it stands on. */
export interface RecordSink {
  claim(span: Span, isRecord: boolean): void;
  record(span: Span, texts: readonly string[]): void;
  divert(span: Span, rule: Diverted["rule"], message: string, text: string): void;
}

/** Letters of records that wait for a value of an element around them. */
const mostWaiting = 32 * 1_048_576;
/** Characters that XML has no way to write. */
const forbidden = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u;

/** An element around records, with what records may ask of it. */
interface Frame {
  readonly name: string;
  readonly element: Element;
  /** Children opened so far, by name. */
  readonly counts: Map<string, number>;
  letters: number;
}

interface Waiting {
  readonly span: Span;
  readonly texts: string[];
  /** Columns whose values are still to come, with the frame to take them from. */
  readonly open: Map<number, Frame>;
}

/** Puts records together from the tags of a file, and takes their values by path. */
export class RecordBuilder implements TagHandler {
  /** Names with a value, or an empty element, in some record. */
  readonly seen = new Set<string>();
  readonly #sink: RecordSink;
  readonly #limits: XmlLimits;
  readonly #rows: RowPath;
  readonly #columns: readonly Column[];
  readonly #mapped: ReadonlySet<string>;
  readonly #foreign: readonly Foreign[];
  /** First elements below an element around records that columns ask for: by how far it is up. */
  readonly #asked: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #line: () => number;
  readonly #open: string[] = [];
  readonly #frames: Frame[] = [];
  readonly #waiting: Waiting[] = [];
  #waitingLetters = 0;
  /** Elements being put together: of a record, or of an element beside records. */
  readonly #building: Element[] = [];
  #isRecord = false;
  #firstLine = 0;
  #letters = 0;
  /** Above 0: what stands this deep in the record, or deeper, belongs to another feed and is not kept. */
  #skipping = 0;
  #fault: { readonly rule: Diverted["rule"]; readonly message: string } | undefined;

  /** `line` tells the line of the piece that is being told. @throws Error for paths that are none. */
  constructor(plan: XmlPlan, sink: RecordSink, line: () => number) {
    this.#sink = sink;
    this.#limits = plan.limits;
    this.#rows = parseRowPath(plan.rows);
    this.#columns = planColumns(plan.names);
    this.#mapped = new Set(plan.mapped);
    this.#foreign = plan.foreign.map((rows) => planForeign(rows, plan, this.#columns));
    this.#line = line;
    this.#asked = listAsked(this.#columns);
  }

  open(name: string, attributes: string): void {
    this.#open.push(name);
    if (this.#building.length > 0) this.#begin(name, attributes);
    else if (leadsTo(this.#rows, this.#open)) this.#beginRecord(name, attributes);
    else this.#openAround(name, attributes);
  }

  text(raw: string): void {
    const element = this.#building.at(-1);
    if (element === undefined || this.#skipping > 0) return;
    if (this.#letters + raw.length > this.#limits.recordSize) this.#tooLong("record");
    else if (raw.length > this.#limits.valueSize) this.#tooLong("value");
    else {
      this.#letters += raw.length;
      element.text += this.#decode(raw);
    }
  }

  close(): void {
    this.#open.pop();
    const element = this.#building.pop();
    if (this.#building.length < this.#skipping) this.#skipping = 0;
    if (element === undefined) this.#closeAround();
    else if (this.#building.length > 0) return;
    else if (this.#isRecord) this.#endRecord(element);
    else this.#endBeside(element);
  }

  #beginRecord(name: string, attributes: string): void {
    const parent = this.#frames.at(-1);
    parent?.counts.set(name, (parent.counts.get(name) ?? 0) + 1);
    this.#isRecord = true;
    this.#firstLine = this.#line();
    this.#begin(name, attributes);
  }

  #begin(name: string, attributes: string): void {
    if (this.#building.length === 0) {
      this.#letters = 0;
      this.#fault = undefined;
    }
    const parent = this.#building.at(-1);
    const isForeign = this.#isRecord && this.#foreign.some(({ path }) => leadsTo(path, this.#open));
    if (
      this.#skipping === 0 &&
      isForeign &&
      !this.#foreign.some(({ path, isRead }) => isRead && leadsTo(path, this.#open))
    )
      this.#skipping = this.#building.length + 1;
    const isKept = this.#skipping === 0;
    if (isKept) this.#letters += name.length + attributes.length;
    const element: Element = {
      name,
      attributes: isKept && this.#fault === undefined ? this.#list(attributes) : [],
      children: [],
      text: "",
      at: parent?.text.length ?? 0,
      isForeign,
    };
    if (name === "__proto__") this.#set("xml", "an element is named __proto__");
    if (this.#letters > this.#limits.recordSize) this.#tooLong("record");
    if (isKept && this.#fault === undefined) parent?.children.push(element);
    this.#building.push(element);
  }

  /** An element that is no record and stands in none: one that may hold records, or that they ask for. */
  #openAround(name: string, attributes: string): void {
    const parent = this.#frames.at(-1);
    parent?.counts.set(name, (parent.counts.get(name) ?? 0) + 1);
    const up = this.#rows.isAnywhere ? undefined : this.#rows.names.length - this.#open.length + 1;
    const isAsked = [...this.#asked].some(([height, names]) => (up === undefined || height === up) && names.has(name));
    if (parent !== undefined && isAsked && !this.#mayHoldRecords()) {
      this.#isRecord = false;
      this.#begin(name, attributes);
      return;
    }
    const list = this.#asked.size === 0 ? [] : listAttributes(attributes, this.#line());
    const element = { name, attributes: list, children: [], text: "", at: 0, isForeign: false };
    this.#frames.push({ name, element, counts: new Map(), letters: 0 });
  }

  /** Elements on the way to records are never put together, however they are asked for. */
  #mayHoldRecords(): boolean {
    const { isAnywhere, names } = this.#rows;
    if (isAnywhere) return names.slice(0, -1).includes(this.#open.at(-1) ?? "");
    return this.#open.length < names.length && this.#open.every((name, index) => names[index] === name);
  }

  #endBeside(element: Element): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (this.#fault !== undefined) throw new XmlFault(`<${element.name}>: ${this.#fault.message}`, this.#line());
    frame.element.children.push(element);
    frame.letters += this.#letters;
    if (frame.letters > this.#limits.recordSize) {
      throw new XmlFault(`<${frame.name}> around the records holds too much`, this.#line());
    }
    this.#settle(frame, false);
  }

  #closeAround(): void {
    const frame = this.#frames.pop();
    if (frame !== undefined) this.#settle(frame, true);
  }

  #endRecord(record: Element): void {
    const span = { first: this.#firstLine, last: this.#line() };
    const open = new Map<number, Frame>();
    const texts =
      this.#fault === undefined ? this.#columns.map((column, index) => this.#take(record, column, index, open)) : [];
    this.#sink.claim(span, this.#fault === undefined);
    if (this.#fault !== undefined) {
      const { rule, message } = this.#fault;
      this.#sink.divert(span, rule, message, writeExtra(record, new Set()).slice(0, 10_000));
      return;
    }
    texts.push(writeExtra(record, this.#mapped));
    if (open.size === 0 && this.#waiting.length === 0) this.#sink.record(span, texts);
    else this.#wait({ span, texts, open });
  }

  #take(record: Element, { name, path }: Column, index: number, open: Map<number, Frame>): string {
    if (path === undefined) {
      this.seen.add(name);
      return String(this.#frames.at(-1)?.counts.get(record.name) ?? 1);
    }
    const frame = path.up === 0 ? undefined : this.#frames.at(-path.up);
    if (path.up > 0 && frame === undefined) return "";
    const values = select(frame?.element ?? record, path.steps);
    if (values.length > 1) {
      this.#set(
        "repeated",
        `${name} has ${values.length} values here; choose one, as in ${name.replace(/\/?[^/]*$/, "")}[1]`,
      );
    }
    if (values.length > 0) this.seen.add(name);
    else if (frame !== undefined && path.steps[0]?.kind === "element") open.set(index, frame);
    return values[0] ?? "";
  }

  #wait(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#waitingLetters += waiting.texts.reduce((sum, text) => sum + text.length, 0);
    if (this.#waitingLetters <= mostWaiting) return;
    const name = this.#columns[[...waiting.open.keys()][0] ?? 0]?.name;
    throw new XmlFault(
      `records wait for ${name}, which does not come; take a value that stands before them`,
      this.#line(),
    );
  }

  /** Gives waiting records what has come; at the end of an element what has not come is no value. */
  #settle(frame: Frame, isClosed: boolean): void {
    for (const { open, texts } of this.#waiting) {
      for (const [index, asked] of open) {
        if (asked !== frame) continue;
        const { name, path } = this.#columns[index] ?? { name: "", path: undefined };
        const [value] = select(frame.element, path?.steps ?? []);
        if (value === undefined && !isClosed) continue;
        if (value !== undefined) this.seen.add(name);
        texts[index] = value ?? "";
        open.delete(index);
      }
    }
    if (isClosed) this.#refuseRepeated(frame);
    const held = this.#waiting.findIndex(({ open }) => open.size > 0);
    const ready = this.#waiting.splice(0, held < 0 ? this.#waiting.length : held);
    for (const { span, texts } of ready) this.#sink.record(span, texts);
    if (this.#waiting.length === 0) this.#waitingLetters = 0;
  }

  /** Records were given the first value; a second one would contradict them. */
  #refuseRepeated(frame: Frame): void {
    if (frame.element.children.length === 0) return;
    const up = this.#frames.length + 1;
    for (const { name, path } of this.#columns) {
      if (path === undefined || path.up === 0) continue;
      const isHere = this.#rows.isAnywhere || this.#rows.names.length - up === path.up;
      if (isHere && select(frame.element, path.steps).length > 1) {
        throw new XmlFault(`${name} has several values in one <${frame.name}>; choose one, as in [1]`, this.#line());
      }
    }
  }

  #list(attributes: string): Element["attributes"] {
    try {
      return listAttributes(attributes, this.#line());
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.#set("xml", error.message);
      return [];
    }
  }

  #decode(raw: string): string {
    if (forbidden.test(raw)) this.#set("xml", "a control character stands in the text");
    try {
      return decodeText(raw);
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.#set("xml", error.message);
      return "";
    }
  }

  #tooLong(what: "record" | "value"): void {
    const most = what === "record" ? this.#limits.recordSize : this.#limits.valueSize;
    this.#set("too_long", `the ${what} is longer than ${most} letters (limits.${what}_size)`);
  }

  #set(rule: Diverted["rule"], message: string): void {
    this.#fault ??= { rule, message };
  }
}
