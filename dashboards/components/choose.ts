import type { PartAction } from "../charts/actions.ts";
import type { PageName } from "../site.ts";
import type { PageContext } from "./context.ts";
import { nowhere } from "./dom.ts";
import { withFilter } from "./state.ts";
import { listId } from "./table.ts";

/**
 * Makes a part of a chart filter the page by its value, a cell of a grid by those of its row too; chosen a second time,
 * it lets go.
 */
export function filterBy(
  { state }: PageContext,
  filter: string,
  value: string,
  also: Readonly<Record<string, string>> = {},
): PartAction {
  const values = { ...also, [filter]: value };
  const names = Object.keys(values);
  const isChosen = Object.entries(values).every(([name, wanted]) => state.get(name) === wanted);
  return { kind: "filter", filter, value, isChosen, choose: () => (isChosen ? state.drop(names) : state.set(values)) };
}

/** The way from a figure to the rows it counts: a list of the same page, filtered. */
export function listHref(list: string, filters: Readonly<Record<string, string>> = {}): string {
  if (Object.keys(filters).length === 0) return `#${listId(list)}`;
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(filters)) parameters.set(name, value);
  return `?${parameters}#${listId(list)}`;
}

/** Makes a part of a chart lead to another page, filtered by its value; undefined where this site lacks the page. */
export function leadTo(context: PageContext, page: PageName, filter: string, value: string): PartAction | undefined {
  const href = context.href(page);
  return href.startsWith(nowhere) ? undefined : { kind: "link", href: withFilter(href, filter, value), filter, value };
}
