import { quoteText } from "../../warehouse/sql.ts";
import type { ValueParser } from "./conversion.ts";
import { foldDigits } from "./digits.ts";

/**
 * Reads ids as text, leading zeros kept. Guards of spreadsheets (`="00123"`, `'00123`) come off, digits of any script are
 * ASCII, zeros are put back up to `pad` digits. A number that a spreadsheet turned into `7,70123E+11` has lost its digits.
 */
export const idParser: ValueParser = (text, { pad }) => {
  const unguarded = `case when starts_with(${text}, '="') and ends_with(${text}, '"') then ${text}[3:-2] when starts_with(${text}, '''') and regexp_full_match(${text}, '''[0-9]+') then ${text}[2:] else ${text} end`;
  const bare = `case when strlen(${text}) = length(${text}) then ${unguarded} else ${foldDigits(text)} end`;
  const damaged = `contains(${text}, '+') and regexp_full_match(${text}, '[0-9]([.,][0-9]+)?[eE][+][0-9]+')`;
  return {
    value: `case when ${damaged} then null else ${pad === undefined ? bare : padded(bare, pad)} end`,
    faults: [
      {
        rule: "id_scientific",
        when: "true",
        message: quoteText("lost its digits in a spreadsheet; export the column as text"),
      },
    ],
  };
};

function padded(id: string, pad: number): string {
  return `case when length(${id}) < ${pad} and regexp_full_match(${id}, '[0-9]+') then lpad(${id}, ${pad}, '0') else ${id} end`;
}
