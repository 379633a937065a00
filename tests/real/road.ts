import { cpSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type IngestReport, ingest } from "../../ingest/ingest.ts";
import { type BuildReport, build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";

/** Where the real data sets stand, beside the checkout. */
const shared = resolve(home, "../shared/data");

/** One data set taken down the road from its files to crm.duckdb. */
export interface Road {
  readonly settings: Settings;
  readonly ingested: IngestReport;
  readonly built: BuildReport;
  /** First value of the first row of a query on crm.duckdb. */
  value(sql: string): Promise<unknown>;
  /** The same on raw.duckdb, attached as `raw_file`. */
  rawValue(sql: string): Promise<unknown>;
}

/** Says why a data set cannot be tested here; undefined when it can. */
export function absence(folder: string): string | undefined {
  return existsSync(join(shared, folder)) ? undefined : `no data: ../shared/data/${folder} is not beside the checkout`;
}

/** The path of one file of a data set. */
export function dataFile(folder: string, name: string): string {
  return join(shared, folder, name);
}

/** Copies the files of a data set into an inbox of its own, ingests it and builds all models. */
export async function takeRoad(name: string, folder: string, now: Date): Promise<Road> {
  const data = mkdtempSync(join(tmpdir(), `karavan-${name}-`));
  const files = readdirSync(join(shared, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name: file } of files) cpSync(join(shared, folder, file), join(data, "inbox", name, file));
  const settings = readSettings({
    KARAVAN_SETTINGS: resolve(import.meta.dirname, name, "karavan.yaml"),
    KARAVAN_DATA: data,
  });
  const effects: Effects = { log: silentLog, now: () => now, signal: new AbortController().signal };
  const ingested = await ingest(settings, {}, effects);
  const built = await build(settings, {}, effects);
  return {
    settings,
    ingested,
    built,
    value: (sql) => firstValue(settings.paths.crm, "crm", sql),
    rawValue: (sql) => firstValue(settings.paths.raw, "raw_file", sql),
  };
}

function firstValue(path: string, as: string, sql: string): Promise<unknown> {
  return withConnection({ attach: [{ path, as, mode: "read" }] }, async (connection) => {
    return (await connection.table(sql)).rows[0]?.[0];
  });
}
