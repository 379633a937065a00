import { count, contract as describe, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.named_keys", {
  description: "A client, manager, product or campaign that documents name.",
  key: ["entity", "entity_id"],
  answers: "Which clients, managers, products and campaigns have no card?",
  columns: {
    entity: text("`clients`, `managers`, `products` or `campaigns`."),
    entity_id: id("Its key."),
    reference_count: count("Places that name it."),
    has_card: flag("Does a source describe it?"),
  },
});
