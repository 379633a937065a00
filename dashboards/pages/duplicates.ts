import { barChart } from "../charts/bars.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy, listHref } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow, textCard } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import { sumOf } from "../figures.ts";
import type { ClientCardsRow, MatchLimitRow, MatchSummaryRow, PairReviewRow } from "../rows.ts";

interface Data {
  readonly pairs: readonly PairReviewRow[];
  readonly summary: readonly MatchSummaryRow[];
  readonly systems: readonly ClientCardsRow[];
  readonly limits: readonly MatchLimitRow[];
}

/** Draws possible duplicates: which cards were merged, and which pairs a person should decide. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const data: Data = {
    pairs: await readRows<PairReviewRow>(files["pair-review"]),
    summary: await readRows<MatchSummaryRow>(files["match-summary"]),
    systems: await readRows<ClientCardsRow>(files["client-cards"]),
    limits: await readRows<MatchLimitRow>(files["match-limits"]),
  };
  if (data.systems.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    choiceOf(
      context,
      "reason",
      words.duplicates.reason,
      data.pairs.map((row) => row.reason),
      (value) => nameOf(words.pairReasons, value),
    ),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

function draw(context: PageContext, data: Data): readonly Node[] {
  return [
    headline(context, summarize(context, data), context.words.duplicates.scope, { isOfMoney: false }),
    kpis(context, data),
    reviewTable(context, data),
    columns(linkBars(context, data), summaryTable(context, data)),
    columns(systemTable(context, data), limitTable(context, data)),
  ];
}

/** Pairs in all: the list itself is cut to the likeliest. */
function countToDecide(data: Data): number {
  return sumOf(
    data.summary.filter((row) => row.state !== "linked"),
    (row) => row.pair_count,
  );
}

function summarize({ words, formats }: PageContext, data: Data): string {
  const cards = sumOf(data.systems, (row) => row.card_count);
  const clients = sumOf(data.systems, (row) => row.client_count);
  return words.duplicates.headline(cards, clients, countToDecide(data), formats);
}

function kpis(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const base = { kind: "amount", better: "neither", trend: [], show: formats.integer } as const;
  const sum = (get: (row: ClientCardsRow) => number) => sumOf(data.systems, get);
  return kpiRow(
    kpiCard(context, {
      ...base,
      name: words.duplicates.cards,
      term: "metrics.client_cards_by_source.card_count",
      value: sum((row) => row.card_count),
    }),
    kpiCard(context, {
      ...base,
      name: words.duplicates.withCard,
      term: "metrics.client_cards_by_source.client_count",
      value: sum((row) => row.client_count),
    }),
    kpiCard(context, {
      ...base,
      name: words.duplicates.shared,
      term: "metrics.client_cards_by_source.shared_card_count",
      value: sum((row) => row.shared_card_count),
    }),
    kpiCard(context, {
      ...base,
      name: words.duplicates.toDecide,
      href: listHref("pair-review"),
      term: "metrics.client_pair_review.reason",
      value: countToDecide(data),
    }),
  );
}

function reviewTable(context: PageContext, data: Data): HTMLElement {
  const { words } = context;
  const { review, reviewSubtitle, reviewNone } = words.duplicates;
  const reason = context.state.get("reason");
  const rows = data.pairs.filter((row) => reason === "" || row.reason === reason);
  if (rows.length === 0) return textCard(review, reviewNone);
  const column = columnsFor<PairReviewRow>(context);
  return dataTable(context, {
    name: "pair-review",
    title: review,
    subtitle: reviewSubtitle,
    rows,
    columns: [
      column.text(words.dimensions.client, (row) => `${row.name} — ${row.other_name}`),
      column.text(words.duplicates.system, (row) => `${row.source_client_id} — ${row.other_source_client_id}`),
      column.text(words.duplicates.place, placesOf),
      column.percent(words.duplicates.likeness, (row) => row.score),
      column.named(words.duplicates.reason, (row) => row.reason, words.pairReasons),
      column.text(words.duplicates.evidence, (row) => evidenceText(context, row.evidence)),
      column.money(words.metrics.netSales, (row) => row.net_amount),
    ],
  });
}

