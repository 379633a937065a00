import {
  count,
  date,
  decimal,
  contract as describe,
  flag,
  id,
  money,
  quantity,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.order_lines", {
  description: "One product on an order, in the reporting currency.",
  key: ["order_line_id"],
  answers: "Which products make the sales and the margin?",
  columns: {
    order_line_id: id("The line."),
    order_id: id("Its order."),
    client_id: id("Who bought.", { references: "marts.clients.client_id" }).nullable(),
    order_date: date("Day of the order; empty when no source delivered the order.").nullable(),
    order_month: date("First day of its month.").nullable(),
    is_cancelled: flag("Was the order cancelled?"),
    cancelled_by: text("`client` or `supplier`, for cancelled orders.").nullable(),
    product_id: id("What was bought.", { references: "marts.products.product_id" }).nullable(),
    manager_id: id("Manager of the order.", { references: "marts.managers.manager_id" }).nullable(),
    region: text("Region of the order, or `unknown`."),
    direction: text("Direction of the product, else of the manager, else `unknown`."),
    quantity: quantity("Units ordered."),
    discount_share: decimal(9, 6, "Discount on the line.", { unit: "share 0..1" }).nullable(),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    amount_basis: text(
      "`stated` on the line, `price` × quantity, quantity × the `list_price` of the product, or `unknown`.",
    ),
    net_amount: money("Line total after discount, before returns; empty without amount or rate.", {
      unit: "reporting currency",
    }).nullable(),
    cost_amount: money("Cost of the whole line; empty when unknown.", { unit: "reporting currency" }).nullable(),
    margin_amount: money("Net amount less cost; empty when either is unknown.", {
      unit: "reporting currency",
    }).nullable(),
    requested_date: date("Delivery day the client asked for.").nullable(),
    promised_date: date("Delivery day first confirmed.").nullable(),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
