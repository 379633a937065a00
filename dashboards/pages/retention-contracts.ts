import { type Line, linesChart } from "../charts/lines.ts";
import { chartCard } from "../components/chart.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { columns } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import { ratioOf } from "../figures.ts";

interface SurvivalRow {
  readonly kind: string;
  readonly month_number: number;
  readonly at_risk_count: number;
  readonly ended_count: number;
  readonly survival_share: number;
  readonly survival_share_low: number | null;
  readonly survival_share_high: number | null;
}

interface RenewalRow {
  readonly kind: string;
  readonly renewal_number: number;
  readonly due_count: number;
  readonly renewed_count: number;
  readonly lost_count: number;
  readonly renewal_rate: number | null;
  readonly renewal_rate_low: number | null;
  readonly renewal_rate_high: number | null;
}

interface FitRow {
  readonly kind: string;
  readonly renewal_number: number;
  readonly is_seen: boolean;
  readonly expected_renewal_rate: number;
  readonly expected_survival_share: number;
  readonly quality_flag: string;
}

/** A renewal as it was seen, and as the model tells it; ahead of what was seen only the model speaks. */
interface ToldRenewal extends Partial<RenewalRow> {
  readonly kind: string;
  readonly renewal_number: number;
  readonly fit: FitRow | undefined;
}

export interface ContractData {
  readonly survival: readonly SurvivalRow[];
  readonly renewals: readonly RenewalRow[];
  readonly fits: readonly FitRow[];
}

interface Totalled {
  readonly kind: string;
  /** All kinds together, whatever they are called. */
  readonly is_total: boolean;
}

/** Stands for all kinds together: no kind is called so. */
const everyKind = "";

/** Reads what is known of contracts. */
export async function readContracts({ files }: PageContext): Promise<ContractData> {
  return {
    survival: (await readRows<SurvivalRow & Totalled>(files["contract-survival"])).map(nameTotal),
    renewals: (await readRows<RenewalRow & Totalled>(files["contract-renewals"])).map(nameTotal),
    fits: (await readRows<FitRow & Totalled>(files["renewal-fits"])).map(nameTotal),
  };
}

function nameTotal<Row extends Totalled>(row: Row): Row {
  return row.is_total ? { ...row, kind: everyKind } : row;
}

function kindName({ words }: PageContext, kind: string): string {
  const { all, ...kinds } = words.contracts.kinds;
  return kind === everyKind ? (all ?? kind) : nameOf(kinds, kind);
}

/** Draws renewal and survival of contracts; nothing where a company has no contracts. */
export function contractSection(context: PageContext, data: ContractData): readonly HTMLElement[] {
  if (data.survival.length === 0) return [];
  return [columns(renewalCard(context, data), survivalCard(context, data)), renewalTable(context, data)];
}

const leastShown = 30;

function renewalCard(context: PageContext, data: ContractData): HTMLElement {
  const { words, formats } = context;
  const texts = words.contracts;
  const rows = tellRenewals(data).filter((row) => row.kind === everyKind);
  const rate = ratioOf(
    rows,
    (row) => row.renewed_count ?? null,
    (row) => row.due_count ?? null,
  );
  const point = (row: ToldRenewal, label: string, y: number) => ({
    x: row.renewal_number,
    y,
    detail: texts.renewalPoint(label, formats.integer(row.renewal_number), formats.percent(y)),
  });
  const lines: readonly Line[] = [
    {
      label: texts.seen,
      color: "var(--accent)",
      points: rows.flatMap((row) =>
        row.renewal_rate == null || (row.due_count ?? 0) < leastShown
          ? []
          : [
              {
                ...point(row, texts.seen, row.renewal_rate),
                low: row.renewal_rate_low ?? null,
                high: row.renewal_rate_high ?? null,
              },
            ],
      ),
    },
    {
      label: texts.told,
      color: "var(--category-2)",
      points: rows.flatMap((row) =>
        row.fit === undefined ? [] : [point(row, texts.told, row.fit.expected_renewal_rate)],
      ),
    },
  ];
  return chartCard(context, {
    name: "contract-renewals",
    title: rate === null ? texts.renewalPlain : texts.renewalTitle(formats.percent(rate)),
    subtitle: texts.renewalSubtitle,
    rows,
    columns: renewalColumns(context),
    draw: (width) =>
      linesChart(
        {
          lines: lines.filter(({ points }) => points.length > 0),
          nameX: texts.columns.renewal,
          showX: formats.integer,
          showY: formats.percentWhole,
        },
        width,
      ),
  });
}

