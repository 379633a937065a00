import type { Dataset } from "../datasets.ts";

/** Names of the clients that lists of a page tell of; each page gets its own, because all names are a megabyte. */
export const listedDatasets: readonly Dataset[] = [
  named("forecast-clients", "stale-deals"),
  named("payments-clients", "debtors"),
  named("promises-clients", "open-complaints"),
  named("satisfaction-clients", "survey-comments"),
  named("activity-clients", "contacts-due", "calendar-events"),
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
