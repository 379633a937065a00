import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { parseSource } from "../../ingest/source.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { quoteText } from "../../warehouse/sql.ts";
import { makeInbox } from "./inbox.ts";
import { encode } from "./samples.ts";
import { book } from "./xlsx-book.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const rule = "-".repeat(50);
const list = [
  "01.03.2025  Orders",
  rule,
  "|Order ID  |Order Date|Customer|      Amount|Note|",
  rule,
  "|4500001   |01.02.2025|100001  |    1.234,50|    |",
  "|4500002   |02.02.2025|100002  |      100,00-|   |",
  "|4500002   |02.02.2025|100002  |     100,00-|Käse|",
  "|*         |          |        |    1.134,50|    |",
  rule,
].join("\r\n");
const html = `<html><body><table><tr><td>Orders of March</td></tr></table><table>
<tr><th>Order ID</th><th>Order Date</th><th>Customer</th><th>Amount</th></tr>
<tr><td>1</td><td>01.02.2025</td><td>7</td><td>1&nbsp;234,50</td></tr></table></body></html>`;
const statement = `1CClientBankExchange
Кодировка=Windows
РасчСчет=40702810900000000001
СекцияДокумент=Платежное поручение
Номер=5
Дата=31.12.2024
Сумма=100.50
ПлательщикСчет=40702810100000000777
ПлательщикИНН=7701234567
ПолучательСчет=40702810900000000001
КонецДокумента
КонецФайла
`;

describe("sniff(path) of formats known by what they hold", () => {
  it("proposes a source file for an SAP list that reads it", async () => {
    const bytes = encode(list, "windows-1252");
    const found = await sniff(file("orders.txt", bytes));
    expect(found).toMatchObject({ format: "sap_list", encoding: "windows-1252", entity: "orders", records: 2 });
    expect(found.yaml).toContain('amount: { from: "Amount", decimal: ",", group: ".", negative: [trailing] }');
    const inbox = makeInbox(found.yaml);
    const { file: loaded } = await inbox.load("orders.txt", bytes);
    expect(loaded).toMatchObject({ state: "committed", rows_accepted: 2, rows_rejected: 1 });
  });

  it("proposes a source file for a web page that reads it, and asks which table is meant", async () => {
    const found = await sniff(file("orders.xls", html));
    expect(found).toMatchObject({ format: "html", encoding: undefined, entity: "orders", records: 1, irregular: [] });
    expect(found.questions).toContain('Is the table on "table 2", or on "table 1"? Say so with sheet: its name.');
    expect((await makeInbox(found.yaml).load("orders.xls", html)).error).toBeUndefined();
  });

  it("proposes source files for workbooks and Parquet that read them", async () => {
    const bytes = book({
      sheets: [
        {
          rows: [
            ["Order ID", "Order Date", "Amount"],
            ["1", "2025-02-01", 5],
          ],
        },
      ],
    });
    const found = await sniff(file("orders.xlsx", bytes));
    expect(found).toMatchObject({ format: "xlsx", header: ["Order ID", "Order Date", "Amount"], records: 1 });
    expect((await makeInbox(found.yaml).load("orders.xlsx", bytes)).error).toBeUndefined();
    const path = join(folder, "orders.parquet");
    await withConnection({ attach: [] }, (connection) =>
      connection.run(
        `copy (select 'a' as order_id, date '2025-02-01' as order_date, 1.5 as amount) to ${quoteText(path)}`,
      ),
    );
    const columns = await sniff(path);
    expect(columns).toMatchObject({ format: "parquet", entity: "orders", questions: [] });
    expect(parseSource(columns.yaml, "x.yaml").feeds[0]?.format).toBe("parquet");
  });

  it("shows the fields of a bank statement, and names the ready profile", async () => {
    const found = await sniff(file("kl_to_1c.txt", encode(statement, "ibm866")));
    expect(found).toMatchObject({ format: "bank_1c", encoding: undefined, records: 1 });
    expect(found.header.slice(0, 3)).toEqual(["СекцияДокумент", "Номер", "Дата"]);
    expect(found.columns.find(({ name }) => name === "$direction")?.examples).toEqual(["in"]);
    expect(found.entity).toBe("payments");
    expect(parseSource(found.yaml, "bank.yaml").feeds.map(({ match }) => match)).toEqual([
      "kl_to_1c.txt",
      "kl_to_1c.txt",
    ]);
    expect(found.questions[0]).toBe(
      "This is the ready profile ingest/profiles/bank_1c.yaml. Do its columns say what you want?",
    );
  });
});
