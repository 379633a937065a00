import { matrixChart } from "../charts/matrix.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type Choice, choiceOf } from "../components/filters.ts";
import { barred, dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, groupBy, sumOf } from "../figures.ts";
import type { ProductAbcRow, ProductRow } from "../rows.ts";

/** A product of the list: what it sold in the window of its classes, and how evenly. */
export interface SoldProduct extends ProductAbcRow {
  readonly name: string;
  readonly direction: string;
}

const sizes = ["A", "B", "C"] as const;
const rhythms = ["X", "Y", "Z", "none"] as const;

/** Evenness of demand; `none` stands for products too young to tell. */
const rhythmOf = (row: SoldProduct) => row.xyz ?? "none";

/** Reads the products with sales in the last twelve complete months, largest first. */
export async function readProducts({ files }: PageContext): Promise<readonly SoldProduct[]> {
  const cards = new Map((await readRows<ProductRow>(files.products)).map((row) => [row.product_id, row]));
  return (await readRows<ProductAbcRow>(files["product-abc"])).map((row) => {
    const card = cards.get(row.product_id);
    return { ...row, name: card?.name ?? row.product_id, direction: card?.direction ?? "unknown" };
  });
}

/** Draws products by size of sales and evenness of demand. */
export function productGrid(context: PageContext, products: readonly SoldProduct[]): HTMLElement {
  const { words, formats } = context;
  const groups = groupBy(products, (row) => `${row.abc}${rhythmOf(row)}`);
  const cells = sizes.flatMap((abc) =>
    rhythms.map((xyz) => {
      const rows = groups.get(`${abc}${xyz}`) ?? [];
      return {
        abc,
        rhythm: xyz,
        xyz: rhythmName(context, xyz),
        count: rows.length,
        net: sumOf(rows, (row) => row.net_amount),
      };
    }),
  );
  const largest = products.filter((row) => row.abc === "A");
  const share = divide(
    sumOf(largest, (row) => row.net_amount),
    sumOf(products, (row) => row.net_amount),
  );
  const column = columnsFor<(typeof cells)[number]>(context);
  return chartCard(context, {
    name: "products-by-class",
    title:
      share == null
        ? words.products.table
        : words.products.gridTitle("A", largest.length, formats.percent(share), formats),
    subtitle: products.length === 0 ? "" : words.products.gridSubtitle(windowText(context, products)),
    rows: products.length === 0 ? [] : cells,
    columns: [
      column.text("ABC", (row) => row.abc),
      column.text("XYZ", (row) => row.xyz),
      column.count(words.columns.products, (row) => row.count),
      column.money(words.metrics.netSales, (row) => row.net),
    ],
    draw: (width) =>
      matrixChart(
        {
          xs: rhythms.map((xyz) => rhythmName(context, xyz)),
          ys: [...sizes],
          rowHeight: 52,
          cells: cells.map((cell) => ({
            x: cell.xyz,
            y: cell.abc,
            value: cell.net,
            text:
              cell.count === 0
                ? ""
                : width > 420
                  ? `${formats.integer(cell.count)}\n${formats.moneyShort(cell.net)}`
                  : formats.integer(cell.count),
            detail: `${formats.list([cell.abc, cell.xyz])}: ${formats.list([formats.integer(cell.count), formats.money(cell.net)])}`,
            action: cell.count === 0 ? undefined : filterBy(context, "abc", cell.abc, { xyz: cell.rhythm }),
          })),
        },
        width,
      ),
  });
}

function rhythmName({ words }: PageContext, xyz: string): string {
  return xyz === "none" ? words.products.noHistory : xyz;
}

/** Offers the classes of products once a cell of the grid is chosen: most readers of the page ask for clients' dimensions. */
export function productChoices(context: PageContext): readonly Choice[] {
  const { state } = context;
  const abc = choiceOf(context, "abc", "ABC", sizes, (value) => value);
  const xyz = choiceOf(context, "xyz", "XYZ", rhythms, (value) => rhythmName(context, value));
  return [abc, xyz].filter(({ name }) => state.get(name) !== "");
}

/** Lists the products with their classes. */
export function productTable(context: PageContext, all: readonly SoldProduct[]): HTMLElement {
  const { words, state } = context;
  const products = all.filter(
    (row) => ["", row.abc].includes(state.get("abc")) && ["", rhythmOf(row)].includes(state.get("xyz")),
  );
  const column = columnsFor<SoldProduct>(context);
  return dataTable(context, {
    name: "products",
    title: words.products.table,
    subtitle: all.length === 0 ? "" : words.products.tableSubtitle(windowText(context, all)),
    rows: products,
    columns: [
      column.text(words.dimensions.product, (row) => row.name),
      column.text("ABC", (row) => row.abc),
      column.text("XYZ", (row) => row.xyz),
      barred(products, summed(column.money(words.metrics.netSales, (row) => row.net_amount))),
      column.percent(words.columns.variation, (row) => row.coefficient_of_variation),
      column.named(words.columns.demand, (row) => row.demand_type, words.demandTypes),
      column.named(words.dimensions.direction, (row) => row.direction, words.values),
    ],
  });
}

/** Names the window all products share. */
function windowText({ formats }: PageContext, products: readonly SoldProduct[]): string {
  const first = products[0];
  return first === undefined ? "" : formats.monthRange(first.window_from_month, first.window_to_month);
}
