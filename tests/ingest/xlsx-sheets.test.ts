import { describe, expect, it } from "vitest";
import { type Given, type GivenSheet, item } from "./xlsx-book.ts";
import { feedOf, read, xml } from "./xlsx-reading.ts";

describe("readXlsx(path, options): sheets", () => {
  const header = ["A", "B", "C"] as const;
  const good: readonly (readonly string[])[] = [["1", "x", "y"]];
  const sheets: readonly { quirk: string; sheet: GivenSheet; gives?: unknown }[] = [
    {
      quirk: "rows and cells without a place",
      sheet: {
        data: "<row><c t='inlineStr'><is><t>A</t></is></c><c t='inlineStr'><is><t>B</t></is></c></row><row><c><v>1</v></c><c t='str'><v>x</v></c></row>",
      },
      gives: [["1", "x"]],
    },
    {
      quirk: "tags with a prefix",
      sheet: {
        xml: `<?xml version="1.0"?><x:worksheet xmlns:x="urn"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>B</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c><x:c r="B2" t="str"><x:v>x</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
      gives: [["1", "x"]],
    },
    { quirk: "a dimension that lies", sheet: { before: '<dimension ref="A1:A1"/>', rows: [header, ["1", "x", "y"]] } },
    { quirk: "a preamble", sheet: { rows: [["Report of January"], [], ["Company", "Test"], header, ["1", "x", "y"]] } },
    { quirk: "blank rows", sheet: { rows: [header, [], [" "], ["1", "x", "y"], []] } },
    {
      quirk: "columns in another order",
      sheet: {
        rows: [
          ["C", "a", "B"],
          ["y", "1", "x"],
        ],
      },
      gives: [["y", "1", "x"]],
    },
    {
      quirk: "a table that begins further right",
      sheet: {
        rows: [
          [null, ...header],
          [null, "1", "x", "y"],
        ],
      },
      gives: [[null, "1", "x", "y"]],
    },
    {
      quirk: "apostrophes around attributes",
      sheet: {
        data: "<row r='1'><c r='A1' t='str'><v>A</v></c><c r='B1' t='str'><v>B</v></c></row><row r='2'><c r='A2'><v>1</v></c><c r='B2' t='str'><v>x</v></c></row>",
      },
      gives: [["1", "x"]],
    },
    {
      quirk: "UTF-16",
      sheet: {
        xml: Buffer.from(
          `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row><row><c><v>1</v></c><c t="str"><v>x</v></c></row></sheetData></worksheet>`,
          "utf16le",
        ),
      },
      gives: [["1", "x"]],
    },
  ];

  it.each(sheets)("reads $quirk", async ({ sheet, gives = good }) => {
    expect((await read({ sheets: [sheet] })).rows).toEqual(gives);
  });

  it("reads sizes that stand behind the bytes", async () => {
    expect((await read({ sheets: [{ rows: [header, ["1", "x", "y"]] }], hasDescriptors: true })).rows).toEqual(good);
  });

  it("reads a workbook without shared strings and styles", async () => {
    const parts = {
      "xl/sharedStrings.xml": undefined,
      "xl/styles.xml": undefined,
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    };
    const data = "<row><c t='str'><v>A</v></c><c t='str'><v>B</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>";
    expect((await read({ sheets: [{ data }], parts })).rows).toEqual([["1", "2"]]);
  });

  it("finds the sheet that has the header, and tells of the others and of what is hidden", async () => {
    const { rows, records } = await read({
      sheets: [
        { name: "Cover", rows: [["hello"]] },
        {
          name: "Data",
          before: '<cols><col min="2" max="3" hidden="1"/></cols>',
          data: "<row><c t='str'><v>A</v></c><c t='str'><v>B</v></c></row><row hidden='1'><c><v>1</v></c><c t='str'><v>x</v></c></row>",
        },
        { name: "Old", state: "veryHidden", rows: [["x"]] },
      ],
    });
    expect(rows).toEqual([["1", "x"]]);
    expect(records.dialect).toBe(
      'XLSX, sheet "Data", header in row 1; 1 hidden rows were read too; 2 columns are hidden; not read: "Cover", "Old" (hidden)',
    );
  });

  it("tells of cells merged over several rows, whose value only the first row has", async () => {
    const data =
      "<row><c t='str'><v>A</v></c><c t='str'><v>B</v></c></row><row><c><v>1</v></c><c t='str'><v>x</v></c></row><row><c><v>2</v></c></row>";
    const sheet = `<?xml version="1.0"?><worksheet xmlns="urn"><sheetData>${data}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>`;
    const { rows, records } = await read({ sheets: [{ xml: sheet }] });
    expect(rows).toEqual([
      ["1", "x"],
      ["2", null],
    ]);
    expect(records.dialect).toContain(
      "1 cells are merged over several rows, such as rows 2 to 3: only the first row has their value",
    );
  });

  it("takes the sheet and the row that the source names", async () => {
    const rows = (key: string): readonly (readonly Given[])[] => [
      ["A", "B"],
      ["A", "B"],
      [key, "x"],
    ];
    const given = {
      sheets: [
        { name: "One", rows: rows("1") },
        { name: "Two", rows: rows("2") },
      ],
    };
    const first = await read(given, feedOf("sheet: two"));
    expect(first.rows).toEqual([["2", "x"]]);
    expect(first.records.others?.map(({ kind, line }) => [kind, line])).toEqual([
      ["header", 1],
      ["repeated_header", 2],
    ]);
    const second = await read(given, feedOf("sheet: Two\n    header_row: 2"));
    expect(second.rows).toEqual([["2", "x"]]);
    expect(second.records.others?.map(({ kind, line }) => [kind, line])).toEqual([
      ["preamble", 1],
      ["header", 2],
    ]);
  });

  it("joins group headers with the names below them, and fills merged cells in the header alone", async () => {
    const feed = feedOf("", 'manager_id: { from: Code }, name: { from: "Plan Name" }, team: { from: "Fact Name" }');
    const { rows, records } = await read(
      {
        sheets: [
          {
            rows: [
              ["Title"],
              ["Code", "Plan", null, "Fact", null],
              [null, "Name", "Sum", "Name", "Sum"],
              ["1", "a", 2, "b", 3],
              [null, "c", 4, "d", 5],
            ],
            after:
              '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/><mergeCell ref="A4:A5"/></mergeCells>',
          },
        ],
      },
      feed,
    );
    expect(records.columns.map(({ name }) => name)).toEqual(["Code", "Plan Name", "Plan Sum", "Fact Name", "Fact Sum"]);
    expect(rows).toEqual([
      ["1", "a", "2", "b", "3"],
      [null, "c", "4", "d", "5"],
    ]);
  });

  it("sets rows aside whose values a spreadsheet lost or put elsewhere, by the row of the sheet", async () => {
    const { rows, records } = await read({
      sheets: [
        {
          rows: [
            ["A", "B"],
            [],
            [1234567890123456, "digits"],
            ["1234567890123456", "text"],
            ["3", "x", "right of it"],
            ["4", xml("<c><f>A1</f></c>")],
            ["5", xml("<c><f>A1</f><v></v></c>")],
            ["6", "x"],
          ],
        },
      ],
    });
    expect(rows).toEqual([
      ["1234567890123456", "text"],
      ["6", "x"],
    ]);
    expect(records.diverted.map(({ line, rule }) => [line, rule])).toEqual([
      [3, "id_precision"],
      [5, "field_count"],
      [6, "formula"],
      [7, "formula"],
    ]);
    expect(records.diverted[0]).toMatchObject({
      message: expect.stringMatching(/^A: the cell A3.*export the column as text/),
      text: "1234567890123456\tdigits",
    });
    expect(records.lineMap).toEqual({ records: [1, 2], lines: [4, 8] });
  });

  it("sets a row aside that is too long, whatever it refers to", async () => {
    const long = "x".repeat(200_000);
    const { rows, records } = await read({
      strings: [item(long)],
      sheets: [
        {
          data: `<row><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row><row>${'<c t="s"><v>0</v></c>'.repeat(2)}</row><row><c><v>1</v></c><c><v>2</v></c></row>`,
        },
      ],
    });
    expect(rows).toEqual([["1", "2"]]);
    expect(records.diverted).toEqual([
      { line: 2, rule: "too_long", message: "the row is longer than 1048576 bytes", text: "x".repeat(10_000) },
    ]);
  });

  it("reads values with angle brackets and equals signs as values", async () => {
    const { rows } = await read({
      sheets: [
        {
          name: "a > id='rId9' b",
          rows: [
            ["A", "B"],
            ["x=1>2", "<b>"],
          ],
        },
      ],
    });
    expect(rows).toEqual([["x=1>2", "<b>"]]);
  });

  it("tells of formulas without a result in columns that nobody reads", async () => {
    const { rows, records } = await read({
      sheets: [
        {
          rows: [
            ["A", "B", "D"],
            ["1", "x", xml("<c><f>A1</f></c>")],
          ],
        },
      ],
    });
    expect(rows).toEqual([["1", "x", null]]);
    expect(records.dialect).toMatch(/; 1 formulas in columns not mapped have no result$/);
  });

  it("leaves rows to other feeds that this one does not want", async () => {
    const feed = feedOf("only: [{ column: B, in: [x] }]");
    const { records } = await read(
      {
        sheets: [
          {
            rows: [
              ["A", "B"],
              [1234567890123456, "y"],
              [1, "x"],
            ],
          },
        ],
      },
      feed,
    );
    expect(records.diverted).toEqual([]);
  });
});
