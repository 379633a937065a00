import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { hostileName } from "../publish/warehouse.ts";
import { textOf } from "./chromium.ts";
import { drawn, findViolations, overflowOf } from "./inspect.ts";
import { download, type SmallSite } from "./small-site.ts";
import { narrow, wide } from "./variants.ts";
import { readSheet } from "./workbook.ts";

/** Milliseconds between two frames. */
const frame = 16;

const words = dictionaries.en;

/** How a page is read: what is pointed at, pivots, views that are saved, filters on a narrow screen. */
export function describeReading(site: () => SmallSite): void {
  describe("what a reader points at", () => {
    it("is marked in the other charts, which are not drawn anew, within a frame, and lets go", async () => {
      const { page, faults } = await site().open("/sales");
      const told = await page.evaluate(() => {
        const find = (name: string) => document.querySelector<HTMLElement>(`[data-chart="${name}"] .chart`);
        const [grid, months, regions] = ["region-and-month", "month", "region"].map((name) => find(`sales-by-${name}`));
        const pictures = [...document.querySelectorAll(".chart > *")];
        const marks = (chart: HTMLElement | null | undefined) =>
          [...(chart?.querySelectorAll(".linked") ?? [])].map(({ textContent }) => textContent);
        const { left, top, width } = grid?.getBoundingClientRect() ?? new DOMRect();
        const point = (x: number) =>
          grid?.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: left + x, clientY: top + 45 }));
        const start = performance.now();
        for (let turn = 0; turn < 20; turn += 1) {
          point(width * (turn % 2 === 0 ? 0.5 : 0.9));
          document.body.getBoundingClientRect();
        }
        const cost = (performance.now() - start) / 20;
        const found = [marks(months), marks(regions), marks(grid)];
        const isSame = pictures.every((picture) => picture.isConnected);
        document.querySelector("#page")?.dispatchEvent(new PointerEvent("pointerleave"));
        return { found, cost, isSame, left: document.querySelectorAll(".linked").length };
      });
      const cell = expect.stringMatching(/^\S.*, \w+ 2026: ₽/);
      expect(told.found).toEqual([[expect.stringMatching(/^\w{3} 2026\n.*Actual/s)], [""], [cell]]);
      expect(told.cost).toBeLessThan(frame);
      expect(told.isSame).toBe(true);
      expect(told.left).toBe(0);
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("is walked by keyboard: months say their figures, and a bar marks its row in a grid", async () => {
      const { page } = await site().open("/sales");
      const months = page.locator('[data-chart="sales-by-month"] .chart');
      const walk = months.locator(".walk");
      await walk.focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      expect(await walk.getAttribute("aria-valuetext")).toMatch(/^Feb 2025\n.*Actual: ₽/s);
      expect(await textOf(months.locator(".linked"))).toContain("Feb 2025");
      await page.locator('[data-chart="sales-by-region"] [value="North"]').focus();
      expect(await page.locator('[data-chart="sales-by-region-and-month"] .linked').count()).toBe(1);
      expect(await months.locator(".linked").count()).toBe(0);
      site().leave(page);
    });
  });

  describe("a pivot", () => {
    it("sums to the figures of the database by any two dimensions, stands in the address and is saved as shown", async () => {
      const { page, faults } = await site().open("/sales");
      await page.locator("[data-pivot] summary").first().focus();
      await page.keyboard.press("Enter");
      const choose = async (part: string, value: string) => {
        await page.focus(`[data-pivot-part="${part}"]`);
        await page.selectOption(`[data-pivot-part="${part}"]`, value);
      };
      await choose("rows", "manager");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-pivot-part"))).toBe("rows");
      await choose("columns", "direction");
      expect(new URL(page.url()).search).toBe(
        "?sales-pivot.rows=manager&sales-pivot.columns=direction&sales-pivot.measure=net",
      );
      await page.reload();
      await drawn(page);
      const table = page.locator('[data-table="sales-pivot"]');
      await table.waitFor();
      expect(await textOf(table.locator("h2"))).toBe(words.pivot.heading("Net sales", "Manager", "Direction"));
      expect(await table.locator('tbody th[scope="row"]').count()).toBe(3);
      const [, ...lines] = Papa.parse<string[]>((await download(page, "sales-pivot")).slice(1).trimEnd()).data;
      const figures = lines.map((line) => line.slice(1).map(Number));
      const [sales] = await site().query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_month
      where month between date '2026-01-01' and date '2026-09-01'`);
      for (const line of figures) expect(sum(line.slice(0, -1))).toBeCloseTo(line.at(-1) ?? 0, 2);
      for (const column of figures.at(-1)?.keys() ?? [])
        expect(sum(figures.slice(0, -1).map((line) => line[column] ?? 0))).toBeCloseTo(
          figures.at(-1)?.[column] ?? 0,
          2,
        );
      expect(figures.at(-1)?.at(-1)).toBeCloseTo(sales?.net ?? 0, 2);
      const waiting = page.waitForEvent("download");
      await table.locator("[data-download-xlsx]").click();
      expect(await readSheet(await (await waiting).path())).toHaveLength(lines.length + 1);
      await choose("rows", "direction");
      expect(new URL(page.url()).search).toContain("rows=direction&sales-pivot.columns=manager");
      await choose("measure", "margin");
      const [margin] = await site().query<{ rate: number }>(`
      select cast(sum(margin_amount) as double) / cast(sum(costed_amount) as double) as rate from metrics.sales_by_month
      where month between date '2026-01-01' and date '2026-09-01'`);
      const total = (await download(page, "sales-pivot")).trimEnd().split(",").at(-1);
      expect(Number(total)).toBeCloseTo(margin?.rate ?? 0, 9);
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("scrolls inside itself on a narrow screen, the names of rows in sight", async () => {
      const { page } = await site().open("/sales?sales-pivot.rows=region", narrow);
      const moved = await page.locator(".pivot .table-wrap").evaluate((region) => {
        region.scrollLeft = 300;
        const left = region.querySelector("tbody th")?.getBoundingClientRect().left ?? 0;
        return [region.scrollLeft, left - region.getBoundingClientRect().left];
      });
      expect(moved[0]).toBeGreaterThan(100);
      expect(Math.abs(moved[1] ?? 9)).toBeLessThan(1);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await findViolations(page)).toEqual([]);
      site().leave(page);
    });
  });

  describe("a saved view", () => {
    it("keeps a page with its filters under any name, and is opened, renamed, deleted and brought back", async () => {
      const { page, faults } = await site().open("/sales?region=North");
      const { fold, names, act, save } = await openViews(page);
      await save(hostileName.padEnd(10_000, "W"));
      await save("=North");
      const [first] = await names();
      expect(first).toContain(hostileName);
      expect(await page.locator("#page img, #page script").count()).toBe(0);
      await act(words.views.rename).first().click();
      await fold.locator("li input").fill("Renamed");
      await page.keyboard.press("Enter");
      expect(await names()).toEqual(["=North", "Renamed"]);
      await act(words.views.remove).first().click();
      expect(await names()).toEqual(["Renamed"]);
      await fold.getByText(words.views.undo).click();
      expect(await names()).toEqual(["=North", "Renamed"]);
      expect(await findViolations(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.goto(`${site().url}/delivery`);
      await drawn(page);
      await (await openViews(page)).fold.locator("li a").last().click();
      await page.waitForURL(/\/sales\?region=North$/);
      await page.evaluate(() => localStorage.clear());
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("leaves as a file and comes from one, which may hold anything", async () => {
      const { page, faults } = await site().open("/sales?region=North");
      const { fold, names, save } = await openViews(page);
      await save("North");
      const waiting = page.waitForEvent("download");
      await fold.getByText(words.views.export).click();
      const saved = await readFile(await (await waiting).path(), "utf8");
      const attack = { name: "<b>bold</b>", page: "javascript:alert(1)", query: "" };
      const own = { name: "__proto__", page: "constructor", query: '"><img src=x>' };
      const file = JSON.stringify([...JSON.parse(saved), attack, own, null, 1, { name: 5 }]);
      const take = (text: string) =>
        fold
          .locator("input[type=file]")
          .setInputFiles({ name: "views.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await take("not JSON");
      await fold.getByText(words.views.notRead).waitFor();
      await take(file);
      await fold.getByText(words.views.imported("2")).waitFor();
      expect(await names()).toEqual(["North", "__proto__"]);
      const links = await fold.locator("li a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      expect(links).toEqual([expect.stringMatching(/\/sales\?region=North$/), null]);
      await page.evaluate(() => localStorage.clear());
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("is told where the browser keeps nothing", async () => {
      const { page, faults } = await site().open("/sales");
      await page.evaluate(() =>
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        }),
      );
      await page.locator(".views > summary").click();
      expect(await textOf(page.locator('.views [role="alert"]'))).toBe(words.views.blocked);
      expect(faults).toEqual([]);
      site().leave(page);
    });
  });

  describe("filters on a narrow screen", () => {
    it("stand behind one button that counts them, opened and shut by keyboard, their chips in sight", async () => {
      const { page } = await site().open("/sales?region=North", narrow);
      const [button, region] = [page.locator(".drawer summary"), page.locator('[data-filter="region"]')];
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      expect(await textOf(button)).toBe("Filters · 1");
      expect(await region.isVisible()).toBe(false);
      await button.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
      await page.keyboard.press("Escape");
      expect(await region.isVisible()).toBe(false);
      expect(await focused()).toBe("SUMMARY");
      await page.locator('[data-chip="region"]').click();
      expect(new URL(page.url()).search).toBe("");
      expect([await textOf(button), await focused()]).toEqual(["Filters", "SUMMARY"]);
      await page.setViewportSize(wide);
      await region.waitFor();
      expect(await button.isVisible()).toBe(false);
      site().leave(page);
    });
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function openViews(page: Page) {
  const fold = page.locator(".views");
  await fold.locator("> summary").click();
  await fold.locator("[data-views]").waitFor();
  return {
    fold,
    names: () => fold.locator("li a").allTextContents(),
    act: (text: string) => fold.locator("li button", { hasText: text }),
    async save(name: string) {
      const count = await fold.locator("li").count();
      await fold.getByLabel(words.views.name).fill(name);
      await fold.getByText(words.views.save).click();
      await fold.locator("li").nth(count).waitFor();
    },
  };
}
