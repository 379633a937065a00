import { createReadStream, rmSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { openReader, type TextReader } from "../encoding/codec.ts";
import { describeVerdict, detectEncoding, encodingContract, refuseMojibake } from "../encoding/detect.ts";
import { readStart } from "../encoding/survey.ts";
import { FileFault, type ReadOptions } from "./reader.ts";

/** A file as UTF-8 text: itself, or a copy. */
export interface Utf8File {
  readonly text: string;
  /** Encoding of the original, how it is known and how surely. */
  readonly encoding: string;
  /** Removes the copy. */
  close(): void;
}

/**
 * Hands out a file as UTF-8, by way of a copy when it is in another encoding.
 * @throws FileFault for bytes the encoding does not know, for an encoding in doubt, and for text encoded twice.
 */
export async function withUtf8(path: string, { feed, work, signal }: ReadOptions): Promise<Utf8File> {
  const verdict = await detectEncoding(path, encodingContract(feed), signal);
  const encoding = describeVerdict(verdict);
  if (verdict.encoding === "utf-8") {
    refuseMojibake(await readStart(path), verdict.encoding);
    return { text: path, encoding, close() {} };
  }
  const copy = join(work, `utf8-${crypto.randomUUID()}.txt`);
  try {
    await transcode(path, copy, verdict.encoding, signal);
    refuseMojibake(await readStart(copy), verdict.encoding);
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  }
  return { text: copy, encoding, close: () => rmSync(copy, { force: true }) };
}

async function transcode(from: string, to: string, encoding: string, signal: AbortSignal): Promise<void> {
  const decoder = openReader(encoding);
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

function decode(decoder: TextReader, chunk: Buffer | undefined, line: number): string {
  try {
    return decoder.decode(chunk);
  } catch {
    throw new FileFault(
      "encoding",
      `bytes that are not ${decoder.encoding}, at this line or below`,
      "Declare the file's true encoding in the source.",
      line,
    );
  }
}
