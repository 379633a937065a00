import { FileFault } from "../reader.ts";

/** What a walk over XML tells. Names come without their prefix; text comes as written, entities and all. */
export interface TagHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
}

const deepest = 100;
const longestTag = 1_048_576;
const longestText = 4 * 1_048_576;

/**
 * Walks XML as it streams in, and tells elements and text. It expands nothing and loads nothing: a document type
 * declaration is refused.
 * @throws FileFault for XML that is not well formed, too deep or too long in one piece.
 */
export class TagScanner {
  readonly #handler: TagHandler;
  readonly #part: string;
  #held = "";
  #open: string[] = [];
  #hasRoot = false;

  constructor(part: string, handler: TagHandler) {
    this.#part = part;
    this.#handler = handler;
  }

  push(chunk: string): void {
    const text = this.#held + chunk;
    let at = 0;
    while (at < text.length) {
      const start = text.indexOf("<", at);
      if (start < 0) break;
      if (start > at) this.#text(text, at, start);
      const next = this.#markup(text, start);
      at = next ?? start;
      if (next === undefined) break;
    }
    this.#held = text.slice(at);
    if (this.#held.length > (this.#held.startsWith("<") ? longestTag : longestText))
      throw this.#fault("a piece is too long");
  }

  /** Call it when all was pushed. */
  finish(): void {
    if (this.#held.trim() !== "" || this.#open.length > 0 || !this.#hasRoot) throw this.#fault("it ends too early");
  }

  /** Takes what begins with `<` here; undefined when its end is not there yet. */
  #markup(text: string, start: number): number | undefined {
    const second = text.charCodeAt(start + 1);
    if (second === 33) return this.#declaration(text, start);
    if (second === 63) return after(text, "?>", start);
    const end = findTagEnd(text, start);
    if (end === undefined) return undefined;
    if (second === 47) this.#closing(text.slice(start + 2, end).trimEnd());
    else this.#opening(text, start + 1, end);
    return end + 1;
  }

  #declaration(text: string, start: number): number | undefined {
    if (text.startsWith("<!--", start)) return after(text, "-->", start);
    if (text.startsWith("<![CDATA[", start)) {
      const next = after(text, "]]>", start);
      if (next !== undefined) this.#handler.text(escapeText(text.slice(start + 9, next - 3)));
      return next;
    }
    if (text.length - start < 9) return undefined;
    throw this.#fault("it declares a document type, which no workbook does");
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
    this.#handler.open(local, text.slice(nameEnd, until));
    if (isEmpty) {
      this.#handler.close(local);
      return;
    }
    this.#open.push(name);
    if (this.#open.length > deepest) throw this.#fault("it is nested too deep");
  }

  #closing(name: string): void {
    const open = this.#open.pop();
    if (open !== name) throw this.#fault(`</${name.slice(0, 40)}> closes nothing`);
    this.#handler.close(localName(name));
  }

  #text(text: string, from: number, until: number): void {
    if (this.#open.length > 0) this.#handler.text(text.slice(from, until));
    else if (text.slice(from, until).trim() !== "") throw this.#fault("text stands outside its root");
  }

  #fault(what: string): FileFault {
    return brokenXml(this.#part, what);
  }
}

/** Says that a part of a workbook is not the XML it should be. */
export function brokenXml(part: string, what: string): FileFault {
  return new FileFault("xml", `${part} of the workbook cannot be read: ${what}`, "Save the workbook again as .xlsx.");
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

/** Finds the next quote of either kind; the length of the text when there is none. */
export function findQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 34 && text.charCodeAt(at) !== 39) at += 1;
  return at;
}

/** Decodes the five entities of XML and character references. @throws FileFault for others. */
export function decodeText(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&([^;&]{0,32})(;?)/g, (_, name: string, end: string) => {
    const text = end === "" ? undefined : (entities.get(name) ?? decodeReference(name));
    if (text === undefined) throw brokenXml("a text", `&${name}${end} is no entity of XML`);
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
