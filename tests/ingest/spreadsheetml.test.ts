import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { encode } from "./samples.ts";

const yaml = (more = "") => `source: erp
title: ERP
locale: { decimal: ",", dates: [dd.MM.yyyy], true: [Да], false: [Нет] }
feeds:
  - entity: orders
    match: "*.xls"
    mode: upsert
${more}    columns:
      order_id: { from: Номер }
      order_date: { from: Дата }
      client_id: { from: Клиент }
      amount: { from: Сумма }
`;

const cell = (type: string, value: string, attributes = "") =>
  `<Cell${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
const head = `<Row>${["Номер", "Дата", "Клиент", "Сумма", "Прочее"].map((name) => cell("String", name)).join("")}</Row>`;
const row = (number: string, amount = cell("Number", "1234.5")) =>
  `<Row>${cell("String", number)}${cell("DateTime", "2025-02-01T00:00:00.000")}${cell("Number", "7")}${amount}</Row>`;
const sheet = (rows: readonly string[], name = "Лист1", more = "") =>
  `<Worksheet ss:Name="${name}"><Table>${rows.join("\n")}</Table>${more}</Worksheet>`;
const book = (...sheets: readonly string[]) => `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="d"><NumberFormat ss:Format="dd\\.mm\\.yyyy"/></Style><Style ss:ID="c" ss:Parent="d"/></Styles>
${sheets.join("\n")}
</Workbook>
`;

const ordersOf =
  "select order_id, cast(order_date as varchar), client_id, amount, _extra from raw.orders order by _record";

describe("readSpreadsheetml(path, options)", () => {
  it("reads cells by type and place, and leaves comments out", async () => {
    const inbox = makeInbox(yaml());
    const other = (type: string, value: string, attributes = "") => [
      `<Row ss:Index="5">${cell("String", "002")}${cell("Number", "45689", ' ss:StyleID="c"')}`,
      `<Cell ss:Index="4"><Data ss:Type="Number">0.1</Data><Comment><ss:Data>5</ss:Data></Comment></Cell>${cell(type, value, attributes)}</Row>`,
    ];
    const rows = [
      "<Row/>",
      head,
      row("001"),
      other("Boolean", "1").join(""),
      `<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">x</Data></Cell>${cell("String", "")}</Row>`,
    ];
    const { file, error } = await inbox.load("orders.xls", book(sheet(rows)));
    expect(error).toBeUndefined();
    expect(await inbox.rows(ordersOf)).toEqual([
      ["erp:001", "2025-02-01", "erp:7", "1234.5000", null],
      ["erp:002", "2025-02-01", null, "0.1000", '{"Прочее":"true"}'],
    ]);
    expect(file).toMatchObject({ rows_read: 3, rows_rejected: 1, physical_lines: 6, header_line: 2 });
    expect(await inbox.rows("select line_from, rule, message from meta.rejects")).toEqual([
      [6, "required", "order_date (Дата) has no value"],
    ]);
  });

  it("reads rich text, line breaks, errors and prefixes", async () => {
    const inbox = makeInbox(yaml());
    const rich = `<Cell ss:Index="5"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>a</B> &amp;&#10;b</ss:Data></Cell>`;
    const error = cell("Error", "#N/A", ' ss:Index="5"');
    const rows = [head, row("1").replace("</Row>", `${rich}</Row>`), row("2").replace("</Row>", `${error}</Row>`)];
    await inbox.load("orders.xls", book(sheet(rows)).replace(/<(\/?)(Row|Cell|Table)\b/g, "<$1ss:$2"));
    expect(await inbox.rows("select _extra from raw.orders order by _record")).toEqual([
      [JSON.stringify({ Прочее: "a &\nb" })],
      ['{"Прочее":"#N/A"}'],
    ]);
  });

  it("takes the sheet with the header, or the one named, and tells of the others", async () => {
    const inbox = makeInbox(yaml());
    const hidden = "<x:WorksheetOptions xmlns:x='urn:x'><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>";
    const notes = sheet([`<Row>${cell("String", "notes")}</Row>`], "Notes", hidden);
    const { file } = await inbox.load("orders.xls", book(notes, sheet([head, row("1")])));
    expect(file?.dialect).toBe(
      'XML Spreadsheet 2003, sheet "Лист1", header in row 1; not read: "Notes" (hidden); encoding utf-8 (by default)',
    );
    const two = book(sheet([head, row("1")], "A"), sheet([head, row("2")], "B"));
    expect((await inbox.load("two.xls", two)).error).toContain('the sheets "A" and "B" all have the header');
    const named = makeInbox(yaml("    sheet: B\n"));
    await named.load("two.xls", two);
    expect(await named.rows("select order_id from raw.orders")).toEqual([["erp:2"]]);
  });

  it("reads the encoding that the document declares", async () => {
    const inbox = makeInbox(yaml());
    const text = book(sheet([head, row("Ж1")])).replace('"1.0"', '"1.0" encoding="windows-1251"');
    expect((await inbox.load("orders.xls", encode(text, "windows-1251"))).error).toBeUndefined();
    expect(await inbox.rows("select order_id from raw.orders")).toEqual([["erp:Ж1"]]);
  });

  const remedy = "Open it in Excel or LibreOffice and save it as .xlsx.";
  it.each([
    {
      input: "a document type",
      text: book(sheet([head, row("1")])).replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]>\n<Workbook'),
      says: `orders.xls, line 3: the XML Spreadsheet cannot be read: it declares a document type (DOCTYPE), which no export needs. ${remedy}`,
    },
    {
      input: "a file that was cut off",
      text: book(sheet([head, row("1"), row("2")])).slice(0, -60),
      says: /orders\.xls, line [0-9]+: the XML Spreadsheet cannot be read: it ends too early/,
    },
    {
      input: "rows out of order",
      text: book(sheet([head, row("1").replace("<Row", '<Row ss:Index="1"')])),
      says: `orders.xls, line 1: sheet "Лист1" is damaged: row 1 stands below row 1. ${remedy}`,
    },
    {
      input: "a cell where a merged one stands",
      text: book(sheet([head, row("1").replace("<Cell>", '<Cell ss:MergeDown="1">'), row("2")])),
      says: `orders.xls, line 3: sheet "Лист1" is damaged: a cell of row 3 stands where one merged from row 2 is. ${remedy}`,
    },
    {
      input: "no sheet",
      text: book(),
      says: "orders.xls: the XML Spreadsheet has no worksheet. Save the sheet with the table as .xlsx.",
    },
  ])("refuses $input", async ({ text, says }) => {
    const report = await makeInbox(yaml()).load("orders.xls", text);
    expect(report.state).toBe("rejected");
    if (typeof says === "string") expect(report.error).toBe(says);
    else expect(report.error).toMatch(says);
  });

  it("sets aside a formula without its result", async () => {
    const inbox = makeInbox(yaml());
    await inbox.load("orders.xls", book(sheet([head, row("1", '<Cell ss:Formula="=1+1"/>'), row("2")])));
    expect(await inbox.rows("select line_from, rule from meta.rejects")).toEqual([[2, "formula"]]);
  });
});
