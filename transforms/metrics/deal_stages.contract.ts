import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.deal_stages", {
  description: "A stage of open deals, with the share of deals that entered it and were won.",
  key: ["stage"],
  answers: "What is a deal in this stage worth? How long do deals stay in it?",
  columns: {
    stage: text("The stage."),
    stage_number: count("Its place in the order deals enter stages, from 1."),
    entry_count: count("Deals that entered it, long enough ago for nine of ten to be decided.", { unit: "deals" }),
    won_count: count("Of these, won.", { unit: "deals" }),
    entry_win_rate: double("Won over entries, as counted.", { unit: "share 0..1" }).nullable(),
    win_probability: double(
      "The same drawn to the win rate of all deals as by ten more, never lower in a later stage; empty while no deal was ever closed.",
      { unit: "probability 0..1" },
    ).nullable(),
    stay_days_p50: double("Median days in it, of finished stays.", { unit: "days" }).nullable(),
    open_count: count("Open deals in it.", { unit: "deals" }),
    quality_flag: text(
      "`ok`; `low_n` below 30 entries; `fallback`: no recorded entry, the win rate of all deals; `no_history`: no deal was ever closed.",
    ),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of."),
  },
});
