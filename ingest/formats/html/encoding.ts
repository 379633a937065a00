import { findEncoding } from "../../encoding/codec.ts";
import { detectEncoding, type EncodingContract } from "../../encoding/detect.ts";
import { readStart } from "../../encoding/survey.ts";
import { FileFault } from "../reader.ts";
import type { XmlEncoding } from "../xml/decode.ts";

/**
 * Decides the encoding of a web page: a byte order mark, what the source file says, what the page says of itself, what its
 * letters tell.
 * @throws FileFault for an encoding not known here, and as `detectEncoding`.
 */
export async function findHtmlEncoding(
  path: string,
  contract: EncodingContract,
  signal: AbortSignal,
): Promise<XmlEncoding> {
  const head = await readStart(path);
  const mark = markOf(head);
  if (mark !== undefined) return { encoding: mark, how: "byte order mark" };
  const isSaid = typeof contract.encoding === "string" && !["utf-8", "auto"].includes(contract.encoding.toLowerCase());
  const stated = isSaid ? undefined : statedIn(Buffer.from(head.subarray(0, 4096)).toString("latin1"));
  if (stated === undefined) {
    const { encoding } = await detectEncoding(path, contract, signal);
    return { encoding, how: "source" };
  }
  const encoding = findEncoding(stated);
  if (encoding !== undefined) return { encoding, how: "declaration" };
  throw new FileFault(
    "encoding",
    `the page says it is in ${stated.slice(0, 40)}, which is not known`,
    "Say its encoding in the source file, or save it again as UTF-8.",
  );
}

function markOf(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

function statedIn(head: string): string | undefined {
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/i.exec(head)?.[1];
  return xml ?? /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}
