import { readClientNames } from "../components/clients.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { type Choice, choiceOf, eitherChoice, filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow, stack } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import { divide } from "../figures.ts";
import {
  type BridgeRow,
  type ForecastData,
  type ForecastRow,
  type HistoryRow,
  intervalText,
  type LossRow,
  ofSeries,
  type PipelineRow,
  type PlanRow,
  pastQuarters,
  type QuarterTestRow,
  quarterName,
  readSeries,
  type ScoreRow,
  type SellerRow,
  type StageRow,
  type StaleRow,
  type WinRow,
} from "./forecast-data.ts";
import {
  findPipeline,
  lossBars,
  pipelineTable,
  quarterTestTable,
  stageBars,
  staleTable,
  winTable,
} from "./forecast-pipeline.ts";
import { bridgeBars, bridgeWindows, sellerTable, seriesBars } from "./forecast-profit.ts";
import { findNextQuarter, forecastTrend, methodTable, quarterTable } from "./forecast-sales.ts";
import { type CalibrationRow, calibrationSection } from "./forecast-stages.ts";

/** Draws forecast and pipeline: what the next quarter brings against plan, and how far that can be trusted. */
export async function render(context: PageContext): Promise<PageView> {
  const data = await readData(context);
  if (data.forecast.length === 0 && data.pipeline.length === 0) return { draw: () => emptyPage(context) };
  // A link from another page may carry both a region and a direction.
  if (context.state.get("region") !== "") context.state.keep({ direction: "" });
  return { filters: filterBar(context, () => choices(context, data)), draw: () => draw(context, data) };
}

async function readData(context: PageContext): Promise<ForecastData> {
  const { files } = context;
  return {
    forecast: await readRows<ForecastRow>(files.forecast),
    history: await readRows<HistoryRow>(files["forecast-history"]),
    plan: await readRows<PlanRow>(files["plan-months"]),
    pipeline: await readRows<PipelineRow>(files.pipeline),
    stages: await readRows<StageRow>(files["deal-stages"]),
    stale: await readRows<StaleRow>(files["stale-deals"]),
    wins: await readRows<WinRow>(files["win-rates"]),
    losses: await readRows<LossRow>(files["lost-deals"]),
    quarterTests: await readRows<QuarterTestRow>(files["pipeline-backtest"]),
    scores: await readRows<ScoreRow>(files["pipeline-scores"]),
    calibration: await readRows<CalibrationRow>(files["stage-calibration"]),
    bridge: await readRows<BridgeRow>(files["sales-bridge"]),
    sellers: await readRows<SellerRow>(files["manager-profit"]),
    managers: await readManagers(context),
    clients: await readClientNames(files["forecast-clients"]),
  };
}

function choices(context: PageContext, data: ForecastData): readonly Choice[] {
  const { words } = context;
  const sellers = data.pipeline.filter((row) => !row.is_total);
  const stages = data.stages.map((row) => row.stage);
  return [
    ...eitherChoice(context, ["region", "direction"], data.forecast, (_, value) => valueName(words, value)),
    managerChoice(context, sellers, (id) => managerName(context, data.managers, id)),
    choiceOf(context, "stage", words.forecast.stage, stages, (value) => value),
    {
      name: "window",
      label: words.forecast.bridgeWindow,
      options: bridgeWindows.map((value, index) => ({
        value: index === 0 ? "" : value,
        label: nameOf(words.forecast.windows, value),
      })),
    },
  ];
}

function draw(context: PageContext, data: ForecastData): readonly Node[] {
  const { words, formats } = context;
  const ofSales = (part: HTMLElement) => unfiltered(context, ["manager", "stage"], part);
  const ofDeals = (part: HTMLElement) => unfiltered(context, ["region", "direction"], part);
  const ofAllStages = (part: HTMLElement) => unfiltered(context, ["stage"], part);
  const ofCompany = (part: HTMLElement) => unfiltered(context, ["region", "direction", "manager", "stage"], part);
  const last = ofSeries(data.history, readSeries(context)).at(-1);
  const origin = last === undefined ? "—" : formats.month(last.month);
  return [
    ofAllStages(headline(context, summarize(context, data), words.forecast.scope(origin))),
    kpis(context, data),
    ...[forecastTrend(context, data), columns(quarterTable(context, data), methodTable(context, data))].map(ofSales),
    ofDeals(ofAllStages(pipelineTable(context, data))),
    ofDeals(staleTable(context, data)),
    columns(
      ofCompany(winTable(context, data)),
      stack(ofDeals(unfiltered(context, ["manager"], stageBars(context, data))), ofCompany(lossBars(context, data))),
    ),
    ...[quarterTestTable(context, data), ...calibrationSection(context, data.calibration)].map(ofCompany),
    ofSales(columns(bridgeBars(context, data), seriesBars(context, data))),
    ofDeals(ofAllStages(sellerTable(context, data))),
  ];
}

