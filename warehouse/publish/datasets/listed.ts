import type { Dataset } from "../datasets.ts";

/** Names of the clients that lists of a page tell of; each page gets its own, because all names are a megabyte. */
export const listedDatasets: readonly Dataset[] = [
  named("forecast-clients", "stale-deals"),
  named("payments-clients", "debtors"),
  named("promises-clients", "open-complaints"),
  {
    name: "satisfaction-clients",
    relation: "marts.clients",
    columns: ["client_id", "name", "region", "manager_id"],
    order: ["client_id"],
    listedBy: ["survey-comments"],
  },
  named("contact-clients", "contacts-due"),
  named("calendar-clients", "calendar-events"),
  {
    name: "offer-clients",
    relation: "marts.clients",
    columns: ["client_id", "name", "region", "manager_id"],
    order: ["client_id"],
    listedBy: ["next-products"],
  },
  {
    name: "retention-clients",
    relation: "marts.clients",
    columns: ["client_id", "name", "region", "manager_id"],
    order: ["client_id"],
    listedBy: ["churn"],
  },
];

function named(name: string, ...listedBy: readonly string[]): Dataset {
  return { name, relation: "marts.clients", columns: ["client_id", "name"], order: ["client_id"], listedBy };
}
