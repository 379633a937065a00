import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import type { Column } from "./table.ts";

/** The address of a client's card. */
export function clientHref(context: PageContext, clientId: string): string {
  const href = context.href("client");
  return `${href}${href.includes("?") ? "&" : "?"}id=${encodeURIComponent(clientId)}`;
}

/** Makes a column of client names that lead to their cards. */
export function clientColumn<Row extends { readonly client_id: string; readonly name: string }>(
  context: PageContext,
): Column<Row> {
  return {
    title: context.words.dimensions.client,
    value: (row) => row.name,
    show: (row) => element("a", { href: clientHref(context, row.client_id) }, row.name),
  };
}
