import { FileFault } from "../formats/reader.ts";

/** One candidate, and how the file reads under it. */
export interface Reading {
  readonly encoding: string;
  readonly header: string;
  /** Names of the contract that stand in the head, of those with letters beyond ASCII. */
  readonly names: number;
  readonly bits: number;
  /** Letters and marks that were priced. */
  readonly length: number;
  /** The lines that were priced. */
  readonly lines: readonly string[];
}

/** Tells that a file is in none of the encodings its source lists. */
export function notListed(allowed: readonly string[]): FileFault {
  return new FileFault(
    "encoding",
    `the file is not ${allowed.join(" or ")}`,
    "List the file's encoding in the source file, or say encoding: auto.",
  );
}

/** The encoding of a file is not known: the file is held. */
export class EncodingDoubt extends FileFault {
  /** Encodings under which the text may be meant, the likeliest first; none of them may be right where words are found nowhere. */
  readonly readings: readonly string[];
  /** A person has to say which, if any: a guess would load wrong letters. */
  readonly isUnread: boolean;

  constructor(message: string, remedy: string, readings: readonly string[], isUnread = false) {
    super("encoding_ambiguous", message, remedy);
    this.readings = readings;
    this.isUnread = isUnread;
  }
}

/** Tells that two pages fit alike, by the first line they read as other letters; `evidence` is in bits. */
export function ambiguous(best: Reading, second: Reading, evidence: number): EncodingDoubt {
  const share = Math.min(1 / (1 + 2 ** -evidence), 0.99);
  const at = Math.max(
    best.lines.findIndex((line, index) => line !== second.lines[index]),
    0,
  );
  const show = ({ encoding, lines }: Reading) => `under ${encoding} it reads "${shorten(lines[at] ?? "")}"`;
  return new EncodingDoubt(
    `${best.encoding} and ${second.encoding} both fit (${share.toFixed(2)}/${(1 - share).toFixed(2)}); ${show(best)}, ${show(second)}`,
    `Say which one it is: encoding: ${best.encoding} or ${second.encoding} in the source file.`,
    [best.encoding, second.encoding],
  );
}

/** Tells of encodings of several bytes a letter that a file may be in. */
export function severalBytes(
  readings: readonly { readonly encoding: string; readonly header: string }[],
): EncodingDoubt {
  const shown = readings.map(({ encoding, header }) => `under ${encoding} it reads "${shorten(header)}"`);
  const encodings = readings.map(({ encoding }) => encoding);
  return new EncodingDoubt(
    `the text has letters of several bytes each; ${shown.join(", ")}`,
    `Say which one it is: encoding: ${encodings.join(" or ")} in the source file.`,
    encodings,
    encodings.length > 1,
  );
}

/** Tells that no page makes words of a file, and what the nearest makes of it. */
export function unreadable({ encoding, header }: Reading): EncodingDoubt {
  return new EncodingDoubt(
    `under no encoding that is tried does the text read as words; the nearest is ${encoding}: "${shorten(header)}"`,
    "Name its encoding in the source file, such as encoding: windows-874, windows-1258 or euc-jp, or export it as UTF-8.",
    [encoding],
    true,
  );
}

/** Cuts a line for a message. */
export function shorten(text: string): string {
  const line = text.trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
