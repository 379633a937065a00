import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Records } from "../../ingest/formats/reader.ts";
import { plainNumber } from "../../ingest/formats/xlsx/number.ts";
import { persianText, serialText } from "../../ingest/formats/xlsx/serial.ts";
import { builtInKind, formatKind, type NumberKind } from "../../ingest/formats/xlsx/styles.ts";
import { readXlsx } from "../../ingest/formats/xlsx/xlsx.ts";
import { type Feed, parseSource } from "../../ingest/source.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { zip } from "./containers-zip.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";
import { book, escapeXml, type Given, type GivenBook, type GivenSheet, item } from "./xlsx-book.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-xlsx-"));
const managers = feedOf("");

function feedOf(
  more: string,
  columns = "manager_id: { from: A }, name: { from: B }, team: { from: C, optional: true }",
): Feed {
  const yaml = `source: test
title: Test
feeds:
  - entity: managers
    match: "*"
    mode: upsert
    ${more}
    columns: { ${columns} }
`;
  const [feed] = parseSource(yaml, "test.yaml").feeds;
  if (feed === undefined) throw new Error("the source has a feed");
  return feed;
}

interface Reading {
  readonly rows: readonly (readonly unknown[])[];
  readonly records: Records;
}

/** Reads a workbook as the format's reader does, and its records through DuckDB; every row is accounted for. */
async function read(given: GivenBook | Uint8Array, feed = managers, engine?: Connection): Promise<Reading> {
  const path = join(folder, `${crypto.randomUUID()}.bin`);
  writeFileSync(path, given instanceof Uint8Array ? given : book(given));
  const records = await readXlsx(path, { feed, work: folder, signal: new AbortController().signal });
  try {
    const columns = records.columns.map(({ sql }) => sql).join(", ");
    const query = (connection: Connection) => connection.table(`select ${columns} from ${records.relation}`);
    const { rows } = engine === undefined ? await withConnection({ attach: [] }, query) : await query(engine);
    expect(rows).toHaveLength(records.count);
    expect(records.recordLines + records.otherLines + records.diverted.length).toBe(records.physicalLines);
    return { rows, records };
  } finally {
    records.close();
    rmSync(path);
  }
}

/** The cells of column C, given as XML, in rows with a key and a name. */
async function readCells(cells: readonly Given[], more: Omit<GivenBook, "sheets"> = {}): Promise<readonly unknown[]> {
  const rows = cells.map((cell, index) => [`k${index}`, "n", cell] as const);
  const { rows: found } = await read({ ...more, sheets: [{ rows: [["A", "B", "C"], ...rows] }] });
  return found.map(([, , text]) => text);
}

const xml = (text: string): Given => ({ xml: text });
const styled = (value: string, style = 1): Given => xml(`<c s="${style}"><v>${value}</v></c>`);

