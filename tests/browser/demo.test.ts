import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { locales } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { makeDemo } from "../../warehouse/demo.ts";
import { type PublishReport, publish } from "../../warehouse/publish/publish.ts";
import { type RunningServer, serve } from "../../warehouse/serve/serve.ts";
import { makeSettings, quietEffects } from "../publish/warehouse.ts";
import { launchChromium, textOf } from "./chromium.ts";

const overviewBudget = 350_000;

let browser: Browser;
let server: RunningServer;
let report: PublishReport;
let crm: string;
let remove: () => Promise<void>;

/** The demo company goes the whole road: exports, ingest, build, publish, serve. */
beforeAll(async () => {
  const made = await makeSettings();
  remove = made.remove;
  crm = made.settings.paths.crm;
  await makeDemo(made.settings, { clients: 120, orders: 1200 }, quietEffects());
  await ingest(made.settings, {}, quietEffects());
  await build(made.settings, {}, quietEffects());
  report = await publish(made.settings, {}, quietEffects());
  server = await serve(made.settings, { port: 0 }, quietEffects());
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await remove?.();
});

async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(server.url + path);
  await page.waitForFunction(() => document.getElementById("page")?.hasAttribute("aria-busy") === false);
  return { page, faults };
}

async function value(page: Page, name: string): Promise<string> {
  const card = page.locator(".kpi", { has: page.getByText(name, { exact: true }) });
  return textOf(card.locator(".kpi-value"));
}

async function figure(sql: string): Promise<number> {
  return (await answer<number>(sql)) ?? Number.NaN;
}

/** The one value a query gives. */
async function answer<Value>(sql: string): Promise<Value | undefined> {
  const attach = [{ path: crm, as: "crm", mode: "read" }] as const;
  const row = await withConnection({ attach }, (connection) =>
    connection.row<{ answer: Value }>(`select ${sql} as answer`),
  );
  return row?.answer;
}

const thisYear = "month between date '2026-01-01' and date '2026-10-01'";

describe("the demo company's site", () => {
  it.each(locales.flatMap((locale) => pages.map((page) => pageHref(page, locale, locales))))(
    "draws %s without faults and not empty",
    async (path) => {
      const client = await answer<string>("(select max_by(client_id, net_amount) from marts.clients)");
      const { page, faults } = await open(path.endsWith("/client") ? `${path}?id=${client}` : path);
      expect(faults).toEqual([]);
      expect(await page.locator("#body .card").count()).toBeGreaterThan(1);
      await page.close();
    },
  );

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
    const champions = await figure("(select count(*) from metrics.rfm where segment = 'champions')");
    const attributed = await figure("(select cast(sum(attributed_amount) as double) from metrics.campaign_return)");
    const read = await figure("(select cast(sum(rows_read) as bigint) from metrics.data_quality_by_file)");
    const shown: readonly (readonly [string, string, string])[] = [
      ["/", words.netSales, format.moneyShort(sales)],
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
      expect(await value(page, name), `${path} ${name}`).toBe(expected);
      await page.close();
    }
  });

  it("keeps the overview within its budget", () => {
    expect(report.overviewBytes).toBeLessThan(overviewBudget);
  });
});
