import { z } from "zod";
import { isoDate, share } from "./values.ts";

const unitCost = z.number().min(0).optional();

export const abc = z
  .strictObject({
    a_share: share.default(0.8).describe("Share of net sales that class A makes up, the largest first."),
    b_share: share.default(0.95).describe("Share that A and B make up together; the rest is C."),
  })
  .prefault({});

export const xyz = z
  .strictObject({
    x_below: z
      .number()
      .positive()
      .default(0.5)
      .describe("Demand is steady (X) below this coefficient of variation of monthly amounts."),
    y_below: z
      .number()
      .positive()
      .default(1)
      .describe("Demand varies (Y) below this one; from there on it is irregular (Z)."),
  })
  .prefault({});

export const pareto = z
  .strictObject({
    idle_clients: z.boolean().default(false).describe("Do clients without an order in the period stand on the curve?"),
    idle_managers: z.boolean().default(true).describe("Do employed managers without one?"),
    idle_products: z.boolean().default(false).describe("Do products nobody ordered?"),
  })
  .prefault({})
  .describe("Who counts when it is told how few bring most of the revenue.");

export const crossSell = z
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
  .prefault({});

export const costToServe = z
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
  .describe("Unit costs in the reporting currency; what is not given is not counted, and the numbers say so.");

export const attribution = z
  .strictObject({
    rule: z
      .enum(["last_touch", "first_touch", "linear", "time_decay", "position"])
      .default("last_touch")
      .describe("How an order is shared among the campaigns that touched its client before."),
    window_days: z.int().min(1).max(365).default(30).describe("Days after a delivered message, click or answer."),
    opened_window_days: z.int().min(1).max(365).default(5).describe("Days after a mere opening."),
    half_life_days: z
      .number()
      .positive()
      .max(365)
      .default(7)
      .describe("Days after which a touch counts half, under `time_decay`."),
  })
  .prefault({});

export const receivables = z
  .strictObject({
    payments_without_invoice: z
      .enum(["oldest_first", "unallocated"])
      .default("oldest_first")
      .describe("Payments that name no invoice settle the client's oldest open ones, or stay unallocated."),
  })
  .prefault({});

export const annotations = z
  .array(
    z.strictObject({
      date: isoDate.describe("The day it happened."),
      text: z.string().min(1).max(80).describe("What happened, as it stands beside charts."),
    }),
  )
  .default([])
  .describe("Events marked on charts of sales, beside starts of campaigns: a new price list, an outage.");

export const targets = z
  .strictObject({
    plan_attainment: z.number().positive().default(1).describe("Actual sales over plan, at least."),
    on_time_rate: share.default(0.95).describe("Share of order lines delivered on time, at least."),
    otif_rate: share.default(0.9).describe("Share of order lines delivered on time and in full, at least."),
    complaints_per_100_orders: z.number().positive().default(2).describe("Complaints per 100 orders, at most."),
    rejected_row_share: share.default(0.01).describe("Share of rows read that were set aside, at most."),
  })
  .prefault({});
