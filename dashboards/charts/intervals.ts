import { layRows, type PartAction, standsBack, stoodBack } from "./actions.ts";
import { baseOptions, type Drawing, isRightToLeft, labelRoom, wrapLabel } from "./base.ts";

/** An estimate with its interval. */
export interface Estimate {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly detail: string;
  /** Whether zero is no bar to be cleared: a score is neither good nor bad for being above it. */
  readonly isPlain?: boolean;
  /** What happens when the estimate is chosen. */
  readonly action?: PartAction | undefined;
}

const oneLine = 30;
const twoLines = 36;

/** Draws estimates as dots with their intervals; zero is marked, and what is clear of it is coloured. */
export function intervalChart(estimates: readonly Estimate[], show: (value: number) => string, width: number): Drawing {
  const room = labelRoom(
    estimates.map((estimate) => estimate.label),
    width,
  );
  const names = estimates.map((estimate) => wrapLabel(estimate.label, room));
  const rowHeight = names.some((name) => name.includes("\n")) ? twoLines : oneLine;
  const isMirrored = isRightToLeft();
  const keyed = estimates.map((estimate, index) => ({ ...estimate, key: String(index) }));
  const color = (estimate: Estimate) =>
    estimate.isPlain === true
      ? "var(--accent)"
      : estimate.low > 0
        ? "var(--good)"
        : estimate.high < 0
          ? "var(--bad)"
          : "var(--muted)";
  const actions = estimates.map((estimate) => estimate.action);
  const strokeOpacity = (estimate: Estimate) => (standsBack(estimate.action, actions) ? stoodBack : 1);
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, estimates.length * rowHeight + 40),
      marginLeft: isMirrored ? 36 : room,
      marginRight: isMirrored ? room : 36,
      marginTop: 6,
      marginBottom: 28,
      x: {
        label: null,
        grid: true,
        ticks: Math.max(2, Math.min(5, Math.floor((width - room) / 90))),
        tickFormat: show,
        nice: true,
      },
      y: {
        type: "band",
        axis: isMirrored ? "right" : "left",
        domain: keyed.map((estimate) => estimate.key),
        label: null,
        tickSize: 0,
        tickFormat: (key: string) => names[Number(key)] ?? "",
      },
      marks: [
        Plot.ruleX([0], { stroke: "var(--text)" }),
        Plot.ruleY(keyed, { x1: "low", x2: "high", y: "key", stroke: color, strokeWidth: 2, strokeOpacity }),
        Plot.dot(keyed, { x: "value", y: "key", fill: color, fillOpacity: strokeOpacity, r: 5 }),
      ],
    });
    const rows = estimates.map(({ action, label, detail }) => ({ action, name: label, label: detail }));
    return layRows(plot, rows, plot.scale("y"), { width, rowHeight });
  };
}
