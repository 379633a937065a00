import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import type { DataTable } from "./table.ts";

/** Narrower tables are read whole. */
const chosenFrom = 6;

/** Reads which columns the address hides, counted from 0; the first one names the row and always stays. */
export function readHidden<Row>({ state }: PageContext, table: DataTable<Row>): ReadonlySet<number> {
  const numbers = state.get(`${table.name}.hidden`).split(".").map(Number);
  return new Set(numbers.map((number) => number - 1).filter((index) => index > 0 && index < table.columns.length));
}

/**
 * Makes the choice of columns a wide table shows and saves; what is hidden stands in the address. Undefined for tables
 * that are narrow.
 */
export function columnChooser<Row>(
  { words, formats, state }: PageContext,
  table: DataTable<Row>,
  hidden: ReadonlySet<number>,
  show: (hidden: ReadonlySet<number>) => void,
): HTMLElement | undefined {
  const choices = table.columns.flatMap(({ title, isFileOnly }, index) =>
    isFileOnly === true || index === 0 ? [] : [{ index, title, box: checkbox(!hidden.has(index), index) }],
  );
  if (choices.length < chosenFrom) return undefined;
  const summary = element("summary", {});
  const all = element("button", { type: "button" }, words.tables.allColumns);
  const name = () => {
    const count = choices.filter(({ box }) => box.checked).length;
    all.disabled = count === choices.length;
    summary.textContent = `${words.tables.columns}: ${formats.integer(count + 1)}/${formats.integer(choices.length + 1)}`;
  };
  const change = () => {
    const chosen = choices.filter(({ box }) => !box.checked).map(({ index }) => index);
    state.keep({ [`${table.name}.hidden`]: chosen.map((index) => index + 1).join(".") });
    name();
    show(new Set(chosen));
  };
  for (const { box } of choices) box.addEventListener("change", change);
  all.addEventListener("click", () => {
    for (const { box } of choices) box.checked = true;
    change();
    summary.focus();
  });
  name();
  const labels = choices.map(({ box, title }) => element("label", {}, box, " ", element("bdi", {}, title)));
  const group = element(
    "div",
    { role: "group", "aria-label": `${table.title}: ${words.tables.columns}` },
    ...labels,
    all,
  );
  const menu = element("details", { class: "column-choice", "data-columns": table.name }, summary, group);
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  return menu;
}

function checkbox(isChecked: boolean, index: number): HTMLInputElement {
  return element("input", { type: "checkbox", checked: isChecked, "data-column": String(index) });
}
