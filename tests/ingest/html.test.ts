import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { encode } from "./samples.ts";

const yaml = (more = "", encoding = "utf-8") => `source: erp
title: ERP
encoding: ${encoding}
locale: { decimal: ",", group: " ", dates: [dd.MM.yyyy] }
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

const head = "<tr><th>Номер</th><th>Дата</th><th>Клиент</th><th>Сумма</th><th>Примечание</th></tr>";
const row = (number: string, amount = "1&nbsp;234,50", note = "") =>
  `<tr><td>${number}</td><td>01.02.2025</td><td>7</td><td>${amount}</td><td>${note}</td></tr>`;
const table = (...rows: readonly string[]) => ["<table border=1>", head, ...rows, "</table>"];
const page = (...lines: readonly string[]) => ["<html>", "<body>", ...lines, "</body>", "</html>", ""].join("\n");

const ordersOf = "select order_id, client_id, amount, _extra from raw.orders order by _record";
const rejectsOf = "select line_from, rule, message from meta.rejects order by line_from";

describe("readHtml(path, options)", () => {
  it("reads a table as it comes: entities, tags in capitals, without quotes and never closed", async () => {
    const inbox = makeInbox(yaml());
    const text = `<HTML><META http-equiv=Content-Type content="text/html; charset=utf-8">
