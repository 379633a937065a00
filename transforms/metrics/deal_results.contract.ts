import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.deal_results", {
  description: "Deals won and lost by a manager, over all time or the last twelve months, and how long they took.",
  key: ["is_total", "manager_id", "window_name"],
  answers: "What share of deals do we win, and how long does it take?",
  columns: {
    is_total: flag("All managers together? Then `manager_id` is `all`, which is no id."),
    manager_id: text("Manager, or `unknown`."),
    window_name: text("`all` time, or `last_12_months` to the as-of day, by the day of closing."),
    won_count: count("Deals won.", { unit: "deals" }),
    lost_count: count("Deals lost.", { unit: "deals" }),
    won_amount: moneySum("Their value.").nullable(),
    lost_amount: moneySum("Value of the lost ones.").nullable(),
    win_rate_count: double("Won over won and lost; open deals are no losses.", { unit: "share 0..1" }).nullable(),
    win_rate_value: double("The same by value; of deals with an amount.", { unit: "share 0..1" }).nullable(),
    won_amount_mean: double("Mean value of a won deal.", { unit: "reporting currency" }).nullable(),
    cycle_days_p50: double("Median days from opening to winning.", { unit: "days" }).nullable(),
    cycle_days_p90: count("Nine of ten deals were closed within so many days.", { unit: "days" }).nullable(),
    quality_flag: text("`ok`; `low_n` below 30 closed deals."),
    as_of_date: date("Day the numbers speak of."),
  },
});
