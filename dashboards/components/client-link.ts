import { type PageName, pageNames } from "../site.ts";
import type { PageContext } from "./context.ts";
import { element, nowhere } from "./dom.ts";
import type { Column } from "./table.ts";

/** The address of a client's card; it remembers the list it was opened from, with its filters. */
function clientHref(context: PageContext, clientId: string): string {
  const href = context.href("client");
  const from = context.page === "client" ? context.state.get("from") : `${context.page}${location.search}`;
  const back = from === "" ? "" : `&from=${encodeURIComponent(from)}`;
  return `${href}${href.includes("?") ? "&" : "?"}id=${encodeURIComponent(clientId)}${back}`;
}

/** Reads the list a card was opened from; undefined when the address names none of our pages. */
export function readOrigin({
  state,
  href,
}: PageContext): { readonly page: PageName; readonly href: string } | undefined {
  const [name = "", query = ""] = state.get("from").split("?");
  const page = pageNames.find((each) => each === name);
  if (page === undefined || page === "client") return undefined;
  const path = href(page).split("?")[0] ?? "";
  if (path === nowhere) return undefined;
  const search = new URLSearchParams(query).toString();
  return { page, href: search === "" ? path : `${path}?${search}` };
}

/** Makes a column of client names that lead to their cards. */
export function clientColumn<Row extends { readonly client_id: string; readonly name: string }>(
  context: PageContext,
): Column<Row> {
  return linkedClients(
    context,
    (row) => row.client_id,
    (row) => row.name,
  );
}

/** Makes a column of client names, for rows that name their client otherwise or not at all. */
export function linkedClients<Row>(
  context: PageContext,
  idOf: (row: Row) => string | null,
  nameOf: (row: Row) => string,
): Column<Row> {
  const show = (row: Row) => {
    const id = idOf(row);
    return id === null ? "—" : element("a", { href: clientHref(context, id) }, nameOf(row));
  };
  return {
    title: context.words.dimensions.client,
    value: (row) => (idOf(row) === null ? null : nameOf(row)),
    show,
  };
}
