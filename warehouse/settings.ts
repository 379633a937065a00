import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { locales } from "../dashboards/i18n/locales.ts";
import { pageNames } from "../dashboards/site.ts";
import { alertsSchema, mailSchema } from "./alerts/settings.ts";
import { exitCodes, OperatorError } from "./errors.ts";
import { timeZoneSchema } from "./time-zone.ts";
import { parseYaml } from "./yaml.ts";

const share = z.number().min(0).max(1);
/** Values that part clients into five scores. */
const cutPoints = z
  .array(z.number())
  .length(4)
  .refine((values) => values.every((value, index) => value >= (values[index - 1] ?? value)), {
    message: "the four cut points must rise",
  });
const unitCost = z.number().min(0).optional();
const isoDate = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day such as 09:00");
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const audience = z.strictObject({
  name: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not a name for a folder: small Latin letters, digits and single hyphens")
    .describe("Folder of its site: small Latin letters, digits, hyphens."),
  pages: z
    .array(z.enum(pageNames))
    .refine((names) => names.includes("overview"), "the overview is missing: every site begins with it")
    .optional()
    .describe("Pages it may open, by name, the overview among them; absent: all."),
  regions: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Regions whose rows it may see; absent: all. What cannot be told apart by region is left out."),
  managers: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Managers, by id, whose rows it may see; absent: all. With `regions`, both must hold."),
  personal: z
    .enum(["contacts", "names", "none"])
    .default("names")
    .describe(
      "Are clients shown by name, or by id only? With `contacts` they are found by telephone, e-mail and tax number too, which then lie in the files of that site and of no other.",
    ),
});

