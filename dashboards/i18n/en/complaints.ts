import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the page complaints. */
export const complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "complaint", other: "complaints" })}, most about ${type} (${share}); ${overdue === 0 ? "none is overdue" : `${format.integer(overdue)} ${plural("en", overdue, { one: "is", other: "are" })} overdue`}.`,
    none: "No complaints in this period",
    most: {
      day: (day: string, count: string) => `Most complaints came on ${day}: ${count}`,
      week: (week: string, count: string) => `Most complaints came in ${week}: ${count}`,
      month: (month: string, count: string) => `Most complaints came in ${month}: ${count}`,
      quarter: (quarter: string, count: string) => `Most complaints came in ${quarter}: ${count}`,
    },
    countSubtitles: {
      day: (range: string) => `Complaints received by day, ${range}; a hollow point is a day not over yet`,
      week: (range: string) => `Complaints received by week, ${range}; a hollow point is a week not over yet`,
      month: "Complaints received by month",
      quarter: "Complaints received by quarter of the fiscal year; a hollow point is a quarter not over yet",
    },
    closedWithin: (days: number, format: Formats) =>
      `Closed within ${format.integer(days)} ${plural("en", days, { one: "day", other: "days" })}`,
    openLonger: (days: number, format: Formats) =>
      `open longer than ${format.integer(days)} ${plural("en", days, { one: "day", other: "days" })}`,
    stillInTime: "the newest may still be closed in time",
    rateAllSubtitle: "All complaints per 100 orders delivered in the month, whatever the filters",
    barsTitle: (name: string, share: string) => `${name}: ${share} of complaints`,
    barsSubtitle: (dimension: string) => `Complaints received by ${dimension.toLowerCase()}`,
    cellTitle: (type: string, month: string, count: string) => `The peak is ${type} in ${month}: ${count}`,
    cellSubtitle: "Complaints received by type and month",
    table: "Complaints by type and manager",
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} complaints per 100 orders, within the target of ${target}`
        : `${value} complaints per 100 orders, above the target of ${target}`,
    rateSubtitle: "Complaints per 100 orders delivered in the month",
  },
};
