import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsShown } from "../../dashboards/components/table.ts";
import { directionOf, locales } from "../../dashboards/i18n/locales.ts";
import { type DemoSite, openDemoSite } from "../browser/demo-site.ts";
import { drawn, watchFaults } from "../browser/inspect.ts";
import { keepPages, keepReaders, type Reader } from "../browser/readers.ts";
import { everySight, inspectPage, type Sight, wide } from "../browser/variants.ts";
import { readSheet } from "../browser/workbook.ts";

/** Languages to look at: those `LOCALES` names, or all. */
const wanted = process.env.LOCALES?.split(",");
const asked = locales.filter((locale) => wanted?.includes(locale) ?? true);
const sights = everySight.filter(({ locale }) => asked.includes(locale));

/** Languages in which pages are worked with: one of each direction. */
const worked = sights.filter(
  ({ locale }) => locale === asked.find((other) => directionOf(other) === directionOf(locale)),
);

let site: DemoSite;
let read: Reader;

beforeAll(async () => {
  site = await openDemoSite();
  const context = await site.browser.newContext({ viewport: wide, colorScheme: "light", acceptDownloads: true });
  read = keepReaders(keepPages(context, (page) => watchFaults(page, site.url)));
});

afterAll(async () => site?.close());

function withPage({ name, path }: Sight, job: (page: Page) => Promise<void>): Promise<void> {
  return read(`${site.url}${path}${name === "client" ? `?id=${site.client}` : ""}`, job);
}

describe("every page, in every language asked for, wide and narrow, light and dark", () => {
  it.concurrent.each(sights)("$path holds no fault, no sideways scroll and no violation", async (sight) => {
    await withPage(sight, (page) => inspectPage(page, sight));
  });
});

describe("what is chosen on a page", () => {
  it.concurrent.each(worked)("stands in the address and survives a reload: $path", async (sight) => {
    await withPage(sight, async (page) => {
      const names = await page
        .locator("select[data-filter]")
        .evaluateAll((found) => found.map((each) => each.getAttribute("data-filter") ?? ""));
      for (const name of names) await chooseAnother(page, name);
      const before = await readState(page);
      await page.reload();
      await drawn(page);
      expect(await readState(page)).toEqual(before);
    });
  });
});

/** Chooses the second of a filter's values. */
async function chooseAnother(page: Page, name: string): Promise<void> {
  const filter = page.locator(`select[data-filter="${name}"]`);
  if ((await filter.count()) === 0) return;
  const values = await filter
    .locator("option")
    .evaluateAll((found) => found.map((each) => (each as HTMLOptionElement).value));
  const [, second] = values;
  if (second === undefined) return;
  await filter.selectOption(second);
  await drawn(page);
}

/** The filters of a page, and what they leave of its headline and figures. */
async function readState(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    address: location.search,
    filters: [...document.querySelectorAll<HTMLSelectElement>("select[data-filter]")].map(
      (filter) => `${filter.dataset.filter} ${filter.value}`,
    ),
    shown: [...document.querySelectorAll(".headline, .kpi")].map(({ textContent }) => textContent),
  }));
}

describe("what is saved from a page", () => {
  it.concurrent.each(worked)("is the rows shown, the same in a CSV and in a workbook: $path", async (sight) => {
    await withPage(sight, async (page) => {
      const names = await page
        .locator("[data-download]:visible")
        .evaluateAll((found) => found.map((each) => each.getAttribute("data-download") ?? ""));
      for (const [index, name] of names.entries()) {
        // Chromium lets a page save ten files in a row; a page opened anew begins to count anew.
        if (index > 0 && index % 4 === 0) {
          await page.reload();
          await drawn(page);
        }
        const text = (await readFile(await save(page, `[data-download="${name}"]:visible`), "utf8")).slice(1);
        const delimiter = sight.locale === "en" ? "," : ";";
        const [head = [], ...rows] = Papa.parse<string[]>(text.trimEnd(), { delimiter }).data;
        expect(
          rows.filter((row) => row.length !== head.length),
          name,
        ).toEqual([]);
        const sheet = await readSheet(await save(page, `[data-download-xlsx="${name}"]:visible`));
        expect([sheet.length, sheet[0]?.map((cell) => cell.text)], name).toEqual([rows.length + 1, head]);
        expect(
          sheet.flat().filter(({ type }) => type === "formula"),
          name,
        ).toEqual([]);
        const table = page.locator(`[data-table="${name}"] tbody tr`);
        if ((await table.count()) > 0) expect(await table.count(), name).toBe(Math.min(rows.length, rowsShown));
      }
    });
  });
});

async function save(page: Page, selector: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.locator(selector).first().click();
  return (await waiting).path();
}

describe("the keyboard", () => {
  it.concurrent.each(worked)("reaches everything on $path, and shows where it is", async (sight) => {
    await withPage(sight, async (page) => {
      const count = await markReachable(page);
      expect(count).toBeGreaterThan(10);
      for (let pressed = 0; pressed < count + 20; pressed += 1) await page.keyboard.press("Tab");
      expect(await listUnreached(page)).toEqual([]);
    });
  });
});

/** Marks what a keyboard must reach, and notes in the page what it does reach; returns how much there is. */
async function markReachable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const wanted = "a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex='0']";
    const isOpen = (element: Element) => {
      const details = element.closest("details:not([open])");
      return details === null || (element.tagName === "SUMMARY" && element.parentElement === details);
    };
    const reachable = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(":disabled") && isOpen(element) && element.checkVisibility(),
    );
    for (const element of reachable) element.dataset.unreached = "";
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const { outlineStyle, boxShadow } = getComputedStyle(target);
      if (outlineStyle !== "none" || boxShadow !== "none") delete target.dataset.unreached;
    });
    return reachable.length;
  });
}

async function listUnreached(page: Page): Promise<readonly string[]> {
  return page
    .locator("[data-unreached]")
    .evaluateAll((found) => found.map((element) => element.outerHTML.slice(0, 120)));
}
