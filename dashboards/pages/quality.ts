import type { AlertRow } from "../alerts.ts";
import type { Changes } from "../changes.ts";
import { type CheckTexts, readCheckTexts } from "../components/checks.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { choiceOf, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, headline, kpiRow, textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readJson, readRows } from "../data.ts";
import { ratioOf, sumOf } from "../figures.ts";
import type { FileRow, FreshnessRow, FutureRow, ReconciliationRow, RejectRow } from "../rows.ts";
import { isPartial, type Snapshot } from "../snapshot.ts";
import { alertTable } from "./alert-notices.ts";
import { changesTable } from "./quality-changes.ts";
import type { QualityData, Tone } from "./quality-data.ts";
import { fileTable, rejectBars, rejectTable, remarkTable } from "./quality-files.ts";
import { type ModelRow, modelTable } from "./quality-models.ts";
import { entityNames } from "./quality-names.ts";
import type { RemarkRow } from "./remark-row.ts";

/** Draws data quality: can today's numbers be trusted. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const data: QualityData = {
    files: await readRows<FileRow>(files.files),
    feeds: await readRows<FreshnessRow>(files.freshness),
    stages: await readRows<ReconciliationRow>(files.reconciliation),
    rejects: await readRows<RejectRow>(files.rejects),
    remarks: await readRows<RemarkRow>(files.remarks),
    future: await readRows<FutureRow>(files["future-rows"]),
    models: await readRows<ModelRow>(files["scored-models"]),
    checks: await readCheckTexts(context),
    alerts: await readRows<AlertRow>(files.alerts),
    changes: (await readJson(files.changes)) as Changes,
  };
  const sources = [...data.files, ...data.feeds].map((row) => row.source);
  const choices = () => [
    choiceOf(context, "source", words.columns.source, sources, (value) => valueName(words, value)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

function draw(context: PageContext, all: QualityData): readonly Node[] {
  const source = context.state.get("source");
  const of = <Row extends { source: string }>(rows: readonly Row[]) =>
    source === "" ? rows : rows.filter((row) => row.source === source);
  const data = {
    files: of(all.files),
    feeds: of(all.feeds),
    stages: of(all.stages),
    rejects: of(all.rejects),
    remarks: of(all.remarks),
    future: of(all.future),
    models: all.models,
    checks: all.checks,
    alerts: all.alerts,
    changes: all.changes,
  };
  if (data.files.length + data.feeds.length + data.rejects.length === 0 && source !== "") return emptyChoice(context);
  if (isPartial(context.snapshot.audience)) return [freshnessTable(context, data)];
  return [
    headline(context, summarize(context, data), context.words.quality.scope, { isOfMoney: false }),
    kpis(context, data),
    ...[alertTable(context, data.alerts)].filter((table) => table !== undefined),
    changesTable(context, data.changes, data.checks),
    columns(freshnessTable(context, data), checkTable(context, data.checks)),
    columns(rejectBars(context, all), rejectTable(context, data)),
    reconciliationTable(context, data),
    remarkTable(context, data),
    futureTable(context, data),
    modelTable(context, data.models),
    fileTable(context, data),
  ];
}

const failedChecks = (snapshot: Snapshot) => snapshot.checks.filter((check) => check.rows > 0);

/** Rows accepted or set aside; those left to other feeds on purpose say nothing of quality. */
const judgedRows = (row: FileRow) => row.rows_accepted + row.rows_rejected;

const isBroken = (row: ReconciliationRow) => !row.is_reconciled;

function summarize(context: PageContext, data: QualityData): string {
  const { words, formats, snapshot } = context;
  const accepted = ratioOf(data.files, (row) => row.rows_accepted, judgedRows);
  const parts = [
    accepted === null ? words.quality.noRows : acceptance(context, formats.percentFine(accepted), data.files),
  ];
  const refused = data.files.filter((row) => row.state !== "committed").length;
  if (refused > 0) parts.push(words.quality.refused(refused, formats));
  const broken = data.stages.filter(isBroken).length;
  parts.push(broken === 0 ? words.quality.reconciled : words.quality.notReconciled(broken, formats));
  const failed = failedChecks(snapshot).length;
  parts.push(failed === 0 ? words.quality.checksPass : words.quality.checksFail(failed, formats));
  return parts.join(" ");
}

/** Says of how many rows read the share speaks: rows left to other feeds on purpose are not among them. */
function acceptance({ words, formats }: PageContext, share: string, files: readonly FileRow[]): string {
  const read = sumOf(files, (row) => row.rows_read);
  const judged = sumOf(files, judgedRows);
  return judged === read
    ? words.quality.accepted(share, read, formats)
    : words.quality.acceptedOfRest(share, read, read - judged, formats);
}

function kpis(context: PageContext, data: QualityData): HTMLElement {
  const { words, formats, snapshot } = context;
  const rejected = ratioOf(data.files, (row) => row.rows_rejected, judgedRows);
  const base = { kind: "amount", better: "less", trend: [] } as const;
  const late = data.feeds.filter(
    (feed) => feedState(feed, snapshot) === "stale" || feedState(feed, snapshot) === "missing",
  ).length;
  return kpiRow(
    kpiCard(context, {
      ...base,
      better: "neither",
      name: words.metrics.rowsRead,
      term: "metrics.data_quality_by_file.rows_read",
      value: sumOf(data.files, (row) => row.rows_read),
      show: formats.integer,
    }),
    kpiCard(context, {
      ...base,
      kind: "share",
      name: words.metrics.rejectedShare,
      term: "metrics.data_quality_by_file.rows_rejected",
      value: rejected,
      show: formats.percentFine,
      note: words.kpi.targetAtMost(formats.percent(snapshot.targets.rejectedRowShare)),
    }),
    kpiCard(context, {
      ...base,
      name: words.metrics.lateFeeds,
      term: "metrics.source_freshness.error_hours",
      value: late,
      show: formats.integer,
      note: words.quality.ofFeeds(data.feeds.length, formats),
    }),
    kpiCard(context, {
      ...base,
      name: words.metrics.failedChecks,
      value: failedChecks(snapshot).length,
      show: formats.integer,
      note: words.quality.ofChecks(snapshot.checks.length, formats),
    }),
  );
}

