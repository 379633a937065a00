import { date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.forecast_late_returns", {
  description: "What was sold in a month and came back in a later one, by the series that are forecast.",
  key: ["dimension", "entity_id", "month", "return_month"],
  answers: "What of past months was not known when forecasts are tested there?",
  columns: {
    dimension: text(
      "`total`, `region` or `direction`; `region_rest` and `direction_rest` of all beyond the 40 greatest.",
    ),
    entity_id: text("Region or direction, or `unknown`; `all` for the total and the rest."),
    month: date("First day of the month of the sale."),
    return_month: date("First day of the month it came back in; after that of the sale."),
    amount: moneySum("Worth of what came back."),
  },
});
