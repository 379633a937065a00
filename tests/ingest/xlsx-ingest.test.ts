import { describe, expect, it } from "vitest";
import { zip } from "./containers-zip.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";
import { book, type Given } from "./xlsx-book.ts";
import { styled, xml } from "./xlsx-reading.ts";

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
