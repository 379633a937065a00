import { quoteText } from "../../warehouse/sql.ts";
import { bind } from "./bind.ts";
import type { ValueParser } from "./conversion.ts";
import { foldDigits } from "./digits.ts";

/** Countries whose way to write telephone numbers is known (ingest.md §6). */
export const phoneCountries = ["RU", "KZ", "UZ", "UA", "IR"] as const;

export type PhoneCountry = (typeof phoneCountries)[number];

interface Plan {
  readonly code: string;
  /** Pattern of the digits after the code, for any number of the plan. */
  readonly national: string;
  /** How numbers are written without `+`: each pattern captures the digits after the code. */
  readonly local: readonly string[];
}

const plans: Readonly<Record<PhoneCountry, Plan>> = {
  RU: { code: "7", national: "[3-9][0-9]{9}", local: ["[78]([3-9][0-9]{9})", "([349][0-9]{9})"] },
  KZ: { code: "7", national: "[3-9][0-9]{9}", local: ["[78]([3-9][0-9]{9})", "([67][0-9]{9})"] },
  UZ: { code: "998", national: "[1-9][0-9]{8}", local: ["998([1-9][0-9]{8})", "([1-9][0-9]{8})"] },
  UA: {
    code: "380",
    national: "[3-9][0-9]{8}",
    local: ["380([3-9][0-9]{8})", "8?0([3-9][0-9]{8})", "([3-9][0-9]{8})"],
  },
  IR: { code: "98", national: "[1-9][0-9]{9}", local: ["98([1-9][0-9]{9})", "0([1-9][0-9]{9})", "(9[0-9]{9})"] },
};

const label = "^(?i:tel|phone|mob|тел|телефон|моб|т|تلفن|موبایل)[.:]*\\s*";
const several = "\\s*[;,/|\\n].*$";
const extension = "\\s*(?i:доб|вн|ext|x|#|داخلی)[.:]?\\s*[0-9]{1,6}\\)?$";
const shape = "\\+?[0-9][0-9 ().\\x{a0}\\x{2010}-\\x{2015}-]*|\\+?\\([0-9][0-9 ().\\x{a0}\\x{2010}-\\x{2015}-]*";

/**
 * Reads telephone numbers of a country as E.164 text: `8 (912) 345-67-89` in RU is `+79123456789`. Numbers with `+` or `00`
 * may be of any country. Of several numbers the first is taken and extensions are left out; the raw text stays in `_extra`.
 */
export function phoneParser(country: PhoneCountry): ValueParser {
  return (text) => ({
    value: bind(firstNumber(text), "written", (written) =>
      bind(international(written, country), "phone", acceptPlan(country)),
    ),
    faults: [
      {
        rule: "phone_scientific",
        when: `regexp_full_match(${text}, '[0-9]([.,][0-9]+)?[eE][+]?[0-9]+')`,
        message: quoteText("lost its digits in a spreadsheet; export the column as text"),
      },
      {
        rule: "phone",
        when: "true",
        message: quoteText(`is not a telephone number of ${country}, nor one with + and a country code`),
      },
    ],
  });
}

/** Takes label, further numbers and extension off; what is left is a number as it is written, or null. */
function firstNumber(text: string): string {
  const isNumber = (sql: string) => `regexp_full_match(${sql}, ${quoteText(shape)})`;
  const unlabelled = `regexp_replace(${foldDigits(text)}, ${quoteText(label)}, '')`;
  const first = `regexp_replace(${unlabelled}, ${quoteText(several)}, '', 's')`;
  const bare = `trim(regexp_replace(${first}, ${quoteText(extension)}, ''))`;
  const stripped = bind(bare, "bare", (name) => `case when ${isNumber(name)} then ${name} end`);
  return `case when ${isNumber(text)} then ${text} else ${stripped} end`;
}

/** Brings what is written to `+` and digits; local ways of writing are tried in order. */
function international(written: string, country: PhoneCountry): string {
  const { code, local } = plans[country];
  const digits = `regexp_replace(regexp_replace(${written}, '[^0-9+]', '', 'g'), '^00', '+')`;
  return bind(digits, "digits", (name) => {
    const cases = local.map(
      (pattern) =>
        `when regexp_full_match(${name}, ${quoteText(pattern)}) then '+${code}' || regexp_extract(${name}, ${quoteText(`^${pattern}$`)}, 1)`,
    );
    return `case ${cases.join(" ")} else ${name} end`;
  });
}

/** Takes numbers of the country's plan, and of other countries by length alone; one digit repeated is none. */
function acceptPlan(country: PhoneCountry): (phone: string) => string {
  const { code, national } = plans[country];
  return (phone) => {
    const own = `regexp_full_match(${phone}, '\\+${code}${national}')`;
    const foreign = `not starts_with(${phone}, '+${code}') and regexp_full_match(${phone}, '\\+[1-9][0-9]{7,14}')`;
    const isOne = `replace(${phone}[${code.length + 3}:], ${phone}[${code.length + 2}], '') = ''`;
    return `case when (${own} or (${foreign})) and not ${isOne} then ${phone} end`;
  };
}
