import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { rowsShown } from "../../dashboards/components/table.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { kpiValue } from "./chromium.ts";
import type { DemoSite } from "./demo-site.ts";
import { drawn } from "./inspect.ts";
import type { OpenPage } from "./readers.ts";
import { chooseParts } from "./site-parts.ts";
import { readSheet } from "./workbook.ts";

const format = formats("en", "RUB");
const words = dictionaries.en;

const buyers = "(select cast(count(*) as integer) from metrics.client_classes where is_current)";

/** What a reader chooses on pages of the demo company: regions, columns. */
export function describeChoices(
  site: () => DemoSite,
  open: (path: string) => Promise<OpenPage>,
  leave: (page: Page) => void,
): void {
  describe("what a reader chooses", () => {
    it("is summed in the warehouse as the lists of clients are", async () => {
      const figure = async (sql: string) => (await site().answer<number>(sql)) ?? Number.NaN;
      const region = (await site().answer<string>("(select max(region) from metrics.rfm_by_place)")) ?? "";
      const here = `client_id in (select client_id from marts.clients where region = '${region}')`;
      const profit = await figure(
        `(select cast(sum(profit_amount) as double) from metrics.client_profit where ${here})`,
      );
      const losing = await figure(
        `(select count(*) filter (where profit_amount < 0) from metrics.client_profit where ${here})`,
      );
      const offered = await figure(`(select count(distinct client_id) from metrics.next_products where ${here})`);
      const champions = await figure(
        `(select count(*) filter (where segment = 'champions') from metrics.rfm where ${here})`,
      );
      const debtors = await figure(
        `(select count(*) from metrics.client_receivables where overdue_amount > 0 and region = '${region}')`,
      );
      const shown: readonly (readonly [string, string, string])[] = [
        ["/profitability", words.profit.profit, format.moneyShort(profit)],
        ["/profitability", words.profit.losing, format.integer(losing)],
        ["/cross-sell", words.crossSell.clients, format.integer(offered)],
        ["/rfm", words.segments.champions ?? "", format.integer(champions)],
      ];
      for (const [path, name, expected] of shown) {
        const { page, faults } = await open(`${path}?region=${encodeURIComponent(region)}`);
        expect(await kpiValue(page, name), `${path} ${name}`).toBe(expected);
        expect(faults).toEqual([]);
        leave(page);
      }
      const { page } = await open(`/payments?region=${encodeURIComponent(region)}`);
      expect(await page.locator('[data-table="debtors"] tbody tr').count()).toBe(Math.min(rowsShown, debtors));
      expect(await page.locator(".headline").textContent()).toContain(` ${format.integer(debtors)} client`);
      leave(page);
    });

    it.each([
      ["/clients", "region"],
      ["/retention", "manager"],
      ["/profitability", "region"],
      ["/forecast", "region"],
      ["/sales", "region"],
      ["/promises", "manager"],
      ["/forecast", "manager"],
      ["/forecast", "stage"],
      ["/rfm", "segment"],
      ["/clients", "class"],
      ["/clients", "before"],
      ["/cross-sell", "region"],
    ])("is answered by every card of %s, or the card says that it is not: %s", async (path, filter) => {
      const { page } = await open(path);
      const before = new Set((await readCards(page)).map(({ shown }) => shown));
      const options = await page.locator(`select[data-filter="${filter}"] option`).evaluateAll(readOptions);
      leave(page);
      let silent: readonly ReadCard[] | undefined;
      let saying = 0;
      // One value may stand for all there is: who answers to any of them, or to one that nothing has, answers.
      for (const { value, name } of [...options.slice(1, 1 + valuesTried), { value: "nobody", name: "nobody" }]) {
        const chosen = await open(`${path}?${filter}=${encodeURIComponent(value)}`);
        const cards = await readCards(chosen.page);
        const unmoved = cards.filter((card) => isSilent(card, before, name));
        silent = silent?.filter(({ shown }) => unmoved.some((card) => card.shown === shown)) ?? unmoved;
        saying += cards.filter(({ says }) => says).length;
        leave(chosen.page);
      }
      expect(silent?.map(({ shown }) => shown.slice(0, 60))).toEqual([]);
      expect(saying).toBeGreaterThan(0);
    });

    it.each([
      ["/profitability", ["profit-by-class by class", "discount-leak by manager"]],
      ["/payments", ["overdue-by-region by region", "overdue-by-manager by manager"]],
      ["/activity", ["clients-waiting by manager"]],
      [
        "/campaigns",
        ["effect", "roi", "incremental-roi", "rules", "arms"].map((chart) => `campaign-${chart} by campaign`),
      ],
      ["/satisfaction", ["survey-words by word"]],
    ])("is a part of any chart of %s", async (path, charts) => {
      const { page, faults } = await open(path);
      expect(await chooseParts(page)).toEqual(charts);
      expect(faults).toEqual([]);
      leave(page);
    });

    it("is how many bars stand alone: the others are one, which adds up, until all are asked for", async () => {
      const { page, faults } = await open("/delivery");
      const chart = page.locator('[data-chart="late-by-manager"]');
      const count = await chart.locator("button.part").count();
      expect(await chart.locator(".chart svg").textContent()).toContain(" others, together");
      await chart.locator("button.fold").focus();
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).search).toBe("?late-by-manager.whole=1");
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-expanded") === "true");
      await drawn(page);
      expect(await chart.locator("button.part").count()).toBeGreaterThan(count);
      expect(await chart.locator("svg").textContent()).not.toContain(" others, together");
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).search).toBe("");
      expect(faults).toEqual([]);
      leave(page);
    });

    it("stands among the bars though it is beyond the first dozen, and the others without it are one", async () => {
      const all = await open("/delivery?late-by-manager.whole=1");
      const last = all.page.locator('[data-chart="late-by-manager"] button.part').last();
      const [manager = "", told = ""] = [await last.getAttribute("value"), await last.getAttribute("aria-label")];
      leave(all.page);
      const { page, faults } = await open("/delivery");
      const chart = page.locator('[data-chart="late-by-manager"]');
      const parts = chart.locator("button.part");
      const count = await parts.count();
      const others = async () => /(\d+) others, together/.exec((await chart.locator("svg").textContent()) ?? "")?.[1];
      const before = Number(await others());
      expect(await chart.locator(`button.part[value="${manager}"]`).count()).toBe(0);
      await page.locator('select[data-filter="manager"]').selectOption(manager);
      await drawn(page);
      expect(await parts.count()).toBe(count + 1);
      const chosen = parts.last();
      expect([await chosen.getAttribute("value"), await chosen.getAttribute("aria-pressed")]).toEqual([
        manager,
        "true",
      ]);
      expect(await chosen.getAttribute("aria-label")).toBe(told);
      expect(Number(await others())).toBe(before - 1);
      expect(faults).toEqual([]);
      leave(page);
    });

    it("are tables of the explorer, found by their columns too", async () => {
      const { page } = await open("/sql");
      const tables = page.locator("[data-table-name]:visible");
      const count = await tables.count();
      await page.locator('[data-search="tables"]').fill("margin_rate");
      const found = await tables.count();
      expect([found > 0, found < count]).toEqual([true, true]);
      await tables.first().locator("summary").click();
      expect(await tables.first().locator(".schema").textContent()).toContain("margin_rate");
      expect(page.url()).toContain("tables.search=margin_rate");
      const nothing = page.locator("section.card > .empty");
      expect(await nothing.isVisible()).toBe(false);
      await page.locator('[data-search="tables"]').fill("no such column");
      expect([await tables.count(), await nothing.isVisible()]).toEqual([0, true]);
      await page.locator('[data-search="tables"]').fill("");
      expect(await tables.count()).toBe(count);
      leave(page);
    });

    it("are the columns of a wide table: what is hidden is not saved, and the link keeps it", async () => {
      const { page } = await open("/clients");
      const table = page.locator('[data-table="clients"]');
      const heads = table.locator("thead th");
      const count = await heads.count();
      await table.locator(".column-choice summary").focus();
      await page.keyboard.press("Enter");
      const box = table.locator('.column-choice input[data-column="1"]');
      await box.focus();
      await page.keyboard.press("Space");
      expect(await heads.count()).toBe(count - 1);
      expect(await heads.allTextContents()).not.toContain(words.columns.class);
      expect(new URL(page.url()).searchParams.get("clients.hidden")).toBe("2");
      await page.reload();
      await heads.first().waitFor();
      expect(await heads.count()).toBe(count - 1);
      const waiting = page.waitForEvent("download");
      await table.locator('[data-download="clients"]').click();
      const saved = await (await waiting).createReadStream();
      const [head = ""] = Buffer.concat(await saved.toArray())
        .toString("utf8")
        .split("\r\n");
      expect(head.split(",")).toHaveLength(count - 1);
      await table.locator(".column-choice summary").click();
      await table.locator(".column-choice button").click();
      expect(await heads.count()).toBe(count);
      expect(new URL(page.url()).search).toBe("");
      // The library packs sheets of more than 160 kB in another way than small ones.
      const workbook = page.waitForEvent("download");
      await table.locator('[data-download-xlsx="clients"]').click();
      const rows = await readSheet(await (await workbook).path());
      expect(rows).toHaveLength(1 + ((await site().answer<number>(buyers)) ?? 0));
      expect(rows[0]).toHaveLength(count);
      leave(page);
    });
  });
}

