import { count, contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_class_at_cut_offs", {
  description: "The class of a client that was published by a cut-off.",
  key: ["cut_number", "client_id"],
  answers: "Which class was a client in when its past was cut?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    volume_class: text("Published class of the last period complete by then."),
  },
});
