import { quoteText } from "../../warehouse/sql.ts";
import type { Locale } from "../source.ts";
import { bind } from "./bind.ts";
import type { Fault, ValueParser } from "./conversion.ts";
import { foldDigitsOf, readingDigits } from "./digits.ts";

const spaces = "[ \u00a0\u2007\u2009\u202f]";

/**
 * Reads decimals of `decimal(precision, scale)`: digits, in groups where the locale has a group mark, and
 * no more decimals than fit, unless the source says to round them. Trailing zeros may go beyond the scale.
 */
export function decimalParser(precision: number, scale: number): ValueParser {
  return readingNumbers((text, mapping) => {
    const { decimal, group } = mapping.locale;
    const most = scale - mapping.shift;
    const grammar = numberGrammar(decimal, group);
    const mark = `[${escapeClass(decimal)}]`;
    const fits = most >= 0 ? `(${mark}[0-9]{0,${most}}0*)?` : `(${mark}0*)?`;
    const fitting = `[+-]?(${grammar.whole}${fits}${most > 0 ? `|${mark}[0-9]{1,${most}}0*` : ""})`;
    const gate = `regexp_full_match(${text}, ${quoteText(mapping.round === true ? grammar.any : fitting)})`;
    const plain = plainDigits(text, decimal, group);
    const exact =
      mapping.shift === 0
        ? `try_cast(${plain} as decimal(${precision}, ${scale}))`
        : `try_cast(${plain} || 'e-${mapping.shift}' as decimal(${precision}, ${scale}))`;
    const faults = numberFaults(text, grammar.any, { most, precision, scale, decimal, group }).filter(
      ({ rule }) => rule !== "scale" || mapping.round !== true,
    );
    const value = signed(`case when ${gate} then ${exact} end`, mapping.negate);
    if (!mapping.reciprocal) return { value, faults };
    return {
      value: bind(`1 / cast(nullif(${value}, 0) as double)`, "turned", (turned) => {
        const rounded = `round(${turned}, ${scale})`;
        const isClose = `abs(${rounded} - ${turned}) <= abs(${turned}) * 1e-4`;
        return `case when ${isClose} then try_cast(${rounded} as decimal(${precision}, ${scale})) end`;
      }),
      faults: [
        {
          rule: "reciprocal",
          when: `(${value}) is not null`,
          message: quoteText(`has no reciprocal, or one that ${scale} decimals round by more than 0.01 %`),
        },
        ...faults,
      ],
    };
  });
}

/** Reads whole numbers; `12,0` is one, `12,5` is not. */
export const wholeParser: ValueParser = (text, mapping) => {
  const { value, faults } = decimalParser(19, 0)(text, mapping);
  return { value: `try_cast(${value} as bigint)`, faults };
};

/** Reads floating-point numbers, with an exponent if need be; infinities are none. */
export const doubleParser: ValueParser = readingNumbers((text, mapping) => {
  const { decimal, group } = mapping.locale;
  const gate = `${numberGrammar(decimal, group).any}([eE][+-]?[0-9]{1,3})?`;
  const cast = `try_cast(${plainDigits(text, decimal, group)} as double)`;
  const value = `case when regexp_full_match(${text}, ${quoteText(gate)}) and isfinite(${cast}) then ${cast}${
    mapping.shift === 0 ? "" : ` / 1e${mapping.shift}`
  } end`;
  return { value: signed(value, mapping.negate), faults: [notNumber(decimal, group)] };
});

/** Makes a parser read digits of any script, and the minus signs and currency marks the locale lists. */
function readingNumbers(parser: ValueParser): ValueParser {
  return readingDigits((text, mapping) => {
    const { negative = [], currencies = [] } = mapping.locale;
    if (negative.length === 0 && currencies.length === 0) return parser(text, mapping);
    const { any } = numberGrammar(mapping.locale.decimal, mapping.locale.group);
    const isPlain = `regexp_full_match(${text}, ${quoteText(any)})`;
    const bare = `case when ${isPlain} then ${text} else ${bareNumber(text, mapping.locale)} end`;
    return {
      value: `case when ${isPlain} then ${parser(text, mapping).value} else ${bind(bareNumber(text, mapping.locale), "number", (number) => parser(number, mapping).value)} end`,
      faults: parser(`(${bare})`, mapping).faults,
    };
  });
}

/** Brings the ways a locale writes minus and currency to a sign and a number: `(5 ₽)` and `5- ₽` are `-5`. */
function bareNumber(text: string, locale: Locale): string {
  return bareRules(locale, (marks) => `(?i:${marks})`).reduce(
    (sql, { pattern, by }) => `regexp_replace(${sql}, ${quoteText(pattern)}, ${quoteText(by)})`,
    text,
  );
}

/** How numbers are written in a locale: their marks, and the ways of minus and currency it lists. */
export type NumberLocale = Pick<Locale, "decimal" | "group" | "negative" | "currencies">;

/**
 * Reads the text of a number as the engine does, for totals that are added up while a file is walked: a sign, digits and a point;
 * undefined for what is no number in this locale.
 */
