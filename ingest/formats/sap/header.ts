import { countMatches, nameCells, neededNames, requireColumns } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { FileFault } from "../reader.ts";
import { isBlank, type TextLine } from "../text/lines.ts";
import { cutCells, findBorders, isBordered, isRule } from "./borders.ts";

/** Lines among which the header is looked for. */
export const headLines = 200;
const mostRecordLines = 4;
const mostColumns = 500;

/** The header of a list, and how a record is drawn below it. */
export interface ListHeader {
  /** Physical line of its first line. */
  readonly line: number;
  /** Its lines as they stand; they come again on every page. */
  readonly texts: readonly string[];
  /** The borders of each line of a record. */
  readonly borders: readonly ReturnType<typeof findBorders>[];
  readonly names: readonly string[];
  /** Records have as many lines as the header; otherwise its lines are one heading, wrapped. */
  readonly isStacked: boolean;
}

/**
 * Finds the header of a list: lines with borders whose cells are the names a feed needs. A header of several lines is
 * either that of records of as many lines, or one heading that is wrapped: the names tell.
 * @throws FileFault naming what is missing.
 */
export function findListHeader(lines: readonly TextLine[], feed: Feed): ListHeader {
  const candidates = headBlocks(lines).flatMap((block) => readBlock(block, isRuled(block, lines), feed.recordLines));
  const needed = neededNames(feed).length;
  const matches = ({ names }: ListHeader) => countMatches(feed, names);
  const whole = candidates.filter((one) => matches(one) === needed);
  const [best] = whole.length > 0 ? whole : candidates.toSorted((one, other) => matches(other) - matches(one));
  if (best === undefined) {
    throw new FileFault(
      "header",
      `no line among the first ${headLines} has cells between borders: this is no SAP list`,
      "Export the list again without converting it, or change `format` in the source file.",
    );
  }
  refuseTwoWays(whole, best);
  if (best.names.length > mostColumns) {
    throw new FileFault(
      "header",
      `${best.names.length} columns, at most ${mostColumns} are read`,
      "Export fewer.",
      best.line,
    );
  }
  requireColumns(feed, best.names, best.line);
  return best;
}

/** Gathers lines with borders that stand together. */
export function headBlocks(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const blocks: TextLine[][] = [[]];
  for (const line of lines) {
    if (isBordered(line.text)) blocks.at(-1)?.push(line);
    else if (isRule(line.text) || isBlank(line.text) || blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter(({ length }) => length > 0);
}

/** Tells whether a rule follows a block. */
function isRuled(block: readonly TextLine[], lines: readonly TextLine[]): boolean {
  return isRule(lines[block.at(-1)?.number ?? 0]?.text ?? "");
}

/** Reads a block as a header. Lines of a long one, and of one that no rule follows, are rows: only the first is a header. */
function readBlock(
  block: readonly TextLine[],
  hasRule: boolean,
  recordLines: number | undefined,
): readonly ListHeader[] {
  const [first] = block;
  if (first === undefined) return [];
  const isLong = block.length > mostRecordLines || !hasRule;
  const single = isLong || block.length === 1 || recordLines === 1 ? [readHeader([first], true)] : [];
  if (recordLines !== undefined) {
    const given = block.slice(0, recordLines);
    const wrapped = recordLines === 1 && !isLong && block.length > 1 ? readWrapped(block) : [];
    return given.length < recordLines ? [] : [readHeader(given, true), ...wrapped];
  }
  return isLong || block.length === 1 ? single : [...readWrapped(block), readHeader(block, true)];
}

function readWrapped(block: readonly TextLine[]): readonly ListHeader[] {
  const [first] = block;
  const borders = findBorders(first?.text ?? "");
  return block.every(({ text }) => cutCells(text, borders) !== undefined) ? [readHeader(block, false)] : [];
}

function readHeader(lines: readonly TextLine[], isStacked: boolean): ListHeader {
  const texts = lines.map(({ text }) => text.trimEnd());
  const borders = texts.map(findBorders);
  const rows = texts.map((text, index) => {
    const places = borders[index];
    return places === undefined ? [] : (cutCells(text, places) ?? []);
  });
  const cells = isStacked ? rows.flat() : joinDown(rows);
  return {
    line: lines[0]?.number ?? 1,
    texts,
    borders: isStacked ? borders : borders.slice(0, 1),
    names: nameCells(cells),
    isStacked,
  };
}

/** Joins the cells of a heading that is wrapped. */
export function joinDown(rows: readonly (readonly string[])[]): readonly string[] {
  return (rows[0] ?? []).map((_, column) =>
    rows
      .map((row) => row[column] ?? "")
      .filter((text) => text !== "")
      .join(" "),
  );
}

function refuseTwoWays(whole: readonly ListHeader[], best: ListHeader): void {
  const rival = whole.find((one) => one.line === best.line && one.isStacked !== best.isStacked);
  if (rival === undefined) return;
  throw new FileFault(
    "header",
    `the header of ${best.texts.length} lines may be one heading, or that of records of as many lines`,
    `Say which in the source file: record_lines: 1 or ${best.texts.length}.`,
    best.line,
  );
}
