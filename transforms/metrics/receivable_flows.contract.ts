import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.receivable_flows", {
  description: "What made receivables grow and shrink in a month by manager and region.",
  key: ["month", "manager_id", "region"],
  answers: "How do receivables grow and shrink?",
  columns: {
    month: date("First day of the month."),
    manager_id: text("Manager of the order invoiced; for unallocated payments the client's manager today."),
    region: text("Region of the order invoiced; for unallocated payments that of the client."),
    invoice_count: count("Invoices issued, credit notes included."),
    invoiced_amount: moneySum("Invoices issued less credit notes."),
    settled_amount: moneySum("What payments of the month settle, at the rate of the invoices."),
    unallocated_amount: moneySum("What payments of the month leave unallocated."),
    overdue_amount: moneySum("What passed its due day less what was paid of it afterwards."),
  },
});
