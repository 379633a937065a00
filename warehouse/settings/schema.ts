import { z } from "zod";
import { locales } from "../../dashboards/i18n/locales.ts";
import { alertsSchema, mailSchema } from "../alerts/settings.ts";
import { timeZoneSchema } from "../time-zone.ts";
import { churn, classes, clients, contacts, lifetimeValue, movement, rfm } from "./clients.ts";
import { demo, freshness, parsing, schedule } from "./operation.ts";
import { abc, annotations, attribution, costToServe, crossSell, pareto, receivables, targets, xyz } from "./sales.ts";
import { complaints, otif, satisfaction, workingHours } from "./service.ts";
import { audiences, site } from "./site.ts";
import { isoDate } from "./values.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** All keys of karavan.yaml, in the order they are documented in. */
export const settingsSchema = z.strictObject({
  company: z.strictObject({ name: z.string().min(1).describe("Shown on every page.") }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe("Reporting currency, ISO 4217."),
  time_zone: timeZoneSchema.describe(
    "Zone of the days and months events are counted in, of local times in exports and of the schedule.",
  ),
  locales: z
    .array(z.enum(locales))
    .min(1)
    .default([...locales])
    .describe("Languages of the site; the first stands at its root. Fewer are published sooner."),
  as_of: z
    .union([z.literal("today"), isoDate])
    .default("today")
    .describe("The day all numbers speak of. A fixed day makes every build repeatable."),
  fiscal_year_start_month: z.int().min(1).max(12).default(1).describe("Month the plan year begins in."),
  working_days: z
    .array(z.enum(weekdays))
    .min(1)
    .default(["mon", "tue", "wed", "thu", "fri"])
    .describe("The weekly pattern; holidays come from the calendar entity."),
  working_hours: workingHours,
  sources: z.string().default("ingest/sources").describe("Folder of source files, relative to this file."),
  classes,
  clients,
  abc,
  xyz,
  pareto,
  rfm,
  otif,
  cross_sell: crossSell,
  movement,
  churn,
  lifetime_value: lifetimeValue,
  cost_to_serve: costToServe,
  attribution,
  complaints,
  receivables,
  annotations,
  satisfaction,
  contacts,
  freshness,
  targets,
  alerts: alertsSchema,
  mail: mailSchema,
  schedule,
  site,
  audiences,
  parsing,
  demo,
});
