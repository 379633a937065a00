import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";

/** Filters a card may be known without. */
type Filter = "region" | "manager" | "direction" | "type" | "class" | "status" | "year";

/**
 * Says on a card, on each card of a row, or under a headline which of the filters chosen it does not answer to: no figure
 * looks narrower than it is. Without a choice nothing is said.
 */
export function unfiltered(context: PageContext, filters: readonly Filter[], part: HTMLElement): HTMLElement {
  const { words, formats, state } = context;
  const chosen = filters.filter((filter) => state.get(filter) !== "");
  if (chosen.length === 0) return part;
  const text = words.filters.notBy(formats.list(chosen.map((filter) => labelOf(words, filter))));
  const cards = part.matches(".card") ? [part] : [...part.querySelectorAll(".card, .scope")];
  for (const card of cards) noteOf(card).after(element("p", { class: "note unfiltered" }, text));
  return part;
}

function labelOf({ dimensions, columns, retention }: PageContext["words"], filter: Filter): string {
  if (filter === "status") return retention.columns.status;
  return filter === "class" || filter === "year" ? columns[filter] : dimensions[filter];
}

/** What the words stand below: the subtitle of a chart, the value of a figure, the title, else the line itself. */
function noteOf(card: Element): Element {
  return card.querySelector(".chart-subtitle, .kpi-value") ?? card.querySelector("h2") ?? card;
}
