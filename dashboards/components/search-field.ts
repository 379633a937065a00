import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";

/** A field that searches a list of a page, and its label; what is sought stands in the address. */
export interface SearchField {
  readonly label: HTMLElement;
  readonly field: HTMLInputElement;
}

/** Makes the field that searches the list of a name, and tells `changed` when something else is sought. */
export function searchField({ words, state }: PageContext, name: string, changed: () => void): SearchField {
  const parameter = `${name}.search`;
  const field = element("input", { type: "search", class: "table-search", "data-search": name });
  field.value = state.get(parameter);
  field.addEventListener("input", () => {
    state.keep({ [parameter]: field.value });
    changed();
  });
  return { label: element("label", { class: "table-search-label" }, words.tables.search, field), field };
}
