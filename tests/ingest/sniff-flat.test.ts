import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff, sniffSystem } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-flat-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
}

const report = [
  "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,City,Region,Product ID,Category,Product Name,Sales,Quantity,Discount",
  "1,A-1,13/01/24,15/01/24,Second Class,C-1,Rose Ltd,Almaty,South,P-1,Paper,Pad,10.5,2,0.1",
  "2,A-1,13/01/24,15/01/24,Second Class,C-1,Rose Ltd,Almaty,South,P-2,Tools,Saw,20,1,0",
  "3,A-1,13/01/24,16/01/24,Second Class,C-1,Rose Ltd,Almaty,South,P-2,Tools,Saw,20,1,0",
  "4,A-2,20/02/24,21/02/24,First Class,C-1,Rose Ltd,Astana,North,P-1,Paper,Pad,5.25,1,0",
  "5,A-3,21/02/24,25/02/24,First Class,C-2,Lily,Astana,North,P-3,Paper,Pen,1,4,0",
];

describe("sniff(path) of flat files", () => {
  it("proposes a feed for everything a row of a sales report tells of, and the proposal loads as it is", async () => {
    const proposal = await sniff(file("sales.csv", report));
    expect([proposal.entity, ...proposal.beside.map(({ entity }) => entity)]).toEqual([
      "orders",
      "clients",
      "products",
      "order_lines",
      "shipments",
    ]);
    const inbox = makeInbox(proposal.yaml);
    inbox.put("sales.csv", `${report.join("\n")}\n`);
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(files.map(() => "committed"));
    const counts = ["orders", "clients", "products", "order_lines", "shipments"].map(
      (entity) => `select '${entity}', count(*) from raw.${entity} where _closed_at is null`,
    );
    expect(await inbox.rows(`${counts.join(" union all ")} order by 1`)).toEqual([
      ["clients", 2],
      ["order_lines", 5],
      ["orders", 3],
      ["products", 3],
      ["shipments", 5],
    ]);
    expect(await inbox.rows("select sum(amount)::varchar from raw.order_lines where _closed_at is null")).toEqual([
      ["56.7500"],
    ]);
  });

  it("takes the last of what rows write out of a card, and loads every order all the same", async () => {
    const { yaml } = await sniff(file("sales.csv", report));
    const inbox = makeInbox(yaml);
    const more = "6,A-4,22/02/24,26/02/24,First Class,C-2,Lily & Co,Astana,North,P-3,Paper,Pencil,1,4,0";
    inbox.put("sales.csv", `${report.join("\n")}\n${more}\n`);
    const { files } = await inbox.ingest();
    expect(files.map(({ file: loaded }) => loaded?.rows_rejected)).toEqual(files.map(() => 0));
    const names =
      "select name from raw.clients where _closed_at is null union all select name from raw.products where _closed_at is null order by 1";
    expect(await inbox.rows(names)).toEqual([["Lily & Co"], ["Pad"], ["Pencil"], ["Rose Ltd"], ["Saw"]]);
  });

  it("leaves out of an entity what differs within its key, and says so", async () => {
    const { beside, evidence, matches } = await sniff(file("sales.csv", report));
    const clients = beside.find(({ entity }) => entity === "clients");
    expect([...(clients?.matches.values() ?? [])].sort()).toEqual(["client_id", "name"]);
    expect(evidence).toContain("City is no clients.city: it differs within one Customer ID");
    expect(matches.get("Region")).toBe("region");
  });

  it("names a line by its number, by its product, or by a number of the row, and asks where that may not hold", async () => {
    const head = "OrderNumber,LineItem,OrderDate,CustomerKey,ProductKey,Quantity";
    const numbered = await sniff(file("a.csv", [head, "1,1,2024-01-13,7,5,2", "1,2,2024-01-13,7,5,2"]));
    expect(keyOfLines(numbered)).toEqual(["OrderNumber", "LineItem"]);
    expect(numbered.questions).toEqual([]);
    const bare = head.replace("LineItem,", "");
    const paired = await sniff(file("b.csv", [bare, "1,2024-01-13,7,5,2", "1,2024-01-13,7,6,2"]));
    expect(keyOfLines(paired)).toEqual(["OrderNumber", "ProductKey"]);
    expect(paired.questions).toEqual([
      "Can ProductKey stand twice in one OrderNumber? It does not in the sample, so both together name a line.",
    ]);
    const placed = await sniff(file("c.csv", [bare, "1,2024-01-13,7,5,2", "1,2024-01-13,7,5,3"]));
    expect(keyOfLines(placed)).toEqual(["OrderNumber", "$record"]);
    expect(placed.questions[0]).toMatch(/^Which columns tell the lines of one order apart\?/);
    const rows = await sniff(file("d.csv", report));
    expect(keyOfLines(rows)).toEqual(["Row ID"]);
    expect(rows.questions[0]).toMatch(/^Does Row ID stay with its row in the next export\?/);
  });

  it("takes a list of orders for nothing more", async () => {
    const { entity, beside } = await sniff(
      file("orders.csv", ["Order No,Order Date,Customer,Total", "1,2024-01-13,Rose,5", "2,2024-01-14,Lily,6"]),
    );
    expect([entity, beside]).toEqual(["orders", []]);
  });
});

