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

export const contract = describe("metrics.client_classes", {
  description:
    "The volume class of a client at the end of each complete period: key, medium or small by average volume, occasional, inactive, or new.",
  key: ["client_id", "month"],
  answers: "Who are our key clients? Whose class changed, and when?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month: date("First day of the period (month or quarter) the class is stated for."),
    is_current: flag("Whether this is the last complete period."),
    window_from_month: date("First period looked back on."),
    window_to_month: date("Last period looked back on."),
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
    average_per_period: double("Volume divided by eligible periods; empty for new clients.", {
      unit: "volume per period",
    }).nullable(),
    active_share: double("Share of eligible periods with volume; empty for new clients.", {
      unit: "share 0..1",
    }).nullable(),
    class_raw: text("Class by the figures of this period alone."),
    class_published: text(
      "Class shown: it changes only when the new one holds for two periods in a row or a threshold is crossed by more than 10 %.",
    ),
    previous_class: text("Class published for the period before; empty in the client's first.").nullable(),
    net_amount: moneySum(
      "Net revenue in the window, from the period of the first order on; what came back since is off.",
    ),
  },
});
