import { count, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_cards_by_source", {
  description: "Client cards of a system.",
  key: ["source"],
  answers: "How many cards does each system have, and how many were merged?",
  columns: {
    source: text("System."),
    card_count: count("Client cards."),
    shared_card_count: count("Cards of clients that have other cards too."),
    client_count: count("Clients whose oldest card is here: over all systems, all clients with a card."),
  },
});
