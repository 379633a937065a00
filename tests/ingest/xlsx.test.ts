import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { book, escapeXml, type Given, type GivenBook } from "./xlsx-book.ts";
import { managers, read, readCells, styled, xml } from "./xlsx-reading.ts";

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
  });

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
  });
});

/** What a cell is read as. */
function show(cell: string | number | boolean | null): string | null {
  if (cell === null || cell === "") return null;
  return String(cell).replaceAll("_x0041_", "A");
}
