import { listHref } from "../components/choose.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { sumOf } from "../figures.ts";
import { backtestTable, calibrationCard, verdictCard } from "./retention-backtest.ts";
import { clientTable } from "./retention-clients.ts";
import { cohortGrid, cohortMeasures, curveCard, secondOrderCard } from "./retention-cohorts.ts";
import { type ContractData, contractSection, readContracts } from "./retention-contracts.ts";
import { type RetentionData, readRetention } from "./retention-data.ts";
import { holdoutTable, valueCard } from "./retention-value.ts";

/** Draws churn, cohorts and lifetime value: who leaves, who stays, what they will be worth. */
export async function render(context: PageContext): Promise<PageView> {
  const { words } = context;
  const data = await readRetention(context);
  const contracts = await readContracts(context);
  if (data.clients.length === 0) return { draw: () => emptyPage(context) };
  const managers = new Map(data.clients.map((row) => [row.manager_id, row.manager]));
  const texts = words.retention;
  const statuses = data.clients.map((row) => row.status);
  const choices = () => [
    choiceOf(context, "status", texts.columns.status, statuses, (value) => nameOf(texts.statuses, value)),
    dimensionChoice(context, "region", data.clients),
    choiceOf(context, "manager", words.dimensions.manager, managers.keys(), (value) => managers.get(value) ?? value),
    {
      name: "cohort",
      label: texts.cohortMeasure,
      options: cohortMeasures.map((value, index) => ({
        value: index === 0 ? "" : value,
        label: texts.measures[value],
      })),
    },
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, contracts) };
}

function draw(context: PageContext, data: RetentionData, contracts: ContractData): readonly Node[] {
  const whole = (part: HTMLElement) => unfiltered(context, ["status", "region", "manager"], part);
  return [
    whole(headline(context, summarize(context, data), scopeOf(context, data))),
    whole(kpis(context, data)),
    clientTable(context, data),
    ...[
      cohortGrid(context, data),
      columns(curveCard(context, data), secondOrderCard(context, data)),
      ...contractSection(context, contracts),
      columns(verdictCard(context, data), calibrationCard(context, data)),
      backtestTable(context, data),
      columns(valueCard(context, data), holdoutTable(context, data)),
    ].map(whole),
  ];
}

function summarize({ words, formats }: PageContext, data: RetentionData): string {
  const cooling = data.statuses.find((row) => row.status === "cooling");
  const month = lastSharedMonth(data);
  const kept = data.curve.find((row) => row.month_number === month)?.retention_rate;
  const sentence = words.retention.headline(
    cooling?.client_count ?? 0,
    formats.moneyShort(cooling?.recent_amount ?? 0),
    formats,
  );
  if (month === undefined || kept === undefined) return sentence;
  return `${sentence} ${words.retention.headlineCohorts(month, formats.percent(kept))}`;
}

function scopeOf({ words, formats }: PageContext, data: RetentionData): string {
  const horizon = data.backtest[0]?.horizon_days;
  return words.retention.scope(horizon === undefined ? undefined : formats.integer(horizon));
}

/** The month retention is told at: six, or the last that cohorts have reached. */
function lastSharedMonth(data: RetentionData): number | undefined {
  const months = data.curve.map((row) => row.month_number).filter((month) => month > 0 && month <= 6);
  return months.length === 0 ? undefined : Math.max(...months);
}

/** Cohorts of a small trend: thirteen, as other small trends show months. */
const cohortsShown = 13;

function kpis(context: PageContext, data: RetentionData): HTMLElement {
  const { words, formats } = context;
  const texts = words.retention;
  const status = (name: string) => data.statuses.find((row) => row.status === name);
  const isProbable = data.gate !== undefined && data.gate.shown !== "rule";
  const valued = data.values[0];
  const month = lastSharedMonth(data);
  const kept = data.curve.find((row) => row.month_number === month);
  const again = data.secondOrders.filter((row) => row.day_number <= 90).at(-1);
  const plain = { kind: "amount", better: "neither", trend: [] } as const;
  const figure = (
    name: string,
    term: string,
    value: number | null,
    show: (value: number) => string,
    note: string,
    trend: readonly number[] = [],
  ) => kpiCard(context, { ...plain, name, term, value, show, note, trend });
  const count = (name: "cooling" | "lapsed") => {
    const row = status(name);
    const note = texts.salesNote(formats.moneyShort(row?.recent_amount ?? 0));
    return kpiCard(context, {
      ...plain,
      name: texts.clientsBy[name],
      href: listHref("churn-clients", { status: name }),
      term: "metrics.churn.status",
      value: row?.client_count ?? 0,
      show: formats.integer,
      note,
    });
  };
  return kpiRow(
    count("cooling"),
    count("lapsed"),
    figure(
      texts.atRisk,
      "metrics.churn.amount_at_risk",
      isProbable ? sumOf(data.statuses, (row) => row.amount_at_risk) : null,
      formats.moneyShort,
      isProbable ? texts.atRiskNote : texts.hidden,
    ),
    figure(
      month === undefined ? texts.retentionPlain : texts.retentionAt(month),
      "metrics.retention_curve.retention_rate",
      kept?.retention_rate ?? null,
      formats.percent,
      kept === undefined ? texts.noCohorts : texts.clientsNote(kept.client_count, formats),
      data.cohorts
        .filter((row) => row.month_number === month)
        .sort((left, right) => left.cohort_month.localeCompare(right.cohort_month))
        .slice(-cohortsShown)
        .map((row) => row.retention_rate),
    ),
    figure(
      texts.again,
      "metrics.second_order_curve.returned_share",
      again?.returned_share ?? null,
      formats.percent,
      texts.againNote,
    ),
    figure(
      texts.value,
      "metrics.client_lifetime_value.value_amount",
      valued === undefined ? null : sumOf(data.values, (row) => row.value_amount),
      formats.moneyShort,
      valued === undefined
        ? texts.noValue
        : texts.valueNote(
            texts.bases[valued.basis],
            valued.horizon_months,
            formats.percentWhole(valued.annual_discount),
          ),
    ),
  );
}
