import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import Papa from "papaparse";
import { FileFault } from "./reader.ts";

const headBytes = 262_144;

/** The beginning of a text file, and what it tells of the whole. */
export interface Head {
  /** The bytes read, from the beginning of the file. */
  readonly bytes: Buffer;
  /** Text after a byte order mark and a `sep=` line, in whole characters. */
  readonly text: string;
  /** Bytes before `text`. */
  readonly skipped: number;
  /** Physical lines before `text`. */
  readonly skippedLines: number;
  /** Delimiter a `sep=` line names. */
  readonly separator: string | undefined;
  /** The file ends within the head. */
  readonly isWhole: boolean;
}

const disguises: readonly { readonly starts: readonly number[]; readonly what: string; readonly remedy: string }[] = [
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    what: "a zip archive or an XLSX workbook",
    remedy: "Save the sheet as CSV UTF-8, or unpack the archive.",
  },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], what: "an old binary Excel workbook (.xls)", remedy: "Save it as CSV UTF-8." },
  { starts: [0x1f, 0x8b], what: "gzip-compressed", remedy: "Unpack it." },
  { starts: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file", remedy: "Export it as CSV." },
  {
    starts: [0xff, 0xfe],
    what: "UTF-16 text",
    remedy: "Declare it in the source (encoding: utf-16le), or export UTF-8.",
  },
  {
    starts: [0xfe, 0xff],
    what: "UTF-16 text",
    remedy: "Declare it in the source (encoding: utf-16be), or export UTF-8.",
  },
];

/**
 * Reads the beginning of a UTF-8 text file.
 * @throws FileFault for an empty file, another format behind the name, and markup.
 */
export function readHead(path: string): Head {
  const { bytes, isWhole } = readBytes(path);
  return parseHead(bytes, isWhole);
}

/** Parses the first bytes of a file as `readHead` does. @throws FileFault */
export function parseHead(bytes: Buffer, isWhole: boolean): Head {
  if (bytes.length === 0) throw new FileFault("empty", "the file is empty", "Export it again.");
  const disguise = disguises.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  if (disguise !== undefined) throw new FileFault("format", `the file is ${disguise.what}`, disguise.remedy);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = bytes.toString("utf8", mark);
  const markup = /^\s*<(?:!doctype|html|head|body|table|\?xml)/i.exec(text)?.[0].trim();
  if (markup !== undefined) {
    throw new FileFault(
      "format",
      `the file begins with ${markup}: it is a web page or XML, not a table`,
      "A log-in page is often saved instead of the export; export it again.",
    );
  }
  const separatorLine = /^sep=(.)(?:\r\n|\n|\r)/.exec(text);
  const skippedText = separatorLine?.[0] ?? "";
  return {
    bytes,
    text: text.slice(skippedText.length),
    skipped: mark + Buffer.byteLength(skippedText),
    skippedLines: separatorLine === null ? 0 : 1,
    separator: separatorLine?.[1],
    isWhole,
  };
}

/** Delimiters that are looked for; a source may name any other character. */
export const knownDelimiters = [";", ",", "\t", "|", "^", "~", "\u001f", "\u0001"];

/** Lets papaparse propose the delimiter from the head; undefined when nothing fits. */
export function proposeDelimiter(head: Head): string | undefined {
  if (head.separator !== undefined) return head.separator;
  const parsed = Papa.parse(head.text, { preview: 100, delimitersToGuess: knownDelimiters });
  const isGuessed = !parsed.errors.some(({ code }) => code === "UndetectableDelimiter");
  return isGuessed ? parsed.meta.delimiter : undefined;
}

/** Reads the first bytes of a file. */
export function readBytes(path: string): { readonly bytes: Buffer; readonly isWhole: boolean } {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(Math.min(fstatSync(descriptor).size, headBytes) + 1);
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    return { bytes: buffer.subarray(0, Math.min(length, headBytes)), isWhole: length <= headBytes };
  } finally {
    closeSync(descriptor);
  }
}
