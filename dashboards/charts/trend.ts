import type { Markish } from "@observablehq/plot";
import { parseDay } from "../dates.ts";
import { groupBy } from "../figures.ts";
import { baseOptions, type Drawing, labelRoom, type PlotLibrary } from "./base.ts";
import { bandsAround, linkParts, monthKey } from "./linked.ts";
import { endLabels } from "./trend-labels.ts";

/** One line of a trend: months in order; a missing value is a gap. */
export interface Series {
  readonly label: string;
  readonly color: string;
  readonly isDashed?: boolean;
  readonly points: readonly { readonly month: string; readonly value: number | null }[];
}

/** Something that happened in a month: a mark on the chart, told beside it. */
export interface ChartEvent {
  readonly month: string;
  readonly mark: string;
  readonly text: string;
}

/** What a chart over time draws; values are written by `show` in words and by `axis` on the axis. */
export interface TrendOptions {
  readonly series: readonly Series[];
  readonly show: (value: number) => string;
  readonly axis: (value: number) => string;
  /** Writes the uppermost value of the axis: a unit stands there once. */
  readonly top?: (value: number) => string;
  readonly month: (iso: string) => string;
  /** A value to be reached: a thin line with its own label. */
  readonly target?: { readonly value: number; readonly label: string } | undefined;
  /** The month that is not over yet, drawn hollow. */
  readonly incomplete?: string | undefined;
  /** Whether the axis must begin at zero; rates near a target may not. */
  readonly fromZero: boolean;
  /** Months in view of the filters, shaded. */
  readonly focus?: { readonly from: string; readonly to: string } | undefined;
  readonly height?: number;
  /** Limits a line may lie between: a shade, told with the months, without names of its own. */
  readonly band?: { readonly low: Series; readonly high: Series } | undefined;
  /** What happened meanwhile: thin rules, numbered at the top. */
  readonly events?: readonly ChartEvent[];
}

/** A value of a line in a month. */
export interface Point {
  readonly series: Series;
  readonly date: Date;
  readonly month: string;
  readonly value: number;
}

/** Names at line ends stand off a little, and are bold: wider than others, Persian ones by a fifth. */
const standOff = 10;
const boldShare = 1.15;

/** Draws lines over months with their names at the end of each line instead of a legend. */
export function trendChart(options: TrendOptions, width: number): Drawing {
  const points = options.series.flatMap(pointsOf);
  const limits = options.band === undefined ? [] : [options.band.low, options.band.high].flatMap(pointsOf);
  const height = options.height ?? (width < 480 ? 240 : 280);
  const months = [...new Set(points.map((point) => point.month))].sort();
  const labels = [...options.series.map((series) => series.label), ...(options.target ? [options.target.label] : [])];
  const values = [
    ...[...points, ...limits].map((point) => point.value),
    ...(options.target ? [options.target.value] : []),
  ];
  const domain = planDomain(values, options.fromZero);
  const events = options.events ?? [];
  const marginTop = events.length === 0 ? 14 : 22;
  const marginBottom = 28;
  const room = labelRoom(labels, width, 0.34);
  const told = (month: string) =>
    [
      options.month(month),
      ...[...points, ...limits]
        .filter((point) => point.month === month)
        .map((point) => `${point.series.label}: ${options.show(point.value)}`),
      ...events.filter((event) => event.month === month).map(({ mark, text }) => `${mark} ${text}`),
    ].join("\n");
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, height),
      marginLeft: Math.max(
        halfTick,
        labelRoom([...values.map(options.axis), (options.top ?? options.axis)(domain[1])], width),
      ),
      marginRight: Math.ceil(room * boldShare) + standOff,
      marginTop,
      marginBottom,
      x: {
        type: "utc",
        label: null,
        tickFormat: (date: Date) => options.month(date.toISOString()),
        ticks: pickTicks(months, width),
        line: true,
      },
      y: { label: null, grid: true, ticks: 5, tickFormat: axisFormat(options), tickSize: 0, domain },
      marks: [
        ...drawEvents(Plot, events),
        ...(options.target === undefined
          ? []
          : [Plot.ruleY([options.target.value], { stroke: "var(--plan)", strokeDasharray: "2,3" })]),
        ...drawBand(Plot, limits, options.band),
        ...options.series.flatMap((series) => drawLine(Plot, points, series, options.incomplete)),
        Plot.dot(
          points.filter((point) => point.month === options.incomplete && point.series.isDashed !== true),
          { x: "date", y: "value", stroke: (point: Point) => point.series.color, fill: "var(--card)", r: 4 },
        ),
        ...endLabels(Plot, points, options, domain, { height: height - marginTop - marginBottom, room }),
        Plot.tip(
          points,
          Plot.pointerX({
            x: "date",
            y: "value",
            title: (point: Point) => told(point.month),
          }),
        ),
      ],
    });
    const lines = months.map((month) => Number(plot.scale("x")?.apply(parseDay(month)) ?? 0));
    const place = { top: marginTop, height: height - marginTop - marginBottom };
    const name = (month: string) => ({ key: monthKey(options.month(month)), text: told(month) });
    return linkParts(
      plot,
      bandsAround(lines).map((band, index) => ({ ...band, ...place, ...name(months[index] ?? "") })),
    );
  };
}