function survivalCard(context: PageContext, data: ContractData): HTMLElement {
  const { words, formats } = context;
  const texts = words.contracts;
  const all = data.survival.filter((row) => row.kind === everyKind);
  const year = all.filter((row) => row.month_number <= 12).at(-1);
  const colors = ["var(--accent)", "var(--category-2)", "var(--category-3)", "var(--muted)"];
  const kinds = [...new Set(data.survival.map((row) => row.kind))]
    .filter((kind) => kind === everyKind || widest(data, kind) >= leastShown)
    .slice(0, colors.length);
  const column = columnsFor<SurvivalRow>(context);
  return chartCard(context, {
    name: "contract-survival",
    title: year === undefined ? texts.survivalPlain : texts.survivalTitle(formats.percent(year.survival_share)),
    subtitle: texts.survivalSubtitle,
    rows: data.survival,
    columns: [
      column.text(texts.columns.kind, (row) => kindName(context, row.kind)),
      column.count(texts.columns.month, (row) => row.month_number),
      column.count(texts.columns.atRisk, (row) => row.at_risk_count),
      column.count(texts.columns.ended, (row) => row.ended_count),
      column.percent(texts.columns.survival, (row) => row.survival_share),
      column.percent(words.columns.lower, (row) => row.survival_share_low),
      column.percent(words.columns.upper, (row) => row.survival_share_high),
    ],
    draw: (width) =>
      linesChart(
        {
          lines: kinds.map((kind, index) => survivalLine(context, data, kind, colors[index] ?? "var(--muted)")),
          nameX: texts.columns.month,
          showX: formats.integer,
          showY: formats.percentWhole,
          isStep: true,
        },
        width,
      ),
  });
}

function survivalLine(context: PageContext, data: ContractData, kind: string, color: string): Line {
  const { words, formats } = context;
  const label = kindName(context, kind);
  const told = data.survival.filter((row) => row.kind === kind && row.at_risk_count >= leastShown / 3);
  return {
    label,
    color,
    points: told.map((row) => ({
      x: row.month_number,
      y: row.survival_share,
      ...(kind === everyKind ? { low: row.survival_share_low, high: row.survival_share_high } : {}),
      detail: words.contracts.survivalPoint(
        label,
        formats.integer(row.month_number),
        formats.percent(row.survival_share),
      ),
    })),
  };
}

function renewalTable(context: PageContext, data: ContractData): HTMLElement {
  const texts = context.words.contracts;
  return dataTable(context, {
    name: "renewals",
    title: texts.table,
    subtitle: texts.tableSubtitle,
    rows: tellRenewals(data),
    columns: renewalColumns(context),
  });
}

function renewalColumns(context: PageContext) {
  const { words } = context;
  const texts = words.contracts;
  const column = columnsFor<ToldRenewal>(context);
  return [
    column.text(texts.columns.kind, (row) => kindName(context, row.kind)),
    column.count(texts.columns.renewal, (row) => row.renewal_number),
    column.count(texts.columns.due, (row) => row.due_count ?? null),
    column.count(texts.columns.renewed, (row) => row.renewed_count ?? null),
    column.percent(texts.columns.rate, (row) => row.renewal_rate ?? null),
    column.percent(words.columns.lower, (row) => row.renewal_rate_low ?? null),
    column.percent(words.columns.upper, (row) => row.renewal_rate_high ?? null),
    column.percent(texts.columns.toldRate, (row) => row.fit?.expected_renewal_rate ?? null),
    column.percent(texts.columns.toldSurvival, (row) => row.fit?.expected_survival_share ?? null),
  ];
}

/** Renewals seen, and those the model tells beyond them; fits that did not settle are left out. */
function tellRenewals({ renewals, fits }: ContractData): readonly ToldRenewal[] {
  const settled = fits.filter((row) => row.quality_flag === "ok" || row.quality_flag === "low_n");
  const fitOf = (kind: string, number: number) =>
    settled.find((row) => row.kind === kind && row.renewal_number === number);
  const seen = renewals.map((row) => ({ ...row, fit: fitOf(row.kind, row.renewal_number) }));
  const isSeen = (fit: FitRow) =>
    renewals.some((row) => row.kind === fit.kind && row.renewal_number === fit.renewal_number);
  const ahead = settled
    .filter((fit) => !isSeen(fit))
    .map((fit) => ({ kind: fit.kind, renewal_number: fit.renewal_number, fit }));
  return [...seen, ...ahead].sort(
    (left, right) =>
      (left.kind < right.kind ? -1 : left.kind > right.kind ? 1 : 0) || left.renewal_number - right.renewal_number,
  );
}

function widest(data: ContractData, kind: string): number {
  return Math.max(0, ...data.survival.filter((row) => row.kind === kind).map((row) => row.at_risk_count));
}
