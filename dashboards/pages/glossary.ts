import { codeSpans, plainText } from "../components/code.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { emptyChoice } from "../components/page.ts";
import { readJson } from "../data.ts";
import type { Term, Texts } from "../glossary.ts";
import { searchText } from "../search-text.ts";

/** Draws what every number means, from the contracts the warehouse is held to. */
export async function render(context: PageContext): Promise<PageView> {
  const { words, state } = context;
  const terms = await readTerms(context);
  const input = element("input", { type: "search", "data-filter": "search", value: state.get("search") });
  const label = element("label", {}, words.tables.search, input);
  const bar = element("form", { class: "filters", "aria-label": words.filters.label }, label);
  bar.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => state.set({ search: input.value }));
  state.onChange(() => {
    if (document.activeElement !== input) input.value = state.get("search");
  });
  return { filters: bar, draw: () => draw(context, terms) };
}

async function readTerms({ files }: PageContext): Promise<readonly Term[]> {
  return files.glossary === undefined ? [] : ((await readJson(files.glossary)) as readonly Term[]);
}

function draw(context: PageContext, terms: readonly Term[]): readonly Node[] {
  const { words, state } = context;
  const query = searchText(state.get("search").trim());
  const cards = terms.map((term) => drawTerm(context, term, query)).filter((card) => card !== undefined);
  const intro = element("p", { class: "headline" }, words.glossary.intro);
  return [intro, ...(cards.length === 0 ? emptyChoice(context) : cards)];
}

/** Draws a relation with the columns that match; undefined when nothing does. */
function drawTerm(context: PageContext, term: Term, query: string): HTMLElement | undefined {
  const text = (texts: Texts) => texts[context.locale] ?? "";
  const description = text(term.description);
  const matches = (value: string) => searchText(plainText(value)).includes(query);
  const isWhole = matches(term.relation) || matches(description);
  const columns = term.columns
    .map((column) => ({ ...column, text: text(column.description) }))
    .filter((column) => isWhole || matches(column.name) || matches(column.text));
  if (columns.length === 0) return undefined;
  const list = element("dl", { class: "terms" });
  for (const column of columns) {
    const unit = column.unit === null ? [] : [" · ", ...codeSpans(text(column.unit))];
    list.append(
      element("dt", { id: `${term.relation}.${column.name}` }, element("code", { dir: "ltr" }, column.name), ...unit),
      element("dd", {}, ...codeSpans(column.text)),
    );
  }
  return element(
    "section",
    { class: "card", id: term.relation },
    element("h2", {}, ...codeSpans(description)),
    element("p", { class: "chart-subtitle" }, element("code", { dir: "ltr" }, term.relation)),
    list,
  );
}
