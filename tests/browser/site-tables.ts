import { describe, expect, it } from "vitest";
import { rowsShown } from "../../dashboards/components/table.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import { formulaName, hostileName } from "../publish/warehouse.ts";
import { textOf } from "./chromium.ts";
import { drawn } from "./inspect.ts";
import { download, locales, type SmallSite } from "./small-site.ts";
import { wide } from "./variants.ts";

/** Tables of the site: what they hold, save and lead to. */
export function describeTables(site: () => SmallSite): void {
  describe("tables", () => {
    it("are searched, sorted and saved as they stand", async () => {
      const { page } = await site().open("/clients");
      const table = page.locator('[data-table="clients"]');
      await table.locator("input[type=search]").fill("client 37");
      const shown = await table.locator("tbody tr").count();
      expect(shown).toBe(1);
      await table.locator("th button", { hasText: "Client" }).first().click();
      expect(await table.locator('th[aria-sort="ascending"]').count()).toBe(1);
      const csv = await download(page, "clients");
      expect(csv.trimEnd().split("\r\n")).toHaveLength(shown + 1);
      site().leave(page);
    });

    it("end in sums of all rows the search leaves", async () => {
      const { page } = await site().open("/sales");
      const table = page.locator('[data-table="sales-detail"]');
      const shown = async () => (await textOf(table.locator("tfoot td").nth(2))).replaceAll(/[\u2066-\u2069]/g, "");
      const sumOf = async (where: string) => {
        const [sales] = await site().query<{ net: number }>(`
        select cast(sum(net_amount) as double) as net from metrics.sales_by_month
        where month between date '2026-01-01' and date '2026-09-01' and ${where}`);
        return formats("en", "RUB").money(sales?.net ?? 0);
      };
      expect(await shown()).toBe(await sumOf("true"));
      await table.locator("input[type=search]").fill("north");
      expect(await shown()).toBe(await sumOf("region = 'North'"));
      site().leave(page);
    });

    it.each(locales)("keep every row and every amount in the CSV, in %s", async (locale: Locale) => {
      const { page } = await site().open(pageHref(pages[1], locale, locales));
      const csv = await download(page, "sales-detail");
      const separator = locale === "en" ? "," : ";";
      const [, ...lines] = csv.trimEnd().split("\r\n");
      const total = lines.reduce((sum, line) => sum + Number((line.split(separator)[3] ?? "").replace(",", ".")), 0);
      const [sales] = await site().query<{ net: number; groups: number }>(`
      select cast(sum(net_amount) as double) as net, count(distinct (region, manager_id, direction)) as groups
      from metrics.sales_by_month where month between date '2026-01-01' and date '2026-09-01'`);
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      expect(lines).toHaveLength(sales?.groups ?? 0);
      expect(total).toBeCloseTo(sales?.net ?? 0, 2);
      site().leave(page);
    });
  });

  describe("a list too long to come with its page", () => {
    it("is read when the reader comes to it, and is then whole", async () => {
      const page = await site().browser.newPage({ viewport: wide });
      await page.route(/(?<!_import)\/clients\.[0-9a-f]{8}\.js$/, async (route) => {
        const code = await (await route.fetch()).text();
        const body = code.replace(/("client-classes":\{"address":"[^"]+","isAtOnce":)true/, "$1false");
        expect(body).not.toBe(code);
        await route.fulfill({ contentType: "text/javascript", body });
      });
      await page.goto(`${site().url}/clients`);
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

  describe("the card of a client", () => {
    it("is reached from a list, and from a figure by the list it counts, and leads back with filters and search", async () => {
      const { page } = await site().open("/clients?region=North");
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
      await page.goto(`${site().url}/clients?region=North`);
      await drawn(page);
      const figure = page.locator(".kpi", { has: page.getByText(dictionaries.en.metrics.keyClients, { exact: true }) });
      await figure.locator("a[href*='class=key']").click();
      await drawn(page);
      expect(await page.inputValue('[data-filter="class"]')).toBe("key");
      expect(await page.locator('[data-table="clients"] tbody tr').count()).toBe(2);
      await page.locator('[data-table="clients"] tbody a').last().click();
      await drawn(page);
      await page.locator(".crumbs a").click();
      await drawn(page);
      expect(new URL(page.url()).search).toBe("?region=North&class=key");
      site().leave(page);
    });

    it("leads nowhere else, whatever the address says it came from", async () => {
      const [client] = await site().query<{ id: string }>("select min(client_id) as id from marts.clients");
      for (const from of ["https://example.org/", "javascript:alert(1)", "nopage?x=1", "client"]) {
        const { page, faults } = await site().open(`/client?id=${client?.id}&from=${encodeURIComponent(from)}`);
        expect(await page.locator(".crumbs").count(), from).toBe(0);
        expect(faults).toEqual([]);
        site().leave(page);
      }
    });
  });

  describe("names that attack", () => {
    it("are shown as text and saved as text", async () => {
      const { page, faults } = await site().open("/clients");
      expect(await textOf(page.locator('[data-table="clients"] td').first())).toBe(hostileName);
      expect(await page.title()).not.toBe("hacked");
      expect(await page.locator("#body img, #body b, #body script").count()).toBe(0);
      const csv = await download(page, "clients");
      expect(csv).toContain(`"'${formulaName.replaceAll('"', '""')}"`);
      expect(faults).toEqual([]);
      site().leave(page);
    });
  });
}
