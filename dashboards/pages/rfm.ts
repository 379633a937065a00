import { listHref } from "../components/choose.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar, managerChoice, ofPlace } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { divide, sumOf } from "../figures.ts";
import { grid, segmentBars } from "./rfm-charts.ts";
import { addUp, type RfmData, readRfm, type Segment, segmentOrder } from "./rfm-data.ts";
import { clientTable, cutTable, rfmScope, segmentTable } from "./rfm-tables.ts";

const segmentsAtRisk: ReadonlySet<string> = new Set(["cannot_lose", "at_risk"]);

/** Draws RFM: where clients stand by recency and value, and whom we are about to lose. */
export async function render(context: PageContext): Promise<PageView> {
  const data = await readRfm(context);
  const { words } = context;
  if (data.places.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    choiceOf(context, "segment", words.columns.segment, segmentOrder, (value) => nameOf(words.segments, value)),
    dimensionChoice(context, "region", data.places),
    managerChoice(context, data.places, (id) => managerName(context, data.managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

function draw(context: PageContext, data: RfmData): readonly Node[] {
  const places = ofPlace(context, data.places);
  if (places.length === 0) return emptyChoice(context);
  const segments = segmentOrder.map(
    (segment): Segment => ({ segment, ...addUp(places.filter((row) => row.segment === segment)) }),
  );
  const ofAllSegments = (part: HTMLElement) => unfiltered(context, ["segment"], part);
  const cutsOfAll = unfiltered(context, ["region", "manager"], cutTable(context, data.cuts));
  return [
    ofAllSegments(headline(context, summarize(context, segments), rfmScope(context))),
    ofAllSegments(kpis(context, segments)),
    columns(grid(context, places, data.cuts), segmentBars(context, segments)),
    clientTable(context, data),
    ...[segmentTable(context, segments), cutsOfAll].map(ofAllSegments),
  ];
}

function summarize(context: PageContext, segments: readonly Segment[]): string {
  const { words, formats } = context;
  const champions = segments.find((row) => row.segment === "champions");
  const risk = segments.filter((row) => segmentsAtRisk.has(row.segment));
  const share = divide(
    champions?.net ?? 0,
    sumOf(segments, (row) => row.net),
  );
  return words.rfm.headline(
    champions?.clients ?? 0,
    formats.percent(share ?? 0),
    sumOf(risk, (row) => row.clients),
    formats.moneyShort(sumOf(risk, (row) => row.net)),
    formats,
  );
}

function kpis(context: PageContext, segments: readonly Segment[]): HTMLElement {
  const { words, formats } = context;
  const card = (name: string, matches: (segment: string) => boolean, better: "more" | "less", segment?: string) => {
    const rows = segments.filter((row) => matches(row.segment));
    return kpiCard(context, {
      name,
      ...(segment === undefined ? {} : { href: listHref("rfm-clients", { segment }) }),
      term: "metrics.rfm_segments.segment",
      value: sumOf(rows, (row) => row.clients),
      before: sumOf(rows, (row) => row.before),
      comparedWith: words.rfm.monthAgo,
      show: formats.integer,
      kind: "amount",
      better,
      trend: [],
      note: words.rfm.segmentNote(formats.moneyShort(sumOf(rows, (row) => row.net))),
    });
  };
  return kpiRow(
    card(nameOf(words.segments, "champions"), (name) => name === "champions", "more", "champions"),
    card(nameOf(words.segments, "loyal"), (name) => name === "loyal", "more", "loyal"),
    card(words.rfm.atRisk, (name) => segmentsAtRisk.has(name), "less"),
    card(nameOf(words.segments, "hibernating"), (name) => name === "hibernating", "less", "hibernating"),
  );
}
