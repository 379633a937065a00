import { count, date, contract as describe, flag, id, money, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.returns", {
  description: "Goods that came back, valued in the reporting currency.",
  key: ["return_id"],
  columns: {
    return_id: id("The return."),
    order_id: id("Order the goods came from, named or found by the line.").nullable(),
    order_line_id: id(
      "Line the goods came from: the one named, else the only one of the order with the product.",
    ).nullable(),
    client_id: id("Who bought, else who sent them back.", { references: "marts.clients.client_id" }).nullable(),
    product_id: id("What came back.", { references: "marts.products.product_id" }).nullable(),
    manager_id: id(
      "Manager of the order, else owner of the client on the sales date, else the manager on the client card.",
      { references: "marts.managers.manager_id" },
    ).nullable(),
    region: text("Region of the order, else of the return, the client, the manager, else `unknown`."),
    direction: text("Direction of the product, else of the manager, else `unknown`."),
    return_date: date("Day the goods came back."),
    return_month: date("First day of its month."),
    sales_date: date(
      "Day of the sale taken back, where it reduces revenue: of the order; of the return where no order is known.",
    ),
    sales_month: date("First day of its month."),
    is_counted: flag("Does it reduce sales? Not when its order was cancelled: that sale never counted."),
    quantity: quantity("Units returned."),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    amount_basis: text("`stated` by the source, at the price of the `line`, at `list_price`, or `unknown`."),
    amount: money("Value credited, positive; empty without value or rate.", { unit: "reporting currency" }).nullable(),
    reason: text("Why.").nullable(),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
