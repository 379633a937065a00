import { contract as describe, id } from "../../ingest/contracts/contract.ts";
import { abcXyzColumns } from "./abc_xyz.contract.ts";

export const contract = describe("metrics.product_abc_xyz", {
  description:
    "ABC by revenue of the last twelve complete months, and XYZ by how evenly it comes, one row per product.",
  key: ["product_id"],
  answers: "Which products carry the revenue, and which have demand even enough to stock?",
  columns: {
    product_id: id("The product.", { references: "marts.products.product_id" }),
    ...abcXyzColumns,
  },
});
