import {
  count,
  date,
  decimal,
  contract as describe,
  double,
  flag,
  moneySum,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.return_rate_by_month", {
  description: "Orders that arrived in a month and how much of them came back, by region and manager.",
  key: ["month", "region", "manager_id"],
  answers: "How much of what we deliver comes back?",
  columns: {
    month: date("First day of the month the last of the order arrived."),
    region: text("Region of the order, or `unknown`."),
    manager_id: text("Manager of the order, or `unknown`."),
    shipped_quantity: decimal(38, 3, "Units of these orders.", { unit: "units" }),
    shipped_amount: moneySum("Their net value."),
    return_count: count("Returns of these goods up to the as-of day."),
    matched_return_count: count(
      "Of these, of an order known to have arrived; the others stand in the month they came back.",
    ),
    returned_quantity: decimal(38, 3, "Units that came back.", { unit: "units" }),
    returned_amount: moneySum("Their value."),
    return_rate_quantity: double("Units back over units arrived; empty where more came back.", {
      unit: "share 0..1",
    }).nullable(),
    return_rate_amount: double("Value back over value arrived; empty where more came back.", {
      unit: "share 0..1",
    }).nullable(),
    usual_lag_days: count("Days within which 95 % of returns come back.", { unit: "days" }).nullable(),
    is_mature: flag("Has the month been over for that long? Until then more will come back."),
    quality_flag: text(
      "`ok`; `immature` while more returns are to be expected; `nothing_shipped`; `more_than_shipped`: goods of other months, or deliveries that were not told, so no rate.",
    ),
    as_of_date: date("Day the numbers speak of."),
  },
});
