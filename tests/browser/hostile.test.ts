import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { publish } from "../../warehouse/publish/publish.ts";
import { type RunningServer, serve } from "../../warehouse/serve/serve.ts";
import type { Settings } from "../../warehouse/settings.ts";
import { quietEffects } from "../publish/warehouse.ts";
import { launchChromium, textOf } from "./chromium.ts";
import { companyName, payloads, withNul, writeHostileCompany } from "./hostile-company.ts";
import { drawn, overflowOf, watchFaults } from "./inspect.ts";
import { keepReaders, type Reader } from "./readers.ts";
import { narrow, wide } from "./variants.ts";
import { readSheet } from "./workbook.ts";

const locales: readonly Locale[] = ["en", "fa"];

let folder: string;
let settings: Settings;
let server: RunningServer;
let browser: Browser;
let readers: BrowserContext;
let read: Reader;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "karavan-hostile-"));
  settings = writeHostileCompany(folder);
  const { files } = await ingest(settings, {}, quietEffects());
  expect(files.filter(({ state }) => state !== "committed")).toEqual([]);
  await build(settings, {}, quietEffects());
  await publish(settings, {}, quietEffects());
  server = await serve(settings, { port: 0 }, quietEffects());
  browser = await launchChromium();
  readers = await browser.newContext({ viewport: wide, acceptDownloads: true });
  read = keepReaders(readers, watch);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page; windows it opens, values it runs and errors it makes are its faults. */
async function open(path: string): Promise<{ page: Page; faults: readonly string[] }> {
  const page = await readers.newPage();
  const faults = watch(page);
  await page.goto(server.url + path);
  await drawn(page);
  return { page, faults };
}

function watch(page: Page): readonly string[] {
  const faults = watchFaults(page, server.url) as string[];
  page.on("dialog", async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => faults.push(`popup: ${popup.url()}`));
  return faults;
}

/** What of a page only a value that was taken for markup or code could have made. */
async function findTraces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const made = "script:not([src]), img, iframe, object, embed, form[action], [srcdoc], svg[onload], template";
    const elements = [...document.body.querySelectorAll("*")];
    const run = elements.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on")));
    const links = elements.flatMap((element) => element.getAttribute("href") ?? []);
    return [
      ...("hacked" in window ? ["window.hacked"] : []),
      ...("hacked" in Object.prototype || "polluted" in Object.prototype ? ["Object.prototype"] : []),
      ...(document.title.startsWith("hacked") ? ["title"] : []),
      ...[...document.body.querySelectorAll(made)].map((element) => element.outerHTML.slice(0, 200)),
      ...[...document.body.querySelectorAll("b")].flatMap(({ textContent }) =>
        /^(bold|Ж)/.test(textContent ?? "") ? ["b"] : [],
      ),
      ...run,
      ...links.filter((href) => !/^(\.{0,2}\/|#|\?|https?:|$)/.test(href) && /^\w+:/.test(href)),
    ];
  });
}

/** Texts with controls of direction that reach beyond the element that holds them. */
async function findLeaks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isOpen = (text: string) => {
      const levels: string[] = [];
      for (const sign of text) {
        if (/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(sign))
          levels.push(/[\u2066-\u2068]/.test(sign) ? "\u2069" : "\u202c");
        else if (/[\u202c\u2069]/.test(sign) && levels.pop() !== sign) return true;
      }
      return levels.length > 0;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const leaks: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? "";
      if (isOpen(text)) leaks.push(`${node.parentElement?.tagName}: ${text.slice(0, 120)}`);
    }
    return leaks;
  });
}

async function query<Row>(sql: string): Promise<readonly Row[]> {
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" }] as const;
  return withConnection({ attach }, (connection) => connection.rows<Row>(sql));
}

async function save(page: Page, selector: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.locator(selector).click();
  return (await waiting).path();
}

const everyPage = locales.flatMap((locale) =>
  pages.map((page) => ({ path: pageHref(page, locale, locales), isCard: page.name === "client" })),
);

/** Addresses that attack: filters, ids, tables, orders and queries. */
const addresses = [
  ...["/sales", "/clients", "/delivery", "/payments", "/fa/activity"].map(
    (path) => `${path}?region=${encodeURIComponent(payloads[1] ?? "")}&manager=__proto__&direction=constructor`,
  ),
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
    const names = await query<{ name: string }>("select distinct name from marts.clients");
    const wanted = new Set(payloads.map((text) => text.trim()));
    expect(new Set(names.map(({ name }) => name))).toEqual(wanted);
    expect(names.some(({ name }) => name === withNul)).toBe(false);
    const [rejected] = await query<{ count: number }>("select count(*) as count from meta.rejects");
    expect(Number(rejected?.count)).toBe(1);
  });

  it.concurrent.each(everyPage)("are text on $path, wide and narrow", async ({ path, isCard }) => {
    const [client] = await query<{ id: string }>(
      "select client_id as id from marts.clients where order_count > 0 order by length(name) desc, client_id limit 1",
    );
    const address = isCard ? `?id=${encodeURIComponent(client?.id ?? "")}` : "";
    await read(`${server.url}${path}${address}`, async (page) => {
      expect(await textOf(page.locator(".company"))).toContain("<img src=x");
      expect(await page.title()).toContain(companyName.slice(0, 20));
      for (const choice of await page.locator("details:not(.languages):not([data-table-name]) > summary").all())
        await choice.click();
      expect(await overflowOf(page), "wide").toBeLessThanOrEqual(0);
      await page.setViewportSize(narrow);
      await drawn(page);
      expect(await overflowOf(page), "narrow").toBeLessThanOrEqual(0);
      expect(await findTraces(page)).toEqual([]);
      expect(await findLeaks(page)).toEqual([]);
    });
  });

  it("stand in the table of clients letter by letter, and lead to cards", async () => {
    const { page, faults } = await open("/clients");
    const table = page.locator('[data-table="clients"]');
    const showAll = () => table.locator(".tools button").last().click();
    const rows = await query<{ name: string }>("select name from marts.clients where order_count > 0");
    await showAll();
    const cells = await table.locator("tbody td:first-child").allTextContents();
    const plain = (text: string) => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "");
    expect(cells.map(plain).sort()).toEqual(rows.map(({ name }) => plain(name)).sort());
    for (const name of [payloads[1], "__proto__"]) {
      await page.goto(`${server.url}/clients`);
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
    await page.close();
  });

  it("are saved as text: no field of a CSV begins like a formula, no cell of a workbook is one", async () => {
    const { page, faults } = await open("/clients");
    const csv = await readFile(await save(page, '[data-table="clients"] [data-download]'), "utf8");
    const [head = [], ...lines] = Papa.parse<string[]>(csv.slice(1).trimEnd()).data;
    const [shown] = await query<{ count: number }>("select count(*) as count from marts.clients where order_count > 0");
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
    await page.close();
  });

  it.concurrent.each(addresses)("do no harm in the address %s", async (path) => {
    await read(server.url + path, async (page) => {
      expect(await page.locator('#body [role="alert"]').count()).toBe(0);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await findTraces(page)).toEqual([]);
      expect(await findLeaks(page)).toEqual([]);
    });
  });

  it("are text in answers of the SQL explorer, and in its errors", async () => {
    const names = "select name, count(*) as n from clients group by name order by name";
    const { page, faults } = await open(`/sql?query=${encodeURIComponent(names)}`);
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
    await page.close();
  }, 150_000);
});
