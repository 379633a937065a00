import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";

/** Filters a card may be known without. */
type Filter =
  | "region"
  | "manager"
  | "direction"
  | "product"
  | "type"
  | "class"
  | "before"
  | "segment"
  | "stage"
  | "status"
  | "year";

/** What is said so far below a place. */
const said = new WeakMap<Element, { readonly names: readonly string[]; readonly line: HTMLElement }>();

/**
 * Says on a card, on each card of a row, or under a headline which of the filters chosen it does not answer to: no figure
 * looks narrower than it is. Without a choice nothing is said; what is said twice of a card stands in one line.
 */
export function unfiltered(context: PageContext, filters: readonly Filter[], part: HTMLElement): HTMLElement {
  const { words, formats, state } = context;
  const chosen = filters.filter((filter) => state.get(filter) !== "").map((filter) => labelOf(words, filter));
  if (chosen.length === 0) return part;
  const cards = part.matches(".card") ? [part] : [...part.querySelectorAll(".card, .scope")];
  for (const card of cards) {
    const place = placeOf(card);
    const { names, line } = said.get(place) ?? { names: [], line: element("p", { class: "note unfiltered" }) };
    const all = [...new Set([...names, ...chosen])];
    line.textContent = words.filters.notBy(formats.list(all));
    said.set(place, { names: all, line });
    place.after(line);
  }
  return part;
}

function labelOf({ dimensions, columns, retention, forecast }: PageContext["words"], filter: Filter): string {
  switch (filter) {
    case "status":
      return retention.columns.status;
    case "stage":
      return forecast.stage;
    case "before":
      return columns.previousClass;
    case "class":
    case "segment":
    case "year":
      return columns[filter];
    default:
      return dimensions[filter];
  }
}

/** What the words stand below: the subtitle of a chart, the value of a figure, the title, else the line itself. */
function placeOf(card: Element): Element {
  return card.querySelector(".chart-subtitle, .kpi-value") ?? card.querySelector("h2") ?? card;
}
