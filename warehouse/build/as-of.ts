import { exitCodes, OperatorError } from "../errors.ts";
import type { Settings } from "../settings.ts";

/**
 * Decides the day all numbers speak of: the option, else `as_of` of the settings, where `today` is the day of `now` in
 * the settings' time zone.
 * @throws OperatorError exit 2 when the option is no day.
 */
export function resolveAsOf(option: string | undefined, settings: Settings, now: Date): string {
  const day = option ?? settings.as_of;
  return day === "today" ? dayIn(settings.time_zone, now) : parseDay(day, "--as-of");
}

/** Reads a calendar day `YYYY-MM-DD`. @throws OperatorError exit 2 naming the option. */
export function parseDay(day: string, option: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (parsed === undefined || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) {
    throw new OperatorError(`"${day}" is not a day`, {
      exitCode: exitCodes.usage,
      place: { path: option },
      remedy: "Write a calendar day as 2026-10-31.",
    });
  }
  return day;
}

/** Finds the first day of the first month not over on a day: all months before it are complete. */
export function openMonth(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000);
  return `${next.toISOString().slice(0, 7)}-01`;
}

/** Finds the instant a day ends in a time zone, as UTC text `YYYY-MM-DD HH:MM:SS`: what was loaded before it was known that day. */
export function endOfDay(day: string, timeZone: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000;
  // Twice, because the offset at the first guess may be that of the other side of a clock change.
  const guess = wall - zoneOffset(timeZone, new Date(wall));
  const instant = new Date(wall - zoneOffset(timeZone, new Date(guess)));
  return instant.toISOString().slice(0, 19).replace("T", " ");
}

/** Tells the day, `YYYY-MM-DD`, that clocks of a zone show at an instant. */
export function dayIn(timeZone: string, now: Date): string {
  return wallClock(timeZone, now).toISOString().slice(0, 10);
}

/** Milliseconds a zone's clocks are ahead of UTC at an instant. */
function zoneOffset(timeZone: string, at: Date): number {
  return wallClock(timeZone, at).getTime() - Math.floor(at.getTime() / 1000) * 1000;
}

/** Reads a zone's clocks, written as if they were UTC. */
function wallClock(timeZone: string, at: Date): Date {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return new Date(
    Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0, part.second ?? 0),
  );
}
