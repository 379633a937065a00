import { barCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { foldBars } from "../components/fold.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { textCard } from "../components/page.ts";
import { dataTable, summed } from "../components/table.ts";
import { divide, filterRows, groupBy, sumOf } from "../figures.ts";
import {
  type ForecastData,
  type LossRow,
  type PipelineRow,
  quarterName,
  quarterPlan,
  type StageRow,
  type StaleRow,
  type WinRow,
} from "./forecast-data.ts";

const company = { dimension: "total", entity: "all" };

/** Finds the pipeline of all quarters: of the manager chosen, else of everyone. */
export function findPipeline(context: PageContext, data: ForecastData): PipelineRow | undefined {
  return data.pipeline.find((row) => isChosen(context, row) && row.close_quarter === "all");
}

function isChosen({ state }: PageContext, row: PipelineRow): boolean {
  const manager = state.get("manager");
  return manager === "" ? row.is_total : !row.is_total && row.manager_id === manager;
}

/** Lists open deals by the quarter they are expected to close in, against its plan. */
export function pipelineTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const rows = data.pipeline
    .filter((row) => isChosen(context, row) && row.close_quarter !== "all")
    .map((row) => ({
      ...row,
      // The plan is the company's: the deals of one manager are not held against it.
      plan:
        !row.is_total || row.close_quarter === "unknown" ? null : quarterPlan(data.plan, company, row.close_quarter),
    }));
  const planned = rows.find((row) => row.plan !== null && row.weighted_amount !== null);
  const share = planned?.plan == null ? null : divide(planned.weighted_amount ?? 0, planned.plan);
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "pipeline-by-quarter",
    title:
      planned === undefined || share === null
        ? words.forecast.quartersOfPipeline
        : words.forecast.quartersOfPipelineTitle(formats.percent(share), quarterName(context, planned.close_quarter)),
    subtitle: words.forecast.quartersOfPipelineSubtitle,
    rows,
    columns: [
      column.text(words.forecast.closing, (row) =>
        row.close_quarter === "unknown" ? words.forecast.unknown : quarterName(context, row.close_quarter),
      ),
      column.count(words.forecast.deals, (row) => row.open_count),
      column.money(words.forecast.value, (row) => row.open_amount),
      column.money(words.forecast.weighted, (row) => row.weighted_amount),
      column.money(words.columns.lower, (row) => row.weighted_lower_amount),
      column.money(words.columns.upper, (row) => row.weighted_upper_amount),
      column.money(words.forecast.byManagers, (row) => row.manual_weighted_amount),
      column.money(words.forecast.plan, (row) => row.plan),
    ],
  });
}

/** Draws what a deal in each stage is worth. */
export function stageBars(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const known = data.stages.filter((row) => row.win_probability !== null);
  const last = known.at(-1);
  const column = columnsFor<StageRow>(context);
  return barCard(
    context,
    {
      name: "deal-stages",
      title:
        last?.win_probability == null
          ? words.forecast.stagesPlain
          : words.forecast.stagesTitle(last.stage, formats.percentWhole(last.win_probability)),
      subtitle: words.forecast.stagesSubtitle,
      rows: known,
      columns: [
        column.text(words.forecast.stage, (row) => row.stage),
        column.count(words.forecast.deals, (row) => row.open_count),
        column.count(words.forecast.entries, (row) => row.entry_count),
        column.count(words.forecast.won, (row) => row.won_count),
        column.percent(words.forecast.probability, (row) => row.win_probability),
        column.decimal(words.forecast.stay, (row) => row.stay_days_p50),
      ],
    },
    (row) => ({
      label: row.stage,
      action: filterBy(context, "stage", row.stage),
      value: row.win_probability ?? 0,
      text: `${formats.percentWhole(row.win_probability ?? 0)} · ${formats.integer(row.open_count)}`,
    }),
  );
}

/** Lists deals that stand still or whose day has passed. */
export function staleTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats, state } = context;
  const stage = state.get("stage");
  const rows = filterRows(data.stale, { manager_id: state.get("manager"), stage });
  const count = stage === "" ? (findPipeline(context, data)?.stale_count ?? 0) : rows.length;
  if (count === 0) return textCard(words.forecast.stale, words.forecast.staleNone);
  const column = columnsFor<StaleRow>(context);
  return dataTable(context, {
    name: "stale-deals",
    title: words.forecast.staleTitle(formats.integer(count)),
    subtitle: words.forecast.staleSubtitle,
    rows,
    columns: [
      column.text(words.forecast.deal, (row) => row.name ?? row.deal_id),
      column.client(
        (row) => row.client_id,
        (row) => nameOf(data.clients, row.client_id ?? ""),
      ),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
      column.text(words.forecast.stage, (row) => row.stage),
      summed(column.money(words.forecast.value, (row) => row.amount)),
      column.day(words.forecast.expected, (row) => row.expected_close_date),
      column.count(words.forecast.idle, (row) => row.idle_days),
      column.named(words.forecast.reason, (row) => row.stale_reason, words.forecast.staleReasons),
    ],
  });
}

