import { describe, expect, it } from "vitest";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { textOf } from "./chromium.ts";
import { drawn, overflowOf } from "./inspect.ts";
import { locales, type SmallSite } from "./small-site.ts";
import { narrow, wide } from "./variants.ts";

/** What stands around the figures: definitions, languages, the theme, a narrow screen. */
export function describeFrame(site: () => SmallSite): void {
  describe("the definition of a figure", () => {
    it("is one click away, and every such link leads to an entry", async () => {
      const terms = new Set<string>();
      for (const path of ["/", "/sales", "/clients", "/rfm", "/campaigns", "/delivery", "/complaints", "/quality"]) {
        const { page } = await site().open(path);
        const links = await page
          .locator(".kpi a.define")
          .evaluateAll((found) => found.map((link) => link.getAttribute("href")));
        expect(links.length, path).toBeGreaterThan(2);
        for (const link of links) terms.add(link?.split("#")[1] ?? "");
        site().leave(page);
      }
      const { page } = await site().open("/");
      await page.locator(".kpi a.define").first().click();
      await page.waitForFunction(() => document.querySelector("[data-found]") !== null);
      expect(await page.locator("[data-found]").getAttribute("id")).toBe("metrics.kpi_by_month.net_amount");
      const entries = await page.locator("dt").evaluateAll((found) => found.map((entry) => entry.id));
      expect([...terms].filter((term) => !entries.includes(term))).toEqual([]);
      site().leave(page);
    }, 120_000);
  });

  describe("the pages named in the header", () => {
    it.each(locales)("stand on one line for each group on a wide screen, in %s", async (locale) => {
      const { page } = await site().open(pageHref(pages[1], locale, locales), wide);
      const lines = await page
        .locator(".pages ul")
        .evaluateAll((groups) =>
          groups.map((group) => new Set([...group.querySelectorAll("a")].map((link) => link.offsetTop)).size),
        );
      expect(lines).toEqual([1, 1, 1, 1]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      site().leave(page);
    });
  });

  describe("a figure in a card", () => {
    it("has its parts one below the other", async () => {
      const { page } = await site().open("/retention", wide);
      const beside = await page
        .locator(".kpi")
        .evaluateAll((cards) =>
          cards.flatMap((card) =>
            [...card.children]
              .filter(
                (part) =>
                  part.getBoundingClientRect().left > (card.firstElementChild ?? card).getBoundingClientRect().left + 1,
              )
              .map(({ textContent, className }) => `${className}: ${textContent}`),
          ),
        );
      expect(await page.locator(".kpi .spark").count()).toBeGreaterThan(0);
      expect(beside).toEqual([]);
      site().leave(page);
    });
  });

  describe("a narrow screen", () => {
    it("keeps the first column of a wide table in sight and the header low", async () => {
      const { page } = await site().open("/clients", narrow);
      const wrap = page.locator('[data-table="clients"] .table-wrap');
      const moved = await wrap.evaluate(async (region) => {
        region.scrollIntoView();
        // Rows out of view are laid out in the frame in which they come into view.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        region.scrollLeft = 300;
        const cell = region.querySelector("tbody td");
        return {
          scrolled: region.scrollLeft,
          offset: (cell?.getBoundingClientRect().left ?? 0) - region.getBoundingClientRect().left,
        };
      });
      expect(moved.scrolled).toBeGreaterThan(100);
      expect(Math.abs(moved.offset)).toBeLessThan(1);
      const height = await page
        .locator("#observablehq-header")
        .evaluate((header) => header.getBoundingClientRect().height);
      expect(height).toBeLessThan(110);
      site().leave(page);
    });
  });

  describe("the list of languages", () => {
    it("is opened, walked and shut by keyboard, and shuts when the reader turns away", async () => {
      const { page } = await site().open("/sales?region=North", narrow);
      const menu = page.locator("details.languages");
      const isOpen = () => menu.evaluate((details) => details.hasAttribute("open"));
      await menu.locator("summary").focus();
      await page.keyboard.press("Enter");
      expect(await isOpen()).toBe(true);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
      expect(await isOpen()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
      await page.keyboard.press("Enter");
      await page.locator("h1").click();
      expect(await isOpen()).toBe(false);
      await menu.locator("summary").click();
      await menu.locator('a[data-language="ru"]').focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/ru\/sales\?region=North$/);
      site().leave(page);
    });

    it("is what the head of a page says, and each twin says it too", async () => {
      const twins: string[][] = [];
      for (const path of ["/", "/sales", "/ru/", "/ru/sales"]) {
        const { page } = await site().open(path);
        twins.push(
          await page
            .locator('link[rel="alternate"]')
            .evaluateAll((links) =>
              links.map(
                (link) => `${link.getAttribute("hreflang")} ${new URL((link as HTMLLinkElement).href).pathname}`,
              ),
            ),
        );
        site().leave(page);
      }
      const home = ["en /", "ru /ru/", "x-default /"];
      const sales = ["en /sales", "ru /ru/sales", "x-default /sales"];
      expect(twins).toEqual([home, sales, home, sales]);
    });

    it("stands on the page for addresses there are not, which speaks every language", async () => {
      const page = await site().browser.newPage();
      const response = await page.goto(`${site().url}/ru/nowhere/at/all`);
      expect(response?.status()).toBe(404);
      const shown = await textOf(page.locator("#page"));
      for (const locale of locales) expect(shown).toContain(dictionaries[locale].notFound.title);
      await page.locator('[lang="ru"] h2 a').click();
      expect(new URL(page.url()).pathname).toBe("/ru/");
      await page.close();
    });
  });

  describe("the glossary", () => {
    it("sets codes apart from the text around them", async () => {
      const { page } = await site().open("/glossary");
      const { text, directions } = await page.evaluate(() => ({
        text: document.getElementById("body")?.textContent ?? "",
        directions: [...new Set([...document.querySelectorAll("dd code")].map((code) => code.getAttribute("dir")))],
      }));
      expect(text).not.toContain("`");
      expect(directions).toEqual(["ltr"]);
      site().leave(page);
    });
  });

  describe("the theme", () => {
    it("is chosen by the reader and kept", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      await page.goto(site().url);
      await drawn(page);
      await page.selectOption("#theme", "dark");
      await page.goto(`${site().url}/glossary`);
      await drawn(page);
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      expect(await page.inputValue("#theme")).toBe("dark");
      await page.close();
    });
  });
}
