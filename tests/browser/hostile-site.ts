import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { publish } from "../../warehouse/publish/publish.ts";
import { serve } from "../../warehouse/serve/serve.ts";
import { quietEffects } from "../publish/warehouse.ts";
import { launchChromium, textOf } from "./chromium.ts";
import { companyName, writeHostileCompany } from "./hostile-company.ts";
import { drawn, findCutTexts, overflowOf, watchFaults } from "./inspect.ts";
import { keepPages, keepReaders, type OpenPage, type Reader } from "./readers.ts";
import { narrow, wide } from "./variants.ts";

const locales: readonly Locale[] = ["en", "fa"];

/** A page in a language, and whether it wants a client. */
export interface HostilePage {
  readonly path: string;
  readonly isCard: boolean;
}

/** Every page in both languages. */
export const everyPage: readonly HostilePage[] = locales.flatMap((locale) =>
  pages.map((page) => ({ path: pageHref(page, locale, locales), isCard: page.name === "client" })),
);

/** Every page in one of the languages, by turns. */
export const somePages: readonly HostilePage[] = everyPage.filter(
  (_, index) => (index % pages.length) % locales.length === Math.floor(index / pages.length),
);

/** The site of a company whose texts attack, served, and a browser to read it with. */
export interface HostileSite {
  readonly url: string;
  /** Opens a page; windows it opens, values it runs and errors it makes are its faults. */
  open(path: string): Promise<OpenPage>;
  leave(page: Page): void;
  readonly read: Reader;
  query<Row>(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Takes the hostile company the whole road. Expects that no file of it is refused. */
export async function openHostileSite(): Promise<HostileSite> {
  const folder = mkdtempSync(join(tmpdir(), "karavan-hostile-"));
  const settings = writeHostileCompany(folder);
  const { files } = await ingest(settings, {}, quietEffects());
  expect(files.filter(({ state }) => state !== "committed")).toEqual([]);
  await build(settings, {}, quietEffects());
  await publish(settings, {}, quietEffects());
  const server = await serve(settings, { port: 0 }, quietEffects());
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: wide, acceptDownloads: true });
  const kept = keepPages(context, (page) => watch(page, server.url));
  const read = keepReaders(kept);
  return {
    url: server.url,
    open: (path) => kept.open(server.url + path),
    leave: kept.leave,
    read: (path, job) => read(server.url + path, job),
    query: <Row>(sql: string) =>
      withConnection({ attach: [{ path: settings.paths.crm, as: "crm", mode: "read" }] }, (connection) =>
        connection.rows<Row>(sql),
      ),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function watch(page: Page, url: string): readonly string[] {
  const faults = watchFaults(page, url) as string[];
  page.on("dialog", async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", (popup) => faults.push(`popup: ${popup.url()}`));
  return faults;
}

/** Expects that a page shows hostile values as text, all that it folds away opened, wide and narrow. */
export async function expectTexts(site: HostileSite, { path, isCard }: HostilePage): Promise<void> {
  const [client] = await site.query<{ id: string }>(
    "select client_id as id from marts.clients where order_count > 0 order by length(name) desc, client_id limit 1",
  );
  const address = isCard ? `?id=${encodeURIComponent(client?.id ?? "")}` : "";
  await site.read(`${path}${address}`, async (page) => {
    expect(await textOf(page.locator(".company"))).toContain("<img src=x");
    expect(await page.title()).toContain(companyName.slice(0, 20));
    await unfold(page);
    expect(await findMisfits(page), "wide").toEqual([]);
    await page.setViewportSize(narrow);
    await drawn(page);
    expect(await findMisfits(page), "narrow").toEqual([]);
    expect(await findTraces(page)).toEqual([]);
    expect(await findLeaks(page)).toEqual([]);
  });
}

/** A title is no longer than so many pixels. */
const highestTitle = 400;

/** What has no room: the page scrolls sideways, a text of a picture is cut, a title fills the screen. */
async function findMisfits(page: Page): Promise<readonly string[]> {
  const overflow = await overflowOf(page);
  const titles = await page.evaluate(
    (most) =>
      [
        ...document.querySelectorAll(
          "#page h1, #page h2, #page .headline, #page button, #page .note, #page .chart-subtitle",
        ),
      ].flatMap((title) => {
        const { height } = title.getBoundingClientRect();
        return height > most ? [`${title.tagName} ${height}: ${title.textContent.slice(0, 80)}`] : [];
      }),
    highestTitle,
  );
  return [...(overflow > 0 ? [`scrolls sideways by ${overflow}`] : []), ...(await findCutTexts(page)), ...titles];
}

/** Opens everything a page folds away, and waits until what is drawn for it stands. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not(.languages):not([data-table-name])")];
    const told = folded.map((each) => new Promise((done) => each.addEventListener("toggle", done, { once: true })));
    for (const each of folded) each.open = !each.open;
    await Promise.all(told);
  });
}

/** What of a page only a value that was taken for markup or code could have made. */
export async function findTraces(page: Page): Promise<readonly string[]> {
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
export async function findLeaks(page: Page): Promise<readonly string[]> {
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
