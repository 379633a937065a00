import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.opted_out_clients", {
  description: "Clients of an owner who asked not to be called or written to: lists of whom to call leave them out.",
  key: ["manager_id", "region"],
  answers: "How many clients do call lists leave out?",
  columns: {
    manager_id: text("Owner of the client today, or `unknown`."),
    region: text("Region of the client."),
    client_count: count("Clients who opted out.", { unit: "clients" }),
    as_of_date: date("Day the numbers speak of."),
  },
});
