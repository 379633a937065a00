import { upperHalf } from "./codec.ts";

/** Code pages that UTF-8 is most often mistaken for. */
const mistaken = ["windows-1251", "windows-1252", "windows-1256", "ibm866"] as const;
const leastLetters = 3;
const mostLines = 50;
const leastShare = 0.8;

/** Text that is UTF-8 read as another encoding. */
export interface Mojibake {
  /** The encoding it was mistaken for. */
  readonly as: string;
  /** Index of the first such line. */
  readonly index: number;
  /** The line as it should have been. */
  readonly meant: string;
}

/**
 * Finds UTF-8 that was read as a code page and saved again. Turned back into bytes of the code page such text is UTF-8,
 * which true words never are: their capital letters would each have to be followed by a rare sign.
 * @returns undefined unless most lines with letters beyond ASCII are such.
 */
export function findMojibake(lines: readonly string[]): Mojibake | undefined {
  const wide: { readonly text: string; readonly index: number }[] = [];
  for (let index = 0; index < lines.length && wide.length < mostLines; index += 1) {
    const text = lines[index] ?? "";
    if (/[^\0-\x7f]/.test(text)) wide.push({ text, index });
  }
  for (const [as, bytes] of pages) {
    const found = wide.flatMap(({ text, index }) => {
      const meant = turnBack(text, bytes);
      return meant === undefined ? [] : [{ as, index, meant }];
    });
    if (found.length > 0 && found.length * 2 >= wide.length) return found[0];
  }
  return undefined;
}

const pages = mistaken.map((as) => [as, bytesOf(as)] as const);

/** Bytes the page leaves free come out as control characters. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const controls = Array.from({ length: 32 }, (_, index) => [String.fromCharCode(128 + index), 128 + index] as const);
  return new Map([...controls, ...[...upperHalf(encoding)].map((letter, index) => [letter, index + 128] as const)]);
}

/** Reads text as the bytes of a code page, and these as UTF-8; undefined when they are none. */
function turnBack(text: string, bytesOfPage: ReadonlyMap<string, number>): string | undefined {
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (const letter of text) {
    bytes[length] = letter < "\x80" ? letter.charCodeAt(0) : (bytesOfPage.get(letter) ?? 0xff);
    length += 1;
  }
  const meant = bytes.toString("utf8", 0, length);
  const right = meant.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  const wrong = meant.match(/\ufffd/g)?.length ?? 0;
  return right >= leastLetters && right >= leastShare * (right + wrong) ? meant : undefined;
}
