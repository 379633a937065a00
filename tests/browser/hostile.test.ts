import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf } from "./chromium.ts";
import { payloads, withNul } from "./hostile-company.ts";
import { expectTexts, findLeaks, findTraces, type HostileSite, openHostileSite, somePages } from "./hostile-site.ts";
import { drawn, overflowOf } from "./inspect.ts";
import { readSheet } from "./workbook.ts";

let site: HostileSite;

beforeAll(async () => {
  site = await openHostileSite();
});

afterAll(async () => site?.close());

async function save(page: Page, selector: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.locator(selector).click();
  return (await waiting).path();
}

/** Addresses that attack: filters, ids, tables, orders and queries. */
const addresses = [
  ...["/sales", "/clients", "/delivery", "/payments", "/fa/activity"].map(
    (path) => `${path}?region=${encodeURIComponent(payloads[1] ?? "")}&manager=__proto__&direction=constructor`,
  ),
  `/sales?sales-pivot.rows=__proto__&sales-pivot.columns=constructor&sales-pivot.measure=${encodeURIComponent(payloads[0] ?? "")}&sales-by-manager.whole=x`,
  `/sales?period=custom&from=${encodeURIComponent("<img src=x>")}&to=toString&compare=__proto__`,
  `/clients?clients.search=${encodeURIComponent(payloads[0] ?? "")}&clients.sort=99.desc`,
  `/client?id=${encodeURIComponent(payloads[1] ?? "")}`,
  "/client?id=__proto__",
  "/client?id=javascript:window.hacked=1",
  `/client?id=${"W".repeat(4000)}`,
  `/client?id=${encodeURIComponent("\u202e\u2066<b>")}`,
  `/fa/client?id=${encodeURIComponent("\u202e<script>window.hacked=1</script>")}`,
  `/sql?query=${encodeURIComponent(payloads[2] ?? "")}`,
  `/glossary?search=${encodeURIComponent(payloads[2] ?? "")}#%E0%A4%A`,
  "/glossary#<img src=x onerror=window.hacked=1>",
];

describe("values that attack", () => {
  it("are loaded as they stand, and a NUL costs its row", async () => {
    const names = await site.query<{ name: string }>("select distinct name from marts.clients");
    const wanted = new Set(payloads.map((text) => text.trim()));
    expect(new Set(names.map(({ name }) => name))).toEqual(wanted);
    expect(names.some(({ name }) => name === withNul)).toBe(false);
    const [rejected] = await site.query<{ count: number }>("select count(*) as count from meta.rejects");
    expect(Number(rejected?.count)).toBe(1);
  });

  it.concurrent.each(somePages)("are text on $path, wide and narrow", async (page) => expectTexts(site, page));

  it("stand in the table of clients letter by letter, and lead to cards", async () => {
    const { page, faults } = await site.open("/clients");
    const table = page.locator('[data-table="clients"]');
    const showAll = () => table.locator(".tools button").last().click();
    const rows = await site.query<{ name: string }>("select name from marts.clients where order_count > 0");
    await showAll();
    const cells = await table.locator("tbody td:first-child").allTextContents();
    const plain = (text: string) => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "");
    expect(cells.map(plain).sort()).toEqual(rows.map(({ name }) => plain(name)).sort());
    for (const name of [payloads[1], "__proto__"]) {
      await page.goto(`${site.url}/clients`);
      await drawn(page);
      await showAll();
      await table
        .locator("tbody a", { hasText: name ?? "" })
        .first()
        .click();
      await page.waitForURL(/client\?id=/);
      await drawn(page);
      expect(await textOf(page.locator(".headline"))).toContain(name);
    }
    expect(faults).toEqual([]);
    site.leave(page);
  });

  it("are saved as text: no field of a CSV begins like a formula, no cell of a workbook is one", async () => {
    const { page, faults } = await site.open("/clients");
    const csv = await readFile(await save(page, '[data-table="clients"] [data-download]'), "utf8");
    const [head = [], ...lines] = Papa.parse<string[]>(csv.slice(1).trimEnd()).data;
    const [shown] = await site.query<{ count: number }>(
      "select count(*) as count from marts.clients where order_count > 0",
    );
    expect(lines).toHaveLength(Number(shown?.count));
    expect(lines.every((line) => line.length === head.length)).toBe(true);
    expect(
      lines.flat().filter((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field) && !/^-?\d+(\.\d+)?$/.test(field)),
    ).toEqual([]);
    const cells = (await readSheet(await save(page, '[data-table="clients"] [data-download-xlsx]'))).flat();
    const texts = cells.map(({ text }) => text);
    expect(cells.filter(({ type }) => !["s", "inlineStr", "n", "d", "b"].includes(type))).toEqual([]);
    for (const name of ['=HYPERLINK("http://x","click")', "@SUM(1,1)", payloads[0] ?? "", payloads.at(-1) ?? ""])
      expect(texts).toContain(name);
    expect(faults).toEqual([]);
    site.leave(page);
  });

  it.concurrent.each(addresses)("do no harm in the address %s", async (path) => {
    await site.read(path, async (page) => {
      expect(await page.locator('#body [role="alert"]').count()).toBe(0);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await findTraces(page)).toEqual([]);
      expect(await findLeaks(page)).toEqual([]);
    });
  });

  it("are text in answers of the SQL explorer, and in its errors", async () => {
    const names = "select name, count(*) as n from clients group by name order by name";
    const { page, faults } = await site.open(`/sql?query=${encodeURIComponent(names)}`);
    await page.locator("[data-run]").click();
    await page.locator('[data-table="result"] tbody tr').first().waitFor({ timeout: 120_000 });
    const cells = await page.locator('[data-table="result"] tbody td:first-child').allTextContents();
    expect(cells).toContain(payloads[1]);
    expect(cells).toContain("__proto__");
    await page
      .locator("#query")
      .fill(`select '${"<img src=x onerror=window.hacked=1>"}' as "<b>bold</b>", 1 as x union all select '=1+1', 2`);
    await page.locator("[data-run]").click();
    await page.locator('[data-table="result"] th', { hasText: "<b>bold</b>" }).waitFor();
    await page.locator("#query").fill("select <img src=x onerror=window.hacked=1>");
    await page.locator("[data-run]").click();
    await page.locator("#answer [role=alert]").waitFor();
    expect(await findTraces(page)).toEqual([]);
    expect(await findLeaks(page)).toEqual([]);
    expect(faults).toEqual([]);
    site.leave(page);
  }, 150_000);
});
