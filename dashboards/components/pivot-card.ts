import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import type { Period } from "./period.ts";
import { dataTable } from "./table.ts";

/** What may stand in the rows or the columns of a pivot. */
export interface PivotDimension<Row> {
  readonly name: string;
  readonly label: string;
  readonly keyOf: (row: Row) => string;
  readonly show: (key: string) => string;
  /** Its keys are days that stand in their order. */
  readonly isTime?: true;
}

/** What may stand in its cells: a sum, or the ratio of two sums. */
export interface PivotMeasure<Row> {
  readonly name: string;
  readonly label: string;
  readonly part: (row: Row) => number | null;
  readonly whole?: (row: Row) => number | null;
  readonly show: (value: number) => string;
}

/** A pivot: the first two dimensions and the first measure until the reader chooses. */
export interface Pivot<Row> {
  readonly name: string;
  readonly subtitle: string;
  readonly rows: readonly Row[];
  readonly dimensions: readonly PivotDimension<Row>[];
  readonly measures: readonly PivotMeasure<Row>[];
}

/** The months of a pivot or, in a period of days, its days. */
export function timeDimension(
  { words, formats }: PageContext,
  { unit }: Period,
): Omit<PivotDimension<unknown>, "keyOf"> {
  return {
    name: "month",
    label: unit === "day" ? words.time.points.day : words.columns.month,
    show: unit === "day" ? formats.dayShort : formats.monthShort,
    isTime: true,
  };
}

/** Folds a pivot away until it is asked for, by the reader or by the address; its code is fetched then. */
export function pivotCard<Row>(context: PageContext, pivot: Pivot<Row>): HTMLElement {
  const { words, state } = context;
  const place = element("div", {});
  const isAsked = state.get(`${pivot.name}.rows`) !== "";
  const fold = element(
    "details",
    { class: "card", "data-pivot": pivot.name, open: isAsked },
    element("summary", {}, words.pivot.title),
    place,
  );
  const open = async () => {
    const { drawPivot } = await import("../components/pivot.ts");
    place.replaceChildren(drawPivot(context, pivot, dataTable));
  };
  const giveUp = (error: unknown) => {
    console.error(error);
    place.replaceChildren(element("p", { class: "empty", role: "alert" }, words.states.error));
  };
  fold.addEventListener("toggle", () => {
    const rows = state.get(`${pivot.name}.rows`);
    if (fold.open && rows === "") state.keep({ [`${pivot.name}.rows`]: pivot.dimensions[0]?.name ?? "" });
    if (!fold.open) state.keep(Object.fromEntries(stateParts.map((part) => [`${pivot.name}.${part}`, ""])));
    if (fold.open) open().catch(giveUp);
    else place.replaceChildren();
  });
  return fold;
}

/** What of a pivot stands in the address. */
const stateParts = ["rows", "columns", "measure", "search", "sort", "hidden"] as const;
