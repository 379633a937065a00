import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { IngestReport } from "../../ingest/ingest.ts";
import { home } from "../../warehouse/settings.ts";
import { absence, dataFile } from "../real/road.ts";
import { type Inbox, makeInbox } from "./inbox.ts";

const missing = absence("hubspot-seeds");

describe.skipIf(missing !== undefined)(
  `the profile of HubSpot, on public sample tables${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    let inbox: Inbox;
    let report: IngestReport;

    beforeAll(async () => {
      inbox = makeInbox(readFileSync(resolve(home, "ingest/profiles/hubspot.yaml"), "utf8"));
      for (const table of ["company", "contact", "deal", "engagement_call", "engagement_email", "engagement_meeting"])
        inbox.put(`${table}_data.csv`, readFileSync(dataFile("hubspot-seeds", `${table}_data.csv`)));
      report = await inbox.ingest();
    });

    it("takes every row of every table", () => {
      expect(report.unmatched).toEqual([]);
      expect(report.files.flatMap(({ name, error }) => (error === undefined ? [] : [[name, error]]))).toEqual([]);
      const counts = report.files.map(({ feed, file }) => [feed, file?.rows_read, file?.rows_rejected]);
      expect(counts).toEqual([
        ["clients", 24, 0],
        ["people", 22, 0],
        ["deals", 44, 0],
        ["calls", 1, 0],
        ["emails", 1, 0],
        ["meetings", 100, 0],
      ]);
    });

    it("reads instants as UTC, whatever the company's time zone is", async () => {
      const calls = await inbox.rows(
        "select interaction_id, channel, done_at::varchar from raw.interactions where channel = 'call'",
      );
      expect(calls).toEqual([["hubspot:19732910159", "call", "2014-08-27 20:50:44.778"]]);
    });
  },
);
