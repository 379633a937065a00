import type { PageContext } from "../components/context.ts";
import { element, nowhere } from "../components/dom.ts";
import { listId } from "../components/table.ts";
import type { PageName } from "../site.ts";

/** How many rows the lists of this page have. */
interface Counts {
  readonly calls: number;
  readonly calendar: number;
  readonly contracts: number;
}

/** Leads to every list people act on: those of this page with their lengths, and those of other pages. */
export function todoLists(context: PageContext, counts: Counts): HTMLElement {
  const { words, formats } = context;
  const here = [
    { id: "call-today", title: words.activity.call, count: counts.calls },
    { id: "calendar", title: words.activity.events, count: counts.calendar },
    { id: "contracts-due", title: words.contracts.due, count: counts.contracts },
  ].filter(({ id, count }) => count > 0 || id !== "contracts-due");
  const elsewhere: readonly (readonly [PageName, string, string])[] = [
    ["retention", "churn-clients", words.retention.table],
    ["payments", "debtors", words.payments.debtors],
    ["promises", "open-complaints", words.promises.open],
    ["cross-sell", "offers", words.crossSell.offers],
    ["duplicates", "pair-review", words.duplicates.review],
  ];
  const there = elsewhere.filter(([page]) => !context.href(page).startsWith(nowhere));
  return element(
    "nav",
    { class: "card todo", "aria-label": words.activity.todo },
    element("h2", {}, words.activity.todo),
    element("p", { class: "chart-subtitle" }, words.activity.todoSubtitle),
    element(
      "ul",
      {},
      ...here.map(({ id, title, count }) =>
        element(
          "li",
          {},
          element("a", { href: `#${listId(id)}` }, title),
          " ",
          element("bdi", { class: "note" }, formats.integer(count)),
        ),
      ),
      ...there.map(([page, id, title]) =>
        element(
          "li",
          {},
          element("a", { href: `${context.href(page)}#${listId(id)}` }, title),
          " ",
          element("span", { class: "note" }, words.pages[page].short),
        ),
      ),
    ),
  );
}
