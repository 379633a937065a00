import { quoteText } from "../../warehouse/sql.ts";

/** Which side of zero an amount stands on. */
export type Sign = "positive" | "negative";

/** A minus or a parenthesis before the first digit, or a minus behind the last one; letters and marks of currencies may stand around. */
const minus = "^\\P{Nd}*[-\u2212\u2013(]|\\p{Nd}\\P{Nd}*[-\u2212\u2013]\\P{Nd}*$";
/** A digit that is no nought, as people write them in Latin, Arabic and Persian. */
const counting = "[1-9\u0661-\u0669\u06f1-\u06f9]";

const minusPattern = new RegExp(minus, "u");
const countingPattern = new RegExp(counting, "u");

/** Tells whether the text of an amount has a sign; nought has none. */
export function hasSign(text: string, sign: Sign): boolean {
  return countingPattern.test(text) && minusPattern.test(text) === (sign === "negative");
}

/** Writes the same in SQL, of an expression that is never null. */
export function hasSignSql(text: string, sign: Sign): string {
  const isNegative = `regexp_matches(${text}, ${quoteText(minus)})`;
  return `(regexp_matches(${text}, ${quoteText(counting)}) and ${sign === "negative" ? isNegative : `not ${isNegative}`})`;
}