/** Lists win rates by quarter of closing and of opening. */
export function winTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const rows = [...data.wins].sort((left, right) => right.quarter_start_date.localeCompare(left.quarter_start_date));
  const newest = rows.find((row) => row.basis === "closed" && row.win_rate_count !== null);
  const column = columnsFor<WinRow>(context);
  return dataTable(context, {
    name: "win-rates",
    title:
      newest?.win_rate_count == null
        ? words.forecast.winPlain
        : words.forecast.winTitle(
            formats.percentWhole(newest.win_rate_count),
            quarterName(context, newest.quarter_start_date),
          ),
    subtitle: words.forecast.winSubtitle,
    rows,
    columns: [
      column.text(words.forecast.quarterColumn, (row) => quarterName(context, row.quarter_start_date)),
      column.named(words.forecast.basis, (row) => row.basis, words.forecast.bases),
      column.count(words.forecast.deals, (row) => row.deal_count),
      column.count(words.forecast.won, (row) => row.won_count),
      column.count(words.forecast.lost, (row) => row.lost_count),
      column.percent(words.forecast.winRate, (row) => row.win_rate_count),
      column.percent(words.forecast.winRateValue, (row) => row.win_rate_value),
    ],
  });
}

/** Draws why deals were lost, and to whom most; its table tells every competitor. */
export function lossBars(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const reasons = [...groupBy(data.losses, (row) => row.lost_reason)]
    .map(([reason, rows]) => ({
      reason,
      count: sumOf(rows, (row) => row.lost_count),
      share: sumOf(rows, (row) => row.lost_count_share),
      winner: rows
        .filter((row) => row.competitor !== "unknown")
        .sort((left, right) => right.lost_count - left.lost_count)[0],
    }))
    .sort((left, right) => right.count - left.count);
  const first = reasons[0];
  const column = columnsFor<LossRow>(context);
  const bars = reasons.map(({ reason, count, winner }) => ({
    label: valueName(words, reason),
    value: count,
    text:
      winner === undefined
        ? formats.integer(count)
        : `${formats.integer(count)} · ${winner.competitor}: ${formats.integer(winner.lost_count)}`,
  }));
  return chartCard(context, {
    name: "lost-deals",
    title:
      first === undefined
        ? words.forecast.lossPlain
        : words.forecast.lossTitle(valueName(words, first.reason), formats.percentWhole(first.share)),
    subtitle: words.forecast.lossSubtitle,
    rows: data.losses,
    columns: [
      column.text(words.forecast.reason, (row) => valueName(words, row.lost_reason)),
      column.text(words.forecast.competitor, (row) => valueName(words, row.competitor)),
      column.count(words.forecast.lost, (row) => row.lost_count),
      column.money(words.forecast.value, (row) => row.lost_amount),
      column.percent(words.forecast.share, (row) => row.lost_count_share),
    ],
    ...foldBars(context, "lost-deals", bars, formats.integer),
  });
}

/** Lists what was forecast at the beginning of each quarter, and what was won. */
export function quarterTestTable(context: PageContext, data: ForecastData): HTMLElement {
  const { words, formats } = context;
  const rows = [...new Set(data.quarterTests.filter((row) => row.is_complete).map((row) => row.quarter_start_date))]
    .sort()
    .reverse()
    .map((start) => {
      const expected = (method: string) =>
        data.quarterTests.find((row) => row.quarter_start_date === start && row.method === method)?.expected_count ??
        null;
      return {
        start,
        won: data.quarterTests.find((row) => row.quarter_start_date === start)?.won_count ?? null,
        pipeline: expected("pipeline"),
        lastYear: expected("last_year"),
        mean: expected("mean_4_quarters"),
      };
    });
  const errorOf = (method: string) => data.scores.find((row) => row.method === method)?.count_wape;
  const [pipeline, naive] = [errorOf("pipeline"), errorOf("last_year")];
  const column = columnsFor<(typeof rows)[number]>(context);
  const methods = words.forecast.methods;
  return dataTable(context, {
    name: "pipeline-backtest",
    title:
      pipeline == null || naive == null
        ? words.forecast.pipelineTestPlain
        : words.forecast.pipelineTestTitle(formats.percentWhole(pipeline), formats.percentWhole(naive)),
    subtitle: words.forecast.pipelineTestSubtitle,
    rows,
    columns: [
      column.text(words.forecast.quarterColumn, (row) => quarterName(context, row.start)),
      column.count(words.forecast.won, (row) => row.won),
      column.decimal(`${words.forecast.expectedWins}: ${nameOf(methods, "pipeline")}`, (row) => row.pipeline),
      column.decimal(nameOf(methods, "last_year"), (row) => row.lastYear),
      column.decimal(nameOf(methods, "mean_4_quarters"), (row) => row.mean),
    ],
  });
}
