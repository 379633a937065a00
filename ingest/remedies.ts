/** What to do about a row or line that was set aside, by the rule that did it. */
export const remedies: Readonly<Record<string, string>> = {
  required: "Fill the value in. If exports may lack it, give the column a `default` in the source file, then replay.",
  number: "Write the number as the source's locale says. If all exports write it so, change `locale`, then replay.",
  scale:
    "Write the number with the decimals the message names. If more are noise of a program, say `round: true` of the column, then replay: nothing is rounded unasked.",
  range:
    "Correct the value: it lies outside what the column can hold, or outside its `range` in the source file, so a digit or a century is likely wrong.",
  reciprocal:
    "Correct the number: zero has no reciprocal, and one of a great number keeps too few digits to reckon with.",
  check:
    "Correct the row so that it meets the rule the message names, or change `checks` of the feed in the source file, then replay.",
  pattern: "Correct the value, or change `matches` of the column in the source file, then replay.",
  date: "Write the day in a listed format. If exports use another one, add it to `dates`, then replay.",
  timestamp: "Write the moment in a listed format. If exports use another one, add it to `timestamps`, then replay.",
  calendar: "Correct the day, or say which `calendar` the column is written in, then replay.",
  flag: "Write a listed yes or no. If exports use another word, add it to `true` or `false`, then replay.",
  value: "Correct the value, or add it to `values` of the column, then replay.",
  id_scientific: "Export again with the column as text: a spreadsheet has destroyed the digits of this id.",
  id_precision: "Store the id as text in the workbook: numbers keep 15 digits only. Then export again.",
  formula: "Open the workbook, let it calculate, save it and drop it in again.",
  email: "Correct the address. To take rows without it, say `invalid: null` for the column, then replay.",
  email_letters: "Type the address again in Latin letters: some of these only look like them.",
  phone: "Correct the number. To take rows without it, say `invalid: null` for the column, then replay.",
  phone_scientific: "Export again with the column as text: a spreadsheet has destroyed the digits.",
  tax_id: "Correct the number: its length or check digit is wrong. To load it all the same, drop `check`, then replay.",
  field_count: "Quote values that hold the delimiter, or add the missing fields, so that the line fits the header.",
  quote:
    "Close the quote, or double quotes inside a value. If exports never quote, set `dialect.quote` to an empty text.",
  quote_early:
    "Compare with the line below that was set aside: where it is the rest of this record's text, join the two and double the quote inside; where it is not, correct that line. Then export again.",
  too_long: "Look for a quote that is never closed above it, or shorten the value.",
  borders:
    "Compare the line with the header: its borders must stand below those of the header. Export the list again, unconverted.",
  record_type: "Correct the code, or list it under `fixed.type` in the source file, then replay.",
  short_line:
    "Fill the line up with blanks, or say `fixed.short_lines: pad` where blanks at its end are cut, then replay.",
  tab: "Put blanks in the place of the tab: columns of fixed width are counted in places.",
  document:
    "Export the statement again; if the account is the company's own, list it under `accounts` in the source file, then replay.",
  depth: "Flatten the object: it is nested deeper than is read.",
  xml: "Mend the element: entities are the five of XML and references to characters, attributes stand once and in quotes.",
  repeated:
    "Choose one of the values in the source file, by place as in a[1] or by a value as in a[type=main], then replay.",
  json: "Write one whole JSON object on the line.",
  conflict:
    "Keep one row of the key. If the last one counts, say `conflict: last`; if a column tells which is newer, name it as `version`; then replay.",
  order_unknown: "Run `karavan reload` on the file: the history is played again, and shows which row is newer.",
  changed_event: "Give the changed event a key of its own, or load the feed in mode `upsert` if its rows may change.",
};

/** Says what to do about a rule; rules of new formats that say nothing yet get the general advice. */
export function remedyOf(rule: string): string {
  return (
    remedies[rule] ??
    "Correct the line (`karavan rejects --export`) and drop the file into the inbox, or change the source file and replay."
  );
}

const remarkRemedies: Readonly<Record<string, string>> = {
  inner_quote: "Double quotes inside a value in the export; the row was loaded as it was meant.",
  plain_quote: "Put values with quotes into quotes in the export; the row was loaded as it was meant.",
  empty_tail: "Drop the delimiters behind the last value in the export; the row was loaded without them.",
  padded: "Export the columns at the end of the line; the row was loaded without their values.",
  hidden_rows: "Delete hidden rows from the workbook if they are not meant to be loaded, and drop it in again.",
};

/** Says what to do about what stands beside rows; null where there is nothing to do. */
export function remarkRemedyOf(kind: string, message: string | null): string | null {
  const isMissed = kind === "footer" && (message?.includes(", difference ") ?? false);
  if (isMissed)
    return "Compare the total with the rows that were set aside (karavan rejects), or export the file again.";
  return remarkRemedies[kind] ?? null;
}
