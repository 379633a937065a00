import { z } from "zod";
import { share } from "./values.ts";

/** Values that part clients into five scores. */
const cutPoints = z
  .array(z.number())
  .length(4)
  .refine((values) => values.every((value, index) => value >= (values[index - 1] ?? value)), {
    message: "the four cut points must rise",
  });

export const classes = z
  .strictObject({
    measure: z
      .enum(["net_amount", "order_count", "quantity"])
      .default("net_amount")
      .describe("Volume that decides the class."),
    period: z.enum(["month", "quarter"]).default("month").describe("What classes are told for."),
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
  .prefault({});

export const clients = z
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
  .prefault({});

export const rfm = z
  .strictObject({
    window_months: z.int().min(1).max(240).default(24).describe("Months looked back on."),
    recency: z
      .enum(["days", "own_gaps"])
      .default("days")
      .describe("What silence is counted in: days, or the client's own gaps between purchases, where rhythms differ."),
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
  .prefault({});

export const movement = z
  .strictObject({
    lost_after_months: z
      .int()
      .min(1)
      .max(60)
      .default(6)
      .describe("Calendar months without an order after which a client counts as lost."),
  })
  .prefault({});

export const churn = z
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
  .prefault({});

export const lifetimeValue = z
  .strictObject({
    horizon_months: z.int().min(1).max(120).default(12).describe("Months of future orders that are valued."),
    annual_discount: z.number().min(0).max(5).default(0.15).describe("Discount rate of a year."),
    basis: z
      .enum(["margin", "revenue"])
      .default("margin")
      .describe("What is valued; revenue is used where no cost is known."),
  })
  .prefault({});

export const contacts = z
  .strictObject({
    key_days: z.int().min(1).default(14).describe("Days without contact after which a key client is overdue."),
    medium_days: z.int().min(1).default(30).describe("The same for a medium client."),
    small_days: z.int().min(1).default(60).describe("The same for a small client."),
    occasional_days: z.int().min(1).default(120).describe("The same for an occasional client."),
    list_days: z.int().min(1).max(366).default(30).describe("Days ahead that lists of birthdays and dates look."),
  })
  .prefault({});
