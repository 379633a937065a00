import { quoteText } from "../../warehouse/sql.ts";
import { bind } from "./bind.ts";
import type { ValueParser } from "./conversion.ts";

/** Tax ids with a check digit. */
export const taxChecks = ["inn", "bin", "edrpou", "ir_national_id"] as const;

export type TaxCheck = (typeof taxChecks)[number];

interface Rule {
  readonly name: string;
  readonly isValid: (id: string) => string;
}

/**
 * ИНН of Russia: 10 digits for a company, 12 for a person, check digits = weighted sum mod 11 mod 10 (order of the tax
 * service ММВ-7-6/435). БИН/ИИН of Kazakhstan: 12 digits, mod 11 with a second row of weights when that is 10. ЄДРПОУ of
 * Ukraine: 8 digits, weights by range, second row + 2. National id of Iran: 10 digits, 11 minus the sum of falling weights mod 11.
 */
const rules: Readonly<Record<TaxCheck, Rule>> = {
  inn: { name: "ИНН", isValid: isInn },
  bin: { name: "БИН or ИИН", isValid: isBin },
  edrpou: { name: "ЄДРПОУ", isValid: isEdrpou },
  ir_national_id: { name: "Iranian national id", isValid: isIranian },
};

/** Makes a parser of ids take those alone that pass one of the checks. A number of one digit repeated passes none. */
export function checkingTaxIds(parser: ValueParser, checks: readonly TaxCheck[]): ValueParser {
  return (text, mapping) => {
    const parsed = parser(text, mapping);
    const isValid = checks.map((check) => `(${rules[check].isValid("tax")})`).join(" or ");
    const isOne = "replace(tax, tax[1], '') = ''";
    const names = checks.map((check) => rules[check].name).join(" or ");
    return {
      value: bind(parsed.value, "tax", () => `case when (${isValid}) and not ${isOne} then tax end`),
      faults: [
        ...parsed.faults.map((fault) => ({ ...fault, when: `(${parsed.value}) is null and (${fault.when})` })),
        {
          rule: "tax_id",
          when: `regexp_full_match(${text}, '[0-9]+')`,
          message: quoteText(`is not a valid ${names}: its length or check digit is wrong`),
        },
        { rule: "tax_id", when: "true", message: quoteText(`is not a valid ${names}: it is not all digits`) },
      ],
    };
  };
}

function isInn(id: string): string {
  const check = (weights: readonly number[]) => `${sum(id, weights)} % 11 % 10 = ${digit(id, weights.length + 1)}`;
  const company = check([2, 4, 10, 3, 5, 9, 4, 6, 8]);
  const person = `${check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8])} and ${check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])}`;
  return `case when regexp_full_match(${id}, '[0-9]{10}') then ${company} when regexp_full_match(${id}, '[0-9]{12}') then ${person} else false end`;
}

function isBin(id: string): string {
  const first = `${sum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])} % 11`;
  const second = `${sum(id, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])} % 11`;
  const control = `case when ${first} < 10 then ${first} else ${second} end`;
  return `case when regexp_full_match(${id}, '[0-9]{12}') then ${control} = ${digit(id, 12)} else false end`;
}

function isEdrpou(id: string): string {
  const control = (weights: readonly number[]) => {
    const second = weights.map((weight) => weight + 2);
    return `case when ${sum(id, weights)} % 11 < 10 then ${sum(id, weights)} % 11 else ${sum(id, second)} % 11 % 10 end`;
  };
  const outer = control([1, 2, 3, 4, 5, 6, 7]);
  const inner = control([7, 1, 2, 3, 4, 5, 6]);
  const expected = `case when ${id} between '30000000' and '60000000' then ${inner} else ${outer} end`;
  return `case when regexp_full_match(${id}, '[0-9]{8}') then ${expected} = ${digit(id, 8)} else false end`;
}

function isIranian(id: string): string {
  const rest = `${sum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2])} % 11`;
  const control = `case when ${rest} < 2 then ${rest} else 11 - ${rest} end`;
  return `case when regexp_full_match(${id}, '[0-9]{10}') then ${control} = ${digit(id, 10)} else false end`;
}

function digit(id: string, place: number): string {
  return `(ascii(${id}[${place}]) - 48)`;
}

function sum(id: string, weights: readonly number[]): string {
  return `(${weights.map((weight, index) => `${weight} * ${digit(id, index + 1)}`).join(" + ")})`;
}
