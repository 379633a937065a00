import { count, date, contract as describe, flag, id, money, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.orders", {
  description: "A sale to a client, in the reporting currency.",
  key: ["order_id"],
  answers: "What was sold, to whom, by whom?",
  columns: {
    order_id: id("The order."),
    client_id: id("Who bought.", { references: "marts.clients.client_id" }).nullable(),
    order_date: date("Day of the order."),
    order_month: date("First day of its month."),
    status: text("`open`, `done` or `cancelled`."),
    cancelled_by: text("`client` or `supplier`, for cancelled orders.").nullable(),
    is_cancelled: flag("Was it cancelled?"),
    is_valid: flag("Not cancelled and of a positive amount: a purchase."),
    channel: text("Sales channel.").nullable(),
    manager_id: id(
      "Owner of the client on the order date, else the manager named on the order, else the manager on the client card.",
      { references: "marts.managers.manager_id" },
    ).nullable(),
    named_manager_id: id("Manager the order names.", { references: "marts.managers.manager_id" }).nullable(),
    manager_basis: text("Where the manager comes from: `owner`, `order`, `client` or `unknown`."),
    campaign_id: id("Campaign named on the order.", { references: "marts.campaigns.campaign_id" }).nullable(),
    region: text("Region of the order, else of the client, else of the manager, else `unknown`."),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    line_count: count("Lines of the order."),
    quantity: quantity("Units ordered."),
    amount_basis: text(
      "What the amount is: the sum of its `lines`, the `document` where no line has an amount, or `unknown`.",
    ),
    net_amount: money(
      "Sum of the lines after discount; where no line has an amount, what the document states. Before returns.",
      { unit: "reporting currency" },
    ).nullable(),
    document_amount: money("Total the document states: a control for the lines.", {
      unit: "reporting currency",
    }).nullable(),
    cost_amount: money("Cost of the lines; empty when the cost of any line is unknown.", {
      unit: "reporting currency",
    }).nullable(),
    margin_amount: money("Net amount less cost.", { unit: "reporting currency" }).nullable(),
    requested_date: date("Delivery day the client asked for.").nullable(),
    promised_date: date("Delivery day first confirmed.").nullable(),
    delivered_date: date("Day the last of its shipments arrived; empty while any is under way.").nullable(),
    is_delivered: flag("Have all its shipments arrived, and was it not cancelled?"),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
