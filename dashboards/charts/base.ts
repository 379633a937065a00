import type { PlotOptions } from "@observablehq/plot";
import { dropMarks } from "../numbers.ts";

/** What all charts share: colours and fonts come from the page, axes have few ticks, no motion. */
export function baseOptions(width: number, height: number): PlotOptions {
  return { width, height, style: { background: "transparent", color: "var(--muted)", fontSize: "12px" } };
}

/** Says whether the page is written from the right: names then stand at the right of a chart, and bars grow to the left. */
export function isRightToLeft(): boolean {
  return document.documentElement.dir === "rtl";
}

/** Arabic letters and Persian digits are narrower than Latin and Cyrillic ones; names are of any script on any page. */
const characterWidth = (label: string) => (/\p{Script=Arabic}|[\u06f0-\u06f9]/u.test(label) ? 6 : 7);

/** Estimates the room labels need, at most a share of the width. */
export function labelRoom(labels: readonly string[], width: number, mostShare = 0.4): number {
  const longest = Math.max(0, ...labels.map((label) => dropMarks(label).length * characterWidth(label)));
  return Math.min(Math.ceil(longest) + 12, Math.floor(width * mostShare));
}

/** Shortens a label to the room it has. */
export function fitLabel(label: string, room: number): string {
  const most = Math.max(4, Math.floor((room - 12) / characterWidth(label)));
  return dropMarks(label).length <= most ? label : `${label.slice(0, most - 1)}…`;
}
