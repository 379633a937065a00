import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsShown } from "../../dashboards/components/table.ts";
import { examples } from "../../dashboards/explorer/examples.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { locales } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { home } from "../../warehouse/settings.ts";
import { kpiValue } from "./chromium.ts";
import { describeChoices } from "./demo-choices.ts";
import { type DemoSite, openDemoSite } from "./demo-site.ts";
import { describeTips } from "./demo-tips.ts";
import { watchFaults } from "./inspect.ts";
import { type KeptPages, keepPages, keepReaders, type OpenPage, type Reader } from "./readers.ts";
import { inspectPage, someSights, wide } from "./variants.ts";

const overviewBudget = 350_000;

let site: DemoSite;
let kept: KeptPages;
let read: Reader;

beforeAll(async () => {
  site = await openDemoSite();
  const context = await site.browser.newContext({ viewport: wide, colorScheme: "light" });
  kept = keepPages(context, (page) => watchFaults(page, site.url));
  read = keepReaders(kept);
});

afterAll(async () => site?.close());

function open(path: string): Promise<OpenPage> {
  return kept.open(site.url + path);
}

async function figure(sql: string): Promise<number> {
  return (await site.answer<number>(sql)) ?? Number.NaN;
}

const thisYear = "month between date '2026-01-01' and date '2026-10-01'";

describe("every page of the demo company", () => {
  it.concurrent.each(someSights)(
    "$path is drawn whole in its language, on a wide and a narrow screen, light and dark",
    async (sight) => {
      const query = sight.name === "client" ? `?id=${site.client}` : "";
      await read(`${site.url}${sight.path}${query}`, (page) => inspectPage(page, sight));
    },
  );
});

/** Formats and values that show where a browser lacks what Node knows. */
const samples = [
  ["integer", -1234567],
  ["moneyShort", 448.7e6],
  ["moneyShort", 45_300],
  ["money", -12345],
  ["moneyChange", 2.93e9],
  ["short", 1.2e12],
  ["percent", 0.953],
  ["percentChange", -0.042],
  ["date", "2026-03-05"],
  ["month", "2026-10-01"],
  ["monthShort", "2026-06-01"],
  ["monthTiny", "2026-02-01"],
  ["dayShort", "2026-11-16"],
  ["dayRange", "2026-11-16", "2026-11-22"],
  ["dayRange", "2026-10-30", "2026-11-04"],
  ["dayRange", "2025-12-29", "2026-01-04"],
  ["otherDays", "2026-11-16", "2026-11-22"],
  ["monthRange", "2025-11-01", "2026-10-01"],
  ["otherCalendar", "2026-01-01", "2026-10-01"],
  ["instant", "2026-10-05T13:05:00Z"],
  ["compare", "Іле", "Ыстық"],
  ["compare", "Oʻzbek", "Zarafshon"],
] as const;