/** How fresh a feed was when the warehouse was built: the page does not age it further, the header does. */
function feedState(feed: FreshnessRow, snapshot: Snapshot): "fresh" | "aging" | "stale" | "missing" | "optional" {
  if (feed.last_loaded_at === null) return feed.is_expected ? "missing" : "optional";
  const loaded = Date.parse(`${feed.last_loaded_at.replace(" ", "T")}Z`);
  const hours = (Date.parse(snapshot.builtAt) - loaded) / 3_600_000;
  if (feed.error_hours !== null && hours > feed.error_hours) return "stale";
  return feed.warn_hours !== null && hours > feed.warn_hours ? "aging" : "fresh";
}

const feedTones: Readonly<Record<ReturnType<typeof feedState>, Tone>> = {
  fresh: "good",
  aging: "warn",
  stale: "bad",
  missing: "bad",
  optional: "none",
};

function freshnessTable(context: PageContext, data: QualityData): HTMLElement {
  const { words, snapshot } = context;
  const column = columnsFor<FreshnessRow>(context);
  return dataTable(context, {
    name: "freshness",
    title: words.quality.freshness,
    subtitle: words.quality.freshnessSubtitle,
    rows: data.feeds,
    columns: [
      column.text(words.columns.source, (row) => row.source),
      column.text(words.columns.feed, (row) => row.feed),
      column.state(
        words.columns.state,
        (row) => nameOf(words.feedStates, feedState(row, snapshot)),
        (row) => feedTones[feedState(row, snapshot)],
      ),
      column.instant(words.columns.lastLoaded, (row) => row.last_loaded_at),
      column.day(words.columns.newestEvent, (row) => row.newest_event_date),
      column.count(words.columns.files, (row) => row.file_count),
    ],
  });
}

function checkTable(context: PageContext, texts: CheckTexts): HTMLElement {
  const { words, snapshot } = context;
  type Check = Snapshot["checks"][number];
  const column = columnsFor<Check>(context);
  const questionOf = (row: Check) => texts[row.name] ?? row.name;
  const tone = (check: Check): Tone => (check.rows === 0 ? "good" : check.severity === "error" ? "bad" : "warn");
  return dataTable(context, {
    name: "checks",
    title: words.quality.checks,
    subtitle: words.quality.checksSubtitle,
    rows: [...snapshot.checks].sort((left, right) => right.rows - left.rows),
    columns: [
      {
        ...column.text(words.columns.question, questionOf),
        show: (row) => [questionOf(row), element("code", { class: "code-name", dir: "ltr" }, row.name)],
      },
      { ...column.text(words.columns.check, (row) => row.name), isFileOnly: true },
      column.state(words.columns.state, (row) => (row.rows === 0 ? words.quality.passed : words.quality.found), tone),
      column.count(words.columns.rows, (row) => row.rows),
    ],
  });
}

function reconciliationTable(context: PageContext, data: QualityData): HTMLElement {
  const { words } = context;
  const column = columnsFor<ReconciliationRow>(context);
  return dataTable(context, {
    name: "reconciliation",
    title: words.quality.reconciliation,
    subtitle: words.quality.reconciliationSubtitle,
    rows: data.stages,
    columns: [
      column.named(words.columns.entity, (row) => row.entity, entityNames(context)),
      column.named(words.columns.source, (row) => row.source, words.values),
      column.named(words.columns.stage, (row) => row.stage, words.stages),
      column.count(words.columns.rows, (row) => row.row_count),
      column.money(words.columns.amount, (row) => row.amount),
      column.count(words.columns.explainedRows, (row) => row.explained_row_count),
      column.count(words.columns.rowDifference, (row) => row.row_difference),
      column.money(words.columns.difference, (row) => row.difference),
      column.state(
        words.columns.state,
        (row) => (row.is_reconciled ? words.quality.agrees : words.quality.differs),
        (row) => (row.is_reconciled ? "good" : "bad"),
      ),
    ],
  });
}

/** Rows dated after the as-of day; none is good news and is said in words. */
function futureTable(context: PageContext, data: QualityData): HTMLElement {
  const { words } = context;
  const { future, futureSubtitle, futureNone } = words.quality;
  if (data.future.length === 0) return textCard(future, futureNone);
  const column = columnsFor<FutureRow>(context);
  return dataTable(context, {
    name: "future-rows",
    title: future,
    subtitle: futureSubtitle,
    rows: data.future,
    columns: [
      column.text(words.columns.source, (row) => row.source),
      column.named(words.columns.entity, (row) => row.entity, entityNames(context)),
      column.count(words.columns.rows, (row) => row.future_row_count),
      column.day(words.columns.firstDate, (row) => row.first_future_date),
      column.day(words.columns.lastDate, (row) => row.last_future_date),
    ],
  });
}
