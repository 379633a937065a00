import { describe, expect, it } from "vitest";
import { formats } from "../../dashboards/formats.ts";
import { kpiValue, textOf } from "./chromium.ts";
import { drawn, findViolations } from "./inspect.ts";
import type { SmallSite } from "./small-site.ts";

/** What a reader chooses on the site, and how links carry it. */
export function describeFilters(site: () => SmallSite): void {
  describe("filters", () => {
    it("stand in the address, survive a reload and follow links", async () => {
      const { page } = await site().open("/sales");
      await page.selectOption('[data-filter="region"]', "North");
      await page.selectOption('[data-filter="period"]', "month");
      expect(new URL(page.url()).search).toBe("?region=North&period=month");
      await page.reload();
      await drawn(page);
      expect(await page.inputValue('[data-filter="region"]')).toBe("North");
      const [sales] = await site().query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_month where month = date '2026-09-01' and region = 'North'`);
      expect(await kpiValue(page, "Net sales")).toBe(formats("en", "RUB").moneyShort(sales?.net ?? 0));
      await page.click('a[data-page="delivery"]');
      await drawn(page);
      expect(new URL(page.url()).search).toBe("?region=North&period=month");
      await page.click(".languages summary");
      await page.click('a[data-language="ru"]');
      await drawn(page);
      expect(new URL(page.url()).pathname).toBe("/ru/delivery");
      expect(await page.inputValue('[data-filter="region"]')).toBe("North");
      await page.selectOption('[data-filter="region"]', "");
      await page.selectOption('[data-filter="period"]', "ytd");
      expect(new URL(page.url()).search).toBe("");
      site().leave(page);
    });

    it("offer a free range of months", async () => {
      const { page } = await site().open("/sales?period=custom&from=2025-03&to=2025-05&compare=none");
      const [sales] = await site().query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_month where month between date '2025-03-01' and date '2025-05-01'`);
      expect(await kpiValue(page, "Net sales")).toBe(formats("en", "RUB").moneyShort(sales?.net ?? 0));
      site().leave(page);
    });

    it("know days: the month so far against its plan, trends by week, lines due and complaints", async () => {
      const { page, faults } = await site().open("/sales?period=mtd&region=North");
      const [sales] = await site().query<{ net: number; before: number }>(`
      select cast(sum(net_amount) filter (where day between date '2026-10-01' and date '2026-10-11') as double) as net,
        cast(sum(net_amount) filter (where day between date '2025-10-01' and date '2025-10-11') as double) as before
      from metrics.sales_by_day where region = 'North'`);
      const { net = 0, before = 0 } = sales ?? {};
      const { moneyShort, moneyChange, percentChange } = formats("en", "RUB");
      expect(await kpiValue(page, "Net sales")).toBe(moneyShort(net));
      const delta = page.locator(".kpi-delta").first();
      const change = `${percentChange((net - before) / before)} (${moneyChange(net - before)})`;
      expect(await textOf(delta)).toContain(change);
      expect(await textOf(delta)).toContain("vs Oct 1 – 11, 2025");
      expect(await textOf(page.locator(".scope"))).toMatch(/^Oct 1 – 11, 2026, days that are over, compared with/);
      await page.selectOption('[data-filter="compare"]', "plan");
      expect(await textOf(delta)).toContain("vs plan to date");
      await page.selectOption('[data-filter="grain"]', "week");
      await page.reload();
      await drawn(page);
      expect(await page.inputValue('[data-filter="grain"]')).toBe("week");
      const chart = page.locator('[data-chart="sales-by-month"]');
      await chart.locator("summary").click();
      const weeks = chart.locator("tbody tr");
      expect(await textOf(weeks.first())).toContain("W36 2025");
      expect(await textOf(weeks.last())).toContain("W42 2026Oct 12, 2026");
      const [week] = await site().query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_day
      where region = 'North' and manager_id = 'm1' and day between date '2026-10-05' and date '2026-10-11'`);
      await page.selectOption('[data-filter="manager"]', "m1");
      await drawn(page);
      await chart.locator("summary").click();
      expect(await chart.locator("tbody tr", { hasText: "W41 2026" }).textContent()).toContain(
        formats("en", "RUB").money(week?.net ?? Number.NaN),
      );
      await page.selectOption('[data-filter="manager"]', "");
      await page.selectOption('[data-filter="period"]', "7d");
      expect(await textOf(page.locator(".scope"))).toContain(
        "Oct 5 – 11, 2026, days that are over; no plan for single days",
      );
      await page.click('a[data-page="delivery"]');
      await drawn(page);
      expect(new URL(page.url()).search).toBe("?period=7d&region=North&compare=plan&grain=week");
      const [lines] = await site().query<{ rate: number }>(`
      select cast(sum(on_time_count) as double) / cast(sum(lines_due_count) as double) as rate
      from metrics.otif_by_day where region = 'North' and due_date between date '2026-10-05' and date '2026-10-11'`);
      expect(await kpiValue(page, "Lines on time")).toBe(formats("en", "RUB").percent(lines?.rate ?? 0));
      await page.click('a[data-page="complaints"]');
      await drawn(page);
      expect(await textOf(page.locator(".scope"))).toMatch(
        /^Oct 5 – 11, 2026, days that are over; nothing here has a plan; figures known by month/,
      );
      const [complaints] = await site().query<{ count: number }>(`
      select cast(sum(opened_count) as integer) as count
      from metrics.complaints_by_day where day between date '2026-10-05' and date '2026-10-11'`);
      expect(await kpiValue(page, "Complaints received")).toBe(String(complaints?.count));
      const received = page.locator('[data-chart="complaints-by-month"]');
      await received.locator("summary").click();
      expect(await textOf(received.locator("tbody tr").last())).toContain("W42 2026Oct 12, 2026");
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("stand in a headline that tells pairs of the company from offers of the region", async () => {
      const { page } = await site().open("/cross-sell");
      const whole = await textOf(page.locator(".headline"));
      await page.selectOption('[data-filter="region"]', "North");
      const said = await textOf(page.locator(".headline"));
      const [offers] = await site().query<{ count: number }>(`
      select cast(count(distinct client_id) as integer) as count from metrics.next_products
      where client_id in (select client_id from marts.clients where region = 'North')`);
      const [pair = ""] = whole.split(";");
      expect(pair).toContain(" are bought together ");
      expect(said.startsWith(`Across the whole company, ${pair}; with the filters in force, `)).toBe(true);
      expect(said).toContain(` ${offers?.count} client`);
      expect(await page.locator(".scope + .unfiltered").count()).toBe(0);
      site().leave(page);
    });

    it("stand in the headline of the forecast before the figures they move", async () => {
      const { page } = await site().open("/forecast?region=North");
      const said = await textOf(page.locator(".headline"));
      expect(said).toMatch(/^North: .+ is forecast at /);
      expect(said).not.toContain("deals");
      site().leave(page);
    });

    it("say of a product without a pair that it has none, not that there are no pairs", async () => {
      const [lone] = await site().query<{ id: string; name: string }>(`
      select product_id as id, name from marts.products where product_id not in
        (select item_a from metrics.product_pairs union all select item_b from metrics.product_pairs) limit 1`);
      const { page } = await site().open(`/cross-sell?product=${lone?.id}&region=North`);
      expect(await textOf(page.locator(".headline"))).toContain(`nothing is bought together with ${lone?.name} more`);
      expect(await page.locator(".scope + .unfiltered").allTextContents()).toEqual(["Not filtered by: Region"]);
      site().leave(page);
    });

    it("stand in one line of a card, however many do not move it", async () => {
      const { page } = await site().open("/clients?class=key&region=North");
      const curve = page.locator('[data-chart="client-pareto"] .unfiltered');
      expect(await curve.allTextContents()).toEqual(["Not filtered by: Class, Region"]);
      const bars = page.locator('[data-chart="client-classes"] .unfiltered');
      expect(await bars.allTextContents()).toEqual(["Not filtered by: Region"]);
      site().leave(page);
    });

    it("show what is wrong in the address as an empty page, not as a fault", async () => {
      const { page, faults } = await site().open("/sales?region=%3Cscript%3E&period=nonsense&from=zzz");
      expect(faults).toEqual([]);
      await page.locator("form.filters button").click();
      expect(new URL(page.url()).search).toBe("");
      site().leave(page);
    });
  });

  describe("a chart", () => {
    const salesOf = async (region: string) => {
      const [sales] = await site().query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_month
      where month between date '2026-01-01' and date '2026-09-01' and region like '${region}'`);
      return formats("en", "RUB").moneyShort(sales?.net ?? 0);
    };

    it("filters the page by the bar that is clicked, compares on, and lets go of it on the second click", async () => {
      const { page, faults } = await site().open("/sales");
      const bars = page.locator('[data-chart="sales-by-region"] button.part');
      const north = bars.and(page.locator('[value="North"]'));
      const count = await bars.count();
      await north.click();
      expect(new URL(page.url()).search).toBe("?region=North");
      expect(await page.inputValue('[data-filter="region"]')).toBe("North");
      expect(await kpiValue(page, "Net sales")).toBe(await salesOf("North"));
      expect(await north.getAttribute("aria-pressed")).toBe("true");
      expect(await bars.count()).toBe(count);
      expect(await page.locator('[data-table="sales-detail"] tbody tr').allTextContents()).not.toContain("South");
      await north.click();
      expect(new URL(page.url()).search).toBe("");
      expect(await kpiValue(page, "Net sales")).toBe(await salesOf("%"));
      expect(await page.locator('.part[aria-pressed="true"]').count()).toBe(0);
      expect(faults).toEqual([]);
      site().leave(page);
    });

    it("is worked by keyboard: the bar keeps the focus and its place, what is chosen is told without colour", async () => {
      const { page } = await site().open("/sales");
      const north = page.locator('[data-chart="sales-by-region"] [value="North"]');
      await north.focus();
      const place = await north.boundingBox();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-pressed") === "true");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-part"))).toBe("North");
      expect(Math.abs(((await north.boundingBox())?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(1);
      expect(await north.evaluate((bar) => getComputedStyle(bar, "::after").content)).toContain("✓");
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press("Space");
      expect(new URL(page.url()).search).toBe("");
      site().leave(page);
    });

    it("leads from a region of the overview to its sales", async () => {
      const { page } = await site().open("/");
      await page.locator('[data-chart="change-by-region"] a.part').first().click();
      await drawn(page);
      const { pathname, searchParams } = new URL(page.url());
      expect(pathname).toBe("/sales");
      expect(await page.inputValue('[data-filter="region"]')).toBe(searchParams.get("region"));
      site().leave(page);
    });

    it("is marked with what happened meanwhile, in its table too", async () => {
      const { page } = await site().open("/sales");
      const chart = page.locator('[data-chart="sales-by-month"]');
      expect(await chart.locator(".events li").allTextContents()).toContainEqual(
        expect.stringMatching(/^\d Mar 10, 2026: New price list$/),
      );
      await chart.locator("summary").click();
      const march = chart.locator("tr", { hasText: "March 2026" });
      expect(await textOf(march)).toContain("New price list");
      site().leave(page);
    });
  });

  describe("filters in force", () => {
    it("stand as chips that take them off one by one", async () => {
      const { page } = await site().open("/sales?region=North&period=custom&from=2025-03&to=2025-05");
      const chips = page.locator(".chips button");
      expect(await chips.allTextContents()).toEqual(["Period: Mar – May 2025 ×", "Region: North ×"]);
      await chips.first().click();
      expect(new URL(page.url()).search).toBe("?region=North");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-filter"))).toBe("period");
      await chips.first().click();
      expect(new URL(page.url()).search).toBe("");
      expect(await page.locator(".chips").isVisible()).toBe(false);
      site().leave(page);
    });
  });

  describe("a link", () => {
    it("carries the search and the order of a table", async () => {
      const { page } = await site().open("/clients");
      const table = page.locator('[data-table="clients"]');
      await table.locator("input[type=search]").fill("client 3");
      await table.locator("th button", { hasText: "Orders" }).click();
      await table.locator("th button", { hasText: "Orders" }).click();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Orders");
      const shown = await table.locator("tbody").textContent();
      expect(new URL(page.url()).search).toBe("?clients.search=client+3&clients.sort=7.asc");
      await page.reload();
      await drawn(page);
      expect(await table.locator("input[type=search]").inputValue()).toBe("client 3");
      expect(await textOf(table.locator('th[aria-sort="ascending"]'))).toContain("Orders");
      expect(await table.locator("tbody").textContent()).toBe(shown);
      await page.click(".languages summary");
      await page.click('a[data-language="ru"]');
      await drawn(page);
      expect(await table.locator("input[type=search]").inputValue()).toBe("client 3");
      site().leave(page);
    });

    it("is copied with the filters in it", async () => {
      const { page } = await site().open("/sales?region=North");
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.click("[data-copy]");
      await page.waitForFunction(() => document.querySelector(".copy [role=status]")?.textContent === "Copied");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site().url}/sales?region=North`);
      site().leave(page);
    });

    it("is shown to copy by hand where the browser gives no clipboard", async () => {
      const { page } = await site().open("/sales?region=North");
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.click("[data-copy]");
      expect(await page.locator(".copy input").inputValue()).toBe(`${site().url}/sales?region=North`);
      site().leave(page);
    });
  });
}
