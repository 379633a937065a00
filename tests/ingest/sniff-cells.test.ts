import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { book } from "./xlsx-book.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-cells-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("askOfCells(table)", () => {
  it("asks of letters that a program lost before", async () => {
    const { questions } = await sniff(
      file("lost.csv", "Order No;Order Date;Client;Amount\n1;2026-03-05;Mart\ufffdn;10.50\n2;2026-03-16;Rose;7.25\n"),
    );
    expect(questions).toEqual([expect.stringMatching(/^Were letters lost\? 1 texts hold �, such as "Mart�n"/)]);
  });

  it("asks of lists of records in cells, which become no rows", async () => {
    const items = '"[{""sku"": ""C1"", ""qty"": 2}]"';
    const { questions } = await sniff(
      file(
        "lists.csv",
        `order_id,order_date,client,amount,items\n1,2026-03-05,Rose,10.50,${items}\n2,2026-03-16,Iris,7.25,${items}\n`,
      ),
    );
    expect(questions).toEqual([expect.stringMatching(/^Is what items lists needed/)]);
  });
});

describe("sampleTable(path, signal)", () => {
  it("asks where many lines have not as many fields as the header", async () => {
    const rows = ["A1,Cup,Blue, white or red,4.50", "A2,Plate,Plain,6.00", "A3,Spoon,Steel, polished,2.00"];
    const { questions } = await sniff(file("ragged.csv", `ID,Name,Description,Price\n${rows.join("\n")}\n`));
    expect(questions.join()).toMatch(/Are [12] of 3 lines to be set aside\? They have more or fewer fields/);
  });
});

describe("bestEntity(columns, tableName, known)", () => {
  it.each([
    ["a list of branches is none of clients", "subsidiary.csv", "id,name\n1,Main office\n2,Harbour\n", undefined],
    ["a list called clients is one of clients", "clients.csv", "id,type\n1,3\n2,1\n", "clients"],
  ])("%s", async (_, name, text, entity) => {
    expect((await sniff(file(name, text))).entity).toBe(entity);
  });
});

describe("sniff(path) of names", () => {
  it.each([
    ["French", "Prenom,Nom", "Prenom,Nom"],
    ["Portuguese", "Primeiro Nome,Sobrenome", "Primeiro Nome,Sobrenome"],
    ["German", "Vorname,Nachname", "Vorname,Nachname"],
    ["Polish", "Imię,Nazwisko", "Imię,Nazwisko"],
  ])("puts a name together from its parts in %s", async (_, header, parts) => {
    const { joined } = await sniff(file("clients.csv", `CustomerID,${header}\n1,Anna,Abel\n2,Kim,Berg\n`));
    expect(joined.get("name")?.join()).toBe(parts);
  });

  it("tells a category by its name, not by its number beside it, and no tax number by a tax", async () => {
    const { matches } = await sniff(
      file("products.csv", "product_id,product_name,category_id,category_name\n1,Cup,11,Cups\n2,Spoon,12,Spoons\n"),
    );
    expect(matches.get("category_name")).toBe("category");
    const { beside } = await sniff(
      file(
        "taxes.csv",
        "order_id,order_date,order_amount,order_tax,customer_id,customer_city\n1,2026-03-05,10.5,0,7,Leeds\n2,2026-03-16,9,0,8,York\n",
      ),
    );
    expect(beside.flatMap((fit) => [...fit.matches.values()])).not.toContain("tax_id");
  });

  it("names an order by its invoice where rows have a number of their own", async () => {
    const { beside, matches } = await sniff(
      file(
        "invoice_items.csv",
        "id,item_id,invoice_id,quantity,unit_price,created_at\n1,539,1,5,13.5,2026-03-05 10:00:00\n2,528,1,9,23.3,2026-03-05 10:00:00\n3,539,2,1,13.5,2026-03-16 10:00:00\n",
      ),
    );
    const lines = beside.find(({ entity }) => entity === "order_lines");
    expect([matches.get("invoice_id"), matches.get("id")]).toEqual(["order_id", undefined]);
    expect([...(lines?.matches ?? [])]).toContainEqual(["item_id", "product_id"]);
  });

  it("takes the name of what is sold for the product, though each stands once and has a category", async () => {
    const { beside } = await sniff(
      file(
        "sales.csv",
        "Номер заказа;Дата заказа;Название товара;Категория товара;Количество;Цена\n1;05.03.2026;Молоко;Напитки;2;78\n2;16.03.2026;Кефир;Напитки;1;75\n3;17.03.2026;Сыр;Еда;1;300\n4;17.03.2026;Сок;Напитки;1;90\n5;18.03.2026;Хлеб;Еда;2;40\n",
      ),
    );
    const lines = beside.find(({ entity }) => entity === "order_lines");
    expect(lines?.matches.get("Название товара")).toBe("product_id");
    expect(lines?.joined.get("order_line_id")).toEqual(["Номер заказа", "Название товара"]);
  });
});

describe("sniff(path) of a workbook", () => {
  it("asks of each sheet, and what lines are worth where no sheet tells", async () => {
    const bytes = book({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["Order No", "Order Date", "Customer ID"],
            ["1", "2026-03-05", "7"],
            ["2", "2026-03-16", "8"],
          ],
        },
        {
          name: "Lines",
          rows: [
            ["Order Line ID", "Order No", "SKU", "Quantity"],
            ["11", "1", "C1", "2"],
            ["12", "2", "C1", "1"],
          ],
        },
        {
          name: "Customers",
          rows: [
            ["Customer ID", "Name"],
            ["7", "Rose"],
            ["8", "Iris"],
          ],
        },
      ],
    });
    const { questions } = await sniff(file("book.xlsx", bytes));
    expect(questions).toEqual([expect.stringMatching(/^book\.xlsx: What is a line worth\?/)]);
  });
});
