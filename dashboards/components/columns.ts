import type { Cell } from "../data.ts";
import { linkedClients } from "./client-link.ts";
import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import { nameOf } from "./names.ts";
import { sparkline } from "./spark.ts";
import type { Column } from "./table.ts";

type Get<Row, Value> = (row: Row) => Value | null;

/** Makes the columns tables are built from: text as it is, numbers in the reader's format, dashes for what is unknown. */
export function columnsFor<Row>(context: PageContext) {
  const { formats } = context;
  const number =
    (show: (value: number) => string) =>
    (title: string, value: Get<Row, number>): Column<Row> => ({
      title,
      value,
      show: (row) => showOr(value(row), show),
      showNumber: show,
      isNumber: true,
    });
  return {
    text: (title: string, value: Get<Row, string>, show: (value: string) => string = (text) => text): Column<Row> => ({
      title,
      value: (row): Cell => {
        const text = value(row);
        return text === null ? null : show(text);
      },
    }),
    /** The name of a client, which leads to the card. */
    client: (idOf: Get<Row, string>, nameOf: (row: Row) => string): Column<Row> => linkedClients(context, idOf, nameOf),
    /** A code in the reader's words. */
    named: (title: string, value: Get<Row, string>, names: Readonly<Record<string, string>>): Column<Row> => ({
      title,
      value: (row): Cell => {
        const code = value(row);
        return code === null ? null : nameOf(names, code);
      },
    }),
    day: (title: string, value: Get<Row, string>): Column<Row> => ({
      title,
      value,
      show: (row) => showOr(value(row), formats.date),
      isDay: true,
    }),
    month: (title: string, value: Get<Row, string>): Column<Row> => ({
      title,
      value,
      show: (row) => showOr(value(row), formats.month),
      isDay: true,
    }),
    instant: (title: string, value: Get<Row, string>): Column<Row> => ({
      title,
      value,
      show: (row) => showOr(value(row), (text) => formats.instant(`${text.replace(" ", "T")}Z`)),
      isDay: true,
    }),
    money: number(formats.money),
    count: number(formats.integer),
    percent: number(formats.percent),
    chance: number(formats.chance),
    decimal: number(formats.tenths),
    ratio: number(formats.hundredths),
    /** A change, with an arrow, coloured where it is good or bad. */
    change: (
      title: string,
      value: Get<Row, number>,
      show: (value: number) => string,
      better: "more" | "less",
    ): Column<Row> => ({
      ...number(show)(title, value),
      show: (row) => showOr(value(row), (change) => drawChange(change, show(change), better)),
    }),
    /** Recent months as a small line, oldest first. */
    trend: (title: string, values: (row: Row) => readonly (number | null)[]): Column<Row> => ({
      title,
      value: () => null,
      show: (row) => sparkline(values(row)) ?? "—",
      isPictureOnly: true,
    }),
    /** A judgement in words, coloured: `good`, `warn` or `bad`. */
    state: (
      title: string,
      value: (row: Row) => string,
      tone: (row: Row) => "good" | "warn" | "bad" | "none",
    ): Column<Row> => ({
      title,
      value,
      show: (row) => element("span", { class: "state", "data-state": tone(row) }, value(row)),
    }),
  };
}

function showOr<Value, Shown>(value: Value | null, show: (value: Value) => Shown): Shown | string {
  return value === null ? "—" : show(value);
}

function drawChange(change: number, shown: string, better: "more" | "less"): HTMLElement | string {
  if (change === 0) return shown;
  const tone = change > 0 === (better === "more") ? "good" : "bad";
  return element(
    "span",
    { class: "delta", "data-state": tone },
    `${change > 0 ? "▲" : "▼"} `,
    element("bdi", {}, shown),
  );
}
