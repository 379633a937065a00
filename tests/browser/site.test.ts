import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsShown } from "../../dashboards/components/table.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type PublishReport, publish } from "../../warehouse/publish/publish.ts";
import { type RunningServer, serve } from "../../warehouse/serve/serve.ts";
import { formulaName, hostileName, makeSettings, quietEffects, writeWarehouse } from "../publish/warehouse.ts";
import { launchChromium, textOf } from "./chromium.ts";
import { drawn, findViolations, overflowOf, watchFaults } from "./inspect.ts";
import { narrow, wide } from "./variants.ts";

/** Languages of this site; all six are those of demo.test.ts. */
const locales: readonly Locale[] = ["en", "ru"];
const overviewBudget = 350_000;
const pageBudget = 600_000;

/** The page, its styles, two scripts, its own module, what pages share, the words, the library of pictures. */
const mostCodeFiles = 8;
const priceList = { date: "2026-03-10", text: "New price list" };

let browser: Browser;
/** One profile for most pages: what all pages share is fetched and compiled once. */
let readers: BrowserContext;
let server: RunningServer;
let report: PublishReport;
let crm: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const made = await makeSettings(locales);
  remove = made.remove;
  crm = made.settings.paths.crm;
  await writeWarehouse(made.settings);
  report = await publish({ ...made.settings, annotations: [priceList] }, {}, quietEffects());
  server = await serve(made.settings, { port: 0 }, quietEffects());
  browser = await launchChromium();
  readers = await browser.newContext({ viewport: wide, acceptDownloads: true });
  await readers.clock.setFixedTime(new Date("2026-10-12T08:00:00Z"));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await remove?.();
});

/**
 * Opens a page at the moment the warehouse was built, and gathers whatever goes wrong on it, and into `asked` what it
 * fetches, with the bytes on the wire.
 */
async function open(
  path: string,
  viewport = wide,
  asked = new Map<string, number>(),
): Promise<{ page: Page; faults: readonly string[] }> {
  const page = await readers.newPage();
  await page.setViewportSize(viewport);
  page.on("response", (response) => asked.set(response.url(), Number(response.headers()["content-length"] ?? 0)));
  const faults = watchFaults(page, server.url);
  await page.goto(server.url + path);
  await drawn(page);
  return { page, faults };
}

async function query<Row>(sql: string): Promise<readonly Row[]> {
  return withConnection({ attach: [{ path: crm, as: "crm", mode: "read" }] }, (connection) =>
    connection.rows<Row>(sql),
  );
}

async function kpiValue(page: Page, name: string): Promise<string> {
  return textOf(
    page
      .locator(".kpi", { has: page.locator(".kpi-name", { hasText: new RegExp(`^${name}$`) }) })
      .locator(".kpi-value"),
  );
}

async function download(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.locator(`[data-download="${name}"]`).click();
  return readFile(await (await waiting).path(), "utf8");
}

describe("every page", () => {
  it.concurrent.each(pages.map((page) => pageHref(page, "en", locales)))(
    "%s is drawn without faults though many of its tables are empty, from a handful of files, within its budget",
    async (path) => {
      const asked = new Map<string, number>();
      const { page, faults } = await open(path, narrow, asked);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      const code = [...asked.keys()].filter((address) => !address.includes("/_file/"));
      expect(code.length, code.join(" ")).toBeLessThanOrEqual(mostCodeFiles);
      expect(code.filter((address) => /duckdb|write-excel-file|\.wasm|\.map/.test(address))).toEqual([]);
      const bytes = [...asked.values()].reduce((sum, each) => sum + each, 0);
      expect(bytes).toBeLessThan(path === "/" ? overviewBudget : pageBudget);
      await page.close();
    },
  );
});

