import { count, date, contract as describe, double, flag, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.source_freshness", {
  description: "A feed of a source and how fresh it is.",
  key: ["source", "feed", "entity"],
  answers: "How fresh is each source?",
  columns: {
    source: text("Source."),
    feed: text("Feed."),
    entity: text("Entity."),
    is_expected: flag("Do the settings expect it?"),
    file_count: count("Files loaded."),
    last_loaded_at: timestamp("Newest load; empty when nothing was loaded.", { unit: "UTC" }).nullable(),
    newest_event_date: date("Newest event of the entity from this source, up to the as-of day.").nullable(),
    event_age_days: count("Days from it to the as-of day.", { unit: "days" }).nullable(),
    warn_hours: double("Age of the newest load that earns a warning.", { unit: "hours" }).nullable(),
    error_hours: double("Age at which it is stale.", { unit: "hours" }).nullable(),
    as_of_date: date("Day the numbers speak of."),
  },
});
