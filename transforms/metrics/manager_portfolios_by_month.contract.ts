import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.manager_portfolios_by_month", {
  description: "How many clients a manager owned at the end of a month, and how many of them anyone reached in it.",
  key: ["month", "manager_id"],
  answers: "Whose clients does nobody talk with?",
  columns: {
    month: date("First day of the month."),
    manager_id: text("The manager."),
    assigned_client_count: count("Clients of the manager at the end of the month, or on the as-of day."),
    covered_client_count: count("Of these, reached in the month by anyone."),
  },
});
