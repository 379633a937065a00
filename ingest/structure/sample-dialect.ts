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

/** Marks that part fields seldom. */
const rareMarks = ["#"];

/** A dialect, and how well the lines of a head go with it. */
export interface RatedDialect {
  readonly dialect: Dialect;
  readonly width: number;
  readonly share: number;
  readonly quoted: number;
  /** Fields of the first line. */
  readonly first: number;
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
  const rare = rareMarks.map((delimiter) => rateDialect(head, { delimiter, quote: '"' })).find(partsAll);
  if (rare !== undefined && rare.width > best.width && rare.typed > best.typed)
    return { best: rare, rival: undefined, told: [] };
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

/** A mark that also begins comments and stands in addresses parts fields only where it parts all lines into several. */
function partsAll({ width, share, first }: RatedDialect): boolean {
  return width > 2 && first === width && share >= usuallySpaced;
}

function chooseMarks(head: Head): Omit<ChosenDialect, "told"> {
  const rated = guessDialects(head).map((dialect) => rateDialect(head, dialect));
  const commonest = rated.reduce((one, other) => (isBetter(other, one, head.separator) ? other : one));
  const best = rated.find((one) => isTruer(one, commonest)) ?? commonest;
  const rival = rated.find(
    (one) => one.dialect.delimiter !== best.dialect.delimiter && one.width > 1 && weigh(one) === weigh(best),
  );
  return { best, rival };
}

function weigh({ width, share }: RatedDialect): number {
  return width > 1 ? share : share / 10;
}

/**
 * More lines go with it; of those that go as well, more fields stand in quotes, or more are numbers and days. Apostrophes are
 * quotes only where no field stands in quotes; a file of one column is parted by commas, unless a `sep=` line says else.
 */
function isBetter(one: RatedDialect, than: RatedDialect, separator: string | undefined): boolean {
  if (weigh(one) !== weigh(than)) return weigh(one) > weigh(than);
  const [{ delimiter, quote }, other] = [one.dialect, than.dialect];
  if (one.width === 1 && delimiter !== other.delimiter) return separator === undefined && delimiter === ",";
  if (delimiter === other.delimiter && quote !== other.quote && than.quoted > 0 && other.quote === '"') return false;
  return one.quoted === than.quoted ? one.typed > than.typed : one.quoted > than.quoted;
}

/**
 * Decimal commas part lines into as many fields, too, none of which is a number or a day; what parts them into such is truer,
 * unless it leaves the first line whole, which the others' mark parts as it parts them.
 */
function isTruer({ width, share, typed, first }: RatedDialect, commonest: RatedDialect): boolean {
  if (commonest.typed > 0 || (commonest.first === commonest.width && first !== width)) return false;
  return typed >= leastTyped && share >= leastShare && width > commonest.width;
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
  const first = lines[0]?.cells.length ?? 0;
  return { dialect, width, share: lines.length === 0 ? 0 : times / lines.length, quoted, first, typed };
}
