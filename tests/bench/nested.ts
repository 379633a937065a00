import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readJson } from "../../ingest/formats/json/json.ts";
import { readXml } from "../../ingest/formats/xml/xml.ts";
import { parseSource } from "../../ingest/source.ts";
import { home } from "../../warehouse/settings.ts";
import { reportTask } from "./measure.ts";

const [format = "", file = ""] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "karavan-bench-"));
const json = `source: bench
title: Bench
format: json
feeds:
  - entity: orders
    match: "*.json"
    mode: upsert
    rows: $.data.orders
    columns:
      order_id: { from: id }
      order_date: { from: date }
      client_id: { from: client.id }
      amount: { from: total }
`;
const profile = resolve(home, "ingest/profiles/commerceml.yaml");
const { feeds } = parseSource(format === "xml" ? readFileSync(profile, "utf8") : json, profile);

/** What the process of its own does with a file for one feed: bytes to a plain copy that DuckDB reads strictly. */
await reportTask(async () => {
  const feed = feeds.find(({ name }) => name === "orders");
  if (feed === undefined) throw new Error("the source has no feed of orders");
  const siblings = feeds.filter(({ match }) => match === feed.match);
  const reader = format === "xml" ? readXml : readJson;
  const records = await reader(file, { feed, siblings, work, signal: new AbortController().signal });
  records.close();
  return { records: records.count, setAside: records.diverted.length };
});
rmSync(work, { recursive: true });
