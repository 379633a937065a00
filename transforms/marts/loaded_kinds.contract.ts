import { date, contract as describe, flag } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.loaded_kinds", {
  description: "Which kinds of data were ever loaded: of the others nothing is known.",
  key: ["as_of_date"],
  columns: {
    as_of_date: date("Day the models speak of."),
    has_payments: flag("Was any payment loaded? Else nobody knows what is owed."),
    has_shipments: flag("Was any shipment loaded? Else nobody knows what is late."),
    has_complaints: flag("Was any complaint loaded?"),
    has_contacts: flag("Was any contact loaded that a person made? Else nobody knows who waits."),
  },
});
