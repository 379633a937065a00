import {
  count,
  date,
  decimal,
  contract as describe,
  double,
  flag,
  id,
  moneySum,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_class_windows", {
  description:
    "A client's volume over the last complete periods, as seen at the end of each complete period since the first order. Periods without orders count as zero.",
  key: ["client_id", "month"],
  answers: "What did a client's class rest on at the time?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month: date("First day of the period (month or quarter) that ends the window."),
    window_from_month: date("First day of the first period of the window."),
    window_to_month: date("First day of the last period of the window; the same as the month."),
    is_current: flag("Whether this is the last complete period."),
    eligible_period_count: count("Periods of the window from the client's first order on.", { unit: "periods" }),
    active_period_count: count("Eligible periods with volume above zero.", { unit: "periods" }),
    order_count: count("Valid orders in the window.", { unit: "orders" }),
    volume: decimal(
      38,
      4,
      "Volume in the window, in the measure of the settings, as known when the period ended: returns made later are not off.",
      {
        unit: "reporting currency, orders or units",
      },
    ),
    net_amount: moneySum(
      "Net revenue in the window, from the period of the first order on; what came back since is off.",
    ),
    average_per_period: double(
      "Volume divided by eligible periods, periods without volume included; empty for new clients.",
      {
        unit: "volume per period",
      },
    ).nullable(),
    active_share: double("Share of eligible periods with volume; empty for new clients.", {
      unit: "share 0..1",
    }).nullable(),
    activity: text(
      "`regular`, `occasional` (one order in the window, or active in too few periods), `inactive` (no volume in the window) or `new` (no complete period yet).",
    ),
  },
});
