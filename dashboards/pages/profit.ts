import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { divide, filterRows, sumKnown, sumOf } from "../figures.ts";
import { classBars, className, stepBars, whaleCurve } from "./profit-charts.ts";
import { chosen, type PlaceRow, type ProfitData, profitOf, rateOf, readProfit } from "./profit-data.ts";
import { type DiscountRow, discountTable, leakBars } from "./profit-discounts.ts";
import { clientTable, partTable } from "./profit-tables.ts";

/** Draws what clients bring after all they cost, and the discounts they get. */
export async function render(context: PageContext): Promise<PageView> {
  const data = await readProfit(context);
  if (data.places.length === 0) return { draw: () => emptyPage(context) };
  const { words } = context;
  const managers = new Set([...data.places, ...data.discounts].map((row) => row.manager_id));
  const classes = new Set(data.places.map((row) => row.class));
  const choices = () => [
    choiceOf(context, "class", words.columns.class, classes, (value) => className(context, value)),
    dimensionChoice(context, "region", data.places),
    choiceOf(context, "manager", words.dimensions.manager, managers, (value) =>
      nameOf(data.managers, valueName(words, value)),
    ),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

function draw(context: PageContext, data: ProfitData): readonly Node[] {
  const { state, words, formats } = context;
  const ofClass = filterRows(data.discounts, { class: state.get("class") });
  const discounts = filterRows(ofClass, { manager_id: state.get("manager") });
  const places = chosen(context, data.places);
  const [first] = places;
  if (first === undefined) return emptyChoice(context);
  const known = costed(places);
  const ofAllClasses = costed(chosen(context, data.places, { byClass: false }));
  const range = formats.monthRange(first.window_from_date, first.window_to_date);
  return [
    headline(context, summarize(context, known), words.profit.scope(range)),
    kpis(context, { places, known, discounts, isServed: data.places.some((row) => row.cost_to_serve_amount > 0) }),
    columns(stepBars(context, known), classBars(context, ofAllClasses)),
    columns(
      whaleCurve(context, chosen(context, data.bands)),
      unfiltered(context, ["region"], leakBars(context, ofClass, data.managers)),
    ),
    clientTable(context, data),
    partTable(context, data.parts),
    unfiltered(
      context,
      ["region"],
      discountTable(context, discounts, data.managers, (value) => className(context, value)),
    ),
  ];
}

/** What is known of profit: nothing where no sales of known cost are left, and clients without sales cost nothing. */
function costed(places: readonly PlaceRow[]): readonly PlaceRow[] {
  const rows = places.filter((row) => row.is_costed);
  return rateOf(rows) === null ? [] : rows;
}

const lossOf = (rows: readonly PlaceRow[]) => sumOf(rows, (row) => row.loss_amount);
const losersOf = (rows: readonly PlaceRow[]) => sumOf(rows, (row) => row.losing_client_count);

function summarize(context: PageContext, known: readonly PlaceRow[]): string {
  const { words, formats } = context;
  const rate = rateOf(known);
  if (rate === null) return words.profit.none;
  if (losersOf(known) === 0)
    return words.profit.headlineNoLoss(formats.moneyShort(profitOf(known)), formats.percent(rate));
  return words.profit.headline(
    formats.moneyShort(profitOf(known)),
    formats.percent(rate),
    losersOf(known),
    formats.moneyShort(lossOf(known)),
    formats,
  );
}

interface Chosen {
  readonly places: readonly PlaceRow[];
  readonly known: readonly PlaceRow[];
  readonly discounts: readonly DiscountRow[];
  /** Does serving any client of the company cost anything, as far as is recorded? */
  readonly isServed: boolean;
}

function kpis(context: PageContext, { places, known, discounts, isServed }: Chosen): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const rate = rateOf(known);
  const discounted = discounts.filter((row) => row.list_amount !== null);
  const plain = { better: "neither", trend: [] } as const;
  const ofAllRegions = (card: HTMLElement) => unfiltered(context, ["region"], card);
  return kpiRow(
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.profit,
      term: "metrics.client_profit.profit_amount",
      value: known.length === 0 ? null : profitOf(known),
      show: formats.moneyShort,
      note: rate === null ? undefined : texts.rateNote(formats.percent(rate)),
    }),
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.serve,
      term: "metrics.client_profit.cost_to_serve_amount",
      value: isServed ? sumOf(places, (row) => row.cost_to_serve_amount) : null,
      show: formats.moneyShort,
      note: noteOnService(texts, places, isServed),
    }),
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.losing,
      term: "metrics.client_profit.profit_amount",
      value: known.length === 0 ? null : losersOf(known),
      show: formats.integer,
      note: known.length === 0 ? undefined : texts.lossNote(formats.moneyShort(-lossOf(known))),
    }),
    ofAllRegions(
      kpiCard(context, {
        ...plain,
        kind: "share",
        name: texts.discounts,
        term: "metrics.discounts.discount_rate",
        value: divide(
          sumOf(discounted, (row) => row.discount_amount),
          sumOf(discounted, (row) => row.list_amount),
        ),
        show: formats.percent,
      }),
    ),
    ofAllRegions(
      kpiCard(context, {
        ...plain,
        kind: "amount",
        name: texts.leak,
        term: "metrics.discounts.leak_amount",
        value: sumKnown(discounted, (row) => row.leak_amount),
        show: formats.moneyShort,
        note: texts.leakNote,
      }),
    ),
  );
}

function noteOnService(
  texts: PageContext["words"]["profit"],
  places: readonly PlaceRow[],
  isServed: boolean,
): string | undefined {
  if (places.some((row) => row.bare_client_count > 0)) return texts.noUnitCosts;
  return isServed ? undefined : texts.nothingServed;
}
