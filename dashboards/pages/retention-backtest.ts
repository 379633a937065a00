import { calibrationChart } from "../charts/calibration.ts";
import { chartCard } from "../components/chart.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { nameOf } from "../components/names.ts";
import { dataTable } from "../components/table.ts";
import type { BacktestRow, CalibrationRow, RetentionData } from "./retention-data.ts";

/** Wheat–Morrison: from here on gaps are regular, and the own rhythm reacts faster than the model. */
const regularFrom = 1.5;

/** Says in words what the back-test allows to be shown, and why. */
export function verdictCard({ words, formats }: PageContext, { gate, rule }: RetentionData): HTMLElement {
  const texts = words.retention;
  const share = (value: number | null) => (value === null ? "—" : formats.ratio(value));
  const sentences =
    gate === undefined
      ? [texts.verdict.none]
      : [
          nameOf(texts.verdict.reasons, gate.reason),
          ...(gate.cut_off_count === 0
            ? []
            : [
                gate.is_better_than_recency
                  ? texts.verdict.better(share(gate.model_auc), share(gate.recency_auc))
                  : texts.verdict.notBetter(
                      share(gate.model_auc),
                      share(gate.recency_auc),
                      gate.better_than_recency_count,
                    ),
              ]),
          ...(gate.cohort_fit_count > 0
            ? [texts.verdict.cohorts(gate.cohort_fit_count, gate.cohort_count, formats)]
            : []),
          ...(gate.gap_regularity !== null && gate.gap_regularity >= regularFrom
            ? [texts.verdict.regular(formats.decimal(gate.gap_regularity))]
            : []),
        ];
  const ruleText =
    rule === undefined
      ? undefined
      : texts.verdict.rule(
          formats.decimal(rule.active_ratio),
          formats.decimal(rule.lapsed_ratio),
          formats.integer(rule.lapsed_after_days),
          rule.lapsed_precision === null ? undefined : formats.percentWhole(rule.lapsed_precision),
        );
  return element(
    "section",
    { class: "card" },
    element("h2", {}, gate?.shown === "rule" || gate === undefined ? texts.verdict.hidden : texts.verdict.shown),
    ...sentences.map((text) => element("p", {}, text)),
    ruleText === undefined ? undefined : element("p", { class: "note" }, ruleText),
  );
}

/** Draws what came over what was promised, at the newest cut-off. */
export function calibrationCard(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const variant = data.gate?.shown === "recalibrated" ? "recalibrated" : "model";
  const newest = Math.min(...data.calibration.map((row) => row.cut_number));
  const rows = data.calibration.filter((row) => row.variant === variant && row.cut_number === newest);
  const test = data.backtest.find((row) => row.cut_number === newest && row.method === variant);
  const column = columnsFor<CalibrationRow>(context);
  return chartCard(context, {
    name: "churn-calibration",
    title:
      test?.expected_calibration_error == null
        ? texts.calibrationPlain
        : texts.calibrationTitle(formats.decimal(test.expected_calibration_error * 100)),
    subtitle: test === undefined ? "" : texts.calibrationSubtitle(formats.date(test.cut_date)),
    rows,
    columns: [
      column.count(texts.columns.bin, (row) => row.bin),
      column.count(words.columns.clients, (row) => row.client_count),
      column.percent(texts.columns.promised, (row) => row.mean_probability),
      column.percent(texts.columns.observed, (row) => row.order_rate),
      column.percent(words.columns.lower, (row) => row.order_rate_low),
      column.percent(words.columns.upper, (row) => row.order_rate_high),
    ],
    draw: (width) =>
      calibrationChart(
        rows.map((row) => ({
          promised: row.mean_probability,
          observed: row.order_rate,
          low: row.order_rate_low,
          high: row.order_rate_high,
          detail: texts.calibrationPoint(
            formats.percent(row.mean_probability),
            formats.percent(row.order_rate),
            formats.integer(row.client_count),
          ),
        })),
        formats.percentWhole,
        { x: texts.columns.promised, y: texts.columns.observed },
        width,
      ),
  });
}

/** Lists how well each method told who would order, from three days in the past. */
export function backtestTable(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const column = columnsFor<BacktestRow>(context);
  const points = (value: number) => formats.ratio(value);
  const fine = (title: string, value: (row: BacktestRow) => number | null) => ({
    ...column.ratio(title, value),
    show: (row: BacktestRow) => {
      const number = value(row);
      return number === null ? "—" : points(number);
    },
  });
  return dataTable(context, {
    name: "churn-backtest",
    title: texts.backtest,
    subtitle: texts.backtestSubtitle,
    rows: data.backtest,
    columns: [
      column.day(texts.columns.cutOff, (row) => row.cut_date),
      column.named(texts.columns.method, (row) => row.method, texts.methods),
      column.count(words.columns.clients, (row) => row.client_count),
      column.percent(texts.columns.orderRate, (row) => row.order_rate),
      fine(texts.columns.auc, (row) => row.auc),
      fine(texts.columns.aucDifference, (row) => row.auc_difference),
      fine(words.columns.lower, (row) => row.auc_difference_low),
      fine(words.columns.upper, (row) => row.auc_difference_high),
      column.percent(texts.columns.skill, (row) => row.brier_skill),
      fine(texts.columns.lift, (row) => row.top_decile_lift),
      column.count(texts.columns.expected, (row) => row.expected_order_count),
      column.count(texts.columns.actual, (row) => row.actual_order_count),
      column.named(words.columns.quality, (row) => row.quality_flag, { ...words.flags, ...texts.flags }),
    ],
  });
}