<STYLE>td { color: red } /* <table><tr><td>no */</STYLE>
<script>if (a < b) document.write("<table>");</script>
<TABLE BORDER=1>
<TR><TD>Номер<TD>Дата<TD>Клиент<TD>Сумма<TD>Примечание
<TR><TD ALIGN=right>001<TD>01.02.2025<TD>7<TD>1&nbsp;234,50<TD>&laquo;a &lt; b&raquo; &amp; c<br>next &#8470;5 &nosuch;
<TR><TD>002<TD>02.02.2025<TD> 8 <TD>-5<TD><p>one</p><p>two</p><!-- <td> -->
</TABLE>`;
    const { file, error } = await inbox.load("orders.xls", text);
    expect(error).toBeUndefined();
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, header_line: 5, physical_lines: 8 });
    expect(await inbox.rows(ordersOf)).toEqual([
      ["erp:001", "erp:7", "1234.5000", JSON.stringify({ Примечание: "«a < b» & c\nnext №5 &nosuch;" })],
      ["erp:002", "erp:8", "-5.0000", JSON.stringify({ Примечание: "one\ntwo" })],
    ]);
    expect(file?.dialect).toBe('HTML, sheet "table 1", header in row 1; encoding utf-8 (by declaration)');
  });

  it("takes the encoding of the page, and of the source over it", async () => {
    const said = page("<meta charset='windows-1251'>", ...table(row("1", "5", "Ромашка")));
    const inbox = makeInbox(yaml());
    expect((await inbox.load("orders.xls", encode(said, "windows-1251"))).error).toBeUndefined();
    expect((await inbox.rows(ordersOf))[0]?.[3]).toBe('{"Примечание":"Ромашка"}');
    const wrong = said.replace("windows-1251", "utf-8");
    const other = makeInbox(yaml("", "windows-1251"));
    expect((await other.load("orders.xls", encode(wrong, "windows-1251"))).file?.dialect).toMatch(
      /encoding windows-1251 \(by source\)$/,
    );
    const neither = await makeInbox(yaml()).load("orders.xls", encode(wrong, "windows-1251"));
    expect(neither.error).toContain("bytes that are not utf-8");
  });

  it("chooses the table whose header fits, tables inside tables among them", async () => {
    const inbox = makeInbox(yaml());
    const menu = "<table><tr><td>Menu</td><td>Exit</td></tr></table>";
    const text = page(menu, "<table><tr><td>", ...table(row("1"), row("2")), "</td></tr></table>");
    const { file } = await inbox.load("orders.xls", text);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, header_line: 6, physical_lines: 12 });
    expect(file?.dialect).toMatch(/^HTML, sheet "table 3", .*not read: "table 1", "table 2"/);
    const report = await inbox.load("twice.xls", page(...table(row("1")), ...table(row("2"))));
    expect(report.error).toBe(
      'twice.xls: the sheets "table 1" and "table 2" all have the header of feed orders. Say which one is meant: sheet: its name.',
    );
    const chosen = makeInbox(yaml("    sheet: table 2\n"));
    await chosen.load("twice.xls", page(...table(row("1")), ...table(row("2"))));
    expect(await chosen.rows("select order_id from raw.orders")).toEqual([["erp:2"]]);
  });

  it("keeps cells in their columns below cells that cover several rows or columns", async () => {
    const inbox = makeInbox(yaml());
    const text = page(
      "<table>",
      "<tr><th rowspan=2>Номер<th rowspan=2>Дата<th colspan=2>Сделка<th rowspan=2>Примечание</tr>",
      "<tr><th>Клиент<th>Сумма</tr>",
      "<tr><td>1<td>01.02.2025<td>7<td>5<td rowspan=2>both</tr>",
      "<tr><td>2<td>02.02.2025<td>8<td>6</tr>",
      "<tr><td>3<td>03.02.2025<td>9<td>7<td>last</tr>",
      "</table>",
    );
    const joined = yaml().replace("from: Клиент", "from: Сделка Клиент").replace("from: Сумма", "from: Сделка Сумма");
    inbox.describe(joined);
    const { file } = await inbox.load("orders.xls", text);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 3 });
    expect(await inbox.rows(ordersOf)).toEqual([
      ["erp:1", "erp:7", "5.0000", '{"Примечание":"both"}'],
      ["erp:2", "erp:8", "6.0000", null],
      ["erp:3", "erp:9", "7.0000", '{"Примечание":"last"}'],
    ]);
  });

  it("takes the exact number that Excel writes beside the one it shows, and text as text", async () => {
    const inbox = makeInbox(yaml());
    const cells = [
      `<td style='mso-number-format:"\\@"'>00123</td>`,
      "<td>01.02.2025</td>",
      "<td x:num>7</td>",
      `<td x:num="1234.5678" style="mso-number-format:'\\#\\,\\#\\#0\\.00'">1 234,57</td>`,
      '<td x:num="45689">01.02.2025</td>',
    ];
    await inbox.load("orders.xls", page(...table(`<tr style='display:none'>${cells.join("")}</tr>`)));
    expect(await inbox.rows(ordersOf)).toEqual([["erp:00123", "erp:7", "1234.5678", '{"Примечание":"01.02.2025"}']]);
  });

  it.each([
    {
      input: "a value that cannot be read",
      text: page(...table(row("1"), row("2", "н/д"), row("3"))),
      rejects: [[6, "number", 'amount (Сумма) "н/д" is not a number (expected such as 1 234,50)']],
    },
    {
      input: "a cell beyond the header",
      text: page(...table(row("1"), row("2").replace("</tr>", "<td>x</td></tr>"))),
      rejects: [[6, "field_count", "the cell F3 holds a value, and the header ends in column E"]],
    },
    {
      input: "the row, where all stand on one line",
      text: page(...table(row("1"), row("2", "н/д"))).replaceAll("\n", ""),
      rejects: [[3, "number", 'amount (Сумма) "н/д" is not a number (expected such as 1 234,50)']],
    },
  ])("names the line of $input", async ({ text, rejects }) => {
    const inbox = makeInbox(yaml());
    await inbox.load("orders.xls", text);
    expect(await inbox.rows(rejectsOf)).toEqual(rejects);
  });

  it("reads a page that comes in pieces like one that comes whole", async () => {
    const filler = `<p>${"x".repeat(262_000)}</p>`;
    const pages = Array.from({ length: 40 }, (_, index) =>
      page(filler, "y".repeat(index * 7), ...table(row("1"), row("2"))),
    );
    const inbox = makeInbox(yaml("    expect: { min_rows: 2 }\n"));
    pages.forEach((text, index) => {
      inbox.put(`orders${index}.xls`, text);
    });
    const { files } = await inbox.ingest();
    expect(files.map(({ file }) => file?.rows_accepted)).toEqual(pages.map(() => 2));
  });

  it.each([
    {
      input: "a log-in page",
      text: page("<form><input name=login></form>"),
      says: /begins with <html: it is a web page or XML, not a table/,
    },
    {
      input: "a page whose table is another",
      text: page("<table><tr><td>Login</td></tr></table>"),
      says: /no row among the first 50 is the header; the nearest is row 1 of sheet "table 1": missing column/,
    },
    {
      input: "a page that was cut off",
      text: page(...table(row("1"), row("2"))).slice(0, -60),
      says: /^orders\.xls: the page ends inside the table\. It was cut off while being written or copied; export it again\.$/,
    },
    {
      input: "tables without end",
      text: page("<table><tr><td>".repeat(60)),
      says: /tables are nested deeper than 50 levels/,
    },
  ])("refuses $input", async ({ text, says }) => {
    const report = await makeInbox(yaml()).load("orders.xls", text);
    expect(report.state).toBe("rejected");
    expect(report.error).toMatch(says);
  });
});
