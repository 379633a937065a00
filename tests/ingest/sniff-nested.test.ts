import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { parseSource } from "../../ingest/source.ts";
import { home } from "../../warehouse/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("sniff(path): XML and JSON", () => {
  it("takes the elements that hold most for rows, and names values by their paths", async () => {
    const order = (id: number) =>
      `<order id="${id}"><order_date>2025-02-0${id}</order_date><client><id>c${id}</id></client><tag>x</tag><tag>y</tag></order>`;
    const path = file("orders.xml", `<shop><shops><s>1</s></shops><orders>${order(1)}${order(2)}</orders></shop>`);
    const proposal = await sniff(path);
    expect(proposal).toMatchObject({ format: "xml", rows: "shop/orders/order", records: 2, entity: "orders" });
    expect(proposal.header).toEqual(["@id", "order_date", "client/id", "tag[1]"]);
    expect(proposal.questions.join("\n")).toMatch(/the first is shown: tag\./);
    const feed = parseSource(proposal.yaml, "orders.yaml").feeds[0];
    expect(feed).toMatchObject({ format: "xml", rows: "shop/orders/order" });
    expect(feed?.mappings.map(({ column }) => column.name)).toEqual(["order_id", "client_id", "order_date"]);
  });

  it("knows CommerceML, in the encoding it declares, and points to its profile", async () => {
    const sample = readFileSync(resolve(home, "ingest/profiles/samples/commerceml/given/orders.xml"), "utf8");
    const proposal = await sniff(file("sale.xml", Buffer.from(sample.replace("UTF-8", "UTF-16"), "utf16le")));
    expect(proposal.rows).toBe("КоммерческаяИнформация/Контейнер/Документ");
    expect(proposal.questions[0]).toMatch(/CommerceML: ingest\/profiles\/commerceml\.yaml/);
    const { feeds } = parseSource(proposal.yaml, "sale.yaml");
    expect(feeds.map(({ name, match }) => [name, match])).toEqual(
      ["orders", "order_lines", "clients", "contacts"].map((name) => [name, "sale.xml"]),
    );
  });

  it("finds the array that holds most of a JSON document, cut off or not", async () => {
    const rows = Array.from({ length: 5000 }, (_, id) => ({
      id,
      order_date: "2025-02-01",
      customer: { id: `c${id}`, tags: [{ t: 1 }] },
    }));
    const text = JSON.stringify({ status: "ok [{", errors: [{ code: 1 }], data: { orders: rows } });
    const proposal = await sniff(file("orders.json", text));
    expect(proposal).toMatchObject({ format: "json", rows: "$.data.orders", records: 500, entity: "orders" });
    expect(proposal.header).toEqual(["id", "order_date", "customer.id", "customer.tags"]);
    expect(proposal.questions.join("\n")).toMatch(/Others: \$\.data\.orders\.customer\.tags \(\d+\), \$\.errors \(1\)/);
    expect(parseSource(proposal.yaml, "orders.yaml").feeds[0]?.rows).toBe("$.data.orders");
  });

  it("takes one object on one line with a list in it for the answer of a service, and rows with lists for rows", async () => {
    const rows = '[{"id":"1","date":"2026-03-05","total":10.5},{"id":"2","date":"2026-03-06","total":11.5}]';
    const answer = await sniff(file("orders.json", `{"status":"ok","count":2,"orders":${rows}}\n`));
    expect(answer).toMatchObject({ format: "json", rows: "$.orders", records: 2, entity: "orders" });
    const deeper = await sniff(file("orders.json", `{"data":{"orders":${rows}}}`));
    expect(deeper).toMatchObject({ format: "json", rows: "$.data.orders", records: 2 });
    const one = await sniff(
      file("orders.ndjson", '{"id":"1","date":"2026-03-05","total":10.5,"lines":[{"sku":"a","qty":2}]}\n'),
    );
    expect(one).toMatchObject({ format: "ndjson", records: 1, entity: "orders" });
  });

  it("reads a plain array, and refuses what holds no row", async () => {
    const proposal = await sniff(file("clients.json", '[\n  {"id": 1, "name": "a"},\n  {"id": 2, "name": "b"}\n]'));
    expect(proposal).toMatchObject({ format: "json", rows: "$", records: 2, entity: "clients" });
    await expect(sniff(file("empty.json", "[]"))).rejects.toThrow(/no object that could be a row/);
    await expect(sniff(file("empty.xml", "<a>1</a>"))).rejects.toThrow(/nothing that could be a row/);
    await expect(sniff(file("evil.xml", "<!DOCTYPE a><a><b><c/></b></a>"))).rejects.toThrow(/DOCTYPE/);
  });
});
