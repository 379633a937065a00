import type { Markish } from "@observablehq/plot";
import { baseOptions, type Drawing, labelRoom, nameAxis, type PlotLibrary, wrapLabel } from "./base.ts";
import { linkParts, pointStops } from "./linked.ts";

/** A line over a numeric axis; a band is drawn where both limits are known. */
export interface Line {
  readonly label: string;
  readonly color: string;
  readonly points: readonly LinePoint[];
}

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly detail: string;
}

/** What a chart of lines over a number draws. */
export interface LinesOptions {
  readonly lines: readonly Line[];
  /** What is counted from left to right: days, months. */
  readonly nameX: string;
  readonly showX: (value: number) => string;
  readonly showY: (value: number) => string;
  /** Steps between points instead of slopes: survival curves. */
  readonly isStep?: boolean;
  /** Do not draw y above this. */
  readonly mostY?: number;
}

/** Names at line ends stand off a little, and are bold: wider than others. */
const [standOff, boldShare] = [10, 1.15];
const labelGap = 15;
const height = 292;
const [marginTop, marginBottom] = [14, 42];

/** Draws shares over days or months since a start, with bands of their limits and names at the ends of lines. */
export function linesChart(options: LinesOptions, width: number): Drawing {
  const { lines, nameX, showX, showY } = options;
  const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, line })));
  const top = Math.min(options.mostY ?? 1, Math.max(0.01, ...points.map((point) => point.high ?? point.y)));
  const room = labelRoom(
    lines.map((line) => line.label),
    width,
    0.34,
  );
  const curve = options.isStep === true ? ("step-after" as const) : ("linear" as const);
  const hasBand = (point: LinePoint) => typeof point.low === "number" && typeof point.high === "number";
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, height),
      marginLeft: labelRoom([showY(top)], width) + 8,
      marginRight: Math.ceil(room * boldShare) + standOff,
      marginTop,
      marginBottom,
      x: { ...nameAxis(nameX), ticks: Math.max(3, Math.min(8, Math.floor(width / 90))), tickFormat: showX, line: true },
      y: { label: null, domain: [0, top * 1.04], ticks: 5, tickFormat: showY, grid: true, tickSize: 0 },
      marks: [
        ...lines.flatMap((line) => [
          Plot.areaY(line.points.filter(hasBand), {
            x: "x",
            y1: "low",
            y2: (point: LinePoint) => Math.min(top * 1.04, point.high ?? 0),
            fill: line.color,
            fillOpacity: 0.14,
            curve,
          }),
          Plot.line(line.points, { x: "x", y: "y", stroke: line.color, strokeWidth: 2.25, curve }),
        ]),
        ...endLabels(Plot, lines, top * 1.04, room),
        Plot.tip(points, Plot.pointerX({ x: "x", y: "y", title: "detail" })),
      ],
    });
    const place = { top: marginTop, height: height - marginTop - marginBottom };
    return linkParts(
      plot,
      pointStops(points, (x) => Number(plot.scale("x")?.apply(x)), place),
    );
  };
}

/** Names stand at the ends of lines, moved apart where the ends lie close together. */
function endLabels(Plot: PlotLibrary, lines: readonly Line[], top: number, room: number): readonly Markish[] {
  const scale = (height - marginTop - marginBottom) / top;
  let lowest = Number.NEGATIVE_INFINITY;
  return lines
    .flatMap((line) => {
      const last = line.points.at(-1);
      return last === undefined ? [] : [{ line, last }];
    })
    .sort((left, right) => right.last.y - left.last.y)
    .map(({ line, last }) => {
      const label = wrapLabel(line.label, room);
      const half = (labelGap * label.split("\n").length) / 2;
      const wanted = (top - last.y) * scale;
      const placed = Math.max(wanted, lowest + half);
      lowest = placed + half;
      return Plot.text([last], {
        x: "x",
        y: "y",
        text: () => label,
        textAnchor: "start",
        dx: 8,
        dy: placed - wanted,
        fill: line.color,
        fontWeight: 600,
      });
    });
}
