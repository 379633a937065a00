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

export const contract = describe("metrics.line_returns_by_reason", {
  description: "Returns of lines shipped in a month by reason, against all that was shipped then.",
  key: ["month", "region", "manager_id", "reason"],
  answers: "Of what we ship, how much comes back for which reason?",
  columns: {
    month: date("First day of the month the lines were shipped."),
    region: text("Region of the order, or `unknown`."),
    manager_id: text("Manager of the order, or `unknown`."),
    reason: text("Why goods came back, or `unknown`."),
    return_count: count("Returns."),
    returned_quantity: decimal(38, 3, "Units that came back for it.", { unit: "units" }),
    returned_amount: moneySum("Their value."),
    shipped_quantity: decimal(
      38,
      3,
      "Units shipped in the month, region and by the manager, whatever became of them.",
      {
        unit: "units",
      },
    ),
    shipped_amount: moneySum("Their net value."),
    return_rate_quantity: double("Units back for the reason over units shipped; empty where more came back.", {
      unit: "share 0..1",
    }).nullable(),
    return_rate_amount: double("Value back for it over value shipped; empty where more came back.", {
      unit: "share 0..1",
    }).nullable(),
    is_mature: flag("Has the month been over long enough? Until then more will come back."),
    quality_flag: text(
      "`ok`; `immature` while more returns are to be expected; `nothing_shipped`; `more_than_shipped`: goods of other months, or deliveries that were not told, so no rate.",
    ),
    as_of_date: date("Day the numbers speak of."),
  },
});