describe("readXlsx(path, options): cells", () => {
  const cells: readonly { quirk: string; cell: Given; gives: string | null; more?: Omit<GivenBook, "sheets"> }[] = [
    { quirk: "a shared string", cell: "Ünïcode Ж 😀", gives: "Ünïcode Ж 😀" },
    {
      quirk: "a rich text with a guide to its sound",
      cell: xml('<c t="s"><v>0</v></c>'),
      more: {
        strings: [
          "<si><r><rPr><b/></rPr><t>Ta</t></r><r><t xml:space='preserve'>ro </t></r><rPh sb='0' eb='1'><t>sound</t></rPh><phoneticPr/></si>",
        ],
      },
      gives: "Taro ",
    },
    { quirk: "an inline string", cell: xml('<c t="inlineStr"><is><t>in</t></is></c>'), gives: "in" },
    {
      quirk: "an inline string in runs",
      cell: xml('<c t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>'),
      gives: "ab",
    },
    { quirk: "the text of a formula", cell: xml('<c t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c>'), gives: "a < b" },
    { quirk: "the number of a formula", cell: xml("<c><f>1+1</f><v>2</v></c>"), gives: "2" },
    { quirk: "a formula that gives no text", cell: xml('<c t="str"><f>""</f><v></v></c>'), gives: null },
    { quirk: "true", cell: true, gives: "true" },
    { quirk: "false", cell: false, gives: "false" },
    { quirk: "an error", cell: xml('<c t="e"><v>#N/A</v></c>'), gives: "#N/A" },
    { quirk: "an ISO day", cell: xml('<c t="d"><v>2024-02-29</v></c>'), gives: "2024-02-29" },
    { quirk: "an ISO day at midnight", cell: xml('<c t="d"><v>2024-02-29T00:00:00.000</v></c>'), gives: "2024-02-29" },
    { quirk: "an ISO moment", cell: xml('<c t="d"><v>2024-02-29T13:05:00</v></c>'), gives: "2024-02-29T13:05:00" },
    { quirk: "a number typed n", cell: xml('<c t="n"><v>5</v></c>'), gives: "5" },
    { quirk: "a cell with a style and nothing else", cell: xml('<c s="1"/>'), gives: null },
    { quirk: "binary noise", cell: xml("<c><v>0.30000000000000004</v></c>"), gives: "0.3" },
    { quirk: "an exponent", cell: xml("<c><v>7.70123E+11</v></c>"), gives: "770123000000" },
    { quirk: "a decimal of a Java writer", cell: xml("<c><v>12.0</v></c>"), gives: "12" },
    { quirk: "a day", cell: styled("45351"), more: { formats: [14] }, gives: "2024-02-29" },
    { quirk: "a day of 1904", cell: styled("43889"), more: { formats: [14], is1904: true }, gives: "2024-02-29" },
    { quirk: "a moment", cell: styled("45351.5458333333"), more: { formats: [22] }, gives: "2024-02-29T13:06:00" },
    {
      quirk: "a day in a format of its own",
      cell: styled("45351"),
      more: { formats: ["[$-419]d mmm yyyy;@"] },
      gives: "2024-02-29",
    },
    {
      quirk: "a number in a format of its own",
      cell: styled("45351"),
      more: { formats: ['# ##0.00" дней"'] },
      gives: "45351",
    },
    { quirk: "the day that never was", cell: styled("60"), more: { formats: [14] }, gives: "1900-02-29" },
    { quirk: "a time of day", cell: styled("0.5625"), more: { formats: [20] }, gives: "13:30:00" },
    { quirk: "a duration", cell: styled("1.5"), more: { formats: ["[h]:mm"] }, gives: "36:00:00" },
    { quirk: "a negative number in a day's format", cell: styled("-1"), more: { formats: [14] }, gives: "-1" },
    { quirk: "a style that is not there", cell: styled("5", 99), gives: "5" },
    { quirk: "character references", cell: xml('<c t="inlineStr"><is><t>&#1046;&#x1F600;</t></is></c>'), gives: "Ж😀" },
    { quirk: "CDATA", cell: xml('<c t="inlineStr"><is><t><![CDATA[a<b&c]]></t></is></c>'), gives: "a<b&c" },
    { quirk: "a comment inside", cell: xml("<c><!-- > --><v>1</v></c>"), gives: "1" },
    { quirk: "an escaped line break", cell: "a\r\nb", gives: "a\nb" },
    { quirk: "an escaped control character", cell: "a_x0000_b", gives: "a_x0000_b" },
    { quirk: "half a pair", cell: "a_xD83D_b", gives: "a_xD83D_b" },
    { quirk: "quotes and line breaks", cell: 'say "hi"\nthere', gives: 'say "hi"\nthere' },
    { quirk: "a byte order mark", cell: " \ufeffx", gives: " \ufeffx" },
    { quirk: "outer spaces", cell: "  x ", gives: "  x " },
  ];

  it.each(cells)("reads $quirk", async ({ cell, more, gives }) => {
    expect(await readCells([cell, "end"], more)).toEqual([gives, "end"]);
  });
});

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

describe("plainNumber(stored)", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["007.50", "7.5"],
    ["1E-7", "0.0000001"],
    ["-1.5e3", "-1500"],
    ["1.0000000000000001E-5", "0.00001"],
    ["1234.5600000000002", "1234.56"],
    ["99.990000000000009", "99.99"],
    ["2.9999999999999996", "3"],
    ["98765432109.876007", "98765432109.876"],
    ["0.3333333333333333", "0.3333333333333333"],
    ["1234567890123.4567", "1234567890123.4567"],
    ["12345678901234567", "12345678901234567"],
    ["1e21", "1000000000000000000000"],
    ["abc", undefined],
    ["", undefined],
    [".", undefined],
  ])("writes %s as %s", (stored, gives) => {
    expect(plainNumber(stored)).toBe(gives);
  });

  it("gives every decimal of fifteen digits back, however a double is written", () => {
    const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat({ max: 6 }));
    fc.assert(
      fc.property(decimal, ([digits, scale]) => {
        const text = (Number(digits) / 10 ** scale).toFixed(scale);
        const plain = scale === 0 ? text : text.replace(/\.?0+$/, "");
        expect(plainNumber(Number(text).toPrecision(17))).toBe(plain);
        expect(plainNumber(text)).toBe(plain);
      }),
    );
  });
});

