import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.pipeline", {
  description: "Open deals of a manager that are expected to close in a quarter, on the as-of day.",
  key: ["is_total", "manager_id", "close_quarter"],
  answers: "What is our pipeline worth, how sure is that, and how fast is it?",
  columns: {
    is_total: flag("All managers together? Then `manager_id` is `all`, which is no id."),
    manager_id: text("Manager, or `unknown`."),
    close_quarter: text("First day of the quarter of expected closing; `unknown`, or `all` together."),
    open_count: count("Open deals that are not stale; the figures below are theirs.", { unit: "deals" }),
    unpriced_count: count("Of these, without an amount.", { unit: "deals" }),
    open_amount: moneySum("Their value; empty when none has an amount.").nullable(),
    weighted_amount: moneySum("Their value × the probability of their stage by history.").nullable(),
    weighted_lower_amount: moneySum("95 % of outcomes lie above this or below `weighted_upper_amount`.").nullable(),
    weighted_upper_amount: moneySum("Upper end of it.").nullable(),
    manual_weighted_amount: moneySum(
      "Their value × the probability typed in by managers; empty where one of them has none.",
    ).nullable(),
    largest_share: double("Share of the largest deal in the value.", { unit: "share 0..1" }).nullable(),
    stale_count: count("Stale deals beside.", { unit: "deals" }),
    stale_amount: moneySum("Value of the stale deals.").nullable(),
    win_rate_count: double("Won over closed, last twelve months.", { unit: "share 0..1" }).nullable(),
    win_rate_value: double("The same by value.", { unit: "share 0..1" }).nullable(),
    cycle_days_p50: double("Median days to a won deal, last twelve months.", { unit: "days" }).nullable(),
    velocity_per_day: double(
      "Open deals × mean won amount × win rate / median cycle: what the pipeline yields per day; of all quarters together.",
      { unit: "reporting currency per day" },
    ).nullable(),
    quality_flag: text(
      "`ok`; `low_n` below 30 open deals; `no_history`: nothing to weigh by or no amounts; `all_stale`.",
    ),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of; stages are those of the day."),
  },
});
