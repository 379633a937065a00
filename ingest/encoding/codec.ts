import { codePages } from "./code-pages.ts";

/** Encodings that `encoding: auto` tells apart, the commoner first. */
export const candidates = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1251",
  "windows-1252",
  "ibm866",
  "koi8-r",
  "koi8-u",
  "rk1048",
  "cp1125",
  "windows-1256",
  "windows-1254",
  "windows-1250",
  "iso-8859-2",
  "macintosh",
  "cp850",
  "x-mac-cyrillic",
  "iso-8859-5",
  "windows-1255",
  "windows-1253",
  "iso-8859-7",
  "windows-1257",
] as const;

/** Turns bytes into text, chunk by chunk; the last call is without a chunk. Throws on bytes the encoding does not know. */
export interface TextReader {
  readonly encoding: string;
  decode(chunk?: Uint8Array): string;
}

const upperBytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);

/** Finds the one name of an encoding: `cp866` is `ibm866`, `kz-1048` is `rk1048`; undefined when it is none known here. */
export function findEncoding(name: string): string | undefined {
  const folded = name.trim().toLowerCase();
  if (/^(?:(?:rk|kz|strk)-?1048(?:-2002)?)$/.test(folded)) return "rk1048";
  if (/^(?:cp|ibm)-?1125$/.test(folded)) return "cp1125";
  if (/^(?:cp|ibm)-?850$/.test(folded)) return "cp850";
  try {
    return new TextDecoder(folded).encoding;
  } catch {
    return undefined;
  }
}

/** Opens a reader for the encoding of that one name. */
export function openReader(encoding: string): TextReader {
  const page = findPage(encoding);
  if (page !== undefined) return pageReader(encoding, page);
  const decoder = new TextDecoder(encoding, { fatal: true });
  return {
    encoding,
    decode: (chunk) => (chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })),
  };
}

/** Spells the upper half of a single-byte encoding: the letters of bytes 0x80 to 0xff; U+FFFD for those it leaves free. */
export function upperHalf(encoding: string): string {
  return Array.from(upperBytes, (byte) => readByte(encoding, byte)).join("");
}

/** Strictly, since Node 20 reads windows-1252 as Latin-1 otherwise. */
function readByte(encoding: string, byte: number): string {
  try {
    return openReader(encoding).decode(Uint8Array.of(byte));
  } catch {
    return "\ufffd";
  }
}

/** `TextDecoder` lacks three code pages, and swaps three control characters of ibm866. */
function findPage(encoding: string): string | undefined {
  if (encoding === "cp850" || encoding === "cp1125" || encoding === "rk1048") return codePages[encoding];
  return encoding === "ibm866" ? new TextDecoder(encoding).decode(upperBytes) : undefined;
}

function pageReader(encoding: string, page: string): TextReader {
  const codes = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : page.charCodeAt(byte - 128)));
  return {
    encoding,
    decode(chunk = new Uint8Array()) {
      const text = new Uint16Array(chunk.length);
      for (let index = 0; index < chunk.length; index += 1) text[index] = codes[chunk[index] ?? 0] ?? 0;
      return Buffer.from(text.buffer).toString("utf16le");
    },
  };
}
