import { z } from "zod";

export const freshness = z
  .strictObject({
    warn_hours: z.number().positive().default(26).describe("Age of a source's newest load that earns a warning."),
    error_hours: z.number().positive().default(72).describe("Age at which the site says it is stale."),
    silent_days: z
      .int()
      .min(1)
      .default(62)
      .describe("Days between the newest order and the as-of day after which the site says that the data ends."),
    sources: z
      .record(
        z.string(),
        z.strictObject({
          warn_hours: z.number().positive().describe("The same for one source."),
          error_hours: z.number().positive().describe("The same for one source."),
        }),
      )
      .default({}),
  })
  .prefault({});

export const schedule = z
  .array(
    z.strictObject({
      name: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .describe("Name in the ledger of runs: small Latin letters, digits, hyphens."),
      cron: z.string().describe("Five fields, in time_zone."),
      catch_up: z
        .enum(["latest", "all"])
        .default("latest")
        .describe("After downtime, run the newest missed slot, or all."),
    }),
  )
  .default([])
  .describe("When `karavan schedule` runs the road.");

export const parsing = z
  .strictObject({
    memory_mb: z
      .int()
      .min(128)
      .default(1024)
      .describe(
        "Memory that taking apart one JSON, XML, XLSX or HTML file or archive may need; beyond it the file is refused.",
      ),
    seconds: z.int().min(1).default(300).describe("Time that it may take."),
  })
  .prefault({});

export const demo = z
  .strictObject({
    seed: z.int().min(0).default(20260101).describe("The same seed makes the same files, byte for byte."),
    clients: z.int().min(100).default(3000).describe("Clients of the demo company."),
    orders: z.int().min(1000).default(60000).describe("Orders of its 24 months."),
  })
  .optional()
  .describe("Present: `npm start` makes a demo company. Remove it with your own data.");
