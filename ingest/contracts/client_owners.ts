import { contract, date, id } from "./contract.ts";

export const clientOwners = contract("raw.client_owners", {
  description: "Who owned a client, from when to when.",
  key: ["client_id", "valid_from_date"],
  checks: [
    {
      sql: "valid_to_date is null or valid_to_date >= valid_from_date",
      message: "an ownership ends on its first day at the earliest",
    },
  ],
  columns: {
    client_id: id("The client.", { references: "clients.client_id" }),
    manager_id: id("The owner.", { references: "managers.manager_id" }),
    valid_from_date: date("First day of ownership."),
    valid_to_date: date("Last day of ownership; empty while current.").nullable(),
  },
});
