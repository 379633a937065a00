import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_movement_by_month", {
  description: "The bridge from the active clients of one month to those of the next: new, won back, lost, kept.",
  key: ["month", "region", "manager_id"],
  answers: "How many clients did we win, keep, lose and win back each month?",
  columns: {
    month: date("First day of a complete month."),
    region: text("Region of the client today, or `unknown`."),
    manager_id: text("Owner of the client today, or `unknown`."),
    opening_count: count("Clients active at the end of the month before.", { unit: "clients" }),
    new_count: count("Clients whose first order was in the month.", { unit: "clients" }),
    won_back_count: count("Clients that ordered again after they counted as lost.", { unit: "clients" }),
    lost_count: count("Clients whose time without an order reached the months of the settings.", {
      unit: "clients",
    }),
    kept_count: count("Opening less lost.", { unit: "clients" }),
    closing_count: count("Opening, new and won back less lost.", { unit: "clients" }),
    ordering_count: count("Clients that placed an order in the month.", { unit: "clients" }),
    new_amount: moneySum("Net sales of the new in the month."),
    won_back_amount: moneySum("Net sales of those won back in the month."),
    kept_amount: moneySum(
      "Net sales of those kept in the month, also where they only sent goods back or had sales reversed.",
    ),
  },
});
