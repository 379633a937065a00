import type { PartAction } from "../charts/actions.ts";
import type { PageName } from "../site.ts";
import type { PageContext } from "./context.ts";
import { withFilter } from "./state.ts";

/** Makes a part of a chart filter the page by its value; chosen a second time, it lets go. */
export function filterBy({ state }: PageContext, filter: string, value: string): PartAction {
  const isChosen = state.get(filter) === value;
  return {
    kind: "filter",
    filter,
    value,
    isChosen,
    choose: () => state.set({ [filter]: isChosen ? "" : value }),
  };
}

/** Makes a part of a chart lead to another page, filtered by its value. */
export function leadTo(context: PageContext, page: PageName, filter: string, value: string): PartAction {
  return { kind: "link", href: withFilter(context.href(page), filter, value) };
}
