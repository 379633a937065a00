import { rmSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { describeVerdict, detectEncoding, encodingContract, refuseMojibake } from "../encoding/detect.ts";
import { readStart } from "../encoding/survey.ts";
import { openUtf8Writer, UnknownBytes, type Utf8Writer } from "../encoding/to-utf8.ts";
import { FileFault, type ReadOptions, type Records } from "./reader.ts";

const chunkBytes = 1_048_576;

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

/**
 * Reads a file as UTF-8 into records that stand in it, so that a copy is there until they are closed. Their dialect names the
 * encoding.
 * @throws FileFault as `withUtf8` and the reader.
 */
export async function readAsUtf8(
  path: string,
  options: ReadOptions,
  read: (text: string, options: ReadOptions) => Promise<Records>,
): Promise<Records> {
  const { text, encoding, close } = await withUtf8(path, options);
  try {
    const records = await read(text, options);
    return {
      ...records,
      dialect: `${records.dialect}, ${encoding}`,
      close() {
        records.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function transcode(from: string, to: string, encoding: string, signal: AbortSignal): Promise<void> {
  const writer = openUtf8Writer(encoding);
  const source = await open(from, "r");
  const target = await open(to, "wx");
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min((await source.stat()).size + 1, chunkBytes));
    for (let position = 0; ; ) {
      signal.throwIfAborted();
      const { bytesRead } = await source.read(buffer, 0, buffer.length, position);
      const chunk = bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
      await target.writeFile(await writeChunk(writer, chunk, { encoding, source, position }));
      position += bytesRead;
      if (bytesRead === 0) return;
    }
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

/** @throws FileFault naming the line of bytes the encoding does not know. */
async function writeChunk(
  writer: Utf8Writer,
  chunk: Uint8Array | undefined,
  { encoding, source, position }: { readonly encoding: string; readonly source: FileHandle; readonly position: number },
): Promise<Uint8Array> {
  try {
    return writer.write(chunk);
  } catch (error) {
    if (!(error instanceof UnknownBytes)) throw error;
    throw new FileFault(
      "encoding",
      `bytes that are not ${encoding}, at this line${error.isExact ? "" : " or below"}`,
      "Declare the file's true encoding in the source.",
      await lineAt(source, position + error.offset),
    );
  }
}

/** Counts the lines up to a byte of a file; that of the byte is the last. */
async function lineAt(source: FileHandle, offset: number): Promise<number> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let line = 1;
  for (let position = 0; position < offset; ) {
    const { bytesRead } = await source.read(buffer, 0, Math.min(buffer.length, offset - position), position);
    if (bytesRead === 0) break;
    for (const byte of buffer.subarray(0, bytesRead)) if (byte === 10) line += 1;
    position += bytesRead;
  }
  return line;
}
