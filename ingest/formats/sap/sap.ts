import { FileFault, type FormatReader, type ReadOptions, type Records } from "../reader.ts";
import { longestOf } from "../scan.ts";
import { type TextCopy, withCopy } from "../text/copy.ts";
import { readLines, type TextLine } from "../text/lines.ts";
import { withUtf8 } from "../transcode.ts";
import { findListHeader, headLines, type ListHeader } from "./header.ts";
import { ListWalk } from "./walk.ts";

/**
 * Reads a list as SAP writes it unconverted: cells between borders, rules of dashes, a header on every page. Cells are cut
 * where the header has its borders, so a cell may hold a border sign; a row whose borders stand elsewhere is set aside.
 * Lines of totals, marked with `*`, are held against the sum of the rows above them.
 * @throws FileFault when the file is refused whole.
 */
export const readSapList: FormatReader = async (path, options) => {
  const { text, encoding, close } = await withUtf8(path, options);
  try {
    const header = findListHeader(await readHeadLines(text, options.signal), options.feed);
    return await withCopy(options.work, longestOf(options.feed), async (copy) => {
      const records = await walkList(text, header, copy, options);
      return { ...records, dialect: `${records.dialect}, ${encoding}` };
    });
  } finally {
    close();
  }
};

/** Reads the lines among which the header of a list is looked for. @throws FileFault for an empty file. */
async function readHeadLines(path: string, signal: AbortSignal): Promise<readonly TextLine[]> {
  const head: TextLine[] = [];
  for await (const lines of readLines(path, signal)) {
    head.push(...lines.slice(0, headLines - head.length));
    if (head.length === headLines) break;
  }
  if (head.length === 0) throw new FileFault("empty", "the file is empty", "Export it again.");
  return head;
}

async function walkList(
  path: string,
  header: ListHeader,
  copy: TextCopy,
  { feed, siblings = [], signal }: ReadOptions,
): Promise<Records> {
  const walk = new ListWalk(header, copy, feed, siblings);
  const options = { longest: longestOf(feed) };
  for await (const lines of readLines(path, signal, options)) for (const line of lines) walk.take(line);
  const told = walk.finish();
  const size = header.borders.length === 1 ? "" : `, records of ${header.borders.length} lines`;
  return copy.finish({
    names: header.names,
    headerLine: header.line,
    dialect: [`SAP list, header in line ${header.line}${size}`, ...told].join("; "),
  });
}
