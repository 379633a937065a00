import { z } from "zod";

/** A part of a whole, 0 to 1. */
export const share = z.number().min(0).max(1);

/** A day, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();
