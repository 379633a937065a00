import { contract as describe, double, flag, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_seasons", {
  description: "A client that buys by the season.",
  key: ["client_id"],
  answers: "Is a seasonal client late, or out of season?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    season_share: double("Share of purchase days in its six strongest calendar months.", { unit: "share 0..1" }),
    is_off_season: flag("Was it as silent in the same days of last year?"),
  },
});