function summarize(context: PageContext, data: ForecastData): string {
  const { words, formats } = context;
  const next = findNextQuarter(context, data);
  const pipeline = findPipeline(context, data);
  const deals =
    pipeline?.weighted_amount == null
      ? words.forecast.noPipeline
      : words.forecast.pipelineLine(formats.moneyShort(pipeline.weighted_amount), formats.integer(pipeline.open_count));
  const series = readSeries(context);
  const manager = context.state.get("manager");
  const isOfSeries = series.dimension !== "total";
  const ofManager = manager === "" ? `${deals}.` : `${managerName(context, data.managers, manager)}: ${deals}.`;
  if (next === undefined || (manager !== "" && !isOfSeries)) return ofManager;
  const { row, plan } = next;
  const rate = plan === null ? null : divide(row.forecast_amount, plan);
  const sales = formats.clauses([
    words.forecast.headline(quarterName(context, row.period_start_date), formats.moneyShort(row.forecast_amount)),
    intervalText(context, row),
    plan === null || rate === null
      ? words.forecast.noPlan
      : words.forecast.againstPlan(formats.percentWhole(rate), formats.moneyChange(row.forecast_amount - plan)),
  ]);
  if (!isOfSeries) return `${sales}. ${deals}.`;
  // Deals are known by manager, sales by region or direction: what is chosen is spoken of, and named.
  const ofPlace = `${valueName(words, series.entity)}: ${sales}.`;
  return manager === "" ? ofPlace : `${ofPlace} ${ofManager}`;
}

function kpis(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const next = findNextQuarter(context, data);
  const pipeline = findPipeline(context, data);
  const past = next && pastQuarters(context, data.history, next.row.period_start_date);
  const plain = { kind: "amount", better: "more", trend: [] } as const;
  const rate = next?.plan == null ? null : divide(next.row.forecast_amount, next.plan);
  const ofSales = (card: HTMLElement) => unfiltered(context, ["manager", "stage"], card);
  const ofDeals = (card: HTMLElement) => unfiltered(context, ["region", "direction", "stage"], card);
  return kpiRow(
    ofSales(
      kpiCard(context, {
        ...plain,
        name: words.forecast.nextQuarter,
        term: "metrics.forecast.forecast_amount",
        value: next?.row.forecast_amount ?? null,
        before: past?.yearBefore,
        comparedWith: past && quarterName(context, past.yearBeforeStart),
        trend: next === undefined ? [] : [...(past?.amounts ?? []), next.row.forecast_amount],
        show: formats.moneyShort,
        target:
          rate === null ? undefined : { value: 1, progress: rate, label: words.kpi.ofPlan(formats.percentWhole(rate)) },
        note: next === undefined ? undefined : intervalText(context, next.row),
      }),
    ),
    ofDeals(
      kpiCard(context, {
        ...plain,
        name: words.forecast.pipeline,
        term: "metrics.pipeline.weighted_amount",
        value: pipeline?.weighted_amount ?? null,
        show: formats.moneyShort,
        note: pipelineNote(context, pipeline),
      }),
    ),
    ofDeals(
      kpiCard(context, {
        ...plain,
        name: words.forecast.velocity,
        term: "metrics.pipeline.velocity_per_day",
        value: pipeline?.velocity_per_day ?? null,
        show: formats.moneyShort,
        note:
          pipeline?.win_rate_count == null || pipeline.cycle_days_p50 === null
            ? undefined
            : words.forecast.velocityNote(
                formats.percentWhole(pipeline.win_rate_count),
                formats.decimal(pipeline.cycle_days_p50),
              ),
      }),
    ),
    ofDeals(
      kpiCard(context, {
        ...plain,
        better: "less",
        name: words.forecast.stale,
        term: "metrics.pipeline.stale_amount",
        value: pipeline?.stale_count ?? null,
        show: formats.integer,
        note:
          pipeline?.stale_amount == null
            ? undefined
            : words.forecast.staleNote(formats.moneyShort(pipeline.stale_amount)),
      }),
    ),
  );
}

function pipelineNote({ words, formats }: PageContext, row: PipelineRow | undefined): string | undefined {
  if (row?.weighted_lower_amount == null || row.weighted_upper_amount === null) return undefined;
  const parts = [
    words.forecast.range(formats.moneyShort(row.weighted_lower_amount), formats.moneyShort(row.weighted_upper_amount)),
    ...(row.largest_share === null ? [] : [words.forecast.largest(formats.percent(row.largest_share))]),
    ...(row.manual_weighted_amount === null
      ? []
      : [words.forecast.manual(formats.moneyShort(row.manual_weighted_amount))]),
  ];
  return formats.clauses(parts);
}
