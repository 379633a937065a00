import {
  count,
  date,
  contract as describe,
  double,
  flag,
  id,
  moneySum,
  text,
  timestamp,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_contacts", {
  description: "A client, its last contact by anyone, and whether it has waited too long for its class.",
  key: ["client_id"],
  answers: "Whom do we call today?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    manager_id: text("Owner of the client today, or `unknown`."),
    region: text("Region of the client."),
    volume_class: text("Class of the last complete period, or `none`."),
    last_contact_at: timestamp("Last contact that took place, by anyone.", { unit: "local time" }).nullable(),
    last_channel: text("Its channel.").nullable(),
    is_never_contacted: flag("Has nobody ever talked with it?"),
    days_without_contact: count(
      "Days since the last contact; never contacted: since it came to its first owner, was first seen or first bought.",
      { unit: "days" },
    ).nullable(),
    threshold_days: count("Days its class may wait, by the settings; empty for other classes.", {
      unit: "days",
    }).nullable(),
    severity_ratio: double("Days waited over days allowed.", { unit: "ratio" }).nullable(),
    severity: text(
      "`ok` up to 1, `warn` up to 2, `critical` beyond; `planned` when a contact lies ahead; `opted_out` for who asked not to be called; `none`.",
    ),
    next_contact_at: timestamp("Next contact planned.", { unit: "local time" }).nullable(),
    value_basis: text("What the client is worth by: `lifetime_value`, `recent_sales` or `unknown`."),
    value_amount: moneySum("Its worth on that basis.").nullable(),
    order_overdue_ratio: double("Days since the last order in own gaps between orders.", { unit: "gaps" }).nullable(),
    priority_score: double(
      "Severity × worth × overdue orders where above 1: what to do first. Empty where nothing is to be done.",
      { unit: "score" },
    ).nullable(),
    quality_flag: text("`ok`; `no_threshold` for classes without one; `no_value`."),
    as_of_date: date("Day the numbers speak of."),
  },
});
