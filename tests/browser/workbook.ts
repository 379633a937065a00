import { cellText, plainWriting } from "../../ingest/formats/xlsx/render.ts";
import { openWorkbook } from "../../ingest/formats/xlsx/workbook.ts";

/** A cell of a workbook: its type, `formula` where it has no result, and its text. */
export interface SavedCell {
  readonly type: string;
  readonly text: string;
}

/** Reads the first sheet of a workbook, row by row. */
export async function readSheet(path: string): Promise<readonly (readonly SavedCell[])[]> {
  const book = await openWorkbook(path, new AbortController().signal);
  const [sheet] = book.sheets;
  const read: (readonly SavedCell[])[] = [];
  if (sheet === undefined) return read;
  for await (const rows of book.rows(sheet)) {
    for (const { cells } of rows) {
      read.push(
        cells.map((cell) => ({
          type: cell.isUncomputed ? "formula" : cell.type,
          text: cellText(cell, book, plainWriting),
        })),
      );
    }
  }
  return read;
}
