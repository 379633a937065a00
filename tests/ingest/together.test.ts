import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readJson } from "../../ingest/formats/json/json.ts";
import type { FormatReader, Records } from "../../ingest/formats/reader.ts";
import { openSandbox } from "../../ingest/formats/sandbox.ts";
import { readXml } from "../../ingest/formats/xml/xml.ts";
import { type Feed, parseSource } from "../../ingest/source.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-together-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const orders = [
  {
    id: "1",
    day: "2025-02-01",
    lines: [
      { sku: "a", n: 1 },
      { sku: "b", n: 2 },
    ],
  },
  { id: "2", day: "2025-02-02", lines: [{ sku: 'say "a"\\', n: 3 }] },
  { id: "3", day: "2025-02-03", lines: [] },
];
const json = JSON.stringify({ orders }, undefined, 1).replaceAll("\n", "\r\n");
const xml = `<data>\n${orders
  .map(({ id, day, lines }) => {
    const inside = lines.map(({ sku, n }) => `  <line n="${n}">\n<sku>${sku.replaceAll('"', "&quot;")}</sku></line>`);
    return `<order><id>${id}</id><day>${day}</day>\n${inside.join("\n")}</order>`;
  })
  .join("\n")}\n</data>`;

const yaml = (format: "json" | "xml", more = "") => {
  const [rows, up, n, place] =
    format === "json" ? ["$.orders", "$parent.id", "n", "$position"] : ["data/order", "../id", "@n", "position()"];
  const line = format === "json" ? `${rows}.lines` : `${rows}/line`;
  return `source: shop
title: Shop
format: ${format}
feeds:
  - { entity: orders, match: "*", mode: upsert, rows: ${rows}, columns: { order_id: { from: id }, order_date: { from: day } } }
  - { entity: order_lines, match: "*", mode: upsert, rows: ${line}, columns: { order_line_id: { from: ["${up}", "${place}"], join: "-" }, order_id: { from: "${up}" }, product_id: { from: sku }, quantity: { from: "${n}" } } }
${more}`;
};
const broken = (format: "json" | "xml") =>
  `  - { entity: products, match: "*", mode: upsert, rows: ${format === "json" ? "$.orders.lines" : "data/order/line"}, columns: { product_id: { from: code }, name: { from: sku } } }\n`;

const formats: readonly { format: "json" | "xml"; reader: FormatReader; text: string }[] = [
  { format: "json", reader: readJson, text: json },
  { format: "xml", reader: readXml, text: xml },
];

describe.each(formats)("reading a file for several feeds: $format", ({ format, reader, text }) => {
  const file = join(folder, `orders.${format}`);
  writeFileSync(file, text);
  const feedsOf = (source: string) => parseSource(source, "shop.yaml").feeds;
  const optionsOf = (feeds: readonly Feed[]) => {
    const [feed, ...together] = feeds;
    if (feed === undefined) throw new Error("the source has feeds");
    return { feed, siblings: feeds, together, work: folder, signal: new AbortController().signal };
  };

  it("gives each feed in one pass what it gets when it reads the file by itself", async () => {
    const feeds = feedsOf(yaml(format));
    const both = await reader(file, optionsOf(feeds));
    const beside = both.beside?.[0];
    expect(beside?.feed).toBe("order_lines");
    const alone = await reader(file, optionsOf([...feeds].reverse()));
    expect(await tell(beside?.records)).toEqual(await tell(alone));
    expect(await tell(alone.beside?.[0]?.records)).toEqual(await tell(both));
    expect(both.count).toBe(3);
    for (const read of [both, beside?.records, alone, alone.beside?.[0]?.records]) read?.close();
    expect(readdirSync(folder).filter((name) => !name.startsWith("orders."))).toEqual([]);
  });

  it("leaves out a feed whose records are at fault, and removes its copy", async () => {
    const read = await reader(file, optionsOf(feedsOf(yaml(format, broken(format)))));
    expect(read.beside?.map(({ feed }) => feed)).toEqual(["order_lines"]);
    read.close();
    for (const { records } of read.beside ?? []) records.close();
    expect(readdirSync(folder).filter((name) => !name.startsWith("orders."))).toEqual([]);
  });

  it("keeps the copies of a process of its own until the last feed has read them", async () => {
    const sandbox = openSandbox({ memoryMegabytes: 500, seconds: 60 });
    try {
      const read = await sandbox.read(format, file, optionsOf(feedsOf(yaml(format))));
      const beside = read.beside?.[0]?.records;
      read.close();
      expect(await tell(beside)).toMatchObject({ count: 3 });
      beside?.close();
      expect(readdirSync(folder).filter((name) => name.startsWith("sandbox-"))).toEqual([]);
    } finally {
      sandbox.close();
    }
  });

  it("loads all feeds, and tells the fault of the one that has any", async () => {
    const inbox = makeInbox(yaml(format, broken(format)));
    inbox.put(`orders.${format}`, text);
    const { files } = await inbox.ingest();
    expect(files.map(({ feed, state, file: row }) => [feed, state, row?.rows_accepted])).toEqual([
      ["orders", "committed", 3],
      ["order_lines", "committed", 3],
      ["products", "rejected", 0],
    ]);
    expect(files[2]?.error).toContain("missing column code");
    expect(await inbox.rows("select order_line_id, product_id, quantity from raw.order_lines order by 1")).toEqual([
      ["shop:1-1", "shop:a", "1.000"],
      ["shop:1-2", "shop:b", "2.000"],
      ["shop:2-1", 'shop:say "a"\\', "3.000"],
    ]);
  });
});

/** All that a reader says of records, and the records themselves. */
async function tell(records: Records | undefined) {
  if (records === undefined) throw new Error("records were read");
  const { relation, columns, close, rawText, beside, feed, ...told } = records;
  const values = columns.map(({ sql }) => sql).join(", ");
  const { rows } = await withConnection({ attach: [] }, (connection) =>
    connection.table(`select ${values} from ${relation}`),
  );
  return { ...told, names: columns.map(({ name }) => name), rows };
}
