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
    const line = lineBelow(place);
    const names = line.dataset.names === undefined ? [] : line.dataset.names.split("\n");
    const all = [...new Set([...names, ...chosen])];
    line.dataset.names = all.join("\n");
    line.textContent = words.filters.notBy(formats.list(all));
    place.after(line);
  }
  return part;
}

/** The line that stands below a place already, else a new one. */
function lineBelow(place: Element): HTMLElement {
  const next = place.nextElementSibling;
  return next instanceof HTMLElement && next.matches(".unfiltered") ? next : element("p", { class: "note unfiltered" });
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
