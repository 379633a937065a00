import type { Diverted } from "../reader.ts";
import { isBlank, isLong, type TextLine } from "../text/lines.ts";

/** Names and values of a section, in the order they stand. */
export type Fields = ReadonlyMap<string, string>;

/** What a statement consists of. */
export type Section =
  | { readonly kind: "lines"; readonly of: "preamble" | "blank" | "footer"; readonly count: number }
  | { readonly kind: "header"; readonly name: string; readonly value: string }
  | { readonly kind: "balance"; readonly line: number; readonly fields: Fields }
  | { readonly kind: "document"; readonly first: number; readonly last: number; readonly raw: string; fields: Fields }
  | {
      readonly kind: "fault";
      readonly first: number;
      readonly last: number;
      readonly raw: string;
      readonly rule: Diverted["rule"];
      readonly message: string;
    }
  | { readonly kind: "end" };

/** Column of the type of a document, which stands behind `СекцияДокумент=`. */
export const documentType = "СекцияДокумент";
const purpose = /^НазначениеПлатежа[0-9]*$/i;
const field = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*=(.*)$/u;

/** Parses the lines of a 1C bank statement into sections. Each physical line counts in exactly one of them. */
export class SectionParser {
  readonly #longest: number;
  #lines: TextLine[] = [];
  #fields = new Map<string, string>();
  #kind: "document" | "balance" | undefined;
  #lastName: string | undefined;
  #fault: string | undefined;
  #hasSection = false;
  #isEnded = false;

  /** `longest` is the longest section, in bytes. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Takes a line, and gives the sections it ends. */
  take(line: TextLine): readonly Section[] {
    const text = line.text.trim();
    if (this.#isEnded) return isBlank(text) ? [blank] : [fault([line], `the line stands behind ${endOfFile}`)];
    if (/^КонецФайла$/i.test(text)) {
      this.#isEnded = true;
      return [...this.#break(), lines("footer", 1), { kind: "end" }];
    }
    const opened = /^Секция(Документ|РасчСчет)\s*(?:=(.*))?$/i.exec(text);
    if (opened !== null) return this.#open(line, opened[1] ?? "", opened[2] ?? "");
    if (/^Конец(?:Документа|РасчСчет)$/i.test(text)) return this.#close(line, /^КонецД/i.test(text));
    if (this.#kind !== undefined) return this.#inside(line);
    if (isBlank(text)) return [blank];
    const found = field.exec(line.text);
    if (found === null || this.#hasSection) return [fault([line], "the line stands in no section of the statement")];
    return [lines("preamble", 1), { kind: "header", name: found[1] ?? "", value: (found[2] ?? "").trim() }];
  }

  /** Gives what is left when the lines end. */
  finish(): readonly Section[] {
    return this.#break();
  }

  #open(line: TextLine, kind: string, value: string): readonly Section[] {
    const before = this.#break();
    this.#hasSection = true;
    this.#kind = /^Документ$/i.test(kind) ? "document" : "balance";
    this.#lines = [line];
    this.#fields = new Map(this.#kind === "document" ? [[documentType, value.trim()]] : []);
    this.#lastName = undefined;
    this.#fault = undefined;
    return before;
  }

  #inside(line: TextLine): readonly Section[] {
    this.#lines.push(line);
    if (this.#lines.length > mostLines && this.#fault === undefined) {
      this.#fault = `the section has more than ${mostLines} lines`;
    }
    if (isBlank(line.text)) return [];
    if (line.isTooLong) this.#fault ??= `line ${line.number} is longer than a record may be (limits.record_size)`;
    const found = field.exec(line.text);
    if (found === null) this.#continue(line);
    else this.#set(line, found[1] ?? "", (found[2] ?? "").trim());
    return [];
  }

  /** The purpose of a payment may go over several lines; other values do not. */
  #continue({ number, text }: TextLine): void {
    const name = this.#lastName;
    if (name === undefined || !purpose.test(name)) {
      this.#fault ??= `line ${number}, "${text.trim().slice(0, 40)}", is no name with a value behind "="`;
      return;
    }
    this.#fields.set(name, `${this.#fields.get(name)}\n${text.trim()}`);
  }

  #set({ number }: TextLine, name: string, value: string): void {
    const before = this.#fields.get(name);
    if (before !== undefined && before !== value) this.#fault ??= `${name} stands twice with different values`;
    if (name === "__proto__") this.#fault ??= `line ${number} is named __proto__`;
    this.#fields.set(name, value);
    this.#lastName = name;
  }

  #close(line: TextLine, isDocument: boolean): readonly Section[] {
    const kind = isDocument ? "document" : "balance";
    if (this.#kind !== kind) return [...this.#break(), fault([line], `the line ends a section that was not begun`)];
    this.#lines.push(line);
    const section = this.#finishSection(kind);
    this.#kind = undefined;
    this.#lines = [];
    return section;
  }

  #finishSection(kind: "document" | "balance"): readonly Section[] {
    const held = this.#lines;
    const [first, last] = [held[0]?.number ?? 0, held.at(-1)?.number ?? 0];
    const raw = held.map(({ text }) => text).join("\n");
    if (this.#fault === undefined && isLong(raw, this.#longest))
      this.#fault = "the section is longer than a record may be (limits.record_size)";
    if (this.#fault !== undefined) return [fault(held, this.#fault)];
    if (kind === "document") return [{ kind, first, last, raw, fields: this.#fields }];
    return [lines("preamble", held.length), { kind, line: first, fields: this.#fields }];
  }

  /** Ends a section that has no end: its lines are set aside. */
  #break(): readonly Section[] {
    const held = this.#lines;
    const kind = this.#kind;
    this.#kind = undefined;
    this.#lines = [];
    if (kind === undefined) return [];
    const end = kind === "document" ? "КонецДокумента" : "КонецРасчСчет";
    return [fault(held, `the section begun in line ${held[0]?.number} has no ${end}`)];
  }
}

const mostLines = 1_000;
const endOfFile = "КонецФайла";
const blank = lines("blank", 1);

function lines(of: "preamble" | "blank" | "footer", count: number): Section {
  return { kind: "lines", of, count };
}

function fault(held: readonly TextLine[], message: string): Section {
  const [first, last] = [held[0]?.number ?? 0, held.at(-1)?.number ?? 0];
  const raw = held.map(({ text }) => text).join("\n");
  return { kind: "fault", first, last, raw, rule: "document", message };
}
