import { clientColumn } from "../components/client-link.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { type LongList, longListCard, readLongList } from "../components/long-list.ts";
import { emptyPage, headline } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import type { ManagerRow, ProductRow } from "../rows.ts";
import { findShard } from "../shards.ts";
import { backLinks, clientFacts, clientKpis, crumbs, summarizeClient } from "./client-figures.ts";
import type { CardRow, EventRow, FindRow, NameRow, ShownClient } from "./client-rows.ts";
import { timeline } from "./client-timeline.ts";

/** Draws the card of one client, named by `?id=`; without one, the list to choose from. */
export async function render(context: PageContext): Promise<PageView> {
  const names = await readLongList(context, ["client-names"], () => readRows<FindRow>(context.files["client-names"]));
  if (names.rows?.length === 0) return { draw: () => emptyPage(context) };
  const id = context.state.get("id");
  const found = id === "" ? undefined : await readClient(context, id);
  return { draw: () => draw(context, names, id, found) };
}

/** Reads what the page shows of a client: three parts of data, whatever the number of clients. */
async function readClient(context: PageContext, id: string): Promise<ShownClient | undefined> {
  const { files } = context;
  const [names, cards, events, managers, products] = await Promise.all([
    readRows<NameRow>(findShard(files, "client-name", id)),
    readRows<CardRow>(findShard(files, "client-card", id)),
    readRows<EventRow>(findShard(files, "client-events", id) ?? files["client-events"]),
    readRows<ManagerRow>(files.managers),
    readRows<ProductRow>(files.products),
  ]);
  const name = names.find((row) => row.client_id === id)?.name;
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
  names: LongList<FindRow>,
  id: string,
  found: ShownClient | undefined,
): readonly Node[] {
  const { words } = context;
  const named = id === "" ? undefined : crumbs(context, found?.name ?? id);
  const path = named === undefined ? [] : [named];
  if (found === undefined) {
    const sentence =
      id === "" ? words.client.choose(countOf(context, names), context.formats) : words.client.unknown(id);
    return [
      ...path,
      headline(context, sentence, words.client.chooseScope, { isOfMoney: false }),
      choice(context, names),
    ];
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

function countOf({ snapshot }: PageContext, { rows }: LongList<FindRow>): number {
  return rows?.length ?? snapshot.rowCounts.find(({ relation }) => relation === "marts.clients")?.rows ?? 0;
}

function choice(context: PageContext, names: LongList<FindRow>): HTMLElement {
  const { words, state } = context;
  if (names.rows === undefined)
    return longListCard(context, names, {
      name: "client-list",
      title: words.client.list,
      isAtOnce: state.get("id") === "",
    });
  const { rows } = names;
  const contacts = (["tax_id", "phone", "email"] as const).filter((name) => rows.some((row) => row[name] !== null));
  return dataTable(context, {
    name: "client-list",
    title: words.client.list,
    subtitle: contacts.length === 0 ? words.client.listSubtitle : words.client.contactsSubtitle,
    rows,
    columns: [
      clientColumn<FindRow>(context),
      { title: words.client.id, value: (row) => row.client_id },
      ...contacts.map((name) => ({ title: words.client.contacts[name], value: (row: FindRow) => row[name] })),
    ],
  });
}
