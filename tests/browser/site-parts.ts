import type { Page } from "playwright-core";
import type { PageName } from "../../dashboards/site.ts";

/** Charts of the small site whose parts filter their page, each with the filter. */
export const partsOf: Readonly<Partial<Record<PageName, readonly string[]>>> = {
  sales: [
    "sales-by-region by region",
    "sales-by-direction by direction",
    "sales-by-manager by manager",
    "sales-by-region-and-month by region",
    "products-by-class by abc",
  ],
  forecast: ["deal-stages by stage", "sales-bridges by region"],
  clients: ["client-classes by class", "class-migration by class"],
  rfm: ["rfm-grid by segment", "rfm-segments by segment"],
  portrait: ["portrait-over by trait", "portrait-under by trait"],
  "cross-sell": ["product-pairs by product", "best-selling by product", "most-profitable by product"],
  campaigns: ["campaign-effect by campaign", "campaign-roi by campaign"],
  delivery: ["late-by-carrier by carrier", "late-by-region by region", "late-by-manager by manager"],
  complaints: [
    "complaints-by-type by type",
    "complaints-by-type-and-month by type",
    "complaints-by-manager by manager",
  ],
  satisfaction: ["satisfaction-by-wave by wave"],
  duplicates: ["links by reason"],
  quality: ["rejects-by-rule by source"],
};

/**
 * Chooses the first part of each chart of a page and lets go of it. Returns the charts that have parts, with the filter each
 * sets, and what is wrong with those where the address, the part or the chip of the filter does not tell of the choice.
 */
export async function chooseParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const drawn = () =>
      document.getElementById("page")?.hasAttribute("aria-busy") === false &&
      [...document.querySelectorAll(".chart")].every((chart) => chart.firstElementChild !== null);
    const settle = async () => {
      do await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      while (!drawn());
    };
    const told: string[] = [];
    for (const card of [...document.querySelectorAll<HTMLElement>("[data-chart]")]) {
      const chart = card.dataset.chart;
      const find = (query: string) => document.querySelector<HTMLButtonElement>(`[data-chart="${chart}"] ${query}`);
      const part = find("button.part");
      if (part === null) continue;
      const [filter = "", value] = [part.dataset.choose, part.value];
      part.click();
      await settle();
      const pressed = find('button.part[aria-pressed="true"]');
      const faults = [
        ...(new URLSearchParams(location.search).get(filter) === value ? [] : ["not in the address"]),
        ...(pressed?.value === value ? [] : ["not pressed"]),
        ...(document.querySelectorAll(`[data-chip="${filter}"]`).length === 1 ? [] : ["no chip"]),
        ...(document.querySelector("[data-empty]") === null ? [] : ["leaves nothing"]),
      ];
      pressed?.click();
      await settle();
      if (location.search !== "") faults.push("not let go");
      told.push([`${chart} by ${filter}`, ...faults].join(", "));
    }
    return told;
  });
}
