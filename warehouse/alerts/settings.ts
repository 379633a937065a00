import { z } from "zod";
import { alertMeasureNames, alertMeasures, alertRules } from "../../dashboards/alerts.ts";
import { locales } from "../../dashboards/i18n/locales.ts";

const alert = z
  .strictObject({
    name: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not a name: small Latin letters, digits and single hyphens")
      .describe("Name of the alert: small Latin letters, digits, hyphens."),
    measure: z.enum(alertMeasureNames).describe("What is watched."),
    dimension: z.enum(["company", "region", "manager"]).default("company").describe("Of whom it is watched."),
    entity: z
      .string()
      .min(1)
      .optional()
      .describe("The region, or the manager by id; absent: each that has a figure, by itself."),
    rule: z
      .enum(alertRules)
      .describe(
        "Above or below `limit`; rises, falls or changes by more than `limit`, but for nps; or the figure is missing.",
      ),
    limit: z
      .number()
      .optional()
      .describe("In the unit of the measure; shares, and changes, from 0 to 1. Not with `missing`."),
    compared_with: z
      .enum(["previous", "year_before"])
      .default("previous")
      .describe("What a change is told against: the period before, or the same month of the year before."),
    severity: z
      .enum(["warning", "critical"])
      .default("warning")
      .describe("A critical one ends a run with exit code 7."),
    text: z
      .partialRecord(z.enum(locales), z.string().min(1).max(200))
      .optional()
      .describe("What to do about it, per language; said in mails."),
  })
  .refine(({ rule, limit }) => (rule === "missing") === (limit === undefined), {
    message: "a limit is needed, and only `missing` has none",
    path: ["limit"],
  })
  .refine(({ dimension, entity }) => dimension !== "company" || entity === undefined, {
    message: "the company has no entity: say whether it is a region or a manager (dimension)",
    path: ["entity"],
  })
  .refine(({ measure, rule }) => measure !== "nps" || !["rises", "falls", "changes"].includes(rule), {
    message: "a score between -100 and 100 has no change in shares: say above or below",
    path: ["rule"],
  })
  .refine(
    ({ measure, dimension }) =>
      dimension === "company" ||
      alertMeasures.some(({ name, splits }) => name === measure && splits.some((split) => split === dimension)),
    { message: "this measure is not told by it", path: ["dimension"] },
  );

const recipient = z.strictObject({
  address: z.email().describe("Mailbox."),
  language: z.enum(locales).optional().describe("Language of its mails; the first of `locales` unless named."),
  alerts: z.array(z.string()).optional().describe("Alerts it is told of, by name; absent: all."),
  pages: z
    .enum(["never", "with_alerts", "every_release"])
    .default("never")
    .describe("When the PDF files of `site.pdf` are attached: those of its `audience`."),
  audience: z
    .string()
    .optional()
    .describe(
      "Whose PDF files it gets, where `audiences` are named; of an audience limited to regions or managers, it is told of their alerts only.",
    ),
});

/** What is watched. */
export const alertsSchema = z
  .array(alert)
  .default([])
  .refine((each) => new Set(each.map(({ name }) => name)).size === each.length, "two alerts have the same name")
  .describe("Figures that are watched: what went past its limit is shown, told by `karavan status`, and mailed.");

/** Who is written to, and from where. */
export const mailSchema = z
  .strictObject({
    from: z.email().describe("Sender of mails."),
    to: z
      .array(recipient)
      .default([])
      .refine(
        (each) => new Set(each.map(({ address }) => address.toLowerCase())).size === each.length,
        "two readers have the same address",
      )
      .describe("Who is told when an alert changes its state."),
  })
  .optional()
  .describe("Mails about alerts; the server and its password come from environment variables.");
