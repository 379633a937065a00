import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { FileReport } from "../../ingest/ingest.ts";
import { home } from "../../warehouse/settings.ts";
import { absence, dataFile } from "../real/road.ts";
import { type Inbox, makeInbox } from "./inbox.ts";

const profile = readFileSync(resolve(home, "ingest/profiles/commerceml.yaml"), "utf8");
const sample = (name: string) => readFileSync(resolve(home, "ingest/profiles/samples/commerceml/given", name));
const later = (name: string) => readFileSync(resolve(import.meta.dirname, "commerceml", name));
const products =
  "select product_id, name, sku, category, unit, list_price_amount, currency from raw.products where _closed_at is null order by 1";

describe("the profile of CommerceML, on a sample of ours", () => {
  let inbox: Inbox;
  let files: readonly FileReport[] = [];

  beforeAll(async () => {
    inbox = makeInbox(profile);
    inbox.put("import.xml", sample("import.xml"));
    inbox.put("offers.xml", sample("offers.xml"));
    inbox.put("orders.xml", sample("orders.xml"));
    files = (await inbox.ingest()).files;
  });

  it("takes every feed of every file", () => {
    expect(files.map(({ feed, error, file }) => [feed, error, file?.rows_accepted, file?.rows_rejected])).toEqual([
      ["products", undefined, 3, 0],
      ["offers", undefined, 2, 0],
      ["orders", undefined, 2, 0],
      ["order_lines", undefined, 3, 0],
      ["clients", undefined, 1, 0],
      ["contacts", undefined, 1, 0],
    ]);
  });

  it("keeps what no column takes: taxes, properties, stock, further prices", async () => {
    const [extra] = await inbox.rows(
      "select _extra from raw.products where product_id = 'commerceml:p1' and _closed_at is null",
    );
    const kept: Record<string, string> = JSON.parse(String(extra?.[0]));
    expect(Object.keys(kept).sort()).toEqual(
      ["БазоваяЕдиница", "Группы", "ЗначенияСвойств", "Количество", "СтавкиНалогов", "Цены"].sort(),
    );
    expect(JSON.parse(kept.СтавкиНалогов ?? "")).toEqual({ СтавкаНалога: { Наименование: "НДС", Ставка: "20" } });
  });

  it("takes a list of changes as one, closes what it deletes, and keeps what it does not tell of", async () => {
    inbox.put("import-2.xml", later("import-changes.xml"));
    inbox.put("orders-2.xml", later("orders-deleted.xml"));
    const { files: changed } = await inbox.ingest();
    const changes = changed.find(({ name, feed }) => name === "import-2.xml" && feed === "products");
    expect(changes?.file).toMatchObject({ mode: "upsert", rows_updated: 2, rows_closed: 1, rows_rejected: 0 });
    expect((await inbox.rows(products)).map((row) => row.slice(0, 4))).toEqual([
      ["commerceml:p1", "Чай «Сад»", "T-001", "g1"],
      ["commerceml:p3", "Кружка белая", "K-003", "g2"],
      ["commerceml:p3#blue", "Кружка (синяя)", null, null],
    ]);
    expect(await inbox.rows("select order_id from raw.orders where _closed_at is null")).toEqual([["commerceml:501"]]);
  });

  it("closes what a new full catalogue lacks, prices or not, and changes nothing when offers come again", async () => {
    const full = sample("import.xml").toString();
    const gone = full.replace(/<Товар>\s*<Ид>p1[\s\S]*?<\/Товар>\s*/, "");
    const report = await inbox.load("import-3.xml", gone);
    expect(report.file).toMatchObject({ mode: "snapshot", rows_closed: 1 });
    const left = (await inbox.rows(products)).map(([id]) => id);
    expect(left).toEqual(["commerceml:p2", "commerceml:p3", "commerceml:p3#blue"]);
    const offers = await inbox.load(
      "offers-2.xml",
      `${sample("offers.xml")}\n`.replace(/<Предложение>\s*<Ид>p1<[\s\S]*?<\/Предложение>\s*/, ""),
    );
    expect(offers.file).toMatchObject({ rows_unchanged: 1, rows_inserted: 0, rows_updated: 0 });
  });
});

