import { dropMarks } from "../numbers.ts";

/** Where nothing can be measured letters of the scripts the site knows are taken to be as wide, in pixels. */
const characterWidth = 7;

const pen = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
if (pen !== null) pen.font = `12px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;

/** Tells how wide a label of a chart is, in pixels: letters of one alphabet are up to thrice as wide as others. */
export function labelWidth(label: string): number {
  const text = dropMarks(label);
  return pen === null ? [...text].length * characterWidth : pen.measureText(text).width;
}
