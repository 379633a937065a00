import { quoteText } from "../../warehouse/sql.ts";
import type { Locale } from "../source.ts";
import { bind } from "./bind.ts";
import type { ValueParser } from "./conversion.ts";

const persian = "۰۱۲۳۴۵۶۷۸۹";
const arabic = "٠١٢٣٤٥٦٧٨٩";
const fullwidth = "０１２３４５６７８９";
const ascii = "0123456789";
/** Marks nobody sees: soft hyphen, zero-width and direction marks, byte order marks. */
const invisible =
  "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";
const odd =
  "[۰-۹٠-٩０-９−٫٬\\x{ad}\\x{61c}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}\\x{2066}-\\x{2069}\\x{feff}]";

/** Marks of numbers: the Arabic decimal mark is always one, the Arabic thousands mark wherever groups have one. */
type Marks = Pick<Locale, "decimal" | "group">;

/**
 * Writes SQL for text with Persian, Arabic and fullwidth digits as ASCII, U+2212 as a hyphen, and without invisible marks.
 * Text of ASCII alone, which is nearly all, costs a comparison of lengths.
 */
export function foldDigits(text: string, marks: Marks = { decimal: "٫", group: "" }): string {
  const { from, to } = foldings(marks);
  const folded = `trim(translate(${text}, ${quoteText(from)}, ${quoteText(to)}))`;
  return `case when strlen(${text}) = length(${text}) then ${text} when regexp_matches(${text}, ${quoteText(odd)}) then ${folded} else ${text} end`;
}

/** Does the same to a text at hand. */
export function foldDigitsOf(text: string, marks: Marks): string {
  const { from, to } = foldings(marks);
  const folded = [...text].map((letter) => (from.includes(letter) ? to.charAt(from.indexOf(letter)) : letter));
  return folded.join("").trim();
}

/** Letters, and those that stand for them; what has none is left out. */
function foldings({ decimal, group }: Marks): { readonly from: string; readonly to: string } {
  return {
    from: `${persian}${arabic}${fullwidth}−٫٬${invisible}`,
    to: `${ascii}${ascii}${ascii}-${decimal}${group === "" ? "٬" : group.charAt(0)}`,
  };
}

/** Makes a parser read digits of any script. The plain reading stays as cheap as it was. */
export function readingDigits(parser: ValueParser): ValueParser {
  return (text, mapping) => {
    const fold = `(${foldDigits(text, mapping.locale)})`;
    const plain = parser(text, mapping).value;
    const folded = bind(fold, "folded", (name) => parser(name, mapping).value);
    return {
      value: `coalesce(${plain}, case when strlen(${text}) <> length(${text}) then ${folded} end)`,
      faults: parser(fold, mapping).faults,
    };
  };
}
