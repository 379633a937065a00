import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.product_segments", {
  description:
    "What each kind of client buys, against all clients: sales, shares, index and penetration of product categories.",
  key: ["segmentation", "segment", "category"],
  answers: "Which products does each kind of client buy more than others?",
  columns: {
    segmentation: text("What clients are divided by: `class`, `rfm` or `region`."),
    segment: text("The part: a class, an RFM segment or a region."),
    category: text("Product category, or `unknown`."),
    net_amount: moneySum("Lines of valid orders of the last twelve complete months, before returns."),
    margin_amount: moneySum("Margin of the lines whose cost is known.").nullable(),
    share_of_segment: double("Share of the category in what the segment buys.", { unit: "share 0..1" }),
    share_of_category: double("Share of the segment in what the category sells.", { unit: "share 0..1" }),
    index_ratio: double("Share in the segment over share in all sales: above 1 the segment prefers it.", {
      unit: "ratio",
    }),
    buyer_count: count("Clients of the segment that bought it.", { unit: "clients" }),
    client_count: count("Clients of the segment with an order in the window.", { unit: "clients" }),
    penetration: double("Buyers over clients of the segment.", { unit: "share 0..1" }),
    penetration_lower: double("Lower 95 % limit (Wilson).", { unit: "share 0..1" }),
    penetration_upper: double("Upper 95 % limit (Wilson).", { unit: "share 0..1" }),
    quality_flag: text("`ok`; `low_n` below 30 clients."),
    as_of_date: date("Day the numbers speak of."),
  },
});
