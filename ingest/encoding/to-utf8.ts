import { openReader, upperHalf } from "./codec.ts";

/** Turns bytes of an encoding into UTF-8, chunk by chunk; the last call is without a chunk. */
export interface Utf8Writer {
  /** @throws UnknownBytes for bytes the encoding does not know. The result is reused by the next call. */
  write(chunk?: Uint8Array): Uint8Array;
}

/** Bytes that an encoding does not know: at `offset` of the chunk, or somewhere behind it. */
export class UnknownBytes extends Error {
  readonly offset: number;
  readonly isExact: boolean;

  constructor(offset: number, isExact: boolean) {
    super("bytes the encoding does not know");
    this.offset = offset;
    this.isExact = isExact;
  }
}

const unknown = 0xfffd;

/**
 * Opens a writer for the encoding of that one name (`findEncoding`). Single bytes are looked up in a table, which takes a
 * third of the time of decoding into text and encoding that again.
 */
export function openUtf8Writer(encoding: string): Utf8Writer {
  const upper = upperHalf(encoding);
  // A byte of a longer code is no letter by itself.
  return upper.length === 128 ? tableWriter(upper) : textWriter(encoding);
}

function textWriter(encoding: string): Utf8Writer {
  const reader = openReader(encoding);
  return {
    write(chunk) {
      try {
        return Buffer.from(reader.decode(chunk));
      } catch {
        throw new UnknownBytes(0, false);
      }
    },
  };
}

function tableWriter(upper: string): Utf8Writer {
  const codes = Uint16Array.from(upper, (letter) => letter.charCodeAt(0));
  let out = new Uint8Array();
  return {
    write(chunk = new Uint8Array()) {
      if (out.length < chunk.length * 3) out = new Uint8Array(chunk.length * 3);
      let to = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0;
        if (byte < 128) {
          out[to++] = byte;
          continue;
        }
        const code = codes[byte - 128] ?? unknown;
        if (code === unknown) throw new UnknownBytes(at, true);
        if (code < 0x800) out[to++] = 0xc0 | (code >> 6);
        else {
          out[to++] = 0xe0 | (code >> 12);
          out[to++] = 0x80 | ((code >> 6) & 0x3f);
        }
        out[to++] = 0x80 | (code & 0x3f);
      }
      return out.subarray(0, to);
    },
  };
}
