import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import Papa from "papaparse";
import { parse, stringify } from "yaml";
import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import { entities } from "../../ingest/contracts/entities.ts";
import { assemble } from "../../warehouse/build/assemble.ts";
import { resolveKnown } from "../../warehouse/build/known.ts";
import {
  fileColumns,
  insertRows,
  rejectColumns,
  remarkColumns,
  sourceColumns,
  type WatchedFeed,
} from "../../warehouse/build/meta.ts";
import { type Connection, withConnection, withEngine } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { asSubquery, createTable, type TypedColumn } from "../../warehouse/engines/duckdb.ts";
import type { Graph, Model } from "../../warehouse/graph/graph.ts";
import { rawColumns } from "../../warehouse/ledger/schema.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";
import { quoteName, quoteRelation } from "../../warehouse/sql.ts";
import { compareRows } from "./compare.ts";

/** One table of a story: a CSV file named for its relation, all values text, an empty field NULL. */
export interface StoryTable {
  readonly relation: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What is given, and what must come of it. */
export interface Story {
  readonly name: string;
  readonly folder: string;
  readonly given: readonly StoryTable[];
  readonly expected: readonly StoryTable[];
}

/** Settings every story starts from; its `settings.yaml` is laid over them. */
const baseSettings = {
  company: { name: "Story" },
  currency: "EUR",
  time_zone: "UTC",
  as_of: "2026-06-30",
};

/** Values of lineage columns a story does not give: one file, loaded long ago, still current. */
const lineageDefaults = { _source: "story", _file_id: "1", _loaded_at: "2000-01-01 00:00:00" };

/** Lists the folders of stories, by name. */
export function listStories(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();
}

/** Reads a story from its folder. Throws when it has no expectation or a file that cannot be read. */
export function readStory(folder: string): Story {
  const story = {
    name: basename(folder).replaceAll("-", " "),
    folder,
    given: readTables(join(folder, "given")),
    expected: readTables(join(folder, "expected")),
  };
  if (story.expected.length === 0) throw new Error(`${folder}: expected/ holds no CSV file`);
  return story;
}

/** Names the relations and checks a story speaks of: where reading the graph begins. */
export function rootsOf({ given, expected }: Story): readonly string[] {
  return [...expected, ...given.filter(isModelTable)].map(({ relation }) => relation);
}

/**
 * Loads what is given, builds what is expected and compares. Returns one text per difference; none when the story holds.
 *
 * Relations given as `marts.…` or `metrics.…` take the place of their models. `expected/checks.<name>.csv` holds the rows
 * a check must find. Contracts are enforced: columns of every built relation, nulls and keys of the expected ones.
 */
export async function playStory(story: Story, graph: Graph): Promise<readonly string[]> {
  const data = mkdtempSync(join(tmpdir(), "karavan-story-"));
  try {
    const settings = createSettings(story, data);
    await createRaw(story, settings);
    return await buildAndCompare(story, graph, settings);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function buildAndCompare(story: Story, graph: Graph, settings: Settings): Promise<readonly string[]> {
  const provided = new Map(story.given.filter(isModelTable).map((table) => [table.relation, table]));
  const attach = [
    { path: resolve(settings.paths.data, "crm-story.duckdb"), as: "crm", mode: "scratch" as const },
    { path: settings.paths.raw, as: "raw_file", mode: "read" as const },
  ];
  return withEngine({ attach, threads: 1 }, async (engine) => {
    const connection = await engine.connect();
    const asOf = settings.as_of;
    const known = await resolveKnown(connection, settings, undefined, asOf, silentLog);
    const made = await assemble(
      engine,
      {
        meta: { settings, asOf, feeds: readFeeds(story), ...known },
        models: neededModels(story, graph, provided),
        checks: [],
        isPartial: true,
        provide: async (on, relation) => provideTable(on, provided.get(relation), graph),
      },
      createEffects(),
    );
    const wanted = new Set(story.expected.map(({ relation }) => relation));
    const broken = made.violations.filter(
      ({ relation, kind }) =>
        !provided.has(relation) && (kind === "columns" || (kind !== "reference" && wanted.has(relation))),
    );
    if (broken.length > 0) return broken.map(({ message }) => message);
    const differences: string[] = [];
    for (const table of story.expected) differences.push(...(await compare(connection, table, graph)));
    return differences;
  });
}

function createSettings(story: Story, data: string): Settings {
  const file = join(story.folder, "settings.yaml");
  const own = existsSync(file) ? (parse(readFileSync(file, "utf8")) ?? {}) : {};
  const links = join(story.folder, "links.yaml");
  if (existsSync(links)) copyFileSync(links, join(data, "links.yaml"));
  const merged = join(data, "karavan.yaml");
  writeFileSync(merged, stringify({ ...baseSettings, ...own }));
  return readSettings({ KARAVAN_SETTINGS: merged, KARAVAN_DATA: data });
}

/** Makes a raw.duckdb of the given rows, with the types of the contracts. */
async function createRaw(story: Story, settings: Settings): Promise<void> {
  const attach = [{ path: settings.paths.raw, as: "raw_file", mode: "create" as const }];
  await withConnection({ attach }, async (connection) => {
    await connection.run("create schema raw");
    await connection.run("create schema meta");
    for (const table of story.given) {
      if (isModelTable(table) || table.relation === "meta.sources") continue;
      const defaults = table.relation.startsWith("raw.") ? lineageDefaults : {};
      await loadTable(connection, table, givenColumns(table), defaults);
    }
  });
}

async function provideTable(connection: Connection, table: StoryTable | undefined, graph: Graph): Promise<boolean> {
  if (table === undefined) return false;
  await loadTable(connection, table, listColumns(contractOf(table, graph)), {});
  return true;
}

async function loadTable(
  connection: Connection,
  table: StoryTable,
  columns: readonly TypedColumn[],
  defaults: Readonly<Record<string, string>>,
): Promise<void> {
  refuseUnknownColumns(table, columns);
  await connection.run(createTable(table.relation, columns));
  const rows = table.rows.map((row, index) => ({
    ...(defaults === lineageDefaults ? { ...defaults, _record: String(index + 1) } : defaults),
    ...Object.fromEntries(table.columns.map((name, at) => [name, row[at] ?? null])),
  }));
  try {
    await insertRows(connection, table.relation, columns, rows, "text");
  } catch (error) {
    throw new Error(`${table.file}: ${error instanceof Error ? error.message : error}`);
  }
}

function givenColumns(table: StoryTable): readonly TypedColumn[] {
  const [schema, name = ""] = table.relation.split(".");
  if (schema === "raw" && isEntity(name)) return rawColumns(entities[name]);
  if (table.relation === "meta.files") return fileColumns;
  if (table.relation === "meta.rejects") return rejectColumns;
  if (table.relation === "meta.remarks") return remarkColumns;
  throw new Error(
    `${table.file}: a story gives raw.<entity>, meta.files, meta.rejects, meta.remarks, meta.sources, marts.* or metrics.*`,
  );
}

function isEntity(name: string): name is keyof typeof entities {
  return Object.hasOwn(entities, name);
}

function isModelTable({ relation }: StoryTable): boolean {
  return /^(marts|metrics|staging)\./.test(relation);
}

function contractOf(table: StoryTable, graph: Graph): Contract {
  const contract = graph.models.find(({ relation }) => relation === table.relation)?.contract;
  if (contract === undefined) throw new Error(`${table.file}: ${table.relation} is no model with a contract`);
  return contract;
}

function readFeeds(story: Story): readonly WatchedFeed[] {
  const table = story.given.find(({ relation }) => relation === "meta.sources");
  if (table === undefined) return [];
  refuseUnknownColumns(table, sourceColumns);
  return table.rows.map((row) => {
    const value = (name: string) => row[table.columns.indexOf(name)] ?? null;
    return {
      source: value("source") ?? "story",
      feed: value("feed") ?? "story",
      entity: value("entity") ?? "orders",
      warn_hours: Number(value("warn_hours") ?? 26),
      error_hours: Number(value("error_hours") ?? 72),
      expected: value("expected") !== "false",
    };
  });
}

/** Picks the models that expected relations and checks need, going no further up than what is given. */
function neededModels(story: Story, graph: Graph, provided: ReadonlyMap<string, StoryTable>): readonly Model[] {
  const byName = new Map(graph.models.map((model) => [model.relation, model]));
  const needed = new Set<string>();
  const pending = story.expected.flatMap((table) => {
    const check = findCheck(table, graph);
    if (check !== undefined) return check.reads;
    if (!byName.has(table.relation) && !table.relation.startsWith("meta."))
      throw new Error(`${table.file}: there is no model ${table.relation}`);
    return [table.relation];
  });
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    if (!provided.has(name)) pending.push(...(byName.get(name)?.reads ?? []));
  }
  return graph.models
    .filter(({ relation }) => needed.has(relation))
    .map((model) => (provided.has(model.relation) ? { ...model, reads: [] } : model));
}

async function compare(connection: Connection, table: StoryTable, graph: Graph): Promise<readonly string[]> {
  const check = findCheck(table, graph);
  const from = check === undefined ? quoteRelation(table.relation) : asSubquery(check.text);
  const list = table.columns.map(quoteName).join(", ");
  const actual = await connection.table(`select ${list} from ${from}`).catch((error: unknown) => {
    throw new Error(`${table.file}: ${error instanceof Error ? error.message : error}`);
  });
  const key = graph.models.find(({ relation }) => relation === table.relation)?.contract?.key ?? [];
  return compareRows(table, actual, key);
}

function findCheck(table: StoryTable, graph: Graph) {
  if (!table.relation.startsWith("checks.")) return undefined;
  const name = table.relation.slice("checks.".length);
  const check = graph.checks.find((candidate) => candidate.name === name);
  if (check === undefined) throw new Error(`${table.file}: there is no check ${name}`);
  return check;
}

function refuseUnknownColumns(table: StoryTable, columns: readonly TypedColumn[]): void {
  const unknown = table.columns.find((name) => !columns.some((column) => column.name === name));
  if (unknown === undefined) return;
  const known = columns.map(({ name }) => name).join(", ");
  throw new Error(`${table.file}: ${table.relation} has no column ${unknown}; it has ${known}`);
}

function readTables(folder: string): readonly StoryTable[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => readTable(join(folder, name), name.slice(0, -".csv".length)));
}

function readTable(path: string, relation: string): StoryTable {
  const file = relative(home, path);
  const { data, errors } = Papa.parse<string[]>(readFileSync(path, "utf8"), { skipEmptyLines: true, delimiter: "," });
  const [columns, ...rows] = data;
  const ragged = rows.findIndex((row) => row.length !== columns?.length);
  if (columns === undefined || errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? "no header line"}`);
  if (ragged >= 0) throw new Error(`${file}: row ${ragged + 1} does not have ${columns.length} fields`);
  return { relation, file, columns, rows: rows.map((row) => row.map((value) => (value === "" ? null : value))) };
}

function createEffects(): Effects {
  return { log: silentLog, now: () => new Date(0), signal: new AbortController().signal };
}
