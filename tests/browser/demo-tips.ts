import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { groupBy } from "../../dashboards/figures.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import type { OpenPage } from "./readers.ts";

/** A chart as its reader meets it: what it tells place by place, and the table behind it. */
interface ToldChart {
  readonly name: string;
  readonly told: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Holds what every chart of every page tells, to the keyboard as to the pointer, against the table behind it. */
export function describeTips(open: (path: string) => Promise<OpenPage>, leave: (page: Page) => void): void {
  describe("what a chart tells", () => {
    it.concurrent.each(pages.map(({ name }) => name))(
      "place by place is what its table says, reached by keyboard: %s",
      async (name) => {
        const found = pages.find((each) => each.name === name);
        const { page, faults } = await open(pageHref(found ?? pages[0], "en", ["en"]));
        const charts = await readCharts(page);
        expect(charts.map((chart) => [chart.name, chart.told.some((text) => /\d/.test(text))])).toEqual(
          charts.map((chart) => [chart.name, true]),
        );
        expect(charts.flatMap(findUntabled)).toEqual([]);
        expect(faults).toEqual([]);
        leave(page);
      },
    );

    it("is every chart's own: the figures of one are not found in the table of another", async () => {
      const { page } = await open("/sales");
      const [first, second] = (await readCharts(page)).filter(({ told }) => told.length > 4);
      expect(findUntabled({ name: "", told: first?.told ?? [], rows: second?.rows ?? [] })).not.toEqual([]);
      leave(page);
    });
  });
}

/** Walks each chart by keyboard, reads its buttons and links, and opens its table. */
async function readCharts(page: Page): Promise<readonly ToldChart[]> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const cards = [...document.querySelectorAll<HTMLElement>("[data-chart]:has(.chart)")];
    const charts: { name: string; told: string[]; rows: string[][] }[] = [];
    for (const card of cards) {
      const walk = card.querySelector<HTMLElement>(".walk");
      const press = (key: string) => walk?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      walk?.focus();
      press("Home");
      const told: string[] = [];
      for (let place = 0; place <= Number(walk?.getAttribute("aria-valuemax") ?? -1); place += 1) {
        told.push(walk?.getAttribute("aria-valuetext") ?? "");
        if (card.querySelector(".linked > .told") === null) told.push(`${place} is not shown`);
        press("ArrowRight");
      }
      for (const part of card.querySelectorAll(".part:not(.name)")) told.push(part.getAttribute("aria-label") ?? "");
      const table = card.querySelector<HTMLDetailsElement>(".tools > details");
      if (table !== null) table.open = true;
      while (card.querySelector(".tools > details table") === null) await frame();
      const rows = [...card.querySelectorAll(".tools > details tr")].map((row) =>
        [...row.children].map(({ textContent }) => textContent),
      );
      const events = [...card.querySelectorAll(".events > *")].map(({ textContent }) => [textContent]);
      charts.push({ name: card.dataset.chart ?? "", told, rows: [...rows, ...events] });
    }
    return charts;
  });
}

/** Lists what a chart tells and its table does not: no cell of it, and no sum of a column, of a group or of the last rows. */
function findUntabled({ name, told, rows: [head = [], ...rows] }: ToldChart): readonly string[] {
  const figures = rows.flatMap((row) => row.flatMap((cell) => readFigures(cell).map(({ value }) => Math.abs(value))));
  const sums = head.flatMap((_, column) => sumColumn(rows, column)).map(Math.abs);
  return told.flatMap((text) => {
    const others = Number(/^(\d+) others, together/.exec(text)?.[1] ?? 0);
    const last = others === 0 ? [] : [others, ...head.map((_, column) => sumCells(rows.slice(-others), column))];
    const known = [...figures, ...sums, ...last.map(Math.abs)];
    return readFigures(text)
      .filter(({ value, step }) => !known.some((each) => Math.abs(each - Math.abs(value)) <= step * 0.5001))
      .map(({ value }) => `${name}: ${value} of ${JSON.stringify(text)}`);
  });
}

const scales: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

/** Reads the figures of a text, each with what its last digit stands for. */
function readFigures(text: string): readonly { readonly value: number; readonly step: number }[] {
  return [...text.matchAll(/(?<whole>\d[\d,]*)(?:\.(?<part>\d+))?(?<scale>[KMB]\b)?/g)].map(({ groups = {} }) => {
    const { whole = "", part = "", scale = "" } = groups;
    const unit = scales[scale] ?? 1;
    return { value: Number(`${whole.replaceAll(",", "")}.${part}`) * unit, step: unit * 10 ** -part.length };
  });
}

/** The sum of a column, and its sums by the first cell of its rows. */
function sumColumn(rows: readonly (readonly string[])[], column: number): readonly number[] {
  const groups = [...groupBy(rows, ([first = ""]) => first).values()];
  return [rows, ...groups].map((group) => sumCells(group, column));
}

function sumCells(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((sum, row) => {
    const cell = row[column] ?? "";
    const [figure] = readFigures(cell);
    return sum + (figure === undefined ? 0 : /^[-−]/.test(cell) ? -figure.value : figure.value);
  }, 0);
}