describe("the demo company's site", () => {
  it("shows what the warehouse holds, on each page", async () => {
    const format = formats("en", "RUB");
    const words = dictionaries.en.metrics;
    const sales = await figure(
      `(select cast(sum(net_amount) as double) from metrics.sales_by_month where ${thisYear})`,
    );
    const plan = await figure(
      `(select cast(sum(net_amount) as double) / cast(sum(plan_amount) as double) from metrics.kpi_by_month where ${thisYear})`,
    );
    const onTime = await figure(
      `(select sum(on_time_count) / sum(lines_due_count) from metrics.otif_by_month where ${thisYear.replace("month", "due_month")})`,
    );
    const complaints = await figure(
      `(select cast(sum(opened_count) as bigint) from metrics.complaints_by_month where ${thisYear})`,
    );
    const keys = await figure(
      "(select count(*) from metrics.client_classes where is_current and class_published = 'key')",
    );
    const lost = await figure(
      `(select cast(sum(lost_count) as bigint) from metrics.client_movement_by_month where ${thisYear})`,
    );
    const overdue = await figure(
      "(select cast(overdue_amount as double) from metrics.receivables_by_month where dimension = 'all' and month = date '2026-10-01')",
    );
    const champions = await figure("(select count(*) from metrics.rfm where segment = 'champions')");
    const attributed = await figure("(select cast(sum(attributed_amount) as double) from metrics.campaign_return)");
    const read = await figure("(select cast(sum(rows_read) as bigint) from metrics.data_quality_by_file)");
    const shown: readonly (readonly [string, string, string])[] = [
      ["/", words.netSales, format.moneyShort(sales)],
      ["/", words.lostClients, format.integer(lost)],
      ["/", words.overdue, format.moneyShort(overdue)],
      ["/sales", words.netSales, format.moneyShort(sales)],
      ["/sales", words.attainment, format.percent(plan)],
      ["/delivery", words.onTime, format.percent(onTime)],
      ["/complaints", words.complaints, format.integer(complaints)],
      ["/clients", words.keyClients, format.integer(keys)],
      ["/rfm", "Champions", format.integer(champions)],
      ["/campaigns", words.attributed, format.moneyShort(attributed)],
      ["/quality", words.rowsRead, format.integer(read)],
    ];
    for (const [path, name, expected] of shown) {
      const { page } = await open(path);
      expect(await kpiValue(page, name), `${path} ${name}`).toBe(expected);
      kept.leave(page);
    }
  });

  it("keeps the overview within its budget", () => {
    expect(site.report.overviewBytes).toBeLessThan(overviewBudget);
  });

  it.concurrent.each(locales)("prints the overview on one A4 page in %s", async (locale) => {
    const { page } = await open(pageHref(pages[0], locale, locales));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    kept.leave(page);
  });

  it("draws pictures as wide as paper has room for while it prints, and as before after", async () => {
    const { page } = await open("/");
    const widths = () =>
      page
        .locator("#body .chart svg")
        .evaluateAll((pictures) => [...new Set(pictures.map((picture) => picture.getAttribute("width")))]);
    const before = await widths();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await widths()).toEqual(["460"]);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await widths()).toEqual(before);
    expect(before).not.toEqual(["460"]);
    kept.leave(page);
  });

  it("writes numbers, days and names in the browser as in Node, in every language", async () => {
    const { outputFiles } = await build({
      entryPoints: [join(home, "dashboards", "formats.ts")],
      bundle: true,
      format: "iife",
      globalName: "site",
      write: false,
    });
    for (const locale of locales) {
      const { page } = await open(pageHref(pages[0], locale, locales));
      const written = await page.evaluate(`${outputFiles[0]?.text}
        ${JSON.stringify(samples)}.map(([name, ...values]) => site.formats("${locale}", "UZS")[name](...values))`);
      const format: Readonly<Record<string, unknown>> = { ...formats(locale, "UZS") };
      const expected = samples.map(([name, ...values]) => {
        const write = format[name];
        return typeof write === "function" ? write(...values) : name;
      });
      expect(written, locale).toEqual(expected);
      kept.leave(page);
    }
  });

  it("answers SQL on every published table, fetching the engine with the first query only", async () => {
    const { page, faults } = await open("/sql");
    const engine: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".wasm")) engine.push(request.url());
    });
    const tables = await page
      .locator("[data-table-name]")
      .evaluateAll((found) => found.map((each) => each.getAttribute("data-table-name") ?? ""));
    expect(engine).toEqual([]);
    const ask = async (sql: string) => {
      await page.locator("#query").fill(sql);
      await page.locator("[data-run]").click();
      await page.locator('#answer [data-table="result"]').waitFor({ timeout: 60_000 });
      return page.locator("#answer tbody tr").allTextContents();
    };
    const counts = tables.map((name) => `select '${name}' as name, count(*) as n from "${name}"`);
    expect(await ask(counts.join(" union all "))).toHaveLength(Math.min(tables.length, rowsShown));
    expect(engine).toHaveLength(1);
    for (const { name } of examples) {
      await page.locator(`[data-example="${name}"]`).click();
      await page.locator('#answer > .note[role="status"]').waitFor({ state: "detached" });
      await page.locator('#answer [data-table="result"] tbody tr').first().waitFor();
    }
    const [asked] = await ask("select cast(round(sum(net_amount)) as bigint) as n from sales");
    const sales = await figure("(select cast(round(sum(net_amount)) as double) from metrics.sales_by_month)");
    expect((asked ?? "").replaceAll(/[\u2066-\u2069]/g, "")).toBe(formats("en", "RUB").integer(sales));
    expect(faults).toEqual([]);
    kept.leave(page);
  });
});

describeChoices(
  () => site,
  open,
  (page) => kept.leave(page),
);

describeTips(open, (page) => kept.leave(page));
