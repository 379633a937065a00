import type { NumberKind } from "./styles.ts";

const dayMilliseconds = 86_400_000;
/** Day 0 of each epoch; the one of 1900 counts a 29 February that never was, as day 60. */
const epoch1900 = Date.UTC(1899, 11, 31);
const epoch1904 = Date.UTC(1904, 0, 1);
const lastDay = Date.UTC(9999, 11, 31);

/**
 * Writes a day number as ISO text: `2024-05-01`, with a time `2024-05-01T13:45:00`, a time of day alone `13:45:00`, a
 * duration `25:10:00`. Times are exact to a millisecond. Days that no calendar has stay visible: 1900-02-29 is written
 * as such, and no conversion takes it. Undefined for what is no day.
 */
export function serialText(stored: string, kind: NumberKind, is1904: boolean): string | undefined {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const moment = Math.round(serial * dayMilliseconds);
  const day = Math.floor(moment / dayMilliseconds);
  const time = moment - day * dayMilliseconds;
  if (kind === "elapsed") return clock(moment);
  if (day === 0 && (kind === "time" || time > 0) && !is1904) return clock(time);
  if (day === 0 && kind === "time") return clock(time);
  const date = dateText(day, is1904);
  return date === undefined || time === 0 ? date : `${date}T${clock(time)}`;
}

function dateText(day: number, is1904: boolean): string | undefined {
  if (!is1904 && day === 0) return "1900-01-00";
  if (!is1904 && day === 60) return "1900-02-29";
  const at = is1904 ? epoch1904 + day * dayMilliseconds : epoch1900 + (day > 60 ? day - 1 : day) * dayMilliseconds;
  return at > lastDay ? undefined : new Date(at).toISOString().slice(0, 10);
}

function clock(milliseconds: number): string {
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  const rest = milliseconds % 1000;
  const seconds = Math.floor(milliseconds / 1000);
  const text = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, "0")}`;
}

const persianDay = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Writes the day of an ISO text by the Persian calendar, its time as it is: 2024-05-01 is 1403-02-12. */
export function persianText(iso: string): string {
  const found = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(.*)$/.exec(iso);
  const at = Date.parse(`${found?.[1]}T00:00:00Z`);
  if (found === null || Number.isNaN(at) || !new Date(at).toISOString().startsWith(iso.slice(0, 10))) return iso;
  const parts = persianDay.formatToParts(at);
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}${found[2]}`;
}