describe("serialText(stored, kind, is1904)", () => {
  it.each<readonly [string, NumberKind, boolean, string | undefined]>([
    ["1", "date", false, "1900-01-01"],
    ["59", "date", false, "1900-02-28"],
    ["61", "date", false, "1900-03-01"],
    ["0", "date", false, "1900-01-00"],
    ["0", "date", true, "1904-01-01"],
    ["2958465", "date", false, "9999-12-31"],
    ["2958466", "date", false, undefined],
    ["45351.999999999", "date", false, "2024-03-01"],
    ["45351.123456", "date", false, "2024-02-29T02:57:46.598"],
    ["45351.5", "time", false, "2024-02-29T12:00:00"],
    ["x", "date", false, undefined],
  ])("writes %s as a %s (1904: %s) as %s", (stored, kind, is1904, gives) => {
    expect(serialText(stored, kind, is1904)).toBe(gives);
  });
});

describe("persianText(iso)", () => {
  it.each([
    ["2024-03-20", "1403-01-01"],
    ["2024-05-01T13:45:00", "1403-02-12T13:45:00"],
    ["2025-03-20", "1403-12-30"],
    ["1900-02-29", "1900-02-29"],
    ["13:45:00", "13:45:00"],
  ])("writes %s as %s", (iso, gives) => {
    expect(persianText(iso)).toBe(gives);
  });
});

