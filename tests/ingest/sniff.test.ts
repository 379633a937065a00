import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { parseSource } from "../../ingest/source.ts";
import { encode } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-"));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("sniff(path)", () => {
  it("proposes a source file that is valid, with dialect, marks and formats", async () => {
    const path = file(
      "orders.csv",
      "OrderID;OrderDate;Total;Customer;Note\n1;31.12.2024;1 234,50;A;x\n2;01.02.2025;7;B;\n",
    );
    const proposal = await sniff(path);
    expect(proposal).toMatchObject({ format: "csv", delimiter: ";", entity: "orders", records: 2, questions: [] });
    const feed = parseSource(proposal.yaml, "orders.yaml").feeds[0];
    expect(feed?.mappings.map(({ column, origin }) => [column.name, origin])).toEqual([
      ["order_id", { kind: "columns", names: ["OrderID"], join: "" }],
      ["client_id", { kind: "columns", names: ["Customer"], join: "" }],
      ["order_date", { kind: "columns", names: ["OrderDate"], join: "" }],
      ["amount", { kind: "columns", names: ["Total"], join: "" }],
    ]);
    expect(feed?.mappings.at(-1)?.locale).toMatchObject({ decimal: ",", group: " " });
    expect(proposal.yaml).toContain("# not mapped: Note (text: x)");
  });

  it("asks about dates and marks that no value decides", async () => {
    const { questions } = await sniff(
      file("orders.csv", "OrderID,OrderDate,Total\n1,01/02/2025,1.234\n2,03/04/2025,5.678\n"),
    );
    expect(questions).toEqual([
      "Is OrderDate dd/MM/yyyy or MM/dd/yyyy? All values fit, such as 01/02/2025, 03/04/2025.",
      'Is the mark in Total "5.678" a decimal mark or a group mark? No value tells.',
    ]);
  });

  it("asks which column holds what must not be missing", async () => {
    const { questions } = await sniff(file("orders.csv", "OrderID,Total\n1,2\n"));
    expect(questions).toEqual(["Which column is order_date? Day of the order."]);
  });

  it("reads keys of JSON lines, and asks about a file that is not UTF-8", async () => {
    const json = await sniff(file("orders.ndjson", '{"id": 1, "order_date": "2025-02-01"}\n{"id": 2}\n'));
    expect(json).toMatchObject({ format: "ndjson", entity: "orders", header: ["id", "order_date"] });
    const cyrillic = encode("a;b\n1;Поставка труб и фитингов\n", "windows-1251");
    expect((await sniff(file("x.csv", cyrillic))).questions[0]).toMatch(/not UTF-8. Is it windows-1251/);
  });

  it("finds the table below its titles, joins group headers, and tells what is no data", async () => {
    const lines = [
      "Отчёт;;;;",
      "",
      "Дата;Номер;Сумма;;Клиент",
      ";;Без НДС;С НДС;",
      "31.12.2024;УТ-1;1,5;2,0;Роза",
      "Отчёт;;;;",
      "01.01.2025;УТ-2;1,5;2,0;'Лилия'",
      "Итого;;3;4;",
      "",
    ];
    const proposal = await sniff(file("orders.csv", lines.join("\r\n")));
    expect(proposal).toMatchObject({
      header: ["Дата", "Номер", "Сумма Без НДС", "Сумма С НДС", "Клиент"],
      records: 2,
      irregular: [],
      questions: [
        "Which column is orders.amount? None is mapped to it, and money seems to stand in Сумма Без НДС, Сумма С НДС.",
      ],
    });
    expect(proposal.evidence.slice(2)).toEqual([
      'line 1: title "Отчёт;;;;"',
      'line 3: header "Дата;Номер;Сумма;;Клиент"',
      'line 4: header ";;Без НДС;С НДС;"',
      'line 6: repeated header "Отчёт;;;;"',
      'line 8: total "Итого;;3;4;"',
    ]);
  });

  it("tells quotes and escapes of another dialect, and tables below the first", async () => {
    const proposal = await sniff(
      file("orders.csv", "OrderID,OrderDate,Total\n1,2024-12-31,'1,5'\n2,2024-12-31,'2,5'\n\nOrderDate,OrderID,Note\n"),
    );
    expect(proposal.dialect).toEqual({ delimiter: ",", quote: "'" });
    expect(proposal.yaml).toContain('dialect: { delimiter: ",", quote: "\'" }');
    expect(proposal.questions).toContainEqual(expect.stringMatching(/^Line 5: another table begins here/));
  });

  it.each(["^", "~", "\u001f"])("finds the rare delimiter %j", async (mark) => {
    const lines = ["OrderID,OrderDate,Total", "1,2024-12-31,1.5", "2,2024-12-31,2.5", ""];
    const proposal = await sniff(file("orders.csv", lines.join("\n").replaceAll(",", mark)));
    expect(proposal.dialect).toMatchObject({ delimiter: mark });
  });

  it("names lines with another count of fields", async () => {
    expect((await sniff(file("orders.csv", "a;b\n1;2\n1;2;3\n1;2\n"))).irregular).toEqual([3]);
  });
});
