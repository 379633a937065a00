import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.contacts_due_by_place", {
  description: "Clients of a region, a manager and a class that wait too long for a contact, by how badly they do.",
  key: ["region", "manager_id", "volume_class", "severity"],
  answers: "Whose clients wait longest, and how many of them are key ones?",
  columns: {
    region: text("Region of the client."),
    manager_id: text("Owner of the client today, or `unknown`."),
    volume_class: text("Class of the last complete period, or `none`."),
    severity: text("`warn` up to twice the days allowed, `critical` beyond; `planned` when a contact lies ahead."),
    client_count: count("Clients on the list of whom to call.", { unit: "clients" }),
    as_of_date: date("Day the numbers speak of."),
  },
});
