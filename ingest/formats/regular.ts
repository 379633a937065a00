import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { secondTable } from "../structure/tell.ts";
import { FileFault } from "./reader.ts";
import { type Scan, type ScanOptions, type Strangers, scanRecords } from "./scan.ts";

const mostIrregular = 100_000;

/**
 * Refuses a file that was cut off, and one in which most lines are no records.
 * @throws FileFault
 */
export function requireWhole({ endsTorn, diverted, records, strangers }: Scan): void {
  if (endsTorn) {
    throw new FileFault(
      "torn",
      "the file ends in the middle of this line",
      "It was cut off while being written or copied; export it again.",
      diverted.at(-1)?.line,
    );
  }
  if (strangers !== undefined && isTable(strangers))
    throw secondTable(strangers.line, `${strangers.lines} lines of ${strangers.fields} fields`);
  if (diverted.length <= mostIrregular || diverted.length < records) return;
  throw new FileFault(
    "irregular",
    `${diverted.length} of ${diverted.length + records} lines are no records`,
    "Check the delimiter and the quotes of the export.",
    diverted[0]?.line,
  );
}

/** Two lines under what looks like a header are a table, and so are many lines alike. */
function isTable({ lines, fields, beginsLikeHeader }: Strangers): boolean {
  return fields > 1 && lines >= (beginsLikeHeader ? 2 : 5);
}

/** DuckDB reads a file as it stands only when nothing was set aside and all its line breaks are alike. */
export function needsCopy(scan: Scan): boolean {
  const { diverted, hasOddBlank, hasQuotedNewline, hasStrayBytes, mended, newlines, others } = scan;
  const styles = [newlines.lf, newlines.crlf, newlines.cr].filter((count) => count > 0).length;
  const isIrregular = diverted.length + others.length + mended.length > 0 || hasStrayBytes;
  return isIrregular || hasOddBlank || styles > 1 || (hasQuotedNewline && newlines.lf === 0);
}

/** Writes the regular records to a file of their own, line breaks as `\n`, and holds the second walk to the first. */
export async function copyRegular(path: string, options: ScanOptions, first: Scan, work: string): Promise<string> {
  const copy = join(work, `regular-${crypto.randomUUID()}.csv`);
  const descriptor = openSync(copy, "wx");
  const isPlain = first.newlines.crlf === 0 && first.newlines.cr === 0;
  let endsWithBreak = true;
  try {
    const second = await scanRecords(path, options, (run) => {
      const bytes = isPlain ? run : unifyBreaks(run);
      if (!endsWithBreak) writeSync(descriptor, "\n");
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
      endsWithBreak = bytes.at(-1) === 10;
    });
    if (second.records !== first.records) throw new Error(`${path} changed while it was read`);
  } finally {
    closeSync(descriptor);
  }
  return copy;
}

function unifyBreaks(run: Buffer): Buffer {
  return Buffer.from(run.toString("latin1").replace(/\r\n?/g, "\n"), "latin1");
}
