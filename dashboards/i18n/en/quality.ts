import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";
import { rows } from "./words.ts";

/** English texts of the page quality. */
export const qualityEn = {
  quality: {
    scope: "All files in the warehouse",
    noRows: "No rows were read yet.",
    accepted: (share: string, count: number, format: Formats) =>
      `${share} of ${format.integer(count)} ${rows(count)} read were accepted.`,
    acceptedOfRest: (share: string, read: number, skipped: number, format: Formats) =>
      `Of ${format.integer(read)} ${rows(read)} read ${format.integer(skipped)} were left to other feeds on purpose; ${share} of the rest were accepted.`,
    refused: (count: number, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "file was", other: "files were" })} held back or refused.`,
    reconciled: "Money agrees from file to metric.",
    notReconciled: (count: number, format: Formats) =>
      `Money differs at ${format.integer(count)} ${plural("en", count, { one: "stage", other: "stages" })}.`,
    checksPass: "All checks pass.",
    checksFail: (count: number, format: Formats) =>
      `${format.integer(count)} ${plural("en", count, { one: "check has", other: "checks have" })} findings.`,
    ofFeeds: (count: number, format: Formats) => `of ${format.integer(count)} feeds`,
    ofChecks: (count: number, format: Formats) => `of ${format.integer(count)} checks`,
    freshness: "Freshness of sources",
    freshnessSubtitle: "When each feed last came, as seen when the warehouse was built",
    checks: "Checks",
    checksSubtitle: "Rows that should not exist; an error stops publishing",
    passed: "passed",
    found: "found rows",
    noRejects: "No row was set aside",
    rejectTitle: (rule: string, column: string, source: string) => `Most rows of ${source} fail “${rule}” in ${column}`,
    rejectSubtitle: "Rows set aside, by source and rule",
    rejects: "Rows set aside",
    rejectsSubtitle: "By source, rule and column; the rows themselves: karavan rejects",
    reconciliation: "Money from file to metric",
    reconciliationSubtitle: "Rows and amounts at each stage against the stage before",
    agrees: "agrees",
    differs: "differs",
    future: "Rows dated after the as-of day",
    futureSubtitle: "Left out of every number until their day comes",
    futureNone: "No source dates its documents in the future.",
    remarks: "Beside the rows of files",
    remarksSubtitle:
      "Totals that files tell against their rows, and rows that were mended or hidden; more: karavan report",
    remarksNone: "No file holds a total, or a row that was mended.",
    line: "Line",
    remark: "Kind",
    finding: "What was found",
    places: "Places",
    files: "Files",
    filesSubtitle: "What became of every file offered",
  },
  remarkKinds: {
    footer: "total",
    inner_quote: "quote in a value",
    plain_quote: "quotes in a value",
    empty_tail: "empty fields at the end",
    padded: "values missing at the end",
    hidden_rows: "hidden rows",
    check: "rule not met",
  } as Record<string, string>,
  feedStates: {
    fresh: "fresh",
    aging: "getting old",
    stale: "stale",
    missing: "never came",
    optional: "not expected",
  } as Record<string, string>,
  stages: { file: "File", raw: "Raw", staging: "Staging", mart: "Mart", metric: "Metric" } as Record<string, string>,
};
