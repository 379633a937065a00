import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.debtors_by_place", {
  description: "Clients of a region and a manager that owe what was due.",
  key: ["region", "manager_id"],
  answers: "How many debtors does everyone have to remind?",
  columns: {
    region: text("Region of the client, or `unknown`."),
    manager_id: text("Owner of the client today, or `unknown`."),
    client_count: count("Clients with an overdue amount.", { unit: "clients" }),
    overdue_amount: moneySum("What these clients owe past due."),
    as_of_date: date("Day the numbers speak of."),
  },
});
