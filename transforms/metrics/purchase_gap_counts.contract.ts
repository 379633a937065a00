import { count, contract as describe, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.purchase_gap_counts", {
  description: "How often a client waited so many days between purchases, as known at each cut-off.",
  key: ["client_id", "gap_days"],
  answers: "How long does a client wait between purchases?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    gap_days: count("Days between two purchases.", { unit: "days" }),
    gap_count_0: count("Gaps that had ended by cut-off 0.", { unit: "gaps" }),
    gap_count_1: count("Gaps that had ended by cut-off 1.", { unit: "gaps" }),
    gap_count_2: count("Gaps that had ended by cut-off 2.", { unit: "gaps" }),
    gap_count_3: count("Gaps that had ended by cut-off 3.", { unit: "gaps" }),
    gap_count_4: count("Gaps that had ended by cut-off 4.", { unit: "gaps" }),
  },
});