function placesOf(row: PairReviewRow): string | null {
  const places = [...new Set([row.place, row.other_place].filter((place) => place !== null))];
  return places.length === 0 ? null : places.join(" — ");
}

/** Says evidence in words, `city +3, other_form -4` as it comes from the warehouse: what speaks against stands behind a minus. */
function evidenceText({ words, formats }: PageContext, evidence: string): string {
  const parts = evidence.split(", ").map((part) => {
    const [kind = "", bits = ""] = part.split(" ");
    return `${bits.startsWith("-") ? "− " : "+ "}${nameOf(words.pairEvidence, kind)}`;
  });
  return formats.list(parts);
}

function linkBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = data.summary.filter((row) => row.state === "linked");
  const [first] = rows;
  const column = columnsFor<MatchSummaryRow>(context);
  return chartCard(context, {
    name: "links",
    title:
      first === undefined
        ? words.duplicates.linkedNone
        : words.duplicates.linkedTitle(nameOf(words.pairReasons, first.reason)),
    subtitle: words.duplicates.linkedSubtitle,
    rows,
    columns: [
      column.named(words.duplicates.reason, (row) => row.reason, words.pairReasons),
      column.count(words.duplicates.pairs, (row) => row.pair_count),
    ],
    draw: (width) =>
      barChart(
        rows.map((row) => ({
          label: nameOf(words.pairReasons, row.reason),
          action: data.pairs.some((pair) => pair.reason === row.reason)
            ? filterBy(context, "reason", row.reason)
            : undefined,
          value: row.pair_count,
          text: formats.integer(row.pair_count),
          detail: `${nameOf(words.pairReasons, row.reason)}: ${formats.integer(row.pair_count)}`,
        })),
        width,
      ),
  });
}

function summaryTable(context: PageContext, data: Data): HTMLElement {
  const { words } = context;
  const column = columnsFor<MatchSummaryRow>(context);
  return dataTable(context, {
    name: "match-summary",
    title: words.duplicates.summary,
    subtitle: words.duplicates.summarySubtitle,
    rows: data.summary,
    columns: [
      column.named(words.duplicates.outcome, (row) => row.state, words.pairStates),
      column.named(words.duplicates.reason, (row) => row.reason, words.pairReasons),
      column.count(words.duplicates.pairs, (row) => row.pair_count),
    ],
  });
}

function systemTable(context: PageContext, data: Data): HTMLElement {
  const { words } = context;
  const column = columnsFor<ClientCardsRow>(context);
  return dataTable(context, {
    name: "client-cards",
    title: words.duplicates.systems,
    subtitle: words.duplicates.systemsSubtitle,
    rows: data.systems,
    columns: [
      column.text(words.columns.source, (row) => row.source),
      column.count(words.duplicates.cards, (row) => row.card_count),
      column.count(words.duplicates.shared, (row) => row.shared_card_count),
      column.count(words.duplicates.withCard, (row) => row.client_count),
    ],
  });
}

function limitTable(context: PageContext, data: Data): HTMLElement {
  const { words } = context;
  const { limits, limitsSubtitle, limitsNone } = words.duplicates;
  if (data.limits.length === 0) return textCard(limits, limitsNone);
  const column = columnsFor<MatchLimitRow>(context);
  return dataTable(context, {
    name: "match-limits",
    title: limits,
    subtitle: limitsSubtitle,
    rows: data.limits,
    columns: [
      column.named(words.duplicates.kind, (row) => row.kind, words.pairReasons),
      column.count(words.duplicates.values, (row) => row.value_count),
      column.count(words.duplicates.cards, (row) => row.card_count),
    ],
  });
}
