import { barCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { dataTable } from "../components/table.ts";
import { divide, sumOf } from "../figures.ts";
import type { HoldoutRow, RetentionData, ValueRow } from "./retention-data.ts";

/** Draws how lifetime value is spread over tenths of the clients. */
export function valueCard(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const first = data.values.find((row) => row.value_decile === 1);
  const column = columnsFor<ValueRow>(context);
  return barCard(
    context,
    {
      name: "value-deciles",
      title: first?.value_share == null ? texts.decilesPlain : texts.decilesTitle(formats.percent(first.value_share)),
      subtitle:
        first === undefined
          ? texts.noValue
          : texts.decilesSubtitle(
              texts.bases[first.basis],
              first.horizon_months,
              formats.percentWhole(first.annual_discount),
            ),
      rows: data.values,
      columns: [
        column.count(texts.columns.decile, (row) => row.value_decile),
        column.count(words.columns.clients, (row) => row.client_count),
        column.money(texts.columns.value, (row) => row.value_amount),
        column.percent(texts.columns.valueShare, (row) => row.value_share),
        column.money(texts.columns.historic, (row) => row.historic_amount),
      ],
    },
    (row) => ({
      label: texts.decile(row.value_decile),
      value: row.value_amount,
      text: formats.moneyShort(row.value_amount),
      detail: `${texts.decile(row.value_decile)}: ${formats.money(row.value_amount)}`,
    }),
  );
}

/** Lists what was forecast and what came, by tenths of the clients, for the model and for last year's sales. */
export function holdoutTable(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const held = data.holdout[0];
  const column = columnsFor<HoldoutRow>(context);
  const of = (method: string) => data.holdout.filter((row) => row.method === method);
  const bias = (method: string) =>
    divide(
      sumOf(of(method), (row) => row.forecast_amount - row.actual_amount),
      sumOf(of(method), (row) => row.actual_amount),
    );
  const [model, lastYear] = [bias("model"), bias("last_year")];
  return dataTable(context, {
    name: "value-holdout",
    title:
      model === null || lastYear === null
        ? texts.holdoutPlain
        : texts.holdoutTitle(formats.percentChange(model), formats.percentChange(lastYear)),
    subtitle: held === undefined ? "" : texts.holdoutSubtitle(formats.integer(held.holdout_days)),
    rows: data.holdout,
    columns: [
      column.named(texts.columns.method, (row) => row.method, texts.methods),
      column.count(texts.columns.decile, (row) => row.decile),
      column.count(words.columns.clients, (row) => row.client_count),
      column.money(texts.columns.forecast, (row) => row.forecast_amount),
      column.money(texts.columns.actualSales, (row) => row.actual_amount),
    ],
  });
}
