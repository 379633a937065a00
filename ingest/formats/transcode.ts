import { createReadStream, rmSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { FileFault, type ReadOptions } from "./reader.ts";

/** A file as UTF-8 text: itself, or a copy. */
export interface Utf8File {
  readonly text: string;
  /** Removes the copy. */
  close(): void;
}

/**
 * Hands out a file as UTF-8, by way of a copy when the source declares another encoding.
 * @throws FileFault for bytes the declared encoding does not know.
 */
export async function withUtf8(path: string, { feed, work, signal }: ReadOptions): Promise<Utf8File> {
  const label = new TextDecoder(feed.encoding).encoding;
  if (label === "utf-8") return { text: path, close() {} };
  const copy = join(work, `utf8-${crypto.randomUUID()}.txt`);
  try {
    await transcode(path, copy, label, signal);
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  }
  return { text: copy, close: () => rmSync(copy, { force: true }) };
}

async function transcode(from: string, to: string, encoding: string, signal: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const target = await open(to, "wx");
  let line = 1;
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1_048_576 })) {
      signal.throwIfAborted();
      const text = decode(decoder, chunk, line);
      await target.writeFile(text);
      line += text.split("\n").length - 1;
    }
    await target.writeFile(decode(decoder, undefined, line));
  } finally {
    await target.close();
  }
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, line: number): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new FileFault(
      "encoding",
      `bytes that are not ${decoder.encoding}, at this line or below`,
      "Declare the file's true encoding in the source.",
      line,
    );
  }
}