describe("formatKind(code)", () => {
  it.each<readonly [string, NumberKind]>([
    ["General", "number"],
    ["Standard", "number"],
    ["Основной", "number"],
    ["@", "number"],
    ["0.00E+00", "number"],
    ['#,##0.00\\ "руб."', "number"],
    ["[$USD-409] #,##0.00", "number"],
    ["USD #,##0.00", "number"],
    ["[Red]-#,##0;[Blue]0", "number"],
    ["0.0%", "percent"],
    ["dd/mm/yyyy", "date"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"],
    ["[$-fa-IR,16]yyyy/mm/dd;@", "date"],
    ["ДД.ММ.ГГГГ", "date"],
    ["mmm-yy", "date"],
    ["mmmm", "date"],
    ["d.m.yy h:mm", "date"],
    ['yyyy"年"m"月"', "date"],
    ["h:mm AM/PM", "time"],
    ["mm:ss.0", "time"],
    ["[h]:mm:ss", "elapsed"],
    ["[mm]:ss", "elapsed"],
  ])("takes %s for a %s", (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  it("knows the built-in dates", () => {
    expect([0, 2, 10, 14, 22, 20, 46, 30, 57, 49].map(builtInKind)).toEqual([
      "number",
      "number",
      "percent",
      "date",
      "date",
      "time",
      "elapsed",
      "date",
      "date",
      "number",
    ]);
  });
});

describe("ingest(settings, options, effects): workbooks", () => {
  const yaml = ordersYaml().replace("orders*.csv", "orders*");
  const header = ["Number", "Date", "Amount", "Client"];

  it("reads numbers and days of cells beside texts in the source's locale", async () => {
    const inbox = makeInbox(yaml);
    const rows = [
      ["Export"],
      header,
      ["007", styled("45689"), 1234.5, 7],
      [8, "01.02.2025", "1 234,50", "7"],
      [9, styled("45689.25"), 0.1 + 0.2, true],
    ];
    await inbox.load("orders.csv", book({ formats: [14], sheets: [{ rows }] }));
    expect(await inbox.rows("select order_id, order_date, amount, client_id from raw.orders order by _record")).toEqual(
      [
        ["erp:007", "2025-02-01", "1234.5000", "erp:7"],
        ["erp:8", "2025-02-01", "1234.5000", "erp:7"],
        ["erp:9", "2025-02-01", "0.3000", "erp:true"],
      ],
    );
    expect(await inbox.rows("select dialect, header_line, rows_read from meta.files")).toEqual([
      ['XLSX, sheet "Sheet1", header in row 2', 2, 3],
    ]);
  });

  it("reads days of cells beside texts of the Persian calendar", async () => {
    const inbox = makeInbox(yaml.replace("dates: [dd.MM.yyyy]", "calendar: persian, dates: [yyyy/MM/dd]"));
    const rows = [header, ["1", styled("45371"), 1, "7"], ["2", "1403/01/01", 1, "7"]];
    await inbox.load("orders.xlsx", book({ formats: [14], sheets: [{ rows }] }));
    expect(await inbox.rows("select order_date from raw.orders")).toEqual([["2024-03-20"], ["2024-03-20"]]);
  });

  it("reads percent as the source means it, whether cells show or hold it", async () => {
    const inbox = makeInbox(yaml.replace("amount: { from: Amount }", "amount: { from: Amount, percent: true }"));
    const rows = [header, ["1", styled("45689"), styled("0.07", 2), "7"], ["2", styled("45689"), 7, "7"]];
    await inbox.load("orders.xlsx", book({ formats: [14, 9], sheets: [{ rows }] }));
    expect(await inbox.rows("select amount from raw.orders")).toEqual([["0.0700"], ["0.0700"]]);
  });

  it("names the row of the sheet for each reject", async () => {
    const inbox = makeInbox(yaml);
    const rows = [
      header,
      ["1", styled("45689"), 1, "7"],
      [],
      ["2", styled("60"), 1, "line\nbreak"],
      ["3", styled("45689"), xml('<c t="e"><v>#N/A</v></c>'), "7"],
      ["4", styled("45689"), 1.23456, "7"],
      [1e15, styled("45689"), 1, "7"],
    ];
    await inbox.load("orders.xlsx", book({ formats: [14], sheets: [{ rows }] }));
    expect(
      await inbox.rows("select line_from, line_to, rule, column_name, value from meta.rejects order by line_from"),
    ).toEqual([
      [4, 4, "date", "order_date", "1900-02-29"],
      [5, 5, "number", "amount", "#N/A"],
      [6, 6, "scale", "amount", "1,23456"],
      [7, 7, "id_precision", null, null],
    ]);
  });

  it("reads a workbook inside an archive, and a CSV file that is named .xlsx", async () => {
    const inbox = makeInbox(yaml);
    const rows = [header, ["1", "01.02.2025", 1, "7"]];
    inbox.put("week.zip", zip([{ name: "orders-1.xlsx", content: book({ sheets: [{ rows }] }) }]));
    inbox.put("orders-2.xlsx", `${header.join(";")}\n2;01.02.2025;1;7\n`);
    await inbox.ingest();
    expect(await inbox.rows("select name, state, rows_accepted from meta.files order by name")).toEqual([
      ["orders-2.xlsx", "committed", 1],
      ["week.zip/orders-1.xlsx", "committed", 1],
    ]);
  });

  it("takes a header alone where the source says so", async () => {
    const inbox = makeInbox(yaml);
    const only = book({ sheets: [{ rows: [header] }] });
    expect((await inbox.load("orders.xlsx", only)).error).toMatch(/a header and no rows/);
    inbox.describe(yaml.replace("mode: upsert", "mode: upsert\n    expect: { empty: true }"));
    expect((await inbox.load("orders.xlsx", only)).state).toBe("committed");
  });

  it("keeps a refused workbook in the ledger with the reason", async () => {
    const inbox = makeInbox(yaml);
    const report = await inbox.load("orders.xlsx", book({ sheets: [{ rows: [["Number", "Date", "Client"]] }] }));
    expect(report.state).toBe("rejected");
    expect(report.error).toMatch(
      /^orders.xlsx, line 1: no row among the first 50 is the header.*missing column Amount/,
    );
  });
});

describe("readXlsx(path, options): random sheets", () => {
  const letter = fc.constantFrom(
    "a",
    "ж",
    "😀",
    " ",
    '"',
    "\n",
    "<",
    "&",
    "]]>",
    "'",
    ";",
    "\t",
    "_x0041_",
    "\u00a0",
    "é",
  );
  const text = fc.array(letter, { maxLength: 6 }).map((letters) => letters.join(""));
  const cell = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
  const row = fc.tuple(fc.stringMatching(/^k[0-9]{1,9}$/), cell, cell);

  it("gives every cell back in its place", async () => {
    await withConnection({ attach: [] }, (engine) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.option(row, { nil: undefined }), { maxLength: 8 }),
          fc.boolean(),
          async (rows, isInline) => {
            const inline = (one: Given): Given =>
              typeof one === "string" && isInline
                ? xml(`<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(one)}</t></is></c>`)
                : one;
            const sheet = [["A", "B", "C"], ...rows.map((cells) => cells?.map(inline) ?? [])];
            const { rows: found, records } = await read({ sheets: [{ rows: sheet }] }, managers, engine);
            const expected = rows.flatMap((cells, index) =>
              cells === undefined ? [] : [{ line: index + 2, texts: cells.map(show) }],
            );
            expect(found).toEqual(expected.map(({ texts }) => texts));
            const { records: starts, lines } = records.lineMap;
            const placed = expected.map((_, index) => {
              const at = starts.findLastIndex((start) => start <= index + 1);
              return index + 1 + (lines[at] ?? 0) - (starts[at] ?? 0);
            });
            expect(placed).toEqual(expected.map(({ line }) => line));
          },
        ),
        { numRuns: 60 },
      ),
    );
  }, 60_000);

  it("ends in records or in a fault that says what is wrong, whatever bit of a workbook turns", async () => {
    const whole = book({
      sheets: [
        {
          rows: [
            ["A", "B"],
            ["1", "x"],
            ["2", "y"],
          ],
        },
      ],
    });
    await withConnection({ attach: [] }, (engine) =>
      fc.assert(
        fc.asyncProperty(fc.nat({ max: whole.length * 8 - 1 }), async (bit) => {
          const bytes = Buffer.from(whole);
          bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
          const found = await read(bytes, managers, engine).catch((error: Error) => error);
          if (found instanceof Error) expect(found.name).toBe("FileFault");
          else
            expect(found.rows).toEqual([
              ["1", "x"],
              ["2", "y"],
            ]);
        }),
        { numRuns: 60 },
      ),
    );
  }, 60_000);
});

