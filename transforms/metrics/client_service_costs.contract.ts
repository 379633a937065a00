import { count, contract as describe, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_service_costs", {
  description:
    "What serving a client cost in the last twelve complete months: deliveries, contacts, complaints, campaigns.",
  key: ["client_id"],
  answers: "What does serving a client cost?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    delivery_count: count("Deliveries, by the day goods left, or arrived where that is not told.", {
      unit: "deliveries",
    }),
    contact_count: count("Contacts by people: calls, meetings, visits, messages.", { unit: "contacts" }),
    complaint_count: count("Complaints received.", { unit: "complaints" }),
    delivery_amount: moneySum("Deliveries × unit cost of the settings."),
    contact_amount: moneySum("Contacts × unit costs of the settings."),
    complaint_amount: moneySum("Complaints × unit cost of the settings."),
    campaign_amount: moneySum("Share of the cost of campaigns sent to the client."),
    cost_to_serve_amount: moneySum("All of these."),
  },
});
