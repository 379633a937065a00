import type { Bar } from "../charts/bars.ts";
import { barCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type Monthly, managerName } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import { divide, sumOf } from "../figures.ts";
import type { ProductRow } from "../rows.ts";

interface Returned {
  readonly return_count: number;
  readonly returned_quantity: number;
  readonly returned_amount: number;
}

interface Shipped extends Returned {
  readonly shipment_count: number;
  readonly shipped_quantity: number;
  readonly shipped_amount: number;
}

/** Lines shipped in the last twelve months that are old enough to tell, and what of them came back. */
export interface LineReturns {
  readonly products: readonly (Shipped & { readonly product_id: string })[];
  readonly managers: readonly (Shipped & { readonly manager_id: string })[];
  readonly reasons: readonly (Returned & { readonly reason: string })[];
  readonly names: Readonly<Record<string, string>>;
}

/** Reads returns per shipped line. */
export async function readLineReturns({ files }: PageContext): Promise<LineReturns> {
  const names = await readRows<ProductRow>(files.products);
  return {
    products: await readRows<LineReturns["products"][number]>(files["line-returns-by-product"]),
    managers: await readRows<LineReturns["managers"][number]>(files["line-returns-by-manager"]),
    reasons: await readRows<LineReturns["reasons"][number]>(files["line-returns-by-reason"]),
    names: Object.fromEntries(names.map((row) => [row.product_id, row.name])),
  };
}

/** Draws which products and whose lines come back; nothing where nothing left. */
export function lineReturnCards(
  context: PageContext,
  data: LineReturns,
  managers: Monthly["managers"],
): readonly HTMLElement[] {
  if (sumOf(data.products, (row) => row.shipment_count) === 0) return [];
  const { words } = context;
  const product = (id: string) => nameOf(data.names, valueName(words, id));
  return [
    columns(
      unfiltered(
        context,
        ["type", "manager"],
        rateCard(
          context,
          data.products.map((row) => ({ ...row, name: product(row.product_id) })),
          { name: "returns-by-product", entity: words.dimensions.product, title: words.promises.lineProductTitle },
        ),
      ),
      unfiltered(
        context,
        ["type"],
        rateCard(
          context,
          data.managers.map((row) => ({ ...row, name: managerName(context, managers, row.manager_id) })),
          { name: "returns-by-manager", entity: words.dimensions.manager, title: words.promises.lineManagerTitle },
        ),
      ),
    ),
  ];
}

interface Rated extends Shipped {
  readonly name: string;
}

/** Fewer deliveries say little of a rate: they stand in the table only. */
const leastDeliveries = 30;

function rateCard(
  context: PageContext,
  all: readonly Rated[],
  told: { readonly name: string; readonly entity: string; readonly title: (name: string, rate: string) => string },
): HTMLElement {
  const { words, formats } = context;
  const texts = words.promises;
  const rate = (row: Rated) => divide(row.returned_quantity, row.shipped_quantity);
  const isTold = (row: Rated) => row.shipment_count >= leastDeliveries && rate(row) !== null;
  const rows = [...all].sort(
    (left, right) => Number(isTold(right)) - Number(isTold(left)) || (rate(right) ?? 0) - (rate(left) ?? 0),
  );
  const first = rows.find(isTold);
  const column = columnsFor<Rated>(context);
  const bar = (row: Rated): Bar => ({
    label: row.name,
    value: isTold(row) ? (rate(row) ?? 0) : 0,
    text: isTold(row) ? formats.percent(rate(row) ?? 0) : texts.fewDeliveries,
  });
  return barCard(
    context,
    {
      name: told.name,
      title: first === undefined ? texts.lineReturns : told.title(first.name, formats.percent(rate(first) ?? 0)),
      subtitle: texts.lineSubtitle,
      rows,
      columns: [
        column.text(told.entity, (row) => row.name),
        column.count(texts.deliveries, (row) => row.shipment_count),
        column.money(texts.shipped, (row) => row.shipped_amount),
        column.count(texts.returnCount, (row) => row.return_count),
        column.money(texts.cameBack, (row) => row.returned_amount),
        column.percent(texts.returnRateUnits, rate),
        column.percent(texts.returnRate, (row) => divide(row.returned_amount, row.shipped_amount)),
      ],
    },
    bar,
  );
}

/** Draws for which reasons lines come back; nothing where nothing left. */
export function lineReasonCard(context: PageContext, data: LineReturns): HTMLElement | undefined {
  if (sumOf(data.products, (row) => row.shipment_count) === 0) return undefined;
  const { words, formats } = context;
  const texts = words.promises;
  const shipped = sumOf(data.products, (row) => row.shipped_amount);
  const units = sumOf(data.products, (row) => row.shipped_quantity);
  const rows = data.reasons
    .map((row) => ({ ...row, name: valueName(words, row.reason) }))
    .sort((left, right) => right.returned_amount - left.returned_amount);
  const first = rows[0];
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: "returns-by-reason",
      title:
        first === undefined || shipped === 0
          ? texts.lineReturns
          : texts.lineReasonTitle(first.name, formats.percent(first.returned_amount / shipped)),
      subtitle: texts.lineReasonSubtitle,
      rows,
      columns: [
        column.text(texts.reason, (row) => row.name),
        column.count(texts.returnCount, (row) => row.return_count),
        column.money(texts.cameBack, (row) => row.returned_amount),
        column.percent(texts.returnRateUnits, (row) => divide(row.returned_quantity, units)),
        column.percent(texts.returnRate, (row) => divide(row.returned_amount, shipped)),
      ],
    },
    (row) => ({
      label: row.name,
      value: divide(row.returned_amount, shipped) ?? 0,
      text: `${formats.moneyShort(row.returned_amount)} · ${formats.percent(divide(row.returned_amount, shipped) ?? 0)}`,
    }),
  );
}