describe("ingest(settings, options, effects): totals in workbooks", () => {
  const head = ["Number", "Date", "Amount", "Client"];
  const sheet = (total: readonly Given[]): Buffer =>
    book({
      sheets: [
        {
          rows: [
            ["Отчёт о продажах"],
            head,
            ["1", "01.02.2025", 10.5, "a"],
            ["2", "02.02.2025", 4, "b"],
            head,
            ["3", "02.02.2025", 0.25, "b"],
            total,
            [],
            ["Главный бухгалтер: ____"],
          ],
        },
      ],
    });

  it.each([
    ["Итого:", [null, 14.75]],
    ["Всего по отчёту", [null, 14.75]],
    ["Итого записей: 3", [null, null]],
  ])("holds %j against the rows, and keeps what stands beside them", async (word, [date, amount]) => {
    const inbox = makeInbox(ordersYaml().replace('orders*.csv"', 'orders*.xlsx"'));
    const { file } = await inbox.load("orders.xlsx", sheet([word, date ?? null, amount ?? null, null]));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 3, rows_rejected: 0, warning: null });
    expect(await inbox.rows("select kind, line_from, message is null from meta.remarks order by line_from")).toEqual([
      ["preamble", 1, true],
      ["header", 2, true],
      ["repeated_header", 5, true],
      ["footer", 7, false],
      ["footer", 9, true],
    ]);
  });

  it("holds a file whose total is another, or says so where the feed asks for no more", async () => {
    const other = sheet(["Итого:", null, 15, null]);
    const strict = makeInbox(ordersYaml().replace('orders*.csv"', 'orders*.xlsx"'));
    const { state, error } = await strict.load("orders.xlsx", other);
    expect(state).toBe("held");
    expect(error).toMatch(/^orders\.xlsx, line 7: the total of amount is 15, read 14\.75, difference 0\.25/);
    const lenient = makeInbox(
      ordersYaml("mode: upsert\nfooter: { on_mismatch: warn }").replace('orders*.csv"', 'orders*.xlsx"'),
    );
    const { file } = await lenient.load("orders.xlsx", other);
    expect(file).toMatchObject({ state: "committed", warning: expect.stringContaining("difference 0.25") });
  });

  it("does not take a client named Total for a total", async () => {
    const inbox = makeInbox(ordersYaml().replace('orders*.csv"', 'orders*.xlsx"'));
    const { file } = await inbox.load("orders.xlsx", sheet(["Total 7", "03.02.2025", 1, "c"]));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 4 });
  });
});

/** What a cell is read as. */
function show(cell: string | number | boolean | null): string | null {
  if (cell === null || cell === "") return null;
  return String(cell).replaceAll("_x0041_", "A");
}
