import { date, contract as describe, id, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.campaign_members", {
  description: "A client assigned to a campaign.",
  key: ["campaign_id", "client_id"],
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    arm: text("`treated` or `control`."),
    assigned_at: timestamp("When the client was assigned.", { unit: "local time" }).nullable(),
    assigned_date: date("That day; where it is not told, the first of the campaign.").nullable(),
    sent_at: timestamp("When the message was sent.", { unit: "local time" }).nullable(),
    delivered_at: timestamp("When it arrived.", { unit: "local time" }).nullable(),
    opened_at: timestamp("When it was first opened.", { unit: "local time" }).nullable(),
    clicked_at: timestamp("When a link was first used.", { unit: "local time" }).nullable(),
    responded_at: timestamp("When the client first answered.", { unit: "local time" }).nullable(),
    proven_sent_at: timestamp(
      "When the message was sent; where that is not told, the first step told that proves it: arrival, opening, a link used, an answer.",
      { unit: "local time" },
    ).nullable(),
    proven_delivered_at: timestamp(
      "When it arrived; where that is not told, the first step told that proves it: opening, a link used, an answer.",
      { unit: "local time" },
    ).nullable(),
    proven_opened_at: timestamp("When it was first opened; where that is not told, when a link was first used.", {
      unit: "local time",
    }).nullable(),
    source: text("System the row came from."),
  },
});