/** Events of one month share a rule and stand side by side above it. */
function drawEvents(Plot: PlotLibrary, events: readonly ChartEvent[]): readonly Markish[] {
  const marks = [...groupBy(events, (event) => event.month)].map(([month, list]) => ({
    date: parseDay(month),
    text: list.map(({ mark }) => mark).join(" "),
  }));
  return [
    Plot.ruleX(marks, { x: "date", stroke: "var(--muted)", strokeWidth: 1, strokeDasharray: "1,3" }),
    Plot.text(marks, { x: "date", text: "text", frameAnchor: "top", dy: -12, fill: "var(--muted)", fontWeight: 600 }),
  ];
}

function axisFormat({ axis, top = axis }: TrendOptions) {
  return (value: number, index: number, values?: readonly number[]) =>
    index + 1 === values?.length ? top(value) : axis(value);
}

function pointsOf(series: Series): readonly Point[] {
  return series.points.flatMap(({ month, value }) =>
    value === null ? [] : [{ series, month, value, date: parseDay(month) }],
  );
}

function drawBand(Plot: PlotLibrary, limits: readonly Point[], band: TrendOptions["band"]): readonly Markish[] {
  if (band === undefined) return [];
  const highOf = new Map(
    limits.filter(({ series }) => series === band.high).map((point) => [point.month, point.value]),
  );
  const rows = limits
    .filter(({ series }) => series === band.low)
    .flatMap(({ date, month, value }) => {
      const high = highOf.get(month);
      return high === undefined ? [] : [{ date, low: value, high }];
    });
  return [Plot.areaY(rows, { x: "date", y1: "low", y2: "high", fill: band.high.color, fillOpacity: 0.16 })];
}

/** A month that is not over would look like a fall: the way to it is dotted. */
function drawLine(
  Plot: PlotLibrary,
  points: readonly Point[],
  series: Series,
  incomplete: string | undefined,
): readonly Markish[] {
  const own = points.filter((point) => point.series === series);
  const base = { x: "date", y: "value", stroke: series.color };
  if (series.isDashed === true) return [Plot.line(own, { ...base, strokeWidth: 1.5, strokeDasharray: "5,4" })];
  const complete = own.filter((point) => point.month !== incomplete);
  const open = own.length === complete.length ? [] : own.slice(-2);
  return [
    Plot.line(complete, { ...base, strokeWidth: 2.25 }),
    Plot.line(open, { ...base, strokeWidth: 1.5, strokeDasharray: "1,4", strokeLinecap: "round" }),
  ];
}

function planDomain(values: readonly number[], fromZero: boolean): readonly [number, number] {
  const low = Math.min(...values, fromZero ? 0 : Number.POSITIVE_INFINITY);
  const high = Math.max(...values, fromZero ? 0 : Number.NEGATIVE_INFINITY);
  const pad = (high - low || Math.abs(high) || 1) * 0.06;
  return [low >= 0 ? Math.max(0, low - (low === 0 ? 0 : pad)) : low - pad, high + pad];
}

const tickWidth = 90;

/** The name of the first month stands half to the left of its line. */
const halfTick = 40;

function pickTicks(months: readonly string[], width: number): readonly Date[] {
  const step = Math.max(1, Math.ceil((months.length * tickWidth) / Math.max(tickWidth, width - 160)));
  return months.filter((_, index) => (months.length - 1 - index) % step === 0).map(parseDay);
}
