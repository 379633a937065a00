import { count, date, decimal, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.order_headers", {
  description: "An order before its lines are valued: who sold it, where, at what rate.",
  key: ["order_id"],
  columns: {
    order_id: id("The order."),
    client_id: id("Who bought.").nullable(),
    order_date: date("Day of the order."),
    order_month: date("First day of its month."),
    status: text("`open`, `done` or `cancelled`."),
    cancelled_by: text("`client` or `supplier`, for cancelled orders.").nullable(),
    is_cancelled: flag("Was it cancelled?"),
    channel: text("Sales channel.").nullable(),
    manager_id: id(
      "Owner of the client on the order date, else the manager named on the order, else the manager on the client card.",
    ).nullable(),
    named_manager_id: id("Manager the order names.").nullable(),
    manager_basis: text("Where the manager comes from: `owner`, `order`, `client` or `unknown`."),
    manager_direction: text("Direction of the manager.").nullable(),
    campaign_id: id("Campaign named on the order.").nullable(),
    region: text("Region of the order, else of the client, else of the manager, else `unknown`."),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    rate: decimal(18, 8, "Reporting currency for one unit on the order date.").nullable(),
    document_amount: money("Total the document states.", { unit: "reporting currency" }).nullable(),
    requested_date: date("Delivery day the client asked for.").nullable(),
    promised_date: date("Delivery day first confirmed.").nullable(),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