const settingsSchema = z.strictObject({
  company: z.strictObject({ name: z.string().min(1).describe("Shown on every page.") }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe("Reporting currency, ISO 4217."),
  time_zone: timeZoneSchema.describe("Zone of local times in exports and of the schedule."),
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
  working_hours: z
    .strictObject({
      from: clockTime.default("09:00").describe("Start of the working day, in time_zone."),
      to: clockTime.default("18:00").describe("Its end."),
    })
    .prefault({})
    .refine(({ from, to }) => from < to, "the working day ends before it begins")
    .describe("Hours that count towards answering complaints."),
  sources: z.string().default("ingest/sources").describe("Folder of source files, relative to this file."),
  classes: z
    .strictObject({
      measure: z
        .enum(["net_amount", "order_count", "quantity"])
        .default("net_amount")
        .describe("Volume that decides the class."),
      period: z.enum(["month", "quarter"]).default("month"),
      window_periods: z.int().min(1).max(60).default(12).describe("Complete periods looked back on."),
      mode: z
        .enum(["absolute", "quantile", "share"])
        .default("quantile")
        .describe("How thresholds are found: given amounts, quantiles of clients, or shares of volume."),
      key_from: z
        .number()
        .min(0)
        .default(0.8)
        .describe("Average volume per period (absolute), quantile, or share of volume from which a client is key."),
      medium_from: z.number().min(0).default(0.5).describe("The same for medium."),
      occasional_below_active_share: share
        .default(1 / 3)
        .describe("Clients active in fewer of their periods are occasional."),
      hysteresis: z
        .boolean()
        .default(true)
        .describe("Publish a class change only when it holds for two periods or crosses the threshold by 10 %."),
    })
    .prefault({}),
  clients: z
    .strictObject({
      matching: z.boolean().default(true).describe("Find cards of one client in several systems by themselves."),
      sources: z
        .array(z.string())
        .default([])
        .describe("Systems, the most trusted first: whose values stand, and whose id a client of one load keeps."),
      survivorship: z
        .record(z.string(), z.array(z.string()))
        .default({})
        .describe("Another order of systems for single attributes, such as phone."),
      links: z
        .string()
        .default("links.yaml")
        .describe("File of what people decided (same, different), relative to this file."),
      link_from: share.default(0.9).describe("Probability from which two cards are one client."),
      review_from: share.default(0.5).describe("Probability from which a pair is shown for review."),
      max_per_contact: z.int().min(2).default(5).describe("A telephone or mailbox that more cards share links nobody."),
      max_per_tax_id: z.int().min(2).default(50).describe("A tax number that more cards share links nobody."),
      max_cards: z.int().min(2).default(50).describe("Cards one client may have."),
      branches_apart: z
        .boolean()
        .default(true)
        .describe("Are branches (one tax number, different branch codes) clients of their own?"),
    })
    .prefault({}),
  abc: z.strictObject({ a_share: share.default(0.8), b_share: share.default(0.95) }).prefault({}),
  xyz: z
    .strictObject({ x_below: z.number().positive().default(0.5), y_below: z.number().positive().default(1) })
    .prefault({}),
  pareto: z
    .strictObject({
      idle_clients: z
        .boolean()
        .default(false)
        .describe("Do clients without an order in the period stand on the curve?"),
      idle_managers: z.boolean().default(true).describe("Do employed managers without one?"),
      idle_products: z.boolean().default(false).describe("Do products nobody ordered?"),
    })
    .prefault({})
    .describe("Who counts when it is told how few bring most of the revenue."),
  rfm: z
    .strictObject({
      window_months: z.int().min(1).max(240).default(24).describe("Months looked back on."),
      recency: z
        .enum(["days", "own_gaps"])
        .default("days")
        .describe(
          "What silence is counted in: days, or the client's own gaps between purchases, where rhythms differ.",
        ),
      monetary: z
        .enum(["total", "per_purchase"])
        .default("total")
        .describe("What clients are worth: net sales in the months looked back on, or per purchase day."),
      segments_by: z
        .enum(["frequency_and_monetary", "frequency"])
        .default("frequency_and_monetary")
        .describe("What stands beside recency in the segments: the mean of both scores, or frequency alone."),
      cut_points: z
        .strictObject({
          recency: cutPoints.optional().describe("Days, or own gaps."),
          frequency: cutPoints.optional().describe("Purchase days."),
          monetary: cutPoints.optional().describe("Net sales, or those per purchase day."),
        })
        .prefault({})
        .describe("Four rising values per measure that stay, so that scores compare over time; else today's fifths."),
    })
    .prefault({}),
  otif: z
    .strictObject({
      early_days: z.int().min(0).default(0).describe("Days early that still count as on time."),
      late_days: z.int().min(0).default(0).describe("Days late that still count as on time."),
      quantity_tolerance_share: share.default(0).describe("Shortfall that still counts as in full."),
    })
    .prefault({}),
  cross_sell: z
    .strictObject({
      basket: z
        .enum(["order", "client_quarter"])
        .default("order")
        .describe("What counts as bought together: one order, or all a client bought in a calendar quarter."),
      item: z.enum(["product", "category"]).default("product").describe("What pairs are made of."),
      window_months: z.int().min(1).max(240).default(24).describe("Months looked back on."),
      min_pair_count: z.int().min(1).default(30).describe("Baskets a pair must be found in to be shown."),
      max_basket_items: z.int().min(2).max(1000).default(200).describe("Baskets of more items are left out."),
    })
    .prefault({}),
  movement: z
    .strictObject({
      lost_after_months: z
        .int()
        .min(1)
        .max(60)
        .default(6)
        .describe("Calendar months without an order after which a client counts as lost."),
    })
    .prefault({}),
  churn: z
    .strictObject({
      horizon_days: z
        .int()
        .min(14)
        .max(730)
        .default(91)
        .describe("Churn is no order within so many days; for long purchase cycles two to three typical gaps."),
      model: z
        .enum(["mbg", "bg"])
        .default("mbg")
        .describe("Model of purchases: MBG/NBD, or BG/NBD, which takes every one-time buyer for alive."),
      active_ratio: z
        .number()
        .positive()
        .default(1.5)
        .describe("Active up to so many median gaps without an order; beyond, cooling."),
      lapsed_ratio: z
        .number()
        .positive()
        .optional()
        .describe("Lapsed beyond so many median gaps; absent: the smallest that reaches lapsed_precision."),
      lapsed_precision: share
        .default(0.9)
        .describe("Share of clients called lapsed in the past that then really did not order."),
      lapsed_after_days: z.int().min(30).default(365).describe("Longer without an order is lapsed in any case."),
    })
    .prefault({}),
  lifetime_value: z
    .strictObject({
      horizon_months: z.int().min(1).max(120).default(12).describe("Months of future orders that are valued."),
      annual_discount: z.number().min(0).max(5).default(0.15).describe("Discount rate of a year."),
      basis: z
        .enum(["margin", "revenue"])
        .default("margin")
        .describe("What is valued; revenue is used where no cost is known."),
    })
    .prefault({}),
  cost_to_serve: z
    .strictObject({
      delivery: unitCost.describe("Cost of one delivery."),
      call: unitCost.describe("Cost of one call."),
      meeting: unitCost.describe("Cost of one meeting."),
      visit: unitCost.describe("Cost of one visit."),
      message: unitCost.describe("Cost of one message or e-mail a person writes."),
      complaint: unitCost.describe("Cost of handling one complaint."),
      returned_goods_value_share: share
        .default(1)
        .describe("What returned goods are still worth, as a share of their cost."),
    })
    .prefault({})
    .describe("Unit costs in the reporting currency; what is not given is not counted, and the numbers say so."),
  attribution: z
    .strictObject({
      rule: z.enum(["last_touch", "first_touch", "linear", "time_decay", "position"]).default("last_touch"),
      window_days: z.int().min(1).max(365).default(30).describe("Days after a delivered message, click or answer."),
      opened_window_days: z.int().min(1).max(365).default(5).describe("Days after a mere opening."),
      half_life_days: z
        .number()
        .positive()
        .max(365)
        .default(7)
        .describe("Days after which a touch counts half, under `time_decay`."),
    })
    .prefault({}),
  complaints: z
    .strictObject({
      overdue_after_days: z.int().min(1).default(10).describe("Open longer than this is overdue."),
      first_response_hours: z.number().positive().default(8).describe("Working hours to the first answer."),
      resolution_hours: z.number().positive().default(40).describe("Working hours to closing."),
      types: z
        .record(
          z.string(),
          z.strictObject({ first_response_hours: z.number().positive(), resolution_hours: z.number().positive() }),
        )
        .default({})
        .describe("Targets of a type of complaint where they differ."),
    })
    .prefault({}),
  receivables: z
    .strictObject({
      payments_without_invoice: z
        .enum(["oldest_first", "unallocated"])
        .default("oldest_first")
        .describe("Payments that name no invoice settle the client's oldest open ones, or stay unallocated."),
    })
    .prefault({}),
  annotations: z
    .array(
      z.strictObject({
        date: isoDate.describe("The day it happened."),
        text: z.string().min(1).max(80).describe("What happened, as it stands beside charts."),
      }),
    )
    .default([])
    .describe("Events marked on charts of sales, beside starts of campaigns: a new price list, an outage."),
  satisfaction: z
    .strictObject({
      top_box: z
        .int()
        .min(1)
        .max(4)
        .default(2)
        .describe("How many of the highest scores of a scale count as satisfied."),
      late_window_days: z
        .int()
        .min(1)
        .default(90)
        .describe("Days before an answer in which a late line counts for it."),
      publish_comments: z
        .boolean()
        .default(false)
        .describe(
          "Show answers in words on the site. They may hold personal data; numbers and addresses are blotted out.",
        ),
    })
    .prefault({}),
  contacts: z
    .strictObject({
      key_days: z.int().min(1).default(14).describe("Days without contact after which a key client is overdue."),
      medium_days: z.int().min(1).default(30).describe("The same for a medium client."),
      small_days: z.int().min(1).default(60).describe("The same for a small client."),
      occasional_days: z.int().min(1).default(120).describe("The same for an occasional client."),
      list_days: z.int().min(1).max(366).default(30).describe("Days ahead that lists of birthdays and dates look."),
    })
    .prefault({}),
  freshness: z
    .strictObject({
      warn_hours: z.number().positive().default(26).describe("Age of a source's newest load that earns a warning."),
      error_hours: z.number().positive().default(72).describe("Age at which the site says it is stale."),
      silent_days: z
        .int()
        .min(1)
        .default(62)
        .describe("Days between the newest order and the as-of day after which the site says that the data ends."),
      sources: z
        .record(z.string(), z.strictObject({ warn_hours: z.number().positive(), error_hours: z.number().positive() }))
        .default({}),
    })
    .prefault({}),
  targets: z
    .strictObject({
      plan_attainment: z.number().positive().default(1),
      on_time_rate: share.default(0.95),
      otif_rate: share.default(0.9),
      complaints_per_100_orders: z.number().positive().default(2),
      rejected_row_share: share.default(0.01),
    })
    .prefault({}),
  alerts: alertsSchema,
  mail: mailSchema,
  schedule: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9-]+$/),
        cron: z.string().describe("Five fields, in time_zone."),
        catch_up: z
          .enum(["latest", "all"])
          .default("latest")
          .describe("After downtime, run the newest missed slot, or all."),
      }),
    )
    .default([]),
  site: z
    .strictObject({
      port: z.int().min(1).max(65535).default(3000),
      url: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe("Where readers find the site, for links in mails."),
      keep_releases: z.int().min(1).default(5),
      pdf: z
        .array(
          z.strictObject({
            page: z.enum(pageNames).describe("Name of the page."),
            audience: z.string().optional().describe("Whose site it is printed from, where `audiences` are named."),
            language: z.enum(locales).optional().describe("One of `locales`; the first unless named."),
            filters: z.string().optional().describe("Filters as in the address: `region=Казань&period=quarter`."),
          }),
        )
        .default([])
        .describe("Pages that every run prints as PDF into site/pdf of the data folder, through a local Chromium."),
    })
    .prefault({}),
  audiences: z
    .array(audience)
    .default([])
    .refine((each) => new Set(each.map(({ name }) => name)).size === each.length, "two audiences have the same name")
    .describe(
      "Who gets a site of its own, with what it may hold; absent: one site for everyone. Each is built apart, so each costs the time of a publish.",
    ),
  parsing: z
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
    .prefault({}),
  demo: z
    .strictObject({
      seed: z.int().min(0).default(20260101),
      clients: z.int().min(100).default(3000),
      orders: z.int().min(1000).default(60000),
    })
    .optional()
    .describe("Present: `npm start` makes a demo company. Remove it with your own data."),
});

