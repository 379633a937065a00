import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.discounts", {
  description:
    "Discounts and realised prices of the last twelve complete months by manager, class of client and product category.",
  key: ["manager_id", "class", "category"],
  answers: "Who gives how much discount, to whom, and what does it cost?",
  columns: {
    manager_id: text("Manager of the order, or `unknown`."),
    class: text("Class of the client now, or `unknown`."),
    category: text("Product category, or `unknown`."),
    line_count: count("Lines sold.", { unit: "lines" }),
    list_amount: moneySum("Sales before discount, of lines that state one (0 % too).").nullable(),
    discount_amount: moneySum("Discount on these lines.").nullable(),
    net_amount: moneySum("Sales of all lines after discount, before returns."),
    margin_amount: moneySum("Margin of the lines whose cost is known.").nullable(),
    discount_rate: double("Discount over sales before it.", { unit: "share 0..1" }).nullable(),
    usual_rate: double("The same of all managers together, for this class and category.", {
      unit: "share 0..1",
    }).nullable(),
    leak_amount: moneySum("Discount given beyond the usual rate; 0 where it is not above.").nullable(),
    carded_net_amount: moneySum("Sales of lines whose product has a list price.").nullable(),
    card_amount: moneySum("The same lines at the list price of today's product card.").nullable(),
    price_realisation: double("Sales over their worth at list price.", { unit: "share, may exceed 1" }).nullable(),
    quality_flag: text("`ok`; `low_n` below 30 lines."),
    as_of_date: date("Day the numbers speak of."),
  },
});
