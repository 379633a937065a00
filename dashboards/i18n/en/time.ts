import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of days, weeks and quarters. */
export const timeEn = {
  time: {
    grain: "Chart by",
    grains: { day: "Days", week: "Weeks", month: "Months", quarter: "Quarters" },
    points: { day: "Day", week: "Week", quarter: "Quarter" },
    daysOfPoint: "Days",
    /** A week by its number and year, or by its first day where weeks have no numbers. */
    week: (number: string, year: string, _start: string) => `W${number} ${year}`,
    weekShort: (number: string, year: string, _start: string) => `W${number} ${year}`,
    mayArrive: "lines not here yet may still arrive",
    titles: { day: "Net sales by day", week: "Net sales by week", quarter: "Net sales by quarter" },
    best: {
      day: (name: string, amount: string) => `Best day: ${name}, ${amount}`,
      week: (name: string, amount: string) => `Best week: ${name}, ${amount}`,
    },
    planned: (reached: number, all: number, format: Formats) =>
      `Plan reached in ${format.integer(reached)} of ${format.integer(all)} ${plural("en", all, { one: "quarter", other: "quarters" })}`,
    subtitles: {
      day: (range: string) => `Net sales by day, ${range}; plans are by month; a hollow point is a day not over yet`,
      week: (range: string) => `Net sales by week, ${range}; plans are by month; a hollow point is a week not over yet`,
      quarter: "Net sales and plan by quarter of the fiscal year; a hollow point is a quarter not over yet",
    },
  },
};
