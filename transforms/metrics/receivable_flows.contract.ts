import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.receivable_flows", {
  description: "What made receivables grow and shrink in a month, by client, manager and region.",
  key: ["month", "client_id", "manager_id", "region"],
  answers: "How do receivables grow and shrink?",
  columns: {
    month: date("First day of the month."),
    client_id: text("Client, or `unknown`."),
    manager_id: text("Manager of the order invoiced; for unallocated payments the client's manager today."),
    region: text("Region of the order invoiced; for unallocated payments that of the client."),
    invoice_count: count("Invoices issued, credit notes included."),
    invoiced_amount: moneySum("Invoices issued less credit notes."),
    settled_amount: moneySum("What payments of the month settle, at the rate of the invoices."),
    unallocated_amount: moneySum("What payments of the month leave unallocated."),
    overdue_amount: moneySum("What passed its due day less what was paid of it afterwards."),
    delay_amount: moneySum("What payments of the month settle of invoices with a due day."),
    delay_amount_days: moneySum("The same times the days from the due day to the payment.", {
      unit: "reporting currency × days",
    }),
  },
});
