import type { Span } from "./text/copy.ts";

/** Puts physical lines into one bucket each where records may share a line: the first to stand on a line has it. */
export class LineBuckets {
  recordLines = 0;
  divertedLines = 0;
  #claimed = 0;

  /** Claims the lines of a record, or of one set aside; call it in the order they stand. */
  claim({ first, last }: Span, isRecord: boolean): void {
    const lines = Math.max(0, last - Math.max(first, this.#claimed + 1) + 1);
    this.#claimed = Math.max(this.#claimed, last);
    if (isRecord) this.recordLines += lines;
    else this.divertedLines += lines;
  }

  /** Accounts for all lines of a file. */
  account(physicalLines: number) {
    const { recordLines, divertedLines } = this;
    return { physicalLines, recordLines, divertedLines, otherLines: physicalLines - recordLines - divertedLines };
  }
}
