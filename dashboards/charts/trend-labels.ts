import type { Markish } from "@observablehq/plot";
import { type PlotLibrary, wrapLabel } from "./base.ts";
import type { Point, TrendOptions } from "./trend.ts";

const labelGap = 15;

/** A line that ends before this share of the time shown is named where it ends. */
const earlyShare = 5 / 6;
/** Before that it is named behind its end: there is more room. */
const halfWay = 0.5;

/** Writes the names of lines at their ends, moved apart when these lie close together; those that end early above theirs. */
export function endLabels(
  Plot: PlotLibrary,
  points: readonly Point[],
  options: TrendOptions,
  domain: readonly [number, number],
  inner: { readonly height: number; readonly room: number },
): readonly Markish[] {
  const times = points.map((point) => point.date.getTime());
  const lastDate = new Date(Math.max(0, ...times));
  const at = (share: number) => Math.min(...times) + share * (lastDate.getTime() - Math.min(...times));
  const earlyBefore = at(earlyShare);
  const lasts = options.series.flatMap((series) => points.filter((point) => point.series === series).slice(-1));
  const ends = lasts
    .filter((last) => last.date.getTime() >= earlyBefore)
    .map(({ series, value }) => ({ label: series.label, color: series.color, value }));
  if (options.target !== undefined)
    ends.push({ label: options.target.label, color: "var(--muted)", value: options.target.value });
  const scale = inner.height / (domain[1] - domain[0] || 1);
  let lowest = Number.NEGATIVE_INFINITY;
  const placed = ends
    .map((end) => ({ ...end, label: wrapLabel(end.label, inner.room) }))
    .sort((left, right) => right.value - left.value)
    .map((end) => {
      const half = (labelGap * end.label.split("\n").length) / 2;
      const wanted = (domain[1] - end.value) * scale;
      const top = Math.max(wanted, lowest + half);
      lowest = top + half;
      return Plot.text([end], {
        x: () => lastDate,
        y: "value",
        text: "label",
        textAnchor: "start",
        dx: 8,
        dy: top - wanted,
        fill: inkOf(end.color),
        fontWeight: 600,
      });
    });
  return [
    ...placed,
    ...earlyLabels(
      Plot,
      lasts.filter((last) => last.date.getTime() < earlyBefore),
      at(halfWay),
    ),
  ];
}

/** One below the other at the top, beside a thin rule where the lines end. */
function earlyLabels(Plot: PlotLibrary, lasts: readonly Point[], middle: number): readonly Markish[] {
  const isBehind = (last: Point) => last.date.getTime() < middle;
  return lasts.flatMap((last, index) => [
    Plot.ruleX([last], { x: "date", stroke: "var(--line)" }),
    Plot.text([last], {
      x: "date",
      frameAnchor: "top",
      text: () => last.series.label,
      textAnchor: isBehind(last) ? "start" : "end",
      dx: isBehind(last) ? 6 : -6,
      dy: 4 + index * labelGap,
      fill: inkOf(last.series.color),
      stroke: "var(--card)",
      strokeWidth: 4,
      fontWeight: 600,
    }),
  ]);
}

/** The grey of plans is too pale for letters. */
function inkOf(color: string): string {
  return color === "var(--plan)" ? "var(--muted)" : color;
}
