import { describe, expect, it } from "vitest";
import type { Feed } from "../../ingest/source.ts";
import type { Given, GivenBook } from "./xlsx-book.ts";
import { feedOf, read } from "./xlsx-reading.ts";

describe("readXlsx(path, options): workbooks refused whole", () => {
  const rows: readonly (readonly Given[])[] = [
    ["A", "B"],
    ["1", "x"],
  ];
  const good = { sheets: [{ rows }] };
  const sheet = (inside: string) => ({ sheets: [{ xml: `<worksheet><sheetData>${inside}</sheetData></worksheet>` }] });
  const refused: readonly { input: string; given: GivenBook | Uint8Array; feed?: Feed; says: RegExp }[] = [
    {
      input: "two sheets that fit",
      given: {
        sheets: [
          { name: "X", rows },
          { name: "Y", rows },
        ],
      },
      says: /"X" and "Y" all have the header/,
    },
    {
      input: "a sheet that is not there",
      given: good,
      feed: feedOf("sheet: Z"),
      says: /no sheet "Z"; it has "Sheet1"/,
    },
    {
      input: "no header",
      given: { sheets: [{ rows: [["x"], ["A", "Bee"], ["1", "2"]] }] },
      says: /the nearest is row 2 of sheet "Sheet1": missing column B; not mapped: Bee/,
    },
    {
      input: "a header in another row than named",
      given: good,
      feed: feedOf("header_row: 2"),
      says: /row 2 of sheet "Sheet1" is not the header/,
    },
    {
      input: "a header below row 50",
      given: { sheets: [{ rows: [...Array.from({ length: 50 }, () => []), ["A", "B"]] }] },
      says: /no sheet.*holds a cell/,
    },
    {
      input: "a name twice",
      given: {
        sheets: [
          {
            rows: [
              ["A", "B", "B"],
              ["1", "x", "y"],
            ],
          },
        ],
      },
      says: /B stands twice/,
    },
    { input: "a column named __proto__", given: { sheets: [{ rows: [["A", "B", "__proto__"]] }] }, says: /__proto__/ },
    {
      input: "501 columns",
      given: { sheets: [{ rows: [["A", "B", ...Array.from({ length: 499 }, (_, i) => `c${i}`)]] }] },
      says: /501 columns/,
    },
    { input: "no sheets", given: { sheets: [] }, says: /no worksheet/ },
    {
      input: "a document type",
      given: { sheets: [{ xml: "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>" }] },
      says: /document type/,
    },
    { input: "an entity", given: sheet('<row><c t="str"><v>&a;</v></c></row>'), says: /&a; is no entity/ },
    {
      input: "a reference to half a pair",
      given: sheet('<row><c t="str"><v>&#xD800;</v></c></row>'),
      says: /no entity/,
    },
    { input: "tags that do not close", given: sheet("<row><c></row>"), says: /closes nothing/ },
    { input: "XML cut off", given: { sheets: [{ xml: "<worksheet><sheetData><row>" }] }, says: /ends too early/ },
    { input: "an empty part", given: { sheets: [{ xml: "" }] }, says: /ends too early/ },
    { input: "deep nesting", given: { sheets: [{ xml: "<a>".repeat(200) }] }, says: /too deep/ },
    { input: "an endless tag", given: { sheets: [{ xml: `<a ${"x".repeat(2_000_000)}` }] }, says: /too long/ },
    {
      input: "bytes that are no text",
      given: { sheets: [{ xml: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xff]) }] },
      says: /not the text/,
    },
    {
      input: "another encoding",
      given: { sheets: [{ xml: '<?xml version="1.0" encoding="windows-1251"?><a/>' }] },
      says: /windows-1251/,
    },
    { input: "rows out of order", given: sheet('<row r="2"/><row r="1"/>'), says: /row 1 stands below row 2/ },
    { input: "a row beyond the last", given: sheet('<row r="1048577"/>'), says: /row 1048577/ },
    {
      input: "a cell of another row",
      given: sheet('<row r="1"><c r="A2"><v>1</v></c></row>'),
      says: /the cell A2 stands in row 1/,
    },
    {
      input: "a cell twice",
      given: sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
      says: /the cell A1/,
    },
    { input: "a column beyond the last", given: sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), says: /XFE1/ },
    {
      input: "a string that is not there",
      given: sheet('<row><c t="s"><v>9</v></c></row>'),
      says: /no shared string 9/,
    },
    {
      input: "a part that is not there",
      given: { ...good, parts: { "xl/worksheets/sheet1.xml": undefined } },
      says: /is missing/,
    },
    {
      input: "a format that takes ISO days for others",
      given: good,
      feed: feedOf("locale: { dates: [yyyy-dd-MM] }"),
      says: /yyyy-dd-MM takes for another day/,
    },
    {
      input: "a bomb",
      given: { sheets: [{ xml: `<worksheet><sheetData>${" ".repeat(30_000_000)}</sheetData></worksheet>` }] },
      says: /more than 200 times|too long/,
    },
  ];

  it.each(refused)("says what is wrong with $input", async ({ given, feed, says }) => {
    await expect(read(given, feed)).rejects.toThrow(says);
  });
});