/** The company's settings, as validated from karavan.yaml, plus the places they name. */
export interface Settings extends z.infer<typeof settingsSchema> {
  /** The settings file. */
  readonly file: string;
  /** The checkout Karavan runs from: models, checks and pages are found here. */
  readonly home: string;
  readonly paths: Paths;
}

/** Everything Karavan writes lives under `data`. */
export interface Paths {
  readonly data: string;
  readonly inbox: string;
  readonly landing: string;
  readonly raw: string;
  readonly crm: string;
  readonly lock: string;
  readonly journal: string;
  /** Which cards were one client at each build, and what changed. */
  readonly clientJournal: string;
  /** What was mailed to whom about alerts. */
  readonly alertsTold: string;
  readonly work: string;
  readonly site: string;
  readonly sources: string;
  /** Decisions on clients; the file need not exist. */
  readonly links: string;
}

/** The checkout this file stands in. */
export const home = resolve(import.meta.dirname, "..");

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and validates the settings.
 *
 * `KARAVAN_SETTINGS` names the file (default: karavan.yaml of the checkout), `KARAVAN_DATA` the data folder.
 * @throws OperatorError exit 2 naming file, line, path and the values allowed.
 */
export function readSettings(environment: Environment = process.env): Settings {
  const file = resolve(environment.KARAVAN_SETTINGS ?? resolve(home, "karavan.yaml"));
  if (!existsSync(file)) {
    throw new OperatorError("the settings file does not exist", {
      exitCode: exitCodes.usage,
      place: { file },
      remedy: "Copy karavan.yaml from the repository, or point KARAVAN_SETTINGS at your file.",
    });
  }
  const settings = parseSettings(readFileSync(file, "utf8"), file);
  const data = resolve(environment.KARAVAN_DATA ?? resolve(home, "data"));
  const beside = {
    sources: resolve(dirname(file), settings.sources),
    links: resolve(dirname(file), settings.clients.links),
  };
  return { ...settings, file, home, paths: { ...dataPaths(data), ...beside } };
}

/** Validates the text of a settings file. */
export function parseSettings(yaml: string, file: string): z.infer<typeof settingsSchema> {
  return parseYaml(settingsSchema, yaml, file);
}

/** Writes the JSON Schema that editors complete and check karavan.yaml with. */
export function settingsJsonSchema(): unknown {
  return z.toJSONSchema(settingsSchema, { io: "input" });
}

function dataPaths(data: string): Omit<Paths, "sources" | "links"> {
  return {
    data,
    inbox: resolve(data, "inbox"),
    landing: resolve(data, "landing"),
    raw: resolve(data, "raw.duckdb"),
    crm: resolve(data, "crm.duckdb"),
    lock: resolve(data, "lock.duckdb"),
    journal: resolve(data, "journal.ndjson"),
    clientJournal: resolve(data, "clients.ndjson"),
    alertsTold: resolve(data, "alerts.json"),
    work: resolve(data, "work"),
    site: resolve(data, "site"),
  };
}