describe("sniff(path) of tables that companies keep beside", () => {
  it("says that nothing tells what a list of shops is, and proposes no entity", async () => {
    const { entity, questions, yaml } = await sniff(
      file("stores.csv", ["StoreKey,Country,Square Meters,Open Date", "1,Australia,595,1/13/2008"]),
    );
    expect(entity).toBeUndefined();
    expect(questions.at(-1)).toMatch(/^What does this file hold\? Nothing in it tells\. Karavan knows clients, /);
    expect(yaml).toContain("  - entity: # ?\n");
  });

  it("asks which way rates are quoted", async () => {
    const { matches, questions } = await sniff(
      file("Exchange_Rates.csv", ["Date,Currency Code,Exchange", "1/13/2015,CAD,1.1583"]),
    );
    expect([...matches.values()].sort()).toEqual(["currency", "rate", "rate_date"]);
    expect(questions).toEqual([
      "Is Exchange what one unit of the currency is worth? Where it is units for one of the reporting currency, add reciprocal: true.",
    ]);
  });

  it("takes keys and names of the entity itself, and the currency off the name of a price", async () => {
    const { yaml, questions } = await sniff(
      file("Products.csv", [
        "ProductKey,Product Name,Unit Cost USD,Unit Price USD,CategoryKey,Category",
        '1,Pad,$6.62,"$1,012.99",01,Audio',
      ]),
    );
    for (const line of [
      'product_id: { from: "ProductKey" }',
      'name: { from: "Product Name" }',
      'category: { from: "Category" }',
      'list_price_amount: { from: "Unit Price USD", group: ",", currencies: ["$"] }',
      'cost_amount: { from: "Unit Cost USD", group: ",", currencies: ["$"] }',
    ])
      expect(yaml).toContain(line);
    expect(questions).toContain(
      "Unit Cost USD is in USD: add currency: { value: USD } unless that is the reporting currency.",
    );
  });

  it("asks what day a delivery date is, and maps it to none", async () => {
    const { matches, questions } = await sniff(
      file("orders.csv", ["Order No,Order Date,Delivery Date", "1,2024-01-13,2024-01-20"]),
    );
    expect(matches.get("Delivery Date")).toBeUndefined();
    expect(questions).toEqual([
      "Is Delivery Date the day asked for (orders.requested_date), promised (orders.promised_date), or the day goods came (shipments.delivered_date)?",
    ]);
  });
});

function keyOfLines({ entity, joined, beside }: Awaited<ReturnType<typeof sniff>>): readonly string[] | undefined {
  const lines = entity === "order_lines" ? joined : beside.find((fit) => fit.entity === "order_lines")?.joined;
  return lines?.get("order_line_id");
}

describe("sniffSystem(paths, source)", () => {
  const clients = file("system-clients.csv", ["CustomerKey,Name", "7,Rose", "8,Lily"]);
  const sales = file("system-sales.csv", [
    "Order Number,Line Item,Order Date,CustomerKey,ProductKey,Quantity",
    "1,1,2024-01-13,7,5,2",
    "1,2,2024-01-13,7,6,1",
  ]);
  const shops = file("system-shops.csv", ["StoreKey,Square Meters", "1,595"]);

  it("proposes one source for the exports of a system, whose keys mean the same, and it loads as it is", async () => {
    const { yaml, tables } = await sniffSystem([clients, shops, sales], "erp");
    expect(tables.map(({ entity }) => entity)).toEqual(["clients", "orders", undefined]);
    const inbox = makeInbox(yaml);
    inbox.put("system-clients.csv", readFileSync(clients));
    inbox.put("system-sales.csv", readFileSync(sales));
    await inbox.ingest();
    const joined = "select count(*) from raw.orders join raw.clients using (client_id)";
    expect(await inbox.rows(joined)).toEqual([[1]]);
  });

  it("leaves out a file it cannot read, and says which, why and what to do", async () => {
    const empty = file("empty.csv", []);
    writeFileSync(empty, "");
    const { tables, questions } = await sniffSystem([empty, clients], "erp");
    expect(tables).toHaveLength(1);
    expect(questions[0]).toMatch(/^empty\.csv: .+ It is left out\. /);
    await expect(sniffSystem([empty], "erp")).rejects.toThrow(/^empty\.csv: /);
  });
});
