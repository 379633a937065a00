import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { pageHref, pages } from "../../dashboards/site.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { publish } from "../../warehouse/publish/publish.ts";
import { serve } from "../../warehouse/serve/serve.ts";
import { readSettings } from "../../warehouse/settings.ts";
import { launchChromium } from "../browser/chromium.ts";
import { drawn } from "../browser/inspect.ts";
import { reportTask } from "./measure.ts";

/** What a page costs its reader. */
export interface Cost {
  readonly path: string;
  /** On the wire, compressed, before the reader scrolls. */
  readonly kilobytes: number;
  /** Until the first figure stands. */
  readonly firstMilliseconds: number;
  /** CPU of the page's main thread per filter, its lists loaded, until the frame after: the most of all its filters. */
  readonly filterMilliseconds: number;
}

const [data = ""] = process.argv.slice(2);
const settings = readSettings({ KARAVAN_SETTINGS: join(data, "karavan.yaml"), KARAVAN_DATA: data });
const effects = { log: silentLog, now: () => new Date(), signal: new AbortController().signal };

/** What each page of the site in the folder, published anew in one language, costs its reader. */
await reportTask(async () => {
  await publish({ ...settings, locales: ["en"] }, { force: true }, effects);
  const server = await serve(settings, { port: 0 }, effects);
  const browser = await launchChromium();
  const costs: Cost[] = [];
  for (const page of pages) costs.push(await measure(browser, server.url, pageHref(page, "en", ["en"])));
  await browser.close();
  await server.close();
  return { costs };
});

async function measure(browser: Browser, base: string, path: string): Promise<Cost> {
  const page = await newPage(browser);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Network.enable");
  let bytes = 0;
  devTools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: "networkidle" });
  await drawn(page);
  const kilobytes = bytes / 1000;
  const firstMilliseconds = await page.evaluate(() => performance.getEntriesByName("first-figure")[0]?.startTime ?? 0);
  for (const button of await page.locator("[data-fetch]").all()) await button.click();
  await page.waitForFunction(() => document.querySelector("[data-long-list]") === null);
  await drawn(page);
  await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
  const readCpu = async () => {
    const { metrics } = await devTools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  let most = 0;
  for (const filter of await page.locator("select[data-filter]").all()) {
    const values = await filter
      .locator("option")
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
    for (const value of [values[1], values[0]].filter((each) => each !== undefined)) {
      const before = await readCpu();
      await filter.selectOption(value);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      most = Math.max(most, (await readCpu()) - before);
    }
  }
  await page.context().close();
  return { path, kilobytes, firstMilliseconds, filterMilliseconds: most };
}

/** A page of a fresh profile that notes when its first figure stands. */
async function newPage(of: Browser): Promise<Page> {
  const context = await of.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector("#body .kpi, #body td, #body .headline") === null) return;
      performance.mark("first-figure");
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  return page;
}
