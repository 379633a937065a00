import type { Feed } from "../../source.ts";
import { FileFault } from "../reader.ts";
import type { TextCopy } from "../text/copy.ts";
import { isBlank, type TextLine } from "../text/lines.ts";
import { Alignment } from "./alignment.ts";
import type { FixedLayout, Place } from "./layout.ts";

type Fixed = NonNullable<Feed["fixed"]>;
type Cut = (start: number, end: number) => string;

/** Walks lines of fixed width, and puts each into its bucket. */
export class FixedWalk {
  readonly #fixed: Fixed;
  readonly #layout: FixedLayout;
  readonly #copy: TextCopy;
  readonly #width: number;
  readonly #alignment: Alignment;
  #lines = 0;
  #left = 0;

  constructor(fixed: Fixed, layout: FixedLayout, copy: TextCopy) {
    this.#fixed = fixed;
    this.#layout = layout;
    this.#copy = copy;
    this.#alignment = new Alignment(layout.places);
    this.#width = Math.max(...layout.places.map(({ end }) => end));
  }

  take(line: TextLine): void {
    this.#lines = line.number;
    if (isBlank(line.text)) this.#copy.other("blank");
    else if (line.number <= this.#fixed.skip_lines) this.#copy.other("header");
    else if (line.isTooLong)
      this.#setAside(line, "too_long", "the line is longer than a record may be (limits.record_size)");
    else if (line.text.includes("\t")) {
      const place = line.text.indexOf("\t") + 1;
      this.#setAside(line, "tab", `a tab stands at place ${place}; the columns behind it may be shifted`);
    } else this.#takeText(line);
  }

  /** Tells what was left out. @throws FileFault for a file that holds no text, and for columns that do not line up. */
  finish(): readonly string[] {
    if (this.#lines === 0) throw new FileFault("empty", "the file is empty", "Export it again.");
    if (this.#fixed.touching === false) this.#alignment.require();
    return this.#left === 0 ? [] : [`${this.#left} lines of other types`];
  }

  #takeText(line: TextLine): void {
    const { cut, length } = this.#fixed.unit === "bytes" ? byBytes(line.text) : byCharacters(line.text);
    if (!this.#isWanted(line, cut)) return;
    const shortage = this.#findShortage(length);
    if (shortage !== undefined) {
      if (line.isOpen) throw torn(line);
      this.#setAside(line, "short_line", shortage);
      return;
    }
    const surplus = cut(this.#width, length).trim();
    if (surplus !== "") {
      const message = `the line goes on behind place ${this.#width}, where the last column ends: "${surplus.slice(0, 40)}"`;
      this.#setAside(line, "field_count", message);
      return;
    }
    const texts = this.#layout.places.map(({ start, end }) => cut(start, end).trim());
    const broken = texts.findIndex((text) => text.includes("\ufffd"));
    if (broken >= 0 && this.#fixed.unit === "bytes" && !line.text.includes("\ufffd")) {
      const name = this.#layout.places[broken]?.name;
      this.#setAside(line, "field_count", `a letter of several bytes stands across the border of ${name}`);
    } else {
      this.#alignment.take(line.number, texts, cut);
      this.#copy.record({ first: line.number, last: line.number }, texts, line.text);
    }
  }

  /** Records have a known type; lines of types that are left out are counted. */
  #isWanted(line: TextLine, cut: Cut): boolean {
    const { type } = this.#layout;
    const types = this.#fixed.type;
    if (type === undefined || types === undefined) return true;
    const code = cut(type.start, type.end).trim();
    if (types.records.includes(code)) return true;
    if (types.others.includes(code)) {
      this.#copy.other(this.#copy.records === 0 ? "preamble" : "footer");
      this.#left += 1;
    } else {
      const known = [...types.records, ...types.others].map((one) => `"${one}"`).join(", ");
      this.#setAside(
        line,
        "record_type",
        `the record type "${code}" at ${describe(type)} is none of those known: ${known}`,
      );
    }
    return false;
  }

  #findShortage(length: number): string | undefined {
    if (length >= this.#width || this.#fixed.short_lines === "pad") return undefined;
    const cutOff = this.#layout.places.find(({ end }) => end > length);
    return `the line has ${length} ${this.#fixed.unit} of ${this.#width}; it ends before the end of ${cutOff?.name}`;
  }

  #setAside(line: TextLine, rule: Parameters<TextCopy["divert"]>[1], message: string): void {
    this.#copy.divert({ first: line.number, last: line.number }, rule, message, line.text);
  }
}

function byCharacters(text: string): { readonly cut: Cut; readonly length: number } {
  if (!/[\ud800-\udfff]/.test(text)) return { cut: (start, end) => text.slice(start, end), length: text.length };
  const letters = [...text];
  return { cut: (start, end) => letters.slice(start, end).join(""), length: letters.length };
}

function byBytes(text: string): { readonly cut: Cut; readonly length: number } {
  const bytes = Buffer.from(text);
  return { cut: (start, end) => bytes.toString("utf8", start, end), length: bytes.length };
}

function describe({ start, end }: Place): string {
  return end - start === 1 ? `place ${end}` : `places ${start + 1} to ${end}`;
}

function torn({ number }: TextLine): FileFault {
  return new FileFault(
    "torn",
    "the file ends in the middle of this line",
    "It was cut off while being written or copied; export it again.",
    number,
  );
}
