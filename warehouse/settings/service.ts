import { z } from "zod";
import { share } from "./values.ts";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day such as 09:00");

export const workingHours = z
  .strictObject({
    from: clockTime.default("09:00").describe("Start of the working day, in time_zone."),
    to: clockTime.default("18:00").describe("Its end."),
  })
  .prefault({})
  .refine(({ from, to }) => from < to, "the working day ends before it begins")
  .describe("Hours that count towards answering complaints.");

export const otif = z
  .strictObject({
    early_days: z.int().min(0).default(0).describe("Days early that still count as on time."),
    late_days: z.int().min(0).default(0).describe("Days late that still count as on time."),
    quantity_tolerance_share: share.default(0).describe("Shortfall that still counts as in full."),
  })
  .prefault({});

export const complaints = z
  .strictObject({
    overdue_after_days: z.int().min(1).default(10).describe("Open longer than this is overdue."),
    first_response_hours: z.number().positive().default(8).describe("Working hours to the first answer."),
    resolution_hours: z.number().positive().default(40).describe("Working hours to closing."),
    types: z
      .record(
        z.string(),
        z.strictObject({
          first_response_hours: z.number().positive().describe("The same for one type of complaint."),
          resolution_hours: z.number().positive().describe("The same for one type of complaint."),
        }),
      )
      .default({})
      .describe("Targets of a type of complaint where they differ."),
  })
  .prefault({});

export const satisfaction = z
  .strictObject({
    top_box: z.int().min(1).max(4).default(2).describe("How many of the highest scores of a scale count as satisfied."),
    late_window_days: z.int().min(1).default(90).describe("Days before an answer in which a late line counts for it."),
    publish_comments: z
      .boolean()
      .default(false)
      .describe(
        "Show answers in words on the site. They may hold personal data; numbers and addresses are blotted out.",
      ),
  })
  .prefault({});
