import { count, date, contract as describe, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.offers_by_place", {
  description: "Clients of a region and a manager an item is offered to, and what that is worth.",
  key: ["region", "manager_id", "item_id"],
  answers: "How much is there to cross-sell, and who should offer it?",
  columns: {
    region: text("Region of the client, or `unknown`."),
    manager_id: text("Owner of the client today, or `unknown`."),
    item_id: id("The item to offer."),
    client_count: count("Clients it is the best offer to.", { unit: "clients" }),
    expected_margin_amount: moneySum("Margin expected of these offers; empty where no cost is known.").nullable(),
    listed_client_count: count("Clients it is one of the three best offers to.", { unit: "clients" }),
    listed_margin_amount: moneySum("Margin expected of these; empty where no cost is known.").nullable(),
    as_of_date: date("Day the numbers speak of."),
  },
});
