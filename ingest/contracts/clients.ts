import { contract, date, flag, id, text } from "./contract.ts";

export const clients = contract("raw.clients", {
  description: "A company or person who buys.",
  key: ["client_id"],
  columns: {
    client_id: id("The client in its source system: `erp:000123`."),
    name: text("Name as the source writes it.", { pii: "personal" }),
    tax_id: id("Tax number: ИНН, БИН/ИИН, ЄДРПОУ, national id.", { pii: "personal" }).nullable(),
    branch_code: text("Code that tells branches with one tax number apart, such as КПП.").nullable(),
    kind: text("`company` or `person`.").nullable(),
    industry: text("Line of business.").nullable(),
    region: text("Sales region.").nullable(),
    city: text("Town.").nullable(),
    country: text("Country.").nullable(),
    size: text("Size band as the source states it, such as `small` or `51-200`.").nullable(),
    gender: text("Gender of a person.", { pii: "personal" }).nullable(),
    birth_date: date("Birthday of a person.", { pii: "personal" }).nullable(),
    phone: text("Main telephone number.", { pii: "personal" }).nullable(),
    email: text("Main e-mail address.", { pii: "personal" }).nullable(),
    manager_id: id("Manager named on the client card today; `client_owners` holds the history.", {
      references: "managers.manager_id",
    }).nullable(),
    same_client_id: id("The same client in another system, where the source knows it: `erp:000123`.").nullable(),
    first_seen_date: date("Day the source first knew the client.").nullable(),
    is_opted_out: flag("Did the client ask not to be called or written to? Empty means no.").nullable(),
    opted_out_date: date("Day the client asked so, where the source keeps it.").nullable(),
  },
});