export function readNumberText(text: string, locale: NumberLocale): string | undefined {
  const { decimal, group } = locale;
  const isNumber = new RegExp(`^(?:${numberGrammar(decimal, group).any})$`);
  const folded = foldDigitsOf(text, locale);
  const rules = isNumber.test(folded) ? [] : bareRules(locale, (marks) => `(?:${marks})`);
  const bare = rules.reduce(
    (rest, { pattern, by }) => rest.replace(new RegExp(pattern, "i"), by.replaceAll("\\", "$")),
    folded,
  );
  if (!isNumber.test(bare)) return undefined;
  const marks = [...expandGroup(group)].filter((mark) => mark !== decimal);
  return [...bare]
    .filter((letter) => !marks.includes(letter))
    .join("")
    .replace(decimal, ".");
}

/** Replacements that leave a sign and a number, one after the other; letters of marks count in any case. */
function bareRules(
  { decimal, negative = [], currencies = [] }: Omit<NumberLocale, "group">,
  inAnyCase: (marks: string) => string,
): readonly { readonly pattern: string; readonly by: string }[] {
  const edge = `[0-9${escapeClass(decimal)}]`;
  const number = `(${edge}(?:.*${edge})?)`;
  const gap = `${spaces}*`;
  const mark = inAnyCase(currencies.map(escapeRegex).join("|"));
  const has = (style: "trailing" | "parentheses") => negative.includes(style);
  const bareWays = [
    ...(has("trailing") ? [`${number}${gap}-`] : []),
    ...(has("parentheses") ? [`\\(${gap}${number}${gap}\\)`] : []),
  ];
  const markedWays = [
    ...(has("trailing") ? [`${number}${gap}(?:-${gap}${mark}|${mark}${gap}-)`, `${mark}${gap}${number}${gap}-`] : []),
    ...(has("parentheses")
      ? [
          `\\(${gap}${number}${gap}(?:\\)${gap}${mark}|${mark}${gap}\\))`,
          `(?:\\(${gap}${mark}|${mark}${gap}\\()${gap}${number}${gap}\\)`,
        ]
      : []),
  ];
  const ways = currencies.length === 0 ? bareWays : [...bareWays, ...markedWays];
  const groups = ways.map((_, index) => `\\${index + 1}`).join("");
  const signedWays = ways.length === 0 ? [] : [{ pattern: `^(?:${ways.join("|")})$`, by: `-${groups}` }];
  if (currencies.length === 0) return signedWays;
  const before = `([+-]?)${gap}${mark}${gap}${number}|${mark}${gap}([+-])${gap}${number}`;
  const marked = `^(?:${before}|([+-]?)${gap}${number}${gap}${mark})$`;
  return [...signedWays, { pattern: marked, by: "\\1\\2\\3\\4\\5\\6" }];
}

function signed(value: string, negate: boolean): string {
  return negate ? `-(${value})` : value;
}

/**
 * Regular expressions of a number: its whole part, and all of it with any count of decimals. Groups have three digits; where the
 * mark is a comma, those above the thousands may have two, as India writes 1,25,000.
 */
function numberGrammar(decimal: string, group: string): { readonly whole: string; readonly any: string } {
  const mark = `[${escapeClass(decimal)}]`;
  const indian = group.includes(",") && decimal !== "," ? "[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}|" : "";
  const grouped = group === "" ? "" : `[0-9]{1,3}(${groupClass(group)}[0-9]{3})+|${indian}`;
  const whole = `(${grouped}[0-9]+)`;
  return { whole, any: `[+-]?(${whole}(${mark}[0-9]*)?|${mark}[0-9]+)` };
}

function numberFaults(
  text: string,
  any: string,
  {
    most,
    precision,
    scale,
    decimal,
    group,
  }: { most: number; precision: number; scale: number; decimal: string; group: string },
): readonly Fault[] {
  const isNumber = `regexp_full_match(${text}, ${quoteText(any)})`;
  const tooFine = `regexp_matches(${text}, ${quoteText(`[${escapeClass(decimal)}][0-9]{${Math.max(most, 0)}}0*[1-9]`)})`;
  return [
    {
      rule: "scale",
      when: `${isNumber} and ${tooFine}`,
      message: quoteText(`has more than ${Math.max(most, 0)} decimals`),
    },
    {
      rule: "range",
      when: isNumber,
      message: quoteText(`does not fit ${precision - scale} digits before the decimal mark`),
    },
    notNumber(decimal, group),
  ];
}

function notNumber(decimal: string, group: string): Fault {
  const example = `1${group.charAt(0)}234${decimal}50`;
  return { rule: "number", when: "true", message: quoteText(`is not a number (expected such as ${example})`) };
}

/** Takes group marks out and writes the decimal mark as a point. */
function plainDigits(text: string, decimal: string, group: string): string {
  const marks = [...expandGroup(group)].filter((mark) => mark !== decimal);
  const bare = marks.reduce((sql, mark) => `replace(${sql}, ${quoteText(mark)}, '')`, text);
  return decimal === "." ? bare : `replace(${bare}, ${quoteText(decimal)}, '.')`;
}

/** A space as group mark means every space that exports use. */
function expandGroup(group: string): string {
  return group.includes(" ") ? `${group}\u00a0\u2007\u2009\u202f` : group;
}

function groupClass(group: string): string {
  const others = [...group].filter((mark) => mark !== " ").map(escapeClass);
  if (!group.includes(" ")) return `[${others.join("")}]`;
  return others.length === 0 ? spaces : `[${spaces.slice(1, -1)}${others.join("")}]`;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

function escapeClass(mark: string): string {
  return mark.replace(/[\\\]^-]/g, "\\$&");
}
