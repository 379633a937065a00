import type { Formats } from "../../formats.ts";
import type { complaintsEn } from "../en/complaints.ts";
import { plural } from "../locales.ts";

/** Ukrainian texts of the page complaints. */
export const complaintsUk: typeof complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} ${plural("uk", count, { one: "complaint", other: "complaints" })}, most about ${type} (${share}); ${format.integer(overdue)} ${plural("uk", overdue, { one: "is", other: "are" })} overdue.`,
    none: "No complaints in this period",
    mostTitle: (month: string, count: string) => `Most complaints came in ${month}: ${count}`,
    countSubtitle: "Complaints received by month",
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
