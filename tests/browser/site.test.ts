import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { kpiValue, textOf } from "./chromium.ts";
import { drawn, findCutTexts, overflowOf } from "./inspect.ts";
import { describeFilters } from "./site-filters.ts";
import { describeFrame } from "./site-frame.ts";
import { describeLacks } from "./site-lacks.ts";
import { chooseParts, partsOf } from "./site-parts.ts";
import { describeReading } from "./site-reading.ts";
import { describeTables } from "./site-tables.ts";
import { download, locales, openSmallSite, type SmallSite } from "./small-site.ts";
import { narrow } from "./variants.ts";

const overviewBudget = 350_000;
const pageBudget = 600_000;

/** The page, its styles, two scripts, its own module, what pages share, the words, the library of pictures. */
const mostCodeFiles = 8;

let small: SmallSite;
const site = () => small;

beforeAll(async () => {
  small = await openSmallSite();
});

afterAll(async () => small?.close());

describe("every page", () => {
  it.concurrent.each(pages.map((page) => ({ name: page.name, path: pageHref(page, "en", locales) })))(
    "$path is drawn without faults though many of its tables are empty, from a handful of files, within its budget, and filtered by a part of each chart",
    async ({ name, path }) => {
      const asked = new Map<string, number>();
      const { page, faults } = await site().open(path, narrow, asked);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      expect(await findCutTexts(page)).toEqual([]);
      const code = [...asked.keys()].filter((address) => !address.includes("/_file/"));
      expect(code.length, code.join(" ")).toBeLessThanOrEqual(mostCodeFiles);
      expect(code.filter((address) => /duckdb|write-excel-file|\.wasm|\.map/.test(address))).toEqual([]);
      const bytes = [...asked.values()].reduce((sum, each) => sum + each, 0);
      expect(bytes).toBeLessThan(path === "/" ? overviewBudget : pageBudget);
      expect(await chooseParts(page)).toEqual(partsOf[name] ?? []);
      expect(faults).toEqual([]);
      site().leave(page);
    },
  );
});

describe("the page of churn, cohorts and value", () => {
  it.each(locales)(
    "shows the figures of the database, its verdict and the list the filters leave, in %s",
    async (locale) => {
      const found = pages.find(({ name }) => name === "retention");
      const { page, faults } = await site().open(pageHref(found ?? pages[0], locale, locales));
      const format = formats(locale, "RUB");
      const words = dictionaries[locale].retention;
      const [sums] = await site().query<{ cooling: number; risk: number; value: number }>(`
      select cast(count(*) filter (where status = 'cooling') as bigint) as cooling, cast(sum(amount_at_risk) as double) as risk,
        (select cast(sum(value_amount) as double) from metrics.lifetime_value_deciles) as value
      from metrics.churn`);
      expect(await kpiValue(page, words.clientsBy.cooling)).toBe(format.integer(sums?.cooling ?? 0));
      expect(await kpiValue(page, words.atRisk)).toBe(format.moneyShort(sums?.risk ?? 0));
      expect(await kpiValue(page, words.value)).toBe(format.moneyShort(sums?.value ?? 0));
      await page.getByText(words.verdict.shown).waitFor();
      await page.getByText(words.verdict.notBetter("0.8", "0.79", 2).slice(0, 40)).waitFor();
      await page.locator('[data-filter="status"]').selectOption("cooling");
      const csv = await download(page, "churn-clients");
      expect(csv.trimEnd().split("\r\n")).toHaveLength((sums?.cooling ?? 0) + 1);
      expect(faults).toEqual([]);
      site().leave(page);
    },
  );
});

describe("the overview", () => {
  it.each(locales)("shows the figures of the database in %s", async (locale) => {
    const { page } = await site().open(pageHref(pages[0], locale, locales));
    const format = formats(locale, "RUB");
    const words = dictionaries[locale].metrics;
    const [kpi] = await site().query<{ net: number; orders: number; fresh: number; margin: number }>(`
      select cast(sum(net_amount) as double) as net, cast(sum(order_count) as bigint) as orders, cast(sum(new_client_count) as bigint) as fresh
      from metrics.kpi_by_month where month between date '2026-01-01' and date '2026-09-01'`);
    const [delivery] = await site().query<{ rate: number }>(`
      select sum(on_time_count) / sum(lines_due_count) as rate from metrics.otif_by_month where due_month between date '2026-01-01' and date '2026-09-01'`);
    const [margin] = await site().query<{ rate: number }>(`
      select cast(sum(margin_amount) as double) / cast(sum(costed_amount) as double) as rate from metrics.sales_by_month where month between date '2026-01-01' and date '2026-09-01'`);
    expect(await kpiValue(page, words.netSales)).toBe(format.moneyShort(kpi?.net ?? 0));
    expect(await kpiValue(page, words.orders)).toBe(format.integer(kpi?.orders ?? 0));
    expect(await kpiValue(page, words.newClients)).toBe(format.integer(kpi?.fresh ?? 0));
    expect(await kpiValue(page, words.onTime)).toBe(format.percent(delivery?.rate ?? 0));
    expect(await kpiValue(page, words.marginRate)).toBe(format.percent(margin?.rate ?? 0));
    expect(await kpiValue(page, dictionaries[locale].satisfaction.nps)).toBe(format.integer(25));
    site().leave(page);
  });

  it("stays within its budget on the wire", async () => {
    const page = await site().browser.newPage();
    let bytes = 0;
    page.on("response", (response) => {
      bytes += Number(response.headers()["content-length"] ?? 0);
    });
    await page.goto(site().url);
    await drawn(page);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(overviewBudget);
    expect(Math.abs(site().report.overviewBytes - bytes)).toBeLessThan(bytes * 0.02);
    await page.close();
  });

  it("warns when the warehouse has grown old", async () => {
    const page = await site().browser.newPage();
    await page.clock.setFixedTime(new Date("2026-10-20T08:00:00Z"));
    await page.goto(site().url);
    await drawn(page);
    expect(await textOf(page.locator(".banner"))).toContain("8 days ago");
    expect(await page.getAttribute("#badge", "data-state")).toBe("stale");
    await page.close();
  });
});

describeTables(site);
describeFilters(site);
describeLacks(site);
describeFrame(site);
describeReading(site);