describe("the page of churn, cohorts and value", () => {
  it.each(locales)(
    "shows the figures of the database, its verdict and the list the filters leave, in %s",
    async (locale) => {
      const found = pages.find(({ name }) => name === "retention");
      const { page, faults } = await open(pageHref(found ?? pages[0], locale, locales));
      const format = formats(locale, "RUB");
      const words = dictionaries[locale].retention;
      const [sums] = await query<{ cooling: number; risk: number; value: number }>(`
      select cast(count(*) filter (where status = 'cooling') as bigint) as cooling, cast(sum(amount_at_risk) as double) as risk,
        (select cast(sum(value_amount) as double) from metrics.lifetime_value_deciles) as value
      from metrics.churn`);
      expect(await kpiValue(page, words.statuses.cooling ?? "")).toBe(format.integer(sums?.cooling ?? 0));
      expect(await kpiValue(page, words.atRisk)).toBe(format.moneyShort(sums?.risk ?? 0));
      expect(await kpiValue(page, words.value)).toBe(format.moneyShort(sums?.value ?? 0));
      await page.getByText(words.verdict.shown).waitFor();
      await page.getByText(words.verdict.notBetter("0.8", "0.79", 2).slice(0, 40)).waitFor();
      await page.locator('[data-filter="status"]').selectOption("cooling");
      const csv = await download(page, "churn-clients");
      expect(csv.trimEnd().split("\r\n")).toHaveLength((sums?.cooling ?? 0) + 1);
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});

describe("the overview", () => {
  it.each(locales)("shows the figures of the database in %s", async (locale) => {
    const { page } = await open(pageHref(pages[0], locale, locales));
    const format = formats(locale, "RUB");
    const words = dictionaries[locale].metrics;
    const [kpi] = await query<{ net: number; orders: number; fresh: number; margin: number }>(`
      select cast(sum(net_amount) as double) as net, cast(sum(order_count) as bigint) as orders, cast(sum(new_client_count) as bigint) as fresh
      from metrics.kpi_by_month where month between date '2026-01-01' and date '2026-09-01'`);
    const [delivery] = await query<{ rate: number }>(`
      select sum(on_time_count) / sum(lines_due_count) as rate from metrics.otif_by_month where due_month between date '2026-01-01' and date '2026-09-01'`);
    const [margin] = await query<{ rate: number }>(`
      select cast(sum(margin_amount) as double) / cast(sum(costed_amount) as double) as rate from metrics.sales_by_month where month between date '2026-01-01' and date '2026-09-01'`);
    expect(await kpiValue(page, words.netSales)).toBe(format.moneyShort(kpi?.net ?? 0));
    expect(await kpiValue(page, words.orders)).toBe(format.integer(kpi?.orders ?? 0));
    expect(await kpiValue(page, words.newClients)).toBe(format.integer(kpi?.fresh ?? 0));
    expect(await kpiValue(page, words.onTime)).toBe(format.percent(delivery?.rate ?? 0));
    expect(await kpiValue(page, words.marginRate)).toBe(format.percent(margin?.rate ?? 0));
    await page.close();
  });

  it("stays within its budget on the wire", async () => {
    const page = await browser.newPage();
    let bytes = 0;
    page.on("response", (response) => {
      bytes += Number(response.headers()["content-length"] ?? 0);
    });
    await page.goto(server.url);
    await drawn(page);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(overviewBudget);
    expect(Math.abs(report.overviewBytes - bytes)).toBeLessThan(bytes * 0.02);
    await page.close();
  });

  it("warns when the warehouse has grown old", async () => {
    const page = await browser.newPage();
    await page.clock.setFixedTime(new Date("2026-10-20T08:00:00Z"));
    await page.goto(server.url);
    await drawn(page);
    expect(await textOf(page.locator(".banner"))).toContain("8 days ago");
    expect(await page.getAttribute("#badge", "data-state")).toBe("stale");
    await page.close();
  });
});

describe("filters", () => {
  it("stand in the address, survive a reload and follow links", async () => {
    const { page } = await open("/sales");
    await page.selectOption('[data-filter="region"]', "North");
    await page.selectOption('[data-filter="period"]', "month");
    expect(new URL(page.url()).search).toBe("?region=North&period=month");
    await page.reload();
    await drawn(page);
    expect(await page.inputValue('[data-filter="region"]')).toBe("North");
    const [sales] = await query<{ net: number }>(`
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
    await page.close();
  });

  it("offer a free range of months", async () => {
    const { page } = await open("/sales?period=custom&from=2025-03&to=2025-05&compare=none");
    const [sales] = await query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_month where month between date '2025-03-01' and date '2025-05-01'`);
    expect(await kpiValue(page, "Net sales")).toBe(formats("en", "RUB").moneyShort(sales?.net ?? 0));
    await page.close();
  });

  it("show what is wrong in the address as an empty page, not as a fault", async () => {
    const { page, faults } = await open("/sales?region=%3Cscript%3E&period=nonsense&from=zzz");
    expect(faults).toEqual([]);
    await page.locator("form.filters button").click();
    expect(new URL(page.url()).search).toBe("");
    await page.close();
  });
});

describe("tables", () => {
  it("are searched, sorted and saved as they stand", async () => {
    const { page } = await open("/clients");
    const table = page.locator('[data-table="clients"]');
    await table.locator("input[type=search]").fill("client 37");
    const shown = await table.locator("tbody tr").count();
    expect(shown).toBe(1);
    await table.locator("th button", { hasText: "Client" }).first().click();
    expect(await table.locator('th[aria-sort="ascending"]').count()).toBe(1);
    const csv = await download(page, "clients");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(shown + 1);
    await page.close();
  });

  it("end in sums of all rows the search leaves", async () => {
    const { page } = await open("/sales");
    const table = page.locator('[data-table="sales-detail"]');
    const shown = async () => (await textOf(table.locator("tfoot td").nth(2))).replaceAll(/[\u2066-\u2069]/g, "");
    const sumOf = async (where: string) => {
      const [sales] = await query<{ net: number }>(`
        select cast(sum(net_amount) as double) as net from metrics.sales_by_month
        where month between date '2026-01-01' and date '2026-09-01' and ${where}`);
      return formats("en", "RUB").money(sales?.net ?? 0);
    };
    expect(await shown()).toBe(await sumOf("true"));
    await table.locator("input[type=search]").fill("north");
    expect(await shown()).toBe(await sumOf("region = 'North'"));
    await page.close();
  });

  it.each(locales)("keep every row and every amount in the CSV, in %s", async (locale: Locale) => {
    const { page } = await open(pageHref(pages[1], locale, locales));
    const csv = await download(page, "sales-detail");
    const separator = locale === "en" ? "," : ";";
    const [, ...lines] = csv.trimEnd().split("\r\n");
    const total = lines.reduce((sum, line) => sum + Number((line.split(separator)[3] ?? "").replace(",", ".")), 0);
    const [sales] = await query<{ net: number; groups: number }>(`
      select cast(sum(net_amount) as double) as net, count(distinct (region, manager_id, direction)) as groups
      from metrics.sales_by_month where month between date '2026-01-01' and date '2026-09-01'`);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(lines).toHaveLength(sales?.groups ?? 0);
    expect(total).toBeCloseTo(sales?.net ?? 0, 2);
    await page.close();
  });
});

describe("a list too long to come with its page", () => {
  it("is read when the reader comes to it, and is then whole", async () => {
    const page = await browser.newPage({ viewport: wide });
    await page.route(/(?<!_import)\/clients\.[0-9a-f]{8}\.js$/, async (route) => {
      const code = await (await route.fetch()).text();
      const body = code.replace(/("client-classes":\{"address":"[^"]+","isAtOnce":)true/, "$1false");
      expect(body).not.toBe(code);
      await route.fulfill({ contentType: "text/javascript", body });
    });
    await page.goto(`${server.url}/clients`);
    await drawn(page);
    const table = page.locator('[data-table="clients"]');
    expect(await page.locator(".kpi").count()).toBeGreaterThan(2);
    expect(await table.count()).toBe(0);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await table.locator("tbody tr").first().waitFor();
    expect(await table.locator("tbody tr").count()).toBe(rowsShown);
    await table.locator(".tools button").last().click();
    expect(await table.locator("tbody tr").count()).toBe(60);
    expect(await page.locator('[data-filter="region"] option').count()).toBe(4);
    await page.close();
  });
});

describe("data that lacks something", () => {
  it("is told on the overview: files that were refused", async () => {
    const { page } = await open("/");
    expect(await textOf(page.locator(".attention"))).toContain("1 file was held back or refused");
    await page.close();
  });

  it("is told on every page: where orders end, and what was never loaded", async () => {
    const page = await browser.newPage({ viewport: wide });
    const changes = { asOfDate: "2026-10-11", newestOrderDate: "2026-08-09", missing: ["complaints", "deals"] };
    await page.route(/\/snapshot\.[0-9a-f]+\.json/, async (route) => {
      const snapshot = await (await route.fetch()).json();
      await route.fulfill({ json: { ...snapshot, ...changes } });
    });
    await page.goto(`${server.url}/complaints`);
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
});

describe("a link", () => {
  it("carries the search and the order of a table", async () => {
    const { page } = await open("/clients");
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
    await page.close();
  });

  it("is copied with the filters in it", async () => {
    const { page } = await open("/sales?region=North");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click("[data-copy]");
    await page.waitForFunction(() => document.querySelector(".copy [role=status]")?.textContent === "Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/sales?region=North`);
    await page.close();
  });

  it("is shown to copy by hand where the browser gives no clipboard", async () => {
    const { page } = await open("/sales?region=North");
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.click("[data-copy]");
    expect(await page.locator(".copy input").inputValue()).toBe(`${server.url}/sales?region=North`);
    await page.close();
  });
});

describe("the definition of a figure", () => {
  it("is one click away, and every such link leads to an entry", async () => {
    const terms = new Set<string>();
    for (const path of ["/", "/sales", "/clients", "/rfm", "/campaigns", "/delivery", "/complaints", "/quality"]) {
      const { page } = await open(path);
      const links = await page
        .locator(".kpi a.define")
        .evaluateAll((found) => found.map((link) => link.getAttribute("href")));
      expect(links.length, path).toBeGreaterThan(2);
      for (const link of links) terms.add(link?.split("#")[1] ?? "");
      await page.close();
    }
    const { page } = await open("/");
    await page.locator(".kpi a.define").first().click();
    await page.waitForFunction(() => document.querySelector("[data-found]") !== null);
    expect(await page.locator("[data-found]").getAttribute("id")).toBe("metrics.kpi_by_month.net_amount");
    const entries = await page.locator("dt").evaluateAll((found) => found.map((entry) => entry.id));
    expect([...terms].filter((term) => !entries.includes(term))).toEqual([]);
    await page.close();
  }, 120_000);
});

describe("a page without figures", () => {
  it.each([
    "/sales?region=Atlantis",
    "/delivery?carrier=x",
    "/complaints?type=x",
    "/campaigns?year=1999",
    "/glossary?search=zzz",
  ])("says so at %s and leads back", async (path) => {
    const { page, faults } = await open(path);
    expect(await textOf(page.locator("[data-empty]"))).toContain("Nothing matches these filters.");
    await page.locator("[data-empty] button").click();
    expect(await page.locator("[data-empty]").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
    expect(await page.locator("#body .card").count()).toBeGreaterThan(1);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("shows its shape while the figures are on their way", async () => {
    const page = await browser.newPage({ viewport: wide });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/sales\.[0-9a-f]+\.json/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${server.url}/sales`);
    expect(await page.getAttribute("#page", "aria-busy")).toBe("true");
    expect(await page.locator(".skeleton:visible").count()).toBe(5);
    release();
    await drawn(page);
    expect(await page.locator(".skeleton").count()).toBe(0);
    await page.close();
  });

  it("says in words that a file cannot be fetched, and tries again", async () => {
    const page = await browser.newPage({ viewport: wide });
    const pattern = /\/sales\.[0-9a-f]+\.json/;
    await page.route(pattern, (route) => route.abort());
    await page.goto(`${server.url}/sales`);
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
    const page = await browser.newPage({ viewport: wide });
    const pattern = /\/plot\.\w+\.js$/;
    await page.route(pattern, (route) => route.abort());
    await page.goto(server.url);
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

describe("a narrow screen", () => {
  it("keeps the first column of a wide table in sight and the header low", async () => {
    const { page } = await open("/clients", narrow);
    const wrap = page.locator('[data-table="clients"] .table-wrap');
    const moved = await wrap.evaluate((region) => {
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
    await page.close();
  });
});

describe("a chart", () => {
  const salesOf = async (region: string) => {
    const [sales] = await query<{ net: number }>(`
      select cast(sum(net_amount) as double) as net from metrics.sales_by_month
      where month between date '2026-01-01' and date '2026-09-01' and region like '${region}'`);
    return formats("en", "RUB").moneyShort(sales?.net ?? 0);
  };

  it("filters the page by the bar that is clicked, compares on, and lets go of it on the second click", async () => {
    const { page, faults } = await open("/sales");
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
    await page.close();
  });

  it("is worked by keyboard: the bar keeps the focus and its place, what is chosen is told without colour", async () => {
    const { page } = await open("/sales");
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
    await page.close();
  });

  it("leads from a region of the overview to its sales", async () => {
    const { page } = await open("/");
    await page.locator('[data-chart="change-by-region"] a.part').first().click();
    await drawn(page);
    const { pathname, searchParams } = new URL(page.url());
    expect(pathname).toBe("/sales");
    expect(await page.inputValue('[data-filter="region"]')).toBe(searchParams.get("region"));
    await page.close();
  });

  it("is marked with what happened meanwhile, in its table too", async () => {
    const { page } = await open("/sales");
    const chart = page.locator('[data-chart="sales-by-month"]');
    expect(await chart.locator(".events li").allTextContents()).toContainEqual(
      expect.stringMatching(/^\d Mar 10, 2026: New price list$/),
    );
    await chart.locator("summary").click();
    const march = chart.locator("tr", { hasText: "March 2026" });
    expect(await textOf(march)).toContain("New price list");
    await page.close();
  });
});

describe("filters in force", () => {
  it("stand as chips that take them off one by one", async () => {
    const { page } = await open("/sales?region=North&period=custom&from=2025-03&to=2025-05");
    const chips = page.locator(".chips button");
    expect(await chips.allTextContents()).toEqual(["Period: Mar – May 2025 ×", "Region: North ×"]);
    await chips.first().click();
    expect(new URL(page.url()).search).toBe("?region=North");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-filter"))).toBe("period");
    await chips.first().click();
    expect(new URL(page.url()).search).toBe("");
    expect(await page.locator(".chips").isVisible()).toBe(false);
    await page.close();
  });
});

describe("the card of a client", () => {
  it("is reached from a list and leads back to it with its filters and its search", async () => {
    const { page } = await open("/clients?region=North");
    await page.locator('[data-table="clients"] input[type=search]').fill("client 3");
    const link = page.locator('[data-table="clients"] tbody a').first();
    await link.click();
    await drawn(page);
    const { pathname, searchParams } = new URL(page.url());
    expect(pathname).toBe("/client");
    // No card is in this warehouse: a client without one goes by the number.
    expect(await textOf(page.locator('.crumbs [aria-current="page"]'))).toBe(searchParams.get("id"));
    await page.locator(".crumbs a").click();
    await drawn(page);
    expect(new URL(page.url()).search).toBe("?region=North&clients.search=client+3");
    await page.close();
  });

  it("leads nowhere else, whatever the address says it came from", async () => {
    const [client] = await query<{ id: string }>("select min(client_id) as id from marts.clients");
    for (const from of ["https://example.org/", "javascript:alert(1)", "nopage?x=1", "client"]) {
      const { page, faults } = await open(`/client?id=${client?.id}&from=${encodeURIComponent(from)}`);
      expect(await page.locator(".crumbs").count(), from).toBe(0);
      expect(faults).toEqual([]);
      await page.close();
    }
  });
});

describe("names that attack", () => {
  it("are shown as text and saved as text", async () => {
    const { page, faults } = await open("/clients");
    expect(await textOf(page.locator('[data-table="clients"] td').first())).toBe(hostileName);
    expect(await page.title()).not.toBe("hacked");
    expect(await page.locator("#body img, #body b, #body script").count()).toBe(0);
    const csv = await download(page, "clients");
    expect(csv).toContain(`"'${formulaName.replaceAll('"', '""')}"`);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe("the list of languages", () => {
  it("is opened, walked and shut by keyboard, and shuts when the reader turns away", async () => {
    const { page } = await open("/sales?region=North", narrow);
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
    await page.close();
  });

  it("is what the head of a page says, and each twin says it too", async () => {
    const twins: string[][] = [];
    for (const path of ["/", "/sales", "/ru/", "/ru/sales"]) {
      const { page } = await open(path);
      twins.push(
        await page
          .locator('link[rel="alternate"]')
          .evaluateAll((links) =>
            links.map((link) => `${link.getAttribute("hreflang")} ${new URL((link as HTMLLinkElement).href).pathname}`),
          ),
      );
      await page.close();
    }
    const home = ["en /", "ru /ru/", "x-default /"];
    const sales = ["en /sales", "ru /ru/sales", "x-default /sales"];
    expect(twins).toEqual([home, sales, home, sales]);
  });

  it("stands on the page for addresses there are not, which speaks every language", async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${server.url}/ru/nowhere/at/all`);
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
    const { page } = await open("/glossary");
    const { text, directions } = await page.evaluate(() => ({
      text: document.getElementById("body")?.textContent ?? "",
      directions: [...new Set([...document.querySelectorAll("dd code")].map((code) => code.getAttribute("dir")))],
    }));
    expect(text).not.toContain("`");
    expect(directions).toEqual(["ltr"]);
    await page.close();
  });
});

describe("the theme", () => {
  it("is chosen by the reader and kept", async () => {
    const page = await browser.newPage({ viewport: wide });
    await page.goto(server.url);
    await drawn(page);
    await page.selectOption("#theme", "dark");
    await page.goto(`${server.url}/glossary`);
    await drawn(page);
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    expect(await page.inputValue("#theme")).toBe("dark");
    await page.close();
  });
});
