import { z } from "zod";

/** The name of a time zone, such as Europe/Moscow. */
export const timeZoneSchema = z.string().refine(isTimeZone, "not a time zone of the tz database");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
