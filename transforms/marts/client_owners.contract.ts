import { date, contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_owners", {
  description: "Who owned a client, from when to when.",
  key: ["client_id", "valid_from_date"],
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    manager_id: id("The owner.", { references: "marts.managers.manager_id" }),
    valid_from_date: date("First day of ownership."),
    valid_until_date: date(
      "First day it no longer holds: the day after its end or the start of the next owner; empty while current.",
    ).nullable(),
    source: text("System the row came from."),
  },
});
