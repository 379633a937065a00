import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.payment_delays", {
  description: "How long after the due day money comes, by amount, the unpaid counted with the days so far.",
  key: ["dimension", "entity_id"],
  answers: "How late do clients pay? Do they pay later than before?",
  columns: {
    dimension: text(
      "`all`, `region` or `manager` for invoices of the 365 days to the as-of day; `month` of issue for all.",
    ),
    entity_id: text("`all`, the region, the manager, or the first day of the month."),
    invoice_count: count("Invoices with a due day."),
    paid_amount: moneySum("Paid of them."),
    open_amount: moneySum("Still open of them."),
    open_overdue_amount: moneySum("Of this, past due."),
    delay_days_weighted: double(
      "Mean days from due day to payment of what was paid, weighted by amount: too low while much is open.",
      { unit: "days" },
    ).nullable(),
    delay_days_p50: count("Days after the due day by which half of the money came (Kaplan–Meier).", {
      unit: "days",
    }).nullable(),
    delay_days_p90: count("Days after the due day by which nine tenths of the money came (Kaplan–Meier).", {
      unit: "days",
    }).nullable(),
    paid_by_due_day_share: double("Share of the money that came by the due day (Kaplan–Meier).", {
      unit: "share 0..1",
    }).nullable(),
    quality_flag: text("`ok`; `low_n` below 30 invoices; `mostly_unpaid` while no half can be told."),
    as_of_date: date("Day the numbers speak of."),
  },
});
