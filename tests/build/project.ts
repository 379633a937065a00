import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { type BuildOptions, type BuildReport, build } from "../../warehouse/build/build.ts";
import { type Connection, type Row, withConnection } from "../../warehouse/connection.ts";
import type { Effects, Step } from "../../warehouse/effects.ts";
import { OperatorError } from "../../warehouse/errors.ts";
import { prepareRaw } from "../../warehouse/ledger/schema.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";

/** The contract builder, as a module in a temporary folder imports it. */
const contractModule = pathToFileURL(resolve(home, "ingest/contracts/contract.ts")).href;

/** A small company in a temporary folder: its models, its raw file, its settings. */
export interface Project {
  readonly folder: string;
  readonly transforms: string;
  readonly settings: Settings;
  readonly steps: readonly Step[];
  readonly messages: readonly string[];
  /** Writes a file below `transforms`. */
  write(path: string, text: string): void;
  /** Writes the contract of a relation: `key` and the columns as TypeScript, such as `a: count("A.")`. */
  contract(relation: string, key: readonly string[], columns: string): void;
  /** Runs statements on raw.duckdb. */
  raw(...statements: readonly string[]): Promise<void>;
  build(options?: BuildOptions, signal?: AbortSignal): Promise<BuildReport>;
  /** Reads the published warehouse. */
  crm<T = Row>(sql: string): Promise<readonly T[]>;
}

/** The moment tests call now: the evening of the 29th in UTC, past midnight in Moscow, the project's time zone. */
export const now = new Date("2026-06-29T22:00:00Z");

/** Makes a project with a raw file that has all tables and two orders. It is removed when the test ends. */
export async function createProject(settingsYaml = ""): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "karavan-build-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "karavan.yaml");
  writeFileSync(file, `company: { name: Test }\ncurrency: EUR\ntime_zone: Europe/Moscow\n${settingsYaml}`);
  const settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: join(folder, "data") });
  mkdirSync(settings.paths.data, { recursive: true });
  const transforms = join(folder, "transforms");
  mkdirSync(transforms);
  const steps: Step[] = [];
  const messages: string[] = [];
  const project: Project = {
    folder,
    transforms,
    settings,
    steps,
    messages,
    write(path, text) {
      mkdirSync(dirname(join(transforms, path)), { recursive: true });
      writeFileSync(join(transforms, path), text);
    },
    contract(relation, key, columns) {
      const helpers = "{ contract as define, count, date, double, flag, id, money, moneySum, text }";
      project.write(
        `${relation.replace(".", "/")}.contract.ts`,
        `import ${helpers} from "${contractModule}";
export const contract = define("${relation}", { description: "A test.", key: ${JSON.stringify(key)}, columns: { ${columns} } });
`,
      );
    },
    async raw(...statements) {
      await withRaw(settings, async (connection) => {
        for (const statement of statements) await connection.run(statement);
      });
    },
    build: (options = {}, signal = new AbortController().signal) => {
      const log = {
        step: (step: Step) => void steps.push(step),
        progress() {},
        info: (message: string) => void messages.push(message),
        warn: (message: string) => void messages.push(message),
      };
      const effects: Effects = { log, now: () => now, signal };
      return build(settings, { transforms, sources: [], ...options }, effects);
    },
    crm: (sql) =>
      withConnection({ attach: [{ path: settings.paths.crm, as: "crm", mode: "read" }] }, (connection) =>
        connection.rows(sql),
      ),
  };
  await project.raw(
    insertOrder("A", "2026-05-01", "2026-05-02 06:00:00"),
    insertOrder("B", "2026-06-01", "2026-06-02 06:00:00"),
  );
  return project;
}

/** Writes the statement that adds one order to the raw file. Times are UTC. */
export function insertOrder(id: string, day: string, loadedAt: string, closedAt?: string): string {
  const closed = closedAt === undefined ? "null" : `timestamp '${closedAt}'`;
  return `insert into raw.orders (order_id, client_id, order_date, _source, _file_id, _record, _loaded_at, _closed_at)
    values ('${id}', 'client-of-${id}', date '${day}', 'test', 1, 1, timestamp '${loadedAt}', ${closed})`;
}

async function withRaw(settings: Settings, job: (connection: Connection) => Promise<void>): Promise<void> {
  await withConnection(
    { attach: [{ path: settings.paths.raw, as: "raw_file", mode: "create" }] },
    async (connection) => {
      await prepareRaw(connection);
      await job(connection);
    },
  );
}

/** Adds the staging model of orders and a mart of it with its contract: the smallest whole warehouse. */
export function addOrders(project: Project): void {
  project.write("staging/orders.sql", "-- Orders.\nselect order_id, client_id, order_date from raw.orders\n");
  project.write("marts/orders.sql", "-- Orders.\nselect order_id, client_id, order_date from staging.orders\n");
  project.contract("marts.orders", ["order_id"], 'order_id: id("O."), client_id: id("C."), order_date: date("D.")');
}

/** Awaits the operator error a job ends in; fails when it ends otherwise. */
export async function operatorError(job: Promise<unknown>): Promise<OperatorError> {
  const error: unknown = await job.then(
    () => new Error("nothing was thrown"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof OperatorError) return error;
  throw error;
}
