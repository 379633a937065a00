import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type PublishReport, publish } from "../../warehouse/publish/publish.ts";
import { serve } from "../../warehouse/serve/serve.ts";
import { makeSettings, quietEffects, writeWarehouse } from "../publish/warehouse.ts";
import { launchChromium } from "./chromium.ts";
import { watchFaults } from "./inspect.ts";
import { keepPages, type OpenPage } from "./readers.ts";
import { wide } from "./variants.ts";

/** Languages of this site; all six are those of demo.test.ts. */
export const locales: readonly Locale[] = ["en", "ru"];

const priceList = { date: "2026-03-10", text: "New price list" };

/** The site of a small warehouse without a road to it, served, and a browser to read it with. */
export interface SmallSite {
  readonly url: string;
  readonly report: PublishReport;
  readonly browser: Browser;
  /**
   * Opens a page at the moment the warehouse was built, and gathers whatever goes wrong on it, and into `asked` what it
   * fetches, with the bytes on the wire.
   */
  open(path: string, viewport?: typeof wide, asked?: Map<string, number>): Promise<OpenPage>;
  /** Leaves an open page to the test that comes next. */
  leave(page: Page): void;
  query<Row>(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Writes a small warehouse, publishes and serves it. */
export async function openSmallSite(): Promise<SmallSite> {
  const { settings, remove } = await makeSettings(locales);
  await writeWarehouse(settings);
  const report = await publish({ ...settings, annotations: [priceList] }, {}, quietEffects());
  const server = await serve(settings, { port: 0 }, quietEffects());
  const browser = await launchChromium();
  // One profile for most pages: what all pages share is fetched and compiled once.
  const readers = await browser.newContext({ viewport: wide, acceptDownloads: true });
  await readers.clock.setFixedTime(new Date("2026-10-12T08:00:00Z"));
  const pages = keepPages(readers, (page) => watchFaults(page, server.url));
  return {
    url: server.url,
    report,
    browser,
    open: (path, viewport = wide, asked = new Map()) =>
      pages.open(server.url + path, viewport, (page) =>
        page.on("response", (response) => asked.set(response.url(), Number(response.headers()["content-length"] ?? 0))),
      ),
    leave: pages.leave,
    query: <Row>(sql: string) =>
      withConnection({ attach: [{ path: settings.paths.crm, as: "crm", mode: "read" }] }, (connection) =>
        connection.rows<Row>(sql),
      ),
    async close() {
      await browser.close();
      await server.close();
      await remove();
    },
  };
}

/** Saves a table as CSV and reads it. */
export async function download(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.locator(`[data-download="${name}"]`).click();
  return readFile(await (await waiting).path(), "utf8");
}
