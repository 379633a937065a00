import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar, managerChoice, ofPlace } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow, windowText } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { sumKnown, sumOf } from "../figures.ts";
import { pairBars, productBars, segmentMatrix } from "./cross-sell-charts.ts";
import { type CrossSellData, ofProduct, readCrossSell } from "./cross-sell-data.ts";
import { offerTable, pairTable } from "./cross-sell-tables.ts";

/** Draws what sells with what, what to offer whom, and what sells and earns most. */
export async function render(context: PageContext): Promise<PageView> {
  const data = await readCrossSell(context);
  if (data.sales.length === 0) return { draw: () => emptyPage(context) };
  const { words } = context;
  const productName = (id: string) => nameOf(data.names, valueName(words, id));
  const products = new Set(data.sales.map((row) => row.product_id));
  const choices = () => [
    dimensionChoice(context, "region", data.sales),
    dimensionChoice(context, "direction", data.sales),
    managerChoice(context, data.counts, (id) => managerName(context, data.managers, id)),
    choiceOf(context, "product", words.dimensions.product, products, productName),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

/** Baskets and what goes with what are known for the whole company. */
const everyFilter = ["region", "manager", "direction"] as const;

function draw(context: PageContext, data: CrossSellData): readonly Node[] {
  const { words, snapshot } = context;
  const scope = words.crossSell.scope(windowText(context, snapshot.windows.crossSellMonths));
  const isOfPairs = ofProduct(context, data.pairs).length > 0;
  return [
    unfiltered(context, isOfPairs ? ["direction"] : everyFilter, headline(context, summarize(context, data), scope)),
    kpis(context, data),
    unfiltered(
      context,
      everyFilter,
      columns(pairBars(context, data), unfiltered(context, ["product"], segmentMatrix(context, data))),
    ),
    unfiltered(
      context,
      ["manager"],
      columns(productBars(context, data, "sales"), productBars(context, data, "margin")),
    ),
    unfiltered(context, ["direction"], offerTable(context, data)),
    unfiltered(context, everyFilter, pairTable(context, data)),
  ];
}

/** Clients there is something to offer to and what the best offers are worth; of a product, all it is offered to. */
function countOffers(
  context: PageContext,
  data: CrossSellData,
): { readonly clients: number; readonly worth: number | null } {
  const product = context.state.get("product");
  const rows = ofPlace(context, data.counts);
  if (product === "")
    return {
      clients: sumOf(rows, (row) => row.client_count),
      worth: sumKnown(rows, (row) => row.expected_margin_amount),
    };
  const listed = rows.filter((row) => row.item_id === product);
  return {
    clients: sumOf(listed, (row) => row.listed_client_count),
    worth: sumKnown(listed, (row) => row.listed_margin_amount),
  };
}

/** Pairs are the company's, offers those of the region and the manager chosen: the sentence tells them apart. */
function summarize(context: PageContext, data: CrossSellData): string {
  const { words, formats, state } = context;
  const texts = words.crossSell;
  const product = state.get("product");
  const [best] = ofProduct(context, data.pairs);
  if (best === undefined)
    return product === "" ? texts.noPairs : texts.noPairsWith(nameOf(data.names, valueName(words, product)));
  const { clients, worth } = countOffers(context, data);
  const pair = texts.pairLine(
    nameOf(data.names, best.item_a),
    nameOf(data.names, best.item_b),
    formats.ratio(best.lift),
  );
  const offers =
    worth === null
      ? texts.offersUncosted(clients, formats)
      : texts.offersLine(clients, formats.moneyShort(worth), formats);
  return state.isFiltered(["region", "manager"]) ? texts.ofPlace(pair, offers) : formats.clauses([pair, offers]);
}

function kpis(context: PageContext, data: CrossSellData): HTMLElement {
  const { words, formats } = context;
  const offers = countOffers(context, data);
  const pairs = ofProduct(context, data.pairs);
  const product = context.state.get("product");
  const plain = { kind: "amount", better: "neither", trend: [] } as const;
  const ofAllDirections = (card: HTMLElement) => unfiltered(context, ["direction"], card);
  return kpiRow(
    unfiltered(
      context,
      everyFilter,
      kpiCard(context, {
        ...plain,
        name: words.crossSell.pairs,
        term: "metrics.product_pairs.lift",
        value: pairs.length,
        show: formats.integer,
        note: data.pairs[0] && words.crossSell.pairsNote(data.pairs[0].basket_count, formats),
      }),
    ),
    ofAllDirections(
      kpiCard(context, {
        ...plain,
        name: words.crossSell.clients,
        term: "metrics.next_products.item_id",
        value: offers.clients,
        show: formats.integer,
      }),
    ),
    ofAllDirections(
      kpiCard(context, {
        ...plain,
        name: product === "" ? words.crossSell.worth : words.crossSell.columns.expected,
        term: "metrics.next_products.expected_margin_amount",
        value: offers.worth,
        show: formats.moneyShort,
        note: words.crossSell.worthNote,
      }),
    ),
  );
}