const valuesTried = 2;

function readOptions(options: readonly Element[]): readonly { readonly value: string; readonly name: string }[] {
  return options.map((option) => ({ value: option.getAttribute("value") ?? "", name: option.textContent }));
}

/** Lists by what is chosen, lists nobody asked for yet, and figures of nothing stay as they were. */
function isSilent({ shown, says, isAsked, listed }: ReadCard, before: ReadonlySet<string>, name: string): boolean {
  return isAsked && !says && before.has(shown) && !listed.includes(name) && /[1-9]/.test(shown);
}

interface ReadCard {
  /** Texts, pictures and what is marked as chosen, without what is said of filters. */
  readonly shown: string;
  readonly says: boolean;
  readonly isAsked: boolean;
  /** What its rows and bars are named. */
  readonly listed: readonly string[];
}

/** Reads the cards and the headline of a page. */
async function readCards(page: Page): Promise<readonly ReadCard[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("#body .card:not([data-pivot]), div:has(> .headline)")].map((card) => {
      const copy = card.cloneNode(true) as Element;
      const said = copy.querySelectorAll(".unfiltered");
      for (const note of said) note.remove();
      const pictures = [...copy.querySelectorAll("svg path, svg rect, svg circle")];
      const drawnAs = pictures.map((mark) => mark.getAttribute("d") ?? mark.getAttribute("width")).join(" ");
      const marked = [...copy.querySelectorAll('[aria-pressed="true"]')].map((part) => part.getAttribute("value"));
      const isAsked = card.querySelector(".skeleton") === null;
      const listed = [...copy.querySelectorAll("td, th, svg text")].map((named) => named.textContent);
      return { shown: `${copy.textContent} ${drawnAs} ${marked}`, says: said.length > 0, isAsked, listed };
    }),
  );
}
