import { baseOptions, type Drawing, labelRoom, nameAxis } from "./base.ts";
import { linkParts } from "./linked.ts";

/** Clients that were promised about the same, and what came, with its limits. */
export interface CalibrationPoint {
  readonly promised: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
  readonly detail: string;
}

/** So many pixels around its middle a dot is pointed at. */
const reach = 9;

/** Draws what came over what was promised; on the dashed line both are equal. */
export function calibrationChart(
  points: readonly CalibrationPoint[],
  percent: (value: number) => string,
  names: { readonly x: string; readonly y: string },
  width: number,
): Drawing {
  const top = Math.min(1, Math.max(0.05, ...points.map((point) => Math.max(point.high, point.promised))) * 1.05);
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, 304),
      marginLeft: labelRoom([percent(1)], width) + 8,
      marginRight: 26,
      marginTop: 26,
      marginBottom: 42,
      x: { ...nameAxis(names.x), domain: [0, top], ticks: 5, tickFormat: percent, line: true },
      y: { ...nameAxis(names.y), domain: [0, top], ticks: 5, tickFormat: percent, grid: true, tickSize: 0 },
      marks: [
        Plot.line(
          [
            [0, 0],
            [top, top],
          ],
          { stroke: "var(--plan)", strokeDasharray: "4,4" },
        ),
        Plot.ruleX(points, { x: "promised", y1: "low", y2: "high", stroke: "var(--accent)", strokeWidth: 2 }),
        Plot.dot(points, { x: "promised", y: "observed", fill: "var(--accent)", r: 4 }),
      ],
    });
    const [x, y] = [plot.scale("x"), plot.scale("y")];
    const dots = points
      .toSorted((one, other) => one.promised - other.promised)
      .map(({ promised, observed, detail }) => ({
        left: Number(x?.apply(promised)) - reach,
        top: Number(y?.apply(observed)) - reach,
        width: 2 * reach,
        height: 2 * reach,
        text: detail,
      }));
    return linkParts(plot, dots);
  };
}
