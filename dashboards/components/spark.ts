import { svgElement } from "./dom.ts";

const sparkWidth = 200;
const sparkHeight = 36;

/**
 * Draws recent months as a line with its last point marked; gaps stay gaps. Decoration: the chart below, or the table it
 * stands in, tells it in full.
 */
export function sparkline(values: readonly (number | null)[]): Element | undefined {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return undefined;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => 4 + (index / (values.length - 1)) * (sparkWidth - 8);
  const y = (value: number) => sparkHeight - 5 - ((value - low) / span) * (sparkHeight - 10);
  let path = "";
  values.forEach((value, index) => {
    if (value === null) return;
    const isStart = index === 0 || values[index - 1] === null;
    path += `${isStart ? "M" : "L"}${x(index).toFixed(1)},${y(value).toFixed(1)}`;
  });
  const last = values.length - 1 - [...values].reverse().findIndex((value) => value !== null);
  const lastValue = values[last] ?? low;
  return svgElement(
    "svg",
    { class: "spark", viewBox: `0 0 ${sparkWidth} ${sparkHeight}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svgElement("path", {
      d: path,
      fill: "none",
      stroke: "var(--plan)",
      "stroke-width": 1.5,
      "vector-effect": "non-scaling-stroke",
    }),
    svgElement("path", {
      d: `M${x(last).toFixed(1)},${y(lastValue).toFixed(1)}h0`,
      stroke: "var(--accent)",
      "stroke-width": 7,
      "stroke-linecap": "round",
      "vector-effect": "non-scaling-stroke",
    }),
  );
}
