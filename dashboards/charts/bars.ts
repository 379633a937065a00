import { layRows, type PartAction, standsBack, stoodBack } from "./actions.ts";
import { baseOptions, type Drawing, isRightToLeft, labelRoom, wrapLabel } from "./base.ts";

/** A bar: its name, its length, what is written at its end. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly color?: string;
  /** Where the bar begins, on the same scale; from zero unless told: steps of a waterfall begin where the last one ended. */
  readonly from?: number;
  /** A mark to be reached, on the same scale: the plan of a bullet bar. */
  readonly mark?: number | null;
  readonly detail?: string;
  /** It stands for more than its length: gaps near its end say so. */
  readonly isBroken?: true;
  /** What happens when the bar is chosen. */
  readonly action?: PartAction | undefined;
}

/** A step of a waterfall, or the whole that the steps before it lead to. */
export interface Step extends Omit<Bar, "from"> {
  readonly isWhole?: boolean;
}

const oneLine = 28;
const twoLines = 34;

/** Names stand off the frame of a chosen bar, and off the edge: letters of some scripts reach beyond their measure. */
const [frameRoom, edgeRoom] = [7, 3];

/**
 * Draws horizontal bars from zero in the order given, names at the left, values at the ends; negative ones go left, with
 * their values beside zero. On a page written from the right all of it is the other way round.
 */
export function barChart(bars: readonly Bar[], width: number): Drawing {
  const actions = bars.map((bar) => bar.action);
  const inset = actions.some((action) => action !== undefined) ? frameRoom : edgeRoom;
  const labels = bars.map((bar) => bar.label);
  const room = labelRoom(labels, width, 0.34) + inset;
  const names = labels.map((label) => wrapLabel(label, room - inset));
  const reach = Math.max(0, ...bars.map(rightEnd));
  const depth = Math.min(0, ...bars.map((bar) => Math.min(bar.from ?? 0, endOf(bar))));
  const textRoom = labelRoom(
    bars.map((bar) => bar.text),
    width,
    0.44,
  );
  const texts = bars.map((bar) => wrapLabel(bar.text, textRoom));
  const rowHeight = [...names, ...texts].some((text) => text.includes("\n")) ? twoLines : oneLine;
  const isMirrored = isRightToLeft();
  const side = isMirrored ? -1 : 1;
  const textAnchor = isMirrored ? "end" : "start";
  const keys = bars.map((_, index) => String(index));
  const indexed = bars.map((bar, index) => ({ ...bar, key: String(index) }));
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, Math.max(60, bars.length * rowHeight + 8)),
      marginLeft: isMirrored ? textRoom + 4 : room,
      marginRight: isMirrored ? room : textRoom + 4,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null, domain: [depth, reach === 0 && depth === 0 ? 1 : reach], reverse: isMirrored },
      y: { type: "band", domain: keys, axis: null, padding: 0.28 },
      marks: [
        Plot.ruleX(joints(indexed), { x: "at", y1: "above", y2: "below", stroke: "var(--plan)" }),
        Plot.barX(indexed, {
          x1: (bar: Bar) => bar.from ?? 0,
          x2: endOf,
          y: "key",
          fill: (bar: Bar) => bar.color ?? "var(--accent)",
          fillOpacity: (bar: Bar) => (standsBack(bar.action, actions) ? stoodBack : 1),
          rx: 2,
        }),
        Plot.tickX(indexed.flatMap(gapsOf), { x: "at", y: "key", stroke: "var(--card)", strokeWidth: 4 }),
        Plot.tickX(
          indexed.filter((bar) => typeof bar.mark === "number"),
          { x: "mark", y: "key", stroke: "var(--text)", strokeWidth: 2 },
        ),
        Plot.ruleX([0], { stroke: "var(--line)" }),
        Plot.text(indexed, {
          x: rightEnd,
          y: "key",
          text: (bar: (typeof indexed)[number]) => texts[Number(bar.key)] ?? bar.text,
          textAnchor,
          dx: 6 * side,
          fill: "var(--text)",
        }),
        Plot.text(indexed, {
          frameAnchor: isMirrored ? "right" : "left",
          y: "key",
          text: (bar: (typeof indexed)[number]) => names[Number(bar.key)] ?? bar.label,
          textAnchor,
          dx: (inset - room) * side,
          fill: "var(--text)",
        }),
      ],
    });
    const rows = bars.map((bar) => ({ action: bar.action, name: bar.label, label: detailOf(bar) }));
    return layRows(plot, rows, plot.scale("y"), { width, rowHeight });
  };
}

/** Lets each bar begin where the one before it ends; a bar of the whole begins at zero. */
export function chainSteps(bars: readonly Step[]): readonly Bar[] {
  let reached = 0;
  return bars.map(({ isWhole, ...bar }) => {
    const from = isWhole === true ? 0 : reached;
    reached = from + bar.value;
    return { ...bar, from };
  });
}

function endOf(bar: Bar): number {
  return (bar.from ?? 0) + bar.value;
}

/** Where a bar or its mark ends at the right: there its value is written. */
function rightEnd(bar: Bar): number {
  return Math.max(bar.from ?? 0, endOf(bar), bar.mark ?? 0);
}

/** Thin lines that lead from the end of a step to the beginning of the next. */
function joints(bars: readonly (Bar & { readonly key: string })[]) {
  return bars.flatMap((bar, index) => {
    const next = bars[index + 1];
    if (bar.from === undefined || next === undefined) return [];
    return [{ at: endOf(bar), above: bar.key, below: next.key }];
  });
}

/** Where a broken bar has its gaps, as shares of its length. */
const gaps = [0.86, 0.92];

function gapsOf({ isBroken, value, key }: Bar & { readonly key: string }) {
  return isBroken === true ? gaps.map((share) => ({ at: share * value, key })) : [];
}

function detailOf(bar: Bar): string {
  return bar.detail ?? `${bar.label}: ${bar.text}`;
}
