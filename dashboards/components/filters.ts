import { filterRows } from "../figures.ts";
import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import { type Drawer, openDrawer } from "./drawer.ts";
import { valueName } from "./names.ts";

/** A choice in the filter bar. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Other filters that follow from the value chosen. */
  readonly also?: (value: string) => Readonly<Record<string, string>>;
  /** What its chip says, if that is more than the option; nothing where another chip says it. */
  readonly chip?: string | undefined;
}

/**
 * Makes the filter bar with a chip for each filter in force, drawn anew when the address changes. Fields that offer what they
 * did stay as they are: one made anew would lose the focus and have all its options laid out again.
 */
export function filterBar(context: PageContext, choices: () => readonly Choice[]): HTMLElement {
  const { words, formats, state } = context;
  const bar = element("form", { class: "filters", "aria-label": words.filters.label });
  bar.addEventListener("submit", (event) => event.preventDefault());
  const drawer = openDrawer(bar);
  const chips = element("ul", { class: "chips", "aria-label": words.filters.active });
  const reset = element("button", { type: "button" }, words.filters.reset);
  reset.addEventListener("click", () => state.reset());
  const fields = new Map<string, Field>();
  const fieldOf = (choice: Choice): HTMLElement => {
    const known = fields.get(choice.name);
    const field = known?.take(choice) === true ? known : chooser(context, choice);
    fields.set(choice.name, field);
    return field.label;
  };
  const draw = () => {
    const focused = document.activeElement?.getAttribute("data-filter");
    const list = choices();
    const isFiltered = state.isFiltered(list.map((choice) => choice.name));
    arrange(bar, [...list.map(fieldOf), ...(isFiltered ? [reset] : [])]);
    chips.replaceChildren(...list.flatMap((choice) => drawChip(context, choice, bar, drawer)));
    const count = chips.childElementCount;
    chips.hidden = count === 0;
    drawer.name(count === 0 ? words.filters.label : `${words.filters.label} · ${formats.integer(count)}`);
    if (focused && document.activeElement === document.body)
      bar.querySelector<HTMLElement>(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
  };
  draw();
  state.onChange(draw);
  return element("div", { class: "filtering" }, drawer.place, chips);
}

/** A filter in force, by name and value: one click takes it off. */
function drawChip(context: PageContext, choice: Choice, bar: HTMLElement, drawer: Drawer): readonly HTMLElement[] {
  const { words, state } = context;
  if (choice.chip === "" || !state.isFiltered([choice.name])) return [];
  const value = state.get(choice.name);
  const label = choice.chip ?? choice.options.find((option) => option.value === value)?.label ?? value;
  const text = element("span", {}, `${choice.label}: `, element("bdi", {}, label));
  const said = words.filters.remove(`${choice.label}: ${label}`);
  const button = element(
    "button",
    { type: "button", "data-chip": choice.name, "aria-label": said, title: said },
    text,
    element("span", { "aria-hidden": "true" }, " ×"),
  );
  button.addEventListener("click", () => {
    state.drop([choice.name, ...Object.keys(choice.also?.("") ?? {})]);
    drawer.focus(bar.querySelector<HTMLElement>(`[data-filter="${CSS.escape(choice.name)}"]`));
  });
  return [element("li", {}, button)];
}

/** Offers every value that occurs, sorted, after «all». */
export function choiceOf(
  context: PageContext,
  name: string,
  label: string,
  values: Iterable<string>,
  labelOf: (value: string) => string,
): Choice {
  const options = [...new Set(values)]
    .map((value) => ({ value, label: labelOf(value) }))
    .sort((left, right) => context.formats.compare(left.label, right.label));
  return { name, label, options: [{ value: "", label: context.words.filters.all }, ...options] };
}

/** Offers the values of a dimension that occur in some rows. */
export function dimensionChoice<Dimension extends "region" | "direction" | "carrier">(
  context: PageContext,
  dimension: Dimension,
  rows: readonly Readonly<Record<Dimension, string>>[],
): Choice {
  const { words } = context;
  const values = rows.map((row) => row[dimension]);
  return choiceOf(context, dimension, words.dimensions[dimension], values, (value) => valueName(words, value));
}

/** Offers the managers that occur in some rows. */
export function managerChoice(
  context: PageContext,
  rows: readonly { readonly manager_id: string }[],
  nameOfManager: (id: string) => string,
): Choice {
  const ids = rows.map((row) => row.manager_id);
  return choiceOf(context, "manager", context.words.dimensions.manager, ids, nameOfManager);
}

/**
 * Offers the values of two dimensions whose figures are known for one of them at a time: choosing in one lets go of the
 * other.
 */
export function eitherChoice<Name extends "region" | "manager" | "direction">(
  context: PageContext,
  names: readonly [Name, Name],
  rows: readonly { readonly dimension: string; readonly entity_id: string }[],
  labelOf: (name: Name, value: string) => string,
): readonly Choice[] {
  const { dimensions } = context.words;
  const [first, second] = names;
  return names.map((name) => {
    const values = rows.filter((row) => row.dimension === name).map((row) => row.entity_id);
    return {
      ...choiceOf(context, name, dimensions[name], values, (value) => labelOf(name, value)),
      also: () => ({ [name === first ? second : first]: "" }),
    };
  });
}

/** Keeps the rows of the region and the manager the filters name. */
export function ofPlace<Row extends { readonly region: string; readonly manager_id: string }>(
  { state }: PageContext,
  rows: readonly Row[],
): readonly Row[] {
  return filterRows(rows, { region: state.get("region"), manager_id: state.get("manager") });
}

/**
 * Keeps the figures of the region or the manager the filters name, else those of all. Figures that do not add up, such as
 * days of sales, are known for one of them, not for both at once.
 */
export function ofEntity<Row extends { readonly dimension: string; readonly entity_id: string }>(
  { state }: PageContext,
  rows: readonly Row[],
): readonly Row[] {
  const [region, manager] = [state.get("region"), state.get("manager")];
  if (region !== "" && manager !== "") return [];
  const [dimension, entity] =
    region !== "" ? ["region", region] : manager !== "" ? ["manager", manager] : ["all", "all"];
  return rows.filter((row) => row.dimension === dimension && row.entity_id === entity);
}

/** A field of the bar. */
interface Field {
  readonly label: HTMLElement;
  /** Shows what is chosen now, if it offers what the choice does. */
  take(choice: Choice): boolean;
}

function chooser(context: PageContext, given: Choice): Field {
  let choice = given;
  const offered = offersOf(context, choice);
  const select = element("select", { "data-filter": choice.name });
  for (const { value, label } of offered) select.append(element("option", { value, dir: "auto" }, label));
  select.value = context.state.get(choice.name);
  select.addEventListener("change", () =>
    context.state.set({ ...choice.also?.(select.value), [choice.name]: select.value }),
  );
  return {
    label: element("label", {}, choice.label, select),
    take(next) {
      const wanted = offersOf(context, next);
      const isSame = wanted.every(
        ({ value, label }, at) => value === offered[at]?.value && label === offered[at]?.label,
      );
      if (!isSame || wanted.length !== offered.length) return false;
      choice = next;
      select.value = context.state.get(next.name);
      return true;
    },
  };
}

/** A value of the address nobody offers is offered too: the reader sees what is in force. */
function offersOf({ state }: PageContext, { name, options }: Choice): Choice["options"] {
  const chosen = state.get(name);
  return options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, label: chosen }];
}

/** Leaves the nodes that stand where they should alone. */
function arrange(bar: HTMLElement, nodes: readonly HTMLElement[]): void {
  for (const child of [...bar.children]) if (!nodes.some((node) => node === child)) child.remove();
  nodes.forEach((node, at) => {
    if (bar.children[at] !== node) bar.insertBefore(node, bar.children[at] ?? null);
  });
}
