import { date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.forecast_series", {
  description: "Net sales of the company, a region or a direction in a complete month, without gaps.",
  key: ["dimension", "entity_id", "month"],
  answers: "How did sales run, month by month, without gaps?",
  columns: {
    dimension: text(
      "`total`, `region` or `direction`; `region_rest` and `direction_rest`: those beyond the 40 greatest, together.",
    ),
    entity_id: text("Region or direction, or `unknown`; `all` for the total."),
    month: date("First day of the month; complete months only."),
    net_amount: moneySum("Net sales; 0 in a month without any after the first."),
  },
});
