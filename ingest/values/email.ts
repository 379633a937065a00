import { quoteText } from "../../warehouse/sql.ts";
import { bind } from "./bind.ts";
import type { ValueParser } from "./conversion.ts";

const fullwidth = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).join("");
const ascii = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join("");
const invisible = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff";
const address =
  "[\\p{L}\\p{N}._%+'!#$&*/=?^`{|}~-]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+";
/** A label, the part before @ or one between dots, with letters of two scripts. */
const mixed = "[a-z][^@.]*[а-яёіїєґ]|[а-яёіїєґ][^@.]*[a-z]";

/**
 * Reads e-mail addresses: small letters, fullwidth letters as ASCII, without `mailto:`, display name and invisible marks. Of
 * several addresses the first is taken; the raw text stays in `_extra`. Cyrillic letters among Latin ones are a fault: such
 * an address is another one than it seems.
 */
export const emailParser: ValueParser = (text) => {
  const bare = bareAddress(text);
  return {
    value: bind(bare, "email", (email) => `case when ${isAddress(email)} and not ${isMixed(email)} then ${email} end`),
    faults: [
      {
        rule: "email_letters",
        when: `${isAddress(bare)} and ${isMixed(bare)}`,
        message: quoteText("mixes Latin and Cyrillic letters"),
      },
      { rule: "email", when: "true", message: quoteText("is not an e-mail address") },
    ],
  };
};

function isAddress(email: string): string {
  return `regexp_full_match(${email}, ${quoteText(address)}) and not contains(${email}, '..') and not contains(${email}, '.@') and not starts_with(${email}, '.')`;
}

function isMixed(email: string): string {
  return `(strlen(${email}) <> length(${email}) and regexp_matches(${email}, ${quoteText(mixed)}))`;
}

function bareAddress(text: string): string {
  const from = `${fullwidth}${invisible}`;
  const wide = `nfc_normalize(translate(${text}, ${quoteText(from)}, ${quoteText(ascii)}))`;
  const plain = `case when strlen(${text}) = length(${text}) then ${text} else ${wide} end`;
  const steps: readonly (readonly [pattern: string, to: string])[] = [
    ["^\\s*mailto:", ""],
    ["^([^<>]*)<\\s*([^<>\\s]+)\\s*>.*$", "\\2"],
    ["\\s*[;,\\s].*$", ""],
  ];
  const small = `lower(trim(${plain}))`;
  return steps.reduce(
    (sql, [pattern, to]) => `regexp_replace(${sql}, ${quoteText(pattern)}, ${quoteText(to)}, 's')`,
    small,
  );
}
