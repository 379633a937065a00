import { quoteText } from "../../warehouse/sql.ts";
import type { Column } from "../contracts/contract.ts";
import type { Mapping } from "../source.ts";
import { bind } from "./bind.ts";
import type { Conversion, Fault, ValueParser } from "./conversion.ts";
import { dateParser, timestampParser } from "./date.ts";
import { emailParser } from "./email.ts";
import { idParser } from "./id.ts";
import { decimalParser, doubleParser, wholeParser } from "./number.ts";
import { phoneParser } from "./phone.ts";
import { checkingTaxIds, taxChecks } from "./tax-id.ts";

/** Writes the conversion of a mapped column: value map first, then the parser of the column's type, then the prefix. */
export function convert(text: string, mapping: Mapping): Conversion {
  const parsed = findParser(mapping)(text, mapping);
  const read = mapping.values === undefined ? parsed : mapValues(text, mapping, mapping.values, parsed);
  const mapped = matching(text, mapping, within(mapping, read));
  const prefixed = mapping.prefix === "" ? mapped.value : `${quoteText(mapping.prefix)} || (${mapped.value})`;
  return { value: prefixed, faults: mapping.invalid === "null" ? [] : mapped.faults };
}

/** Values outside the range of the column are none. */
function within(mapping: Mapping, { value, faults }: Conversion): Conversion {
  const { range, column } = mapping;
  if (range === undefined) return { value, faults };
  const [from, to] = range;
  const isInstant = column.sqlType === "timestamp";
  const tests = [
    ...(from === null ? [] : [`ranged >= ${isInstant ? midnightSql(from, mapping) : endSql(from, column)}`]),
    ...(to === null ? [] : [isInstant ? `ranged < ${midnightSql(to, mapping, 1)}` : `ranged <= ${endSql(to, column)}`]),
  ];
  const shown = range.map((end) => (end === null ? "…" : String(end))).join(" to ");
  return {
    value: bind(value, "ranged", (ranged) => `case when ${tests.join(" and ")} then ${ranged} end`),
    faults: [{ rule: "range", when: `(${value}) is not null`, message: quoteText(`is outside ${shown}`) }, ...faults],
  };
}

/** The instant a day begins at by the clocks of the source, as UTC; or the day so many days later. */
function midnightSql(day: number | string, { column, timeZone = "UTC" }: Mapping, later = 0): string {
  return `timezone('UTC', timezone(${quoteText(timeZone)}, ${endSql(day, column)} + ${later} * interval 1 day))`;
}

/** Numbers are compared as decimals with all digits they were written with. */
function endSql(end: number | string, { sqlType }: Column): string {
  if (typeof end === "string") return `date ${quoteText(end)}`;
  return `cast(${quoteText(String(end))} as ${sqlType === "double" ? "double" : "decimal(38, 9)"})`;
}

/** Text that does not match the expression of the column is no value. */
function matching(text: string, { matches }: Mapping, { value, faults }: Conversion): Conversion {
  if (matches === undefined) return { value, faults };
  const isMet = `regexp_full_match(${text}, ${quoteText(matches)})`;
  return {
    value: `case when ${isMet} then ${value} end`,
    faults: [{ rule: "pattern", when: `not ${isMet}`, message: quoteText(`does not match ${matches}`) }, ...faults],
  };
}

/** Writes a constant of the column's type, from canonical text: `RUB`, `0.5`, `2026-01-31`, `true`. */
export function constant(value: string, mapping: Mapping): string {
  return `cast(${quoteText(mapping.prefix + value)} as ${mapping.column.sqlType})`;
}

function findParser(mapping: Mapping): ValueParser {
  const { checks, phoneCountry } = mapping;
  if (phoneCountry !== undefined) return phoneParser(phoneCountry);
  if (checks?.includes("email")) return emailParser;
  const taxIds = taxChecks.filter((check) => checks?.includes(check));
  return taxIds.length === 0 ? parserOfType(mapping) : checkingTaxIds(idParser, taxIds);
}

function parserOfType({ column }: Mapping): ValueParser {
  const decimal = /^decimal\((\d+), (\d+)\)$/.exec(column.sqlType);
  if (decimal !== null) return decimalParser(Number(decimal[1]), Number(decimal[2]));
  const parser = column.kind === "id" ? idParser : column.name === "currency" ? codeParser : parsers[column.sqlType];
  if (parser === undefined) throw new Error(`no parser for ${column.sqlType}`);
  return parser;
}

const textParser: ValueParser = (text) => ({ value: text, faults: [] });

/** Codes of currencies are the same in small letters: Stripe writes `eur`. */
const codeParser: ValueParser = (text) => ({ value: `upper(${text})`, faults: [] });

const flagParser: ValueParser = (text, { locale }) => {
  const list = (words: readonly string[]) => words.map((word) => quoteText(word.toLowerCase())).join(", ");
  return {
    value: `case when lower(${text}) in (${list(locale.true)}) then true when lower(${text}) in (${list(locale.false)}) then false end`,
    faults: [
      {
        rule: "flag",
        when: "true",
        message: quoteText(`is neither ${locale.true.join("/")} nor ${locale.false.join("/")}`),
      },
    ],
  };
};

const parsers: Readonly<Record<string, ValueParser>> = {
  varchar: textParser,
  date: dateParser,
  timestamp: timestampParser,
  boolean: flagParser,
  bigint: wholeParser,
  double: doubleParser,
};

function mapValues(
  text: string,
  mapping: Mapping,
  values: Readonly<Record<string, string | null>>,
  parsed: Conversion,
): Conversion {
  const entries = Object.entries(values).map(([from, to]) => {
    const target = to === null ? "null" : `cast(${quoteText(to)} as ${mapping.column.sqlType})`;
    return `when ${text} = ${quoteText(from)} then ${target}`;
  });
  const unlisted: Fault = {
    rule: "value",
    when: "true",
    message: quoteText(`is not one of ${Object.keys(values).slice(0, 10).join(", ")}`),
  };
  const rest = mapping.other === "keep" ? parsed.value : "null";
  return {
    value: `case ${entries.join(" ")} else ${rest} end`,
    faults: mapping.other === "keep" ? parsed.faults : mapping.other === "reject" ? [unlisted] : [],
  };
}

/** Lists texts that mean "no value" though they are some: nulls of the value map, and all it does not list if so told. */
export function meansNothing(text: string, { values, other }: Mapping): string | undefined {
  if (values === undefined) return undefined;
  const entries = Object.entries(values);
  const none = entries.filter(([, to]) => to === null).map(([from]) => quoteText(from));
  const kept = entries.filter(([, to]) => to !== null).map(([from]) => quoteText(from));
  const isUnlisted = kept.length === 0 ? "true" : `${text} not in (${kept.join(", ")})`;
  if (other === "null") return isUnlisted;
  return none.length === 0 ? undefined : `${text} in (${none.join(", ")})`;
}
