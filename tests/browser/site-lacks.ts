import { describe, expect, it } from "vitest";
import type { Cell, PackedTable } from "../../dashboards/data.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { kpiValue, textOf } from "./chromium.ts";
import { drawn } from "./inspect.ts";
import type { SmallSite } from "./small-site.ts";
import { wide } from "./variants.ts";

/** What the site says where something lacks: data, figures, files. */
export function describeLacks(site: () => SmallSite): void {
  describe("data that lacks something", () => {
    it("is told on the overview: files that were refused, alerts past their limit and those without a figure", async () => {
      const { page } = await site().open("/");
      const told = await textOf(page.locator(".attention"));
      expect(told).toContain("1 file was held back or refused");
      expect(told).toMatch(
        /Lines on time, <img src=x onerror=.*: 85\.0% \(September 2026\), below 90%; since July 2026/,
      );
      expect(told).toContain("Plan attainment, m1: no figure (September 2026)");
      const [alert] = await page
        .locator(".attention a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(alert).toMatch(/delivery\?region=North$/);
      site().leave(page);
    });

    it("is told on every page: where orders end, and what was never loaded", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      const changes = { asOfDate: "2026-10-11", newestOrderDate: "2026-08-09", missing: ["complaints", "deals"] };
      await page.route(/\/snapshot\.[0-9a-f]+\.json/, async (route) => {
        const snapshot = await (await route.fetch()).json();
        await route.fulfill({ json: { ...snapshot, ...changes } });
      });
      await page.goto(`${site().url}/complaints`);
      await drawn(page);
      expect(await textOf(page.locator(".banner").first())).toContain(
        "The newest order is of Aug 9, 2026, 63 days before",
      );
      expect(await page.locator("#badge").getAttribute("data-state")).toBe("stale");
      expect(await textOf(page.locator("[data-missing]"))).toBe(
        "Parts of this page stay empty, since this was never loaded: complaints.",
      );
      changes.newestOrderDate = "2026-08-10";
      await page.reload();
      await drawn(page);
      expect(await page.locator("#banner").textContent()).not.toContain("The newest order is of");
      await page.close();
    });

    it("is told of the cost to serve: without anything recorded it is unknown, not zero", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      await page.route(/\/profit-places\.[0-9a-f]+\.json/, async (route) => {
        const { columns }: PackedTable = await (await route.fetch()).json();
        const told: Readonly<Record<string, Cell>> = {
          ...{ class: "key", region: "North", manager_id: "m1", is_costed: true },
          ...{ window_from_date: "2025-10-01", window_to_date: "2026-09-30" },
          ...{ client_count: 1, list_amount: 100, net_amount: 100, goods_amount: 60, profit_amount: 40 },
        };
        const row = Object.keys(columns).map((name) => [name, { values: [told[name] ?? 0] }] as const);
        await route.fulfill({ json: { count: 1, columns: Object.fromEntries(row) } });
      });
      await page.goto(`${site().url}/profitability`);
      await drawn(page);
      expect(await kpiValue(page, dictionaries.en.profit.serve)).toBe("—");
      expect(await textOf(page.locator(".kpi").nth(1))).toContain(dictionaries.en.profit.nothingServed);
      await page.close();
    });

    it("is told in the funnel of campaigns: steps that no channel records are not zero", async () => {
      const { page } = await site().open("/campaigns");
      const texts = await page.locator('[data-chart="campaign-funnel"] svg text').allTextContents();
      expect(texts.filter((text) => text.includes("nothing recorded"))).toHaveLength(2);
      expect(texts.join(" ")).toContain("780 (96.3%)");
      site().leave(page);
    });
  });

  describe("a page without figures", () => {
    it.each([
      "/sales?region=Atlantis",
      "/delivery?carrier=x",
      "/complaints?type=x",
      "/campaigns?year=1999",
      "/glossary?search=zzz",
    ])("says so at %s and leads back", async (path) => {
      const { page, faults } = await site().open(path);
      expect(await textOf(page.locator("[data-empty]"))).toContain("Nothing matches these filters.");
      await page.locator("[data-empty] button").click();
      expect(await page.locator("[data-empty]").count()).toBe(0);
      expect(new URL(page.url()).search).toBe("");
      expect(await page.locator("#body .card").count()).toBeGreaterThan(1);
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("shows its shape while the figures are on their way", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/\/sales\.[0-9a-f]+\.json/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${site().url}/sales`);
      expect(await page.getAttribute("#page", "aria-busy")).toBe("true");
      expect(await page.locator(".skeleton:visible").count()).toBe(5);
      release();
      await drawn(page);
      expect(await page.locator(".skeleton").count()).toBe(0);
      await page.close();
    });

    it("says in words that a file cannot be fetched, and tries again", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      const pattern = /\/sales\.[0-9a-f]+\.json/;
      await page.route(pattern, (route) => route.abort());
      await page.goto(`${site().url}/sales`);
      const card = page.locator('#body [role="alert"]');
      await card.waitFor();
      expect(await textOf(card)).toContain("could not be fetched (sales.json)");
      expect(await page.getAttribute("#page", "aria-busy")).toBeNull();
      await page.unroute(pattern);
      await card.locator("button").click();
      await page.locator(".kpi").first().waitFor();
      await page.close();
    });
  });

  describe("pictures", () => {
    it("come after the figures, and say in words that they cannot be fetched", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      const pattern = /\/plot\.\w+\.js$/;
      await page.route(pattern, (route) => route.abort());
      await page.goto(site().url);
      const said = page.locator('.chart [role="alert"]');
      await said.first().waitFor();
      expect(await textOf(said.first())).toBe(dictionaries.en.states.error);
      expect(await page.locator(".kpi-value").count()).toBe(8);
      expect(await page.locator(".chart").count()).toBe(await said.count());
      await page.unroute(pattern);
      await page.reload();
      await drawn(page);
      expect(await page.locator(".chart svg").count()).toBe(await page.locator(".chart").count());
      await page.close();
    });
  });
}
