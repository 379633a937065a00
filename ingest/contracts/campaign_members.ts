import { contract, id, text, timestamp } from "./contract.ts";

export const campaignMembers = contract("raw.campaign_members", {
  description: "A client assigned to a campaign, treated or held out.",
  key: ["campaign_id", "client_id"],
  columns: {
    campaign_id: id("The campaign.", { references: "campaigns.campaign_id" }),
    client_id: id("The client.", { references: "clients.client_id" }),
    arm: text("`control` for those held out; any other name is a treated arm, `treated` where there is one."),
    assigned_at: timestamp("When the client was assigned.", { unit: "UTC" }).nullable(),
    sent_at: timestamp("When the message was sent.", { unit: "UTC" }).nullable(),
    delivered_at: timestamp("When it arrived.", { unit: "UTC" }).nullable(),
    opened_at: timestamp("When it was first opened.", { unit: "UTC" }).nullable(),
    clicked_at: timestamp("When a link in it was first used.", { unit: "UTC" }).nullable(),
    responded_at: timestamp("When the client first answered.", { unit: "UTC" }).nullable(),
  },
});
