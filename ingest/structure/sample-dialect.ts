import type { Head } from "../formats/head.ts";
import type { Dialect } from "../source.ts";
import { guessDialects } from "./dialect.ts";
import { cutLines, isTypedText } from "./sample-lines.ts";

/** Share of lines with as many fields below which the dialect is asked about. */
export const leastShare = 0.5;
/** Share of lines that must have as many words for spaces to part fields. */
const usuallySpaced = 0.9;
/** Share of fields that are numbers and days, where a delimiter is preferred for them. */
const leastTyped = 0.2;

/** A dialect, and how well the lines of a head go with it. */
export interface RatedDialect {
  readonly dialect: Dialect;
  readonly width: number;
  readonly share: number;
  readonly quoted: number;
  /** Share of fields of such lines that are numbers and days. */
  readonly typed: number;
}

/** The dialect that goes best, one that goes as well, and why. */
export interface ChosenDialect {
  readonly best: RatedDialect;
  readonly rival: RatedDialect | undefined;
  readonly told: readonly string[];
}

/** Chooses the dialect under which most records of a head have the same number of fields. */
export function chooseDialect(head: Head): ChosenDialect {
  const { best, rival } = chooseMarks(head);
  if (best.width === 1) {
    const spaced = rateDialect(head, { delimiter: " ", quote: '"' });
    const isTable = spaced.width > 1 && spaced.share >= usuallySpaced;
    if (isTable) return { best: spaced, rival: undefined, told: ["fields are parted by single spaces"] };
  }
  const bare = rateDialect(head, { delimiter: best.dialect.delimiter, quote: "" });
  const isBare = best.width > 1 && best.quoted === 0 && bare.width === best.width && bare.share > best.share;
  if (!isBare) return { best, rival, told: [] };
  return { best: bare, rival, told: ["no field stands in quotes: quotes are part of values"] };
}

function chooseMarks(head: Head): Omit<ChosenDialect, "told"> {
  const rated = guessDialects(head).map((dialect) => rateDialect(head, dialect));
  const weight = ({ width, share }: RatedDialect) => (width > 1 ? share : share / 10);
  const commonest = rated.reduce((one, other) =>
    weight(other) > weight(one) || (weight(other) === weight(one) && other.quoted > one.quoted) ? other : one,
  );
  const best = rated.find((one) => isTruer(one, commonest)) ?? commonest;
  const rival = rated.find(
    (one) => one.dialect.delimiter !== best.dialect.delimiter && one.width > 1 && weight(one) === weight(best),
  );
  return { best, rival };
}

/** Decimal commas part lines into as many fields, too, none of which is a number or a day; what parts them into such is truer. */
function isTruer({ width, share, typed }: RatedDialect, commonest: RatedDialect): boolean {
  return commonest.typed === 0 && typed >= leastTyped && share >= leastShare && width > commonest.width;
}

function rateDialect(head: Head, dialect: Dialect): RatedDialect {
  const lines = cutLines(head, dialect).filter(({ isBlank }) => !isBlank);
  const counts = new Map<number, number>();
  for (const { cells, isRegular } of lines)
    if (isRegular) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, times] = [...counts].reduce(
    (one, other) => (other[1] > one[1] || (other[1] === one[1] && other[0] > one[0]) ? other : one),
    [1, 0],
  );
  const quoted = lines.reduce((sum, line) => sum + line.quoted, 0);
  const fields = lines.filter(({ cells }) => cells.length === width).flatMap(({ cells }) => cells);
  const typed = fields.filter((cell) => isTypedText(cell.trim())).length / Math.max(fields.length, 1);
  return { dialect, width, share: lines.length === 0 ? 0 : times / lines.length, quoted, typed };
}
