import type { Scale } from "@observablehq/plot";
import { type ActivePart, layActions, type PartAction, standsBack } from "./actions.ts";
import { baseOptions, type Drawing, fitLabel, isRightToLeft, labelRoom, wrapLabel } from "./base.ts";
import { entityKey, type LinkedPart, linkParts, monthKey } from "./linked.ts";

/** A cell of a grid. */
export interface MatrixCell {
  readonly x: string;
  readonly y: string;
  /** Decides the strength of the colour. */
  readonly value: number;
  readonly text: string;
  readonly detail: string;
  /** What happens when the cell is chosen. */
  readonly action?: PartAction | undefined;
}

/** What a matrix draws, and what its rows do when they are chosen. */
export interface MatrixOptions {
  readonly cells: readonly MatrixCell[];
  readonly xs: readonly string[];
  readonly ys: readonly string[];
  readonly rowHeight?: number;
  /** Columns are a course of time, which runs from left to right in every language. */
  readonly isTime?: boolean;
  /** What happens when the name of a row is chosen, in the order of `ys`. */
  readonly rowActions?: readonly PartAction[];
  /** Names of the months of the columns, as charts over time write them. */
  readonly months?: readonly string[];
}

const strongest = 0.5;

/** A line of text in a cell, with what parts it from the next. */
const textHeight = 16;

/** Draws a grid of one hue: the stronger, the larger. Columns are named above, rows at the left. */
export function matrixChart(options: MatrixOptions, width: number): Drawing {
  const room = labelRoom(options.ys, width, width < 480 ? 0.37 : 0.32);
  const isMirrored = isRightToLeft();
  const largest = Math.max(1e-9, ...options.cells.map((cell) => Math.abs(cell.value)));
  const columnWidth = (width - room) / options.xs.length;
  const heads = planHeads(options, columnWidth);
  const drawsBackwards = isMirrored && options.isTime !== true;
  const opacityOf = fadeOf(options);
  return (Plot) => {
    const plot = Plot.plot({
      ...baseOptions(width, options.ys.length * (options.rowHeight ?? 40) + heads.height + 6),
      marginLeft: isMirrored ? heads.overhang : room,
      marginTop: heads.height,
      marginBottom: 4,
      marginRight: isMirrored ? room : heads.overhang,
      x: {
        type: "band",
        domain: drawsBackwards ? [...options.xs].reverse() : [...options.xs],
        axis: "top",
        label: null,
        tickSize: 0,
        padding: 0.04,
        tickFormat: (_: string, index: number) =>
          heads.texts[drawsBackwards ? heads.texts.length - 1 - index : index] ?? "",
      },
      y: {
        type: "band",
        domain: [...options.ys],
        axis: isMirrored ? "right" : "left",
        label: null,
        tickSize: 0,
        padding: 0.06,
        tickFormat: (text: string) => wrapLabel(text, room),
      },
      marks: [
        Plot.cell(options.cells, {
          x: "x",
          y: "y",
          fill: "var(--heat)",
          fillOpacity: (cell: MatrixCell) =>
            opacityOf(cell) * (0.04 + strongest * Math.sqrt(Math.abs(cell.value) / largest)),
          rx: 4,
        }),
        Plot.text(options.cells, {
          x: "x",
          y: "y",
          text: (cell: MatrixCell) =>
            fitText(cell.text, columnWidth, Math.floor((options.rowHeight ?? 40) / textHeight)),
          lineHeight: 1.3,
          fill: "var(--text)",
        }),
      ],
    });
    const scales = { x: plot.scale("x"), y: plot.scale("y") };
    const names = { left: isMirrored ? width - room : 0, width: room };
    const laid = layActions(plot, [...rowParts(options, scales, names), ...cellParts(options, scales)]);
    return linkParts(laid, [
      ...linkedMonths(options, scales),
      ...linkedRows(options, scales, width),
      ...toldCells(options, scales),
    ]);
  };
}

/** What stands above the columns. */
interface Heads {
  readonly texts: readonly string[];
  readonly height: number;
  /** How far the last one reaches beyond its column, which is the narrower for it. */
  readonly overhang: number;
}

const lineHeight = 14;

/**
 * Writes the names of columns where they have room: months every few columns, all other names, which nobody can guess, on two
 * levels by turns.
 */
