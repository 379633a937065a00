import type { PlotOptions } from "@observablehq/plot";
import { dropMarks } from "../numbers.ts";
import { labelWidth } from "./label-width.ts";

/** The library of pictures, when it is there. */
export type PlotLibrary = typeof import("./plot.ts");

/** A picture that knows all it shows, and waits for the library to be drawn with. */
export type Drawing = (plot: PlotLibrary) => Element;

/** What all charts share: colours and fonts come from the page, axes have few ticks, no motion. */
export function baseOptions(width: number, height: number): PlotOptions {
  return { width, height, style: { background: "transparent", color: "var(--muted)", fontSize: "12px" } };
}

/** Says whether the page is written from the right: names then stand at the right of a chart, and bars grow to the left. */
export function isRightToLeft(): boolean {
  return document.documentElement.dir === "rtl";
}

/** Names an axis of numbers at its end, without an arrow. */
export function nameAxis(label: string): { label: string; labelArrow: "none" } {
  return { label, labelArrow: "none" };
}

/** Finds the room labels need, at most a share of the width. */
export function labelRoom(labels: readonly string[], width: number, mostShare = 0.4): number {
  const longest = Math.max(0, ...labels.map(labelWidth));
  return Math.min(Math.ceil(longest) + 12, Math.floor(width * mostShare));
}

/** Where a label may go on in the next line: at a blank, and behind a hyphen inside a name. */
const lineBreak = / |(?<=\p{L}-)(?=\p{L})/gu;

/** No picture has room for more characters on two lines. */
const mostWrapped = 400;

/**
 * Writes a label on two lines where one has no room for it: of even length where both fit, else each of two names that a
 * plus joins on its own, else the first as full as it can be and the second shortened.
 */
export function wrapLabel(label: string, room: number): string {
  if (fitLabel(label, room) === label) return label;
  const head = label.slice(0, mostWrapped);
  const pairs = [...head.matchAll(lineBreak)].map(({ 0: gap, index }) => [
    head.slice(0, index),
    head.slice(index + gap.length),
  ]);
  const isRoomFor = (text: string | undefined) => labelWidth(text ?? "") <= room - 12;
  const widest = (pair: readonly string[]) => Math.max(...pair.map(labelWidth));
  const even = pairs.filter((pair) => pair.every(isRoomFor)).sort((left, right) => widest(left) - widest(right))[0];
  const joined = pairs.find(([, second]) => second?.startsWith("+ "));
  const full = pairs.filter(([first]) => isRoomFor(first)).at(-1);
  return (even ?? joined ?? full ?? [label]).map((line) => fitLabel(line, room)).join("\n");
}

/** Characters a label keeps however little room there is. */
const fewestShown = 3;

/** Shortens a label to the room it has. */
export function fitLabel(label: string, room: number): string {
  if (labelWidth(label) <= room - 12) return label;
  let kept = "";
  for (const character of label) {
    if (labelWidth(`${kept}${character}…`) > room - 12 && dropMarks(kept).length >= fewestShown) break;
    kept += character;
  }
  return `${kept}…`;
}