const missing = absence("commerceml");

describe.skipIf(missing !== undefined)(
  `the profile of CommerceML, on public files${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    let inbox: Inbox;
    let files: readonly FileReport[] = [];
    const given = (name: string) => readFileSync(dataFile("commerceml", name));

    beforeAll(async () => {
      inbox = makeInbox(profile);
      inbox.put("import-1.xml", given("import0_1_with_nested_groups.xml"));
      inbox.put("offers-1.xml", given("offers0_1.xml"));
      inbox.put("orders-1.xml", given("bitrix-query-response-full.xml"));
      inbox.put("orders-2.xml", given("bitrix-query-response-empty.xml"));
      files = (await inbox.ingest()).files;
    });

    it("takes 283 goods, 44 offers, 2 orders with 8 lines, and an answer without orders", () => {
      expect(
        files.map(({ feed, name, error }) => [feed, name, error]).filter(([, , error]) => error !== undefined),
      ).toEqual([]);
      const counts = files.map(({ feed, name, file }) => [feed, name, file?.rows_accepted, file?.rows_rejected]);
      expect(counts.filter(([, name]) => name !== "orders-2.xml")).toEqual([
        ["products", "import-1.xml", 283, 0],
        ["offers", "offers-1.xml", 44, 0],
        ["orders", "orders-1.xml", 2, 0],
        ["order_lines", "orders-1.xml", 8, 0],
        ["clients", "orders-1.xml", 2, 0],
        ["contacts", "orders-1.xml", 0, 0],
      ]);
      expect(counts.filter(([, name]) => name === "orders-2.xml").every(([, , accepted]) => accepted === 0)).toBe(true);
    });

    it("agrees with a count of tags, and with the orders' own totals", async () => {
      const xml = new TextDecoder("windows-1251").decode(given("bitrix-query-response-full.xml"));
      const totals = [...xml.matchAll(/<Курс>.*?<\/Курс>\s*<Сумма>([\d.]+)</gs)].map(([, amount]) => amount);
      expect((await inbox.rows("select amount from raw.orders order by order_id")).flat()).toEqual(totals);
      const sums =
        "select sum(amount) = any_value((select amount from raw.orders o where o.order_id = l.order_id)) from raw.order_lines l group by order_id";
      expect((await inbox.rows(sums)).flat()).toEqual([true, true]);
      const goods =
        given("import0_1_with_nested_groups.xml")
          .toString()
          .match(/<Товар[ >]/g) ?? [];
      expect(goods).toHaveLength(283);
    });

    it("closes a product that the catalogue says is deleted, beside the shrink guard", async () => {
      const before = await inbox.rows("select count(*) from raw.products where _closed_at is null");
      const report = await inbox.load("import-2.xml", given("import0_1.xml"));
      expect(report).toMatchObject({ state: "held" });
      expect(report.error).toMatch(/the snapshot lacks \d+ of 28\d rows/);
      expect(await inbox.rows("select count(*) from raw.products where _closed_at is null")).toEqual(before);
      const changes = given("import0_1.xml")
        .toString()
        .replace("<Каталог", '<Каталог СодержитТолькоИзменения="true"')
        .replaceAll(
          /<Каталог СодержитТолькоИзменения="true" СодержитТолькоИзменения="\w+"/g,
          '<Каталог СодержитТолькоИзменения="true"',
        );
      inbox.put("import-3.xml", changes);
      const delta = (await inbox.ingest()).files.find(({ name }) => name === "import-3.xml");
      expect(delta).toMatchObject({
        state: "committed",
        error: undefined,
        file: { rows_read: 36, rows_rejected: 0, mode: "upsert" },
      });
      const deleted = /<Товар Статус="Удален">\s*<Ид>([^<]+)</.exec(given("import0_1.xml").toString())?.[1];
      expect(
        await inbox.rows(
          `select 1 from raw.products where _closed_at is null and product_id = 'commerceml:${deleted}'`,
        ),
      ).toEqual([]);
    });
  },
);
