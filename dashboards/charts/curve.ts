import { baseOptions, type Drawing, labelRoom, nameAxis } from "./base.ts";
import { linkParts, pointStops } from "./linked.ts";

/** A point of a curve of concentration. */
export interface CurvePoint {
  /** Share of entities, 0 to 1. */
  readonly x: number;
  /** Share of the whole they hold. */
  readonly y: number;
  readonly detail: string;
}

const [marginTop, marginRight, marginBottom] = [26, 22, 42];

/** A name is broken into lines of so many letters of usual width at most, each so many pixels wide where it is bold. */
const [mostLetters, boldLetter] = [18, 16];

/** Draws how a whole gathers over its largest parts, with one point named; with losses it rises above the whole. */
export function curveChart(
  points: readonly CurvePoint[],
  named: CurvePoint | undefined,
  percent: (value: number) => string,
  names: { readonly x: string; readonly y: string },
  width: number,
): Drawing {
  const marginLeft = labelRoom([percent(1)], width) + 4;
  const beside = (width - marginLeft - marginRight) * (1 - (named?.x ?? 0));
  const highest = Math.max(1, ...points.map((point) => point.y));
  const height = width < 480 ? 266 : 304;
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, height),
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { ...nameAxis(names.x), domain: [0, 1], ticks: 5, tickFormat: percent },
      y: {
        ...nameAxis(names.y),
        domain: [Math.min(0, ...points.map((point) => point.y)), highest * 1.02],
        ticks: highest > 1 ? 6 : [0, 0.2, 0.4, 0.6, 0.8, 1],
        tickFormat: percent,
        grid: true,
        tickSize: 0,
      },
      marks: [
        Plot.line(
          [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
          { x: "x", y: "y", stroke: "var(--plan)", strokeDasharray: "4,4" },
        ),
        Plot.line([{ x: 0, y: 0, detail: "" }, ...points], {
          x: "x",
          y: "y",
          stroke: "var(--accent)",
          strokeWidth: 2.25,
        }),
        ...(named === undefined
          ? []
          : [
              Plot.dot([named], { x: "x", y: "y", fill: "var(--accent)", r: 5 }),
              Plot.text([named], {
                x: "x",
                y: "y",
                text: "detail",
                textAnchor: "start",
                dx: 10,
                dy: 14,
                fill: "var(--text)",
                fontWeight: 600,
                lineWidth: Math.min(mostLetters, Math.floor(beside / boldLetter)),
              }),
            ]),
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
