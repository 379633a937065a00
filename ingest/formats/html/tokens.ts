import { decodeEntities } from "./entities.ts";

/** What a walk over HTML tells. Names are in small letters; text is as written, entities and all. */
export interface HtmlHandler {
  open(name: string, attributes: string, line: number): void;
  close(name: string): void;
  text(raw: string): void;
}

/** Elements whose inside is no markup and shows nothing in a table. */
const silent = /^(?:script|style|title|noscript|template|xml)$/;
const longestPiece = 1_048_576;
/** Letters that may be the beginning of a closing tag: </noscript>. */
const longestClosing = 16;

/**
 * Walks HTML as it streams in, as it comes: tags in any case, open to the end, attributes without quotes. Comments,
 * declarations, scripts and styles are left out. Nothing is an error; what is no tag is text.
 */
export class HtmlScanner {
  readonly #handler: HtmlHandler;
  /** Number of the line where the next piece begins. */
  line = 1;
  #held = "";
  #silent: string | undefined;
  #isAtBreak = true;

  constructor(handler: HtmlHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    if (chunk !== "") this.#isAtBreak = chunk.endsWith("\n");
    this.#walk(this.#held + chunk, false);
  }

  finish(): void {
    this.#walk(this.#held, true);
  }

  /** Lines walked so far; a break at the very end begins no further one. */
  get lines(): number {
    return this.#isAtBreak ? this.line - 1 : this.line;
  }

  #walk(text: string, isLast: boolean): void {
    let at = 0;
    while (at < text.length) {
      const next = this.#silent === undefined ? this.#step(text, at, isLast) : this.#skipSilent(text, at, this.#silent);
      if (next === undefined) break;
      this.line += countBreaks(text, at, next);
      at = next;
    }
    this.#held = isLast ? "" : text.slice(at);
    if (this.#held.length > longestPiece) {
      this.#handler.text(this.#held);
      this.line += countBreaks(this.#held, 0, this.#held.length);
      this.#held = "";
    }
  }

  /** Takes one tag or one run of text; undefined when its end is not there yet. */
  #step(text: string, at: number, isLast: boolean): number | undefined {
    if (text.charCodeAt(at) !== 60) {
      const end = text.indexOf("<", at);
      if (end < 0 && !isLast) return undefined;
      this.#handler.text(text.slice(at, end < 0 ? text.length : end));
      return end < 0 ? text.length : end;
    }
    if (text.length - at < 4 && !isLast) return undefined;
    if (text.startsWith("<!--", at)) return after(text, "-->", at + 4, isLast);
    if (/^<[!?]/.test(text.slice(at, at + 2))) return after(text, ">", at, isLast);
    if (!/^<\/?[a-z]/i.test(text.slice(at, at + 3))) {
      this.#handler.text("<");
      return at + 1;
    }
    return this.#tag(text, at, isLast);
  }

  #tag(text: string, at: number, isLast: boolean): number | undefined {
    const end = findTagEnd(text, at);
    if (end === undefined) return isLast ? text.length : undefined;
    const isClosing = text.charCodeAt(at + 1) === 47;
    const inside = text.slice(at + (isClosing ? 2 : 1), end);
    const name = /^[^\s/>]+/.exec(inside)?.[0].toLowerCase() ?? "";
    if (isClosing) this.#handler.close(name);
    else if (silent.test(name) && !inside.endsWith("/")) this.#silent = name;
    else this.#handler.open(name, inside.slice(name.length), this.line);
    return end + 1;
  }

  #skipSilent(text: string, at: number, name: string): number | undefined {
    const end = text.slice(at).search(new RegExp(`</${name}`, "i"));
    if (end < 0) {
      const kept = Math.max(at, text.length - longestClosing);
      return kept > at ? kept : undefined;
    }
    const close = text.indexOf(">", at + end);
    if (close < 0) return undefined;
    this.#silent = undefined;
    return close + 1;
  }
}

/** Finds an attribute, with or without quotes; entities decoded. Empty for one without a value. */
export function htmlAttribute(attributes: string, name: string): string | undefined {
  if (attributes.length < name.length || !attributes.toLowerCase().includes(name)) return undefined;
  const pattern = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  for (const [, key = "", double, single, bare] of attributes.matchAll(pattern)) {
    if (key.toLowerCase() === name) return decodeEntities(double ?? single ?? bare ?? "");
  }
  return undefined;
}

/** Counts the line breaks between two places of a text. */
function countBreaks(text: string, from: number, until: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < until; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function after(text: string, end: string, from: number, isLast: boolean): number | undefined {
  const at = text.indexOf(end, from);
  if (at >= 0) return at + end.length;
  return isLast ? text.length : undefined;
}

/** Finds the `>` that ends a tag; one inside a quoted value does not. A quote that is never closed does not hide it. */
function findTagEnd(text: string, start: number): number | undefined {
  let quote = 0;
  let plain: number | undefined;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 62) {
      if (quote === 0) return at;
      plain ??= at;
    }
    if (quote !== 0) {
      if (code === quote) quote = 0;
      else if (code === 60 && plain !== undefined) return plain;
    } else if ((code === 34 || code === 39) && /[=\s]/.test(text.charAt(at - 1))) quote = code;
  }
  return undefined;
}
