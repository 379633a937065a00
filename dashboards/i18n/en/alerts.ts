import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of alerts, on pages and in mails. */
export const alertsEn = {
  alerts: {
    title: "Alerts",
    subtitle: "Figures that the settings watch, in their newest period",
    allWithin: "Every watched figure is within its limit",
    past: (count: number, all: number, format: Formats) =>
      `${format.integer(count)} of ${format.integer(all)} watched ${plural("en", all, { one: "figure", other: "figures" })} past the limit`,
    above: (what: string, value: string, period: string, limit: string) =>
      `${what}: ${value} (${period}), above ${limit}`,
    below: (what: string, value: string, period: string, limit: string) =>
      `${what}: ${value} (${period}), below ${limit}`,
    changed: (what: string, change: string, period: string, before: string, limit: string) =>
      `${what}: ${change} (${period} against ${before}), more than ${limit}`,
    missing: (what: string, period: string) => `${what}: no figure (${period})`,
    never: (what: string) => `${what}: there never was a figure`,
    noComparison: (what: string, period: string) => `${what}: nothing to compare with (${period})`,
    within: (what: string, value: string, period: string) => `${what}: ${value} (${period}), within the limit`,
    since: (period: string) => `since ${period}`,
    fewCases: "few cases",
    days: (value: string, count: number) => `${value} ${plural("en", count, { one: "day", other: "days" })}`,
    finding: "What was found",
    sinceColumn: "Since",
    severity: "Severity",
    states: { raised: "past the limit", ok: "within the limit", unknown: "no figure" } as Record<string, string>,
    severities: { warning: "warning", critical: "critical" } as Record<string, string>,
    measures: { order_count: "Orders", average_order: "Average order", pipeline_weighted: "Weighted pipeline" },
    mail: {
      more: (finding: string, count: number, format: Formats) => `${finding} (and ${format.integer(count)} more)`,
      pagesSubject: (company: string, day: string) => `${company}: pages as of ${day}`,
      speak: (company: string, day: string) => `Figures of ${company} as of ${day}.`,
      changed: "What changed:",
      standing: "Still past the limit or without a figure:",
      pages: "The pages are attached as PDF.",
      sent: "Karavan sends this because its settings name your mailbox.",
    },
  },
};
