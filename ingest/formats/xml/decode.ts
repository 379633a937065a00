import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { findEncoding, openReader } from "../../encoding/codec.ts";
import { refuseMojibake } from "../../encoding/detect.ts";
import { readStart } from "../../encoding/survey.ts";
import { FileFault } from "../reader.ts";

const chunkBytes = 262_144;

/** The encoding of an XML file, and how it is known. */
export interface XmlEncoding {
  readonly encoding: string;
  readonly how: "byte order mark" | "zero bytes" | "declaration" | "source" | "default";
}

/**
 * Decides the encoding of an XML file: its byte order mark, its declaration, then what the source says, then UTF-8.
 * @throws FileFault for an encoding not known here, and for a mark and a declaration that contradict each other.
 */
export async function findXmlEncoding(path: string, given: string | undefined): Promise<XmlEncoding> {
  const head = Buffer.from(await readStart(path));
  const wide = findWide(head);
  const declared = findDeclared(head, wide?.encoding);
  if (wide === undefined && declared === undefined) {
    return given === undefined ? { encoding: "utf-8", how: "default" } : { encoding: given, how: "source" };
  }
  const encoding = declared === undefined ? undefined : findEncoding(declared);
  if (declared !== undefined && encoding === undefined) {
    throw new FileFault(
      "encoding",
      `the XML declares the encoding ${declared.slice(0, 40)}, which is not known`,
      "Export it as UTF-8.",
      1,
    );
  }
  if (wide === undefined) return { encoding: encoding ?? "utf-8", how: "declaration" };
  const isSame =
    encoding === undefined ||
    encoding === wide.encoding ||
    (encoding.startsWith("utf-16") && wide.encoding.startsWith("utf-16"));
  if (isSame) return wide;
  throw new FileFault(
    "encoding",
    `the XML declares ${declared}, and its ${wide.how === "byte order mark" ? "byte order mark says" : "bytes are"} ${wide.encoding}`,
    "Export it again; a program on the way has changed its encoding and left the declaration.",
    1,
  );
}

/** Tells whether a file begins like XML that is no web page. */
export function isMarkup(path: string): boolean {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(1_000);
    const bytes = buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0));
    const text = Buffer.from(bytes.filter((byte) => byte !== 0 && byte < 0x80)).toString("latin1");
    return /^\s*<(?!!doctype\s+html|html|head|body)/i.test(text);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes an encoding for the ledger. */
export function describeEncoding({ encoding, how }: XmlEncoding): string {
  return `encoding ${encoding} (by ${how})`;
}

/**
 * Streams the text of an XML file, line breaks as `\n`, without a byte order mark. `line` tells on which line faults stand.
 * @throws FileFault for bytes the encoding does not know, and for text that was encoded twice.
 */
export async function* readXmlText(
  path: string,
  { encoding, how }: XmlEncoding,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const decoder = openReader(encoding);
  let line = 1;
  let isFirst = true;
  let held = "";
  const take = (bytes: Buffer | undefined) => {
    const text = held + decode(decoder, bytes, line, how);
    held = bytes !== undefined && text.endsWith("\r") ? "\r" : "";
    const whole = held === "" ? text : text.slice(0, -1);
    const plain = whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
    if (isFirst) refuseMojibake(Buffer.from(plain.slice(0, 32_768)), encoding);
    const clean = isFirst && plain.startsWith("\ufeff") ? plain.slice(1) : plain;
    isFirst = false;
    for (let at = plain.indexOf("\n"); at >= 0; at = plain.indexOf("\n", at + 1)) line += 1;
    return clean;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    signal.throwIfAborted();
    yield take(chunk as Buffer);
  }
  yield take(undefined);
}

function decode(
  decoder: ReturnType<typeof openReader>,
  bytes: Buffer | undefined,
  line: number,
  how: XmlEncoding["how"],
): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes);
  } catch {
    throw new FileFault(
      "encoding",
      `bytes that are not ${decoder.encoding} (known by ${how}), at this line or below`,
      "Export the file again in the encoding it declares.",
      line,
    );
  }
}

/** Byte order marks, and UTF-16 without one: XML begins with `<`. */
function findWide(head: Buffer): XmlEncoding | undefined {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return { encoding: "utf-8", how: "byte order mark" };
  if (starts(0xff, 0xfe)) return { encoding: "utf-16le", how: "byte order mark" };
  if (starts(0xfe, 0xff)) return { encoding: "utf-16be", how: "byte order mark" };
  if (starts(0x3c, 0)) return { encoding: "utf-16le", how: "zero bytes" };
  return starts(0, 0x3c) ? { encoding: "utf-16be", how: "zero bytes" } : undefined;
}

function findDeclared(head: Buffer, wide: string | undefined): string | undefined {
  const text =
    wide === undefined || wide === "utf-8"
      ? head.toString("latin1", 0, 400)
      : new TextDecoder(wide).decode(head.subarray(0, 800));
  return /^(?:\ufeff|\xef\xbb\xbf)?\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/.exec(text)?.[1];
}
