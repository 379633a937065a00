import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoSources, generateDemo } from "../../ingest/demo/demo.ts";
import { type IngestReport, ingest } from "../../ingest/ingest.ts";
import { readSources } from "../../ingest/source.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";
import { readTruth, type Truth } from "./truth.ts";

const data = mkdtempSync(join(tmpdir(), "karavan-demo-ingest-"));
const effects: Effects = {
  log: silentLog,
  now: () => new Date("2026-11-01T03:00:00Z"),
  signal: new AbortController().signal,
};

let settings: Settings;
let truth: Truth;
let report: IngestReport;

beforeAll(async () => {
  const file = join(data, "karavan.yaml");
  const sources = join(home, "ingest", "sources");
  writeFileSync(file, `company: { name: Demo }\ncurrency: RUB\ntime_zone: Europe/Moscow\nsources: ${sources}\n`);
  settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
  const made = await generateDemo({ seed: 3, clients: 100, orders: 1000, folder: settings.paths.inbox }, effects);
  truth = readTruth(made.truth);
  report = await ingest(settings, { sources: demoSources }, effects);
}, 120_000);
afterAll(() => rmSync(data, { recursive: true }));

describe("ingest/sources of the demo company", () => {
  it("know every file the demo writes", () => {
    expect(report.unmatched).toEqual([]);
    expect(report.files.filter(({ state }) => state !== "committed")).toEqual([]);
  });

  it("map columns that their files have", () => {
    for (const source of readSources(settings.paths.sources).filter(({ name }) =>
      demoSources.some((demo) => demo === name),
    )) {
      for (const feed of source.feeds.filter(({ format }) => format === "csv")) {
        const header = headerOf(source.name, feed.match, feed.dialect?.delimiter ?? ",");
        const wanted = feed.mappings.flatMap(({ origin }) => (origin.kind === "columns" ? origin.names : []));
        expect(wanted.filter((name) => !header.includes(name))).toEqual([]);
      }
    }
  });
});

describe("ingest(settings, options, effects) of the demo company", () => {
  it("accepts and rejects in each file exactly what was planted", () => {
    const counted = new Map<string, { accepted: number; rejected: number }>();
    for (const { source, name, file } of report.files) {
      const sum = counted.get(`${source}/${name}`) ?? { accepted: 0, rejected: 0 };
      sum.accepted += Number(file?.rows_accepted ?? 0);
      sum.rejected += Number(file?.rows_rejected ?? 0);
      counted.set(`${source}/${name}`, sum);
    }
    const planted = truth.files.map(({ source, file, rows, broken }) => [
      `${source}/${file}`,
      { accepted: rows, rejected: broken },
    ]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(planted));
  });

  it("names the line of each broken row", async () => {
    const found = await read(
      "select distinct f.source || '/' || f.name || ':' || r.line_from from store.meta.rejects r join store.meta.files f using (file_id)",
    );
    const planted = truth.broken_rows.map(({ source, file, line }) => `${source}/${file}:${line}`);
    expect(found.sort()).toEqual(planted.sort());
  });

  it("stores as many current rows of each entity as were written", async () => {
    for (const [entity, { accepted }] of Object.entries(truth.rows)) {
      const [count] = await read(`select count(*)::varchar from store.raw.${entity} where _closed_at is null`);
      expect([entity, Number(count)]).toEqual([entity, accepted]);
    }
  });

  it("leads every reference to a row that is there", async () => {
    const references = [
      ["orders", "client_id", "clients"],
      ["orders", "manager_id", "managers"],
      ["orders", "campaign_id", "campaigns"],
      ["order_lines", "order_id", "orders"],
      ["order_lines", "product_id", "products"],
      ["shipments", "order_id", "orders"],
      ["shipments", "order_line_id", "order_lines"],
      ["invoices", "order_id", "orders"],
      ["payments", "invoice_id", "invoices"],
      ["returns", "order_line_id", "order_lines"],
      ["complaints", "order_id", "orders"],
      ["complaints", "responsible_manager_id", "managers"],
      ["interactions", "client_id", "clients"],
      ["campaign_members", "client_id", "clients"],
      ["deals", "client_id", "clients"],
      ["deal_stage_changes", "deal_id", "deals"],
      ["surveys", "client_id", "clients"],
      ["client_owners", "client_id", "clients"],
      ["sales_plans", "manager_id", "managers"],
    ] as const;
    for (const [entity, column, target] of references) {
      const key = column === "responsible_manager_id" ? "manager_id" : column;
      const lost = await read(
        `select distinct ${column} from store.raw.${entity} where ${column} is not null and ${column} not in (select ${key} from store.raw.${target})`,
      );
      expect([entity, column, lost]).toEqual([entity, column, []]);
    }
  });
});

function headerOf(source: string, match: string, delimiter: string): string[] {
  const pattern = new RegExp(`^${match.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  const name = readdirSync(join(settings.paths.inbox, source)).find((candidate) => pattern.test(candidate));
  const text = readFileSync(join(settings.paths.inbox, source, name ?? match), "utf8");
  return text.slice(0, text.indexOf("\n")).split(delimiter);
}

async function read(sql: string): Promise<string[]> {
  return withConnection({ attach: [{ path: settings.paths.raw, as: "store", mode: "read" }] }, async (connection) => {
    const { rows } = await connection.table(sql);
    return rows.map(([value]) => String(value));
  });
}
