import { count, contract as describe, double, flag, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.data_quality_by_file", {
  description: "A file that was offered, and what became of its rows.",
  key: ["file_id"],
  answers: "Can we trust what was loaded?",
  columns: {
    file_id: count("File, as numbered in the ledger."),
    source: text("Source."),
    feed: text("Feed of the source.").nullable(),
    entity: text("Entity it was mapped to.").nullable(),
    name: text("Name of the file."),
    state: text("`committed`, `held` or `rejected`."),
    loaded_at: timestamp("When it was loaded.", { unit: "UTC" }).nullable(),
    rows_read: count("Records read."),
    rows_accepted: count("Records accepted."),
    rows_rejected: count("Records set aside."),
    rows_skipped: count("Records a feed leaves to others on purpose: read, neither accepted nor set aside."),
    rows_changed: count("Rows inserted, updated or closed."),
    rows_unchanged: count("Records that brought nothing new."),
    accepted_rate: double("Accepted over accepted and set aside; skipped records count in neither.", {
      unit: "share 0..1",
    }).nullable(),
    rejected_share: double("Set aside over accepted and set aside.", { unit: "share 0..1" }).nullable(),
    is_balanced: flag("Are all records read accepted, set aside or skipped, and all accepted ones accounted for?"),
    quality_flag: text("`ok`, `rejects` above the share of the settings, `held`, or `rejected`."),
  },
});
