import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type FileReport, type IngestOptions, type IngestReport, ingest } from "../../ingest/ingest.ts";
import { type Table, withConnection } from "../../warehouse/connection.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";

/** A data folder of its own with one source, for one test. */
export interface Inbox {
  readonly settings: Settings;
  /** Puts a file into the inbox of the source. */
  put(name: string, content: string | Uint8Array): string;
  /** Rewrites the source file. */
  describe(yaml: string): void;
  ingest(options?: IngestOptions): Promise<IngestReport>;
  /** Ingests and gives the report of the one file that is not `unchanged`. */
  load(name: string, content: string | Uint8Array): Promise<FileReport>;
  table(sql: string): Promise<Table>;
  /** Rows of a query as arrays. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
}

/** Makes an inbox for the source described. Loads happen at 2026-01-01 and a minute apart. */
export function makeInbox(yaml: string): Inbox {
  const folder = mkdtempSync(join(tmpdir(), "karavan-ingest-"));
  const source = /^source: (\w+)/m.exec(yaml)?.[1] ?? "test";
  const sources = join(folder, "sources");
  mkdirSync(sources);
  writeFileSync(
    join(folder, "karavan.yaml"),
    "company: { name: Test }\ncurrency: EUR\ntime_zone: Europe/Berlin\nsources: sources\n",
  );
  const describe = (text: string) => writeFileSync(join(sources, `${source}.yaml`), text);
  describe(yaml);
  const settings = readSettings({ KARAVAN_SETTINGS: join(folder, "karavan.yaml"), KARAVAN_DATA: join(folder, "data") });
  let minute = 0;
  const inbox: Inbox = {
    settings,
    describe,
    put(name, content) {
      const path = join(settings.paths.inbox, source, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    ingest(options = {}) {
      const at = new Date(Date.UTC(2026, 0, 1, 0, minute++));
      return ingest(settings, options, { log: silentLog, now: () => at, signal: new AbortController().signal });
    },
    async load(name, content) {
      inbox.put(name, content);
      const { files } = await inbox.ingest();
      const changed = files.filter(({ state }) => state !== "unchanged");
      const [report] = changed;
      if (report === undefined || changed.length > 1) throw new Error(`${changed.length} files changed`);
      return report;
    },
    table(sql) {
      const attach = [{ path: settings.paths.raw, as: "store", mode: "read" as const }];
      return withConnection({ attach }, (connection) => connection.table(sql));
    },
    async rows(sql) {
      if (!existsSync(settings.paths.raw)) return [];
      return (await inbox.table(sql)).rows;
    },
  };
  return inbox;
}

/** A source with one feed of orders: number;date;amount;client, decimal comma, dd.MM.yyyy. */
export function ordersYaml(feed = "mode: upsert", more = ""): string {
  return `source: erp
title: ERP
dialect: { delimiter: ";" }
locale: { decimal: ",", group: " ", dates: [dd.MM.yyyy], nulls: ["-"] }
feeds:
  - entity: orders
    match: "orders*.csv"
    ${feed.split("\n").join("\n    ")}
    columns:
      order_id: { from: Number }
      order_date: { from: Date }
      amount: { from: Amount }
      client_id: { from: Client }
${more}`;
}
