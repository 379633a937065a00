import { contract, double, id, text, timestamp } from "./contract.ts";

export const complaints = contract("raw.complaints", {
  description: "A complaint or service request.",
  key: ["complaint_id"],
  columns: {
    complaint_id: id("The complaint in the source system."),
    client_id: id("Who complained.", { references: "clients.client_id" }).nullable(),
    order_id: id("Order complained about.", { references: "orders.order_id" }).nullable(),
    product_id: id("Product complained about.", { references: "products.product_id" }).nullable(),
    complaint_type: text("Type: `quality`, `delivery`, `documents`, …"),
    severity: text("`low`, `medium`, `high`.").nullable(),
    opened_at: timestamp("When it was received.", { unit: "UTC" }),
    first_response_at: timestamp("When the client first got an answer.", { unit: "UTC" }).nullable(),
    closed_at: timestamp("When it was closed; empty while open.", { unit: "UTC" }).nullable(),
    waiting_hours: double("Working hours spent waiting for the client, by closing or so far.", {
      unit: "hours",
    }).nullable(),
    responsible_manager_id: id("Who has to solve it.", { references: "managers.manager_id" }).nullable(),
    outcome: text("How it ended: `accepted`, `rejected`, `compensated`, …").nullable(),
    description: text("What the client said.", { pii: "personal" }).nullable(),
  },
});
