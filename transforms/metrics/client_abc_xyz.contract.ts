import { contract as describe, id } from "../../ingest/contracts/contract.ts";
import { abcXyzColumns } from "./abc_xyz.contract.ts";

export const contract = describe("metrics.client_abc_xyz", {
  description: "ABC by revenue of the last twelve complete months, and XYZ by how evenly it comes, one row per client.",
  key: ["client_id"],
  answers: "Which clients carry the revenue, and who buys evenly enough to plan for?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    ...abcXyzColumns,
  },
});
