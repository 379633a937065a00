import { clientColumn } from "../components/client-link.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { emptyPage, headline } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import type { ManagerRow, ProductRow } from "../rows.ts";
import { findShard } from "../shards.ts";
import { backLinks, clientFacts, clientKpis, crumbs, summarizeClient } from "./client-figures.ts";
import type { CardRow, EventRow, NameRow, ShownClient } from "./client-rows.ts";
import { timeline } from "./client-timeline.ts";

/** Draws the card of one client, named by `?id=`; without one, the list to choose from. */
export async function render(context: PageContext): Promise<PageView> {
  const names = await readRows<NameRow>(context.files["client-names"]);
  if (names.length === 0) return { draw: () => emptyPage(context) };
  const id = context.state.get("id");
  const found = id === "" ? undefined : await readClient(context, names, id);
  return { draw: () => draw(context, names, id, found) };
}

/** Reads what the page shows of a client: two parts of data, whatever the number of clients. */
async function readClient(
  context: PageContext,
  names: readonly NameRow[],
  id: string,
): Promise<ShownClient | undefined> {
  const { files } = context;
  const name = names.find((row) => row.client_id === id)?.name;
  const [cards, events, managers, products] = await Promise.all([
    readRows<CardRow>(findShard(files, "client-card", id)),
    readRows<EventRow>(findShard(files, "client-events", id) ?? files["client-events"]),
    readRows<ManagerRow>(files.managers),
    readRows<ProductRow>(files.products),
  ]);
  const card = cards.find((row) => row.client_id === id);
  if (card === undefined || name === undefined) return undefined;
  const productNames = new Map(products.map((row) => [row.product_id, row.name]));
  return {
    card,
    name,
    manager: managers.find((row) => row.manager_id === card.manager_id)?.name ?? card.manager_id,
    nameOfItem: (item) => productNames.get(item) ?? item,
    events: events.filter((row) => row.client_id === id),
  };
}

function draw(
  context: PageContext,
  names: readonly NameRow[],
  id: string,
  found: ShownClient | undefined,
): readonly Node[] {
  const { words } = context;
  const named = id === "" ? undefined : crumbs(context, names.find((row) => row.client_id === id)?.name ?? id);
  const path = named === undefined ? [] : [named];
  if (found === undefined) {
    const sentence = id === "" ? words.client.choose(names.length, context.formats) : words.client.unknown(id);
    return [...path, headline(context, sentence, words.client.chooseScope), choice(context, names)];
  }
  return [
    ...path,
    headline(context, summarizeClient(context, found), words.client.scope),
    backLinks(context),
    clientKpis(context, found),
    clientFacts(context, found),
    timeline(context, found.events),
    choice(context, names),
  ];
}

function choice(context: PageContext, names: readonly NameRow[]): HTMLElement {
  const { words } = context;
  return dataTable(context, {
    name: "client-list",
    title: words.client.list,
    subtitle: words.client.listSubtitle,
    rows: names,
    columns: [clientColumn<NameRow>(context), { title: words.client.id, value: (row) => row.client_id }],
  });
}
