/** XML that is not well formed, or more of it than is read. */
export class XmlFault extends Error {
  /** Physical line of the text walked, from 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = "XmlFault";
    this.line = line;
  }
}

/** What a walk over XML tells. Names come without their prefix; text comes as written, entities and all. */
export interface TagHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
}

const defaultDeepest = 100;
const mostAttributes = 200;
const longestTag = 1_048_576;
const longestText = 4 * 1_048_576;

/**
 * Walks XML as it streams in, and tells elements and text. It expands nothing and loads nothing: a document type
 * declaration is refused.
 * @throws XmlFault for XML that is not well formed, too deep or too long in one piece.
 */
export class TagScanner {
  readonly #handler: TagHandler;
  readonly #deepest: number;
  #text = "";
  /** Where the piece begins that is being told, and the first line break not counted yet. */
  #at = 0;
  #nextBreak = Number.POSITIVE_INFINITY;
  #line = 1;
  readonly #open: string[] = [];
  readonly #openLines: number[] = [];
  #hasRoot = false;

  constructor(handler: TagHandler, deepest = defaultDeepest) {
    this.#handler = handler;
    this.#deepest = deepest;
  }

  /** Line on which the piece begins that the handler is told. */
  get line(): number {
    while (this.#nextBreak < this.#at) {
      this.#line += 1;
      this.#nextBreak = breakFrom(this.#text, this.#nextBreak + 1);
    }
    return this.#line;
  }

  push(chunk: string): void {
    const held = this.#text.slice(this.#at);
    const text = held + chunk;
    void this.line;
    this.#text = text;
    this.#at = 0;
    this.#nextBreak = breakFrom(text, 0);
    while (this.#at < text.length) {
      const start = text.indexOf("<", this.#at);
      if (start < 0) break;
      if (start > this.#at) this.#between(text.slice(this.#at, start));
      this.#at = start;
      const next = this.#markup(text, start);
      if (next === undefined) break;
      this.#at = next;
    }
    if (text.length - this.#at > (text.startsWith("<", this.#at) ? longestTag : longestText))
      throw this.#fault("a piece is too long");
  }

  /** Call it when all was pushed. */
  finish(): void {
    const [name, line] = [this.#open.at(-1), this.#openLines.at(-1)];
    const rest = this.#text.slice(this.#at).trim();
    this.#at = this.#text.length;
    if (name !== undefined) throw this.#fault(`it ends too early, inside <${name}> that begins on line ${line}`);
    if (rest !== "" || !this.#hasRoot) throw this.#fault("it ends too early");
  }

  /** Takes what begins with `<` here; undefined when its end is not there yet. */
  #markup(text: string, start: number): number | undefined {
    const second = text.charCodeAt(start + 1);
    if (second === 33) return this.#declaration(text, start);
    if (second === 63) return after(text, "?>", start + 2);
    const end = findTagEnd(text, start);
    if (end === undefined) return undefined;
    if (second === 47) this.#closing(text.slice(start + 2, end).trimEnd());
    else this.#opening(text, start + 1, end);
    return end + 1;
  }

  #declaration(text: string, start: number): number | undefined {
    if (text.startsWith("<!--", start)) return after(text, "-->", start + 4);
    if (text.startsWith("<![CDATA[", start)) {
      const next = after(text, "]]>", start + 9);
      if (next !== undefined) this.#between(escapeText(text.slice(start + 9, next - 3)));
      return next;
    }
    if (text.length - start < 9) return undefined;
    throw this.#fault("it declares a document type (DOCTYPE), which no export needs");
  }

  #opening(text: string, start: number, end: number): void {
    const isEmpty = text.charCodeAt(end - 1) === 47;
    const until = isEmpty ? end - 1 : end;
    let nameEnd = start;
    while (nameEnd < until && text.charCodeAt(nameEnd) > 32) nameEnd += 1;
    const name = text.slice(start, nameEnd);
    if (this.#open.length === 0) {
      if (this.#hasRoot) throw this.#fault("it has two roots");
      this.#hasRoot = true;
    }
    const local = localName(name);
    if (local === "") throw this.#fault("a tag has no name");
    this.#handler.open(local, text.slice(nameEnd, until));
    if (isEmpty) {
      this.#handler.close(local);
      return;
    }
    this.#open.push(name);
    this.#openLines.push(this.line);
    if (this.#open.length > this.#deepest) throw this.#fault(`it is nested too deep, beyond ${this.#deepest} levels`);
  }

  #closing(name: string): void {
    const open = this.#open.pop();
    const line = this.#openLines.pop();
    if (open !== name) {
      const closes = open === undefined ? "nothing" : `nothing; <${open}> of line ${line} is open`;
      throw this.#fault(`</${name.slice(0, 40)}> closes ${closes}`);
    }
    this.#handler.close(localName(name));
  }

  #between(raw: string): void {
    if (this.#open.length > 0) this.#handler.text(raw);
    else if (raw.trim() !== "") throw this.#fault("text stands outside its root");
  }

  #fault(what: string): XmlFault {
    return new XmlFault(what, this.line);
  }
}

/** Finds the attribute of this name, whatever its prefix; entities decoded. */
export function findAttribute(attributes: string, name: string): string | undefined {
  for (let at = 0; at < attributes.length; ) {
    const equals = attributes.indexOf("=", at);
    if (equals < 0) return undefined;
    const start = findQuote(attributes, equals + 1);
    const end = attributes.indexOf(attributes.charAt(start), start + 1);
    if (start >= attributes.length || end < 0) return undefined;
    if (localName(attributes.slice(at, equals).trim()) === name) return decodeText(attributes.slice(start + 1, end));
    at = end + 1;
  }
  return undefined;
}

/**
 * Lists the attributes of a tag by their local names, entities decoded; namespace declarations are left out.
 * @throws XmlFault for what is no list of attributes, for a name that stands twice, and for too many.
 */
export function listAttributes(attributes: string, line: number): readonly (readonly [string, string])[] {
  if (attributes === "") return [];
  const found = new Map<string, string>();
  let at = 0;
  for (const [whole, name = "", double, single] of attributes.matchAll(
    /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy,
  )) {
    at += whole.length;
    const local = localName(name);
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    if (found.has(local)) throw new XmlFault(`the attribute ${local} stands twice in a tag`, line);
    found.set(local, decodeText(double ?? single ?? "", line));
    if (found.size > mostAttributes) throw new XmlFault(`a tag has more than ${mostAttributes} attributes`, line);
  }
  if (attributes.slice(at).trim() !== "") {
    throw new XmlFault(`"${attributes.slice(at).trim().slice(0, 40)}" in a tag is no attribute`, line);
  }
  return [...found];
}

/** Finds the next quote of either kind; the length of the text when there is none. */
export function findQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 34 && text.charCodeAt(at) !== 39) at += 1;
  return at;
}

/** Decodes the five entities of XML and character references. @throws XmlFault for others. */
export function decodeText(raw: string, line = 0): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&([^;&]{0,32})(;?)/g, (_, name: string, end: string) => {
    const text = end === "" ? undefined : (entities.get(name) ?? decodeReference(name));
    if (text === undefined) throw new XmlFault(`&${name}${end} is no entity of XML`, line);
    return text;
  });
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeReference(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const isText =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  return isText ? String.fromCodePoint(code) : undefined;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;");
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function breakFrom(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function after(text: string, end: string, start: number): number | undefined {
  const at = text.indexOf(end, start);
  return at < 0 ? undefined : at + end.length;
}

/** Finds the `>` that ends a tag; one inside a quoted value does not. */
function findTagEnd(text: string, start: number): number | undefined {
  let quote = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return undefined;
}
