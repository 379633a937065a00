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
import { shippedColumns } from "./shipped_products.contract.ts";

export const contract = describe("metrics.line_returns", {
  description: "Lines shipped in a month and how much of them came back, by region, manager and product.",
  key: ["month", "region", "manager_id", "product_id"],
  answers: "Which products come back, and whose?",
  columns: {
    ...shippedColumns,
    return_count: count("Returns of lines first shipped in the month, up to the as-of day."),
    matched_return_count: count(
      "Of these, of a line known to have left; the others stand in the month they came back.",
    ),
    returned_quantity: decimal(38, 3, "Units that came back.", { unit: "units" }),
    returned_amount: moneySum("Their value."),
    return_rate_quantity: double("Units back over units shipped; empty where more came back.", {
      unit: "share 0..1",
    }).nullable(),
    return_rate_amount: double("Value back over value shipped; empty where more came back.", {
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