function planHeads({ xs, isTime }: MatrixOptions, columnWidth: number): Heads {
  const [one, height, least] = [columnWidth + 16, 28, 2];
  const widest = labelRoom(xs, Number.POSITIVE_INFINITY);
  if (widest <= one) return { texts: xs, height, overhang: least };
  if (isTime === true) {
    const step = Math.ceil((widest - 8) / columnWidth);
    const reach = Math.ceil((widest - 8 - columnWidth) / 2);
    const isAtEnd = isRightToLeft() || (xs.length - 1) % step === 0;
    const texts = xs.map((text, index) => (index % step === 0 ? text : ""));
    return { texts, height, overhang: isAtEnd ? Math.max(least, reach) : least };
  }
  const texts = xs.map((text, index) => {
    const fitted = fitLabel(text, 2 * columnWidth + 12);
    return index % 2 === 0 ? `${fitted}\n\u00a0` : fitted;
  });
  const last = labelRoom([fitLabel(xs.at(-1) ?? "", 2 * columnWidth + 12)], Number.POSITIVE_INFINITY) - 12;
  return {
    texts,
    height: height + lineHeight,
    overhang: Math.max(least, Math.ceil((last - columnWidth) / (2 - 1 / xs.length))),
  };
}

/** Cells that stand back because others are chosen are paler; what is written in them is not. */
const stoodBack = 0.35;

function fadeOf({ cells, ys, rowActions = [] }: MatrixOptions): (cell: MatrixCell) => number {
  const actions = [...rowActions, ...cells.map((cell) => cell.action)];
  return (cell) => (standsBack(cell.action ?? rowActions[ys.indexOf(cell.y)], actions) ? stoodBack : 1);
}

interface Scales {
  readonly x: Scale | undefined;
  readonly y: Scale | undefined;
}

function rowParts(
  { ys, rowActions = [] }: MatrixOptions,
  { y }: Scales,
  names: { readonly left: number; readonly width: number },
): readonly ActivePart[] {
  return rowActions.flatMap((action, index): ActivePart[] => {
    const label = ys[index];
    if (label === undefined) return [];
    const [top, height] = [Number(y?.apply(label) ?? 0), y?.bandwidth ?? 0];
    return [{ action, name: label, label, ...names, top, height, isName: true }];
  });
}

function cellParts({ cells }: MatrixOptions, scales: Scales): readonly ActivePart[] {
  return cells.flatMap((cell): ActivePart[] => {
    if (cell.action === undefined) return [];
    return [{ action: cell.action, name: `${cell.y}, ${cell.x}`, label: cell.detail, ...placeOf(cell, scales) }];
  });
}

function placeOf(cell: MatrixCell, { x, y }: Scales) {
  return {
    left: Number(x?.apply(cell.x) ?? 0),
    top: Number(y?.apply(cell.y) ?? 0),
    width: x?.bandwidth ?? 0,
    height: y?.bandwidth ?? 0,
  };
}

/** Cells that cannot be chosen tell their figures, row by row from left to right. */
function toldCells({ cells }: MatrixOptions, scales: Scales): readonly LinkedPart[] {
  return cells
    .filter((cell) => cell.action === undefined)
    .map((cell) => ({ ...placeOf(cell, scales), text: cell.detail }))
    .sort((one, other) => one.top - other.top || one.left - other.left);
}

/** A month is its whole column. */
function linkedMonths({ xs, months = [] }: MatrixOptions, { x, y }: Scales): readonly LinkedPart[] {
  const [first = 0, last = 0] = [...(y?.range ?? [])].map(Number);
  return months.map((month, index) => ({
    key: monthKey(month),
    left: Number(x?.apply(xs[index]) ?? 0),
    top: Math.min(first, last),
    width: x?.bandwidth ?? 0,
    height: Math.abs(last - first),
  }));
}

/** An entity is its whole row. */
function linkedRows({ ys, rowActions = [] }: MatrixOptions, { y }: Scales, width: number): readonly LinkedPart[] {
  return rowActions.flatMap(({ filter, value }, index) => {
    const [left, top, height] = [0, Number(y?.apply(ys[index]) ?? 0), y?.bandwidth ?? 0];
    return ys[index] === undefined ? [] : [{ key: entityKey(filter, value), left, top, width, height }];
  });
}

/** Lines that do not fit the column are left to the table. */
function fitText(text: string, width: number, mostLines: number): string {
  const lines = text.split("\n");
  return lines
    .map((line) => (lines.length < mostLines ? wrapLabel(line, width + 8) : fitLabel(line, width + 8)))
    .join("\n");
}
