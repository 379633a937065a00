import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the page delivery. */
export const deliveryEn = {
  delivery: {
    noDay:
      "No order says by which day it was wanted or promised, so nothing can be told on time or late. Map `requested_date` or `promised_date` of the orders.",
    headline: (onTime: string, otif: string, late: number, format: Formats) =>
      `${onTime === otif ? `${otif} of order lines arrived on time and in full` : `${onTime} of order lines arrived on time and ${otif} on time and in full`}; ${format.integer(late)} ${plural("en", late, { one: "line was", other: "lines were" })} late.`,
    noLate: "No late lines in this period",
    lateTitle: (name: string, share: string) => `${name} stands behind ${share} of the late lines`,
    lateSubtitle: (dimension: string) => `Late lines and their share of the lines due, by ${dimension.toLowerCase()}`,
    carriers: "How late the late lines are",
    carriersSubtitle: "All history up to the as-of day; undelivered lines count up to that day",
    title: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} of lines on time, target of ${target} reached`
        : `${value} of lines on time, below the target of ${target}`,
    subtitle: "Share of order lines due in the month",
    orderOtif: "OTIF of whole orders",
    orderOtifNote: "every line on time and in full",
  },
};
