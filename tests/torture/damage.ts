import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { entities } from "../../ingest/contracts/entities.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { findRebuild } from "../../warehouse/ledger/history.ts";
import { findCurrent } from "../../warehouse/publish/release.ts";
import { readLedger } from "../../warehouse/runs.ts";
import { serve } from "../../warehouse/serve/serve.ts";
import type { Settings } from "../../warehouse/settings.ts";
import { compareWitness, readCommitted, readJournal, settleJournal } from "../../warehouse/witness.ts";

const contracts = Object.values(entities);

/** Finds everything that a kill must not do to a data folder; each finding is one line, none is the promise kept. */
export async function findDamage(settings: Settings): Promise<readonly string[]> {
  const stored = await readLedger(settings, async (connection) => [
    ...(await findLost(connection, settings)),
    ...(await findDoubled(connection)),
    ...(await findHalf(connection)),
  ]);
  return [...(stored ?? []), ...(await findTornWarehouse(settings)), ...(await findTornSite(settings))];
}

/** Acknowledged loads the database does not hold, and loads whose rows are not all there; the journal as the next run finds it. */
async function findLost(connection: Connection, settings: Settings): Promise<readonly string[]> {
  settleJournal(settings, await findRebuild(connection));
  const committed = await readCommitted(connection);
  const { lost, altered } = compareWitness(readJournal(settings), committed);
  const counts = contracts.map(
    ({ relation }) => `select _file_id as file_id, count(*) as rows from ${relation} group by _file_id`,
  );
  const short = await connection.rows<{ name: string; promised: number; rows: number }>(
    `select files.name, files.rows_inserted + files.rows_updated as promised, coalesce(held.rows, 0) as rows
     from meta.files as files left join (${counts.join(" union all ")}) as held on held.file_id = files.file_id
     where files.state = 'committed' and coalesce(held.rows, 0) <> files.rows_inserted + files.rows_updated`,
  );
  return [
    ...lost.map(({ name }) => `lost: ${name} was acknowledged and is not there`),
    ...altered.map(({ name }) => `lost: the ledger's row of ${name} is another`),
    ...short.map(
      ({ name, promised, rows }) => `lost or doubled: ${name} has ${rows} rows, its ledger row says ${promised}`,
    ),
  ];
}

/** Loads and keys that are there twice. */
async function findDoubled(connection: Connection): Promise<readonly string[]> {
  const loads = await connection.rows<{ name: string }>(
    `select any_value(name) as name from meta.files where state = 'committed' and coalesce(kind, 'load') <> 'replay'
     group by source, feed, sha256, contract_hash having count(*) > 1`,
  );
  const keys = await Promise.all(
    contracts.map(async ({ relation, key }) => {
      const twice = await connection.row<{ keys: number }>(
        `select count(*) as keys from (
           select 1 from ${relation} where _closed_at is null group by ${key.join(", ")} having count(*) > 1)`,
      );
      return { relation, keys: twice?.keys ?? 0 };
    }),
  );
  return [
    ...loads.map(({ name }) => `doubled: ${name} is loaded twice`),
    ...keys.filter((each) => each.keys > 0).map((each) => `doubled: ${each.keys} keys of ${each.relation}`),
  ];
}

/** Rows, rejects and line maps of loads that were not committed; rows set aside in raw go once the next writer comes. */
async function findHalf(connection: Connection): Promise<readonly string[]> {
  const tables = [
    ...contracts.map(({ relation }) => ({ relation, column: "_file_id" })),
    { relation: "meta.rejects", column: "file_id" },
    { relation: "meta.lines", column: "file_id" },
  ];
  const found: string[] = [];
  for (const { relation, column } of tables) {
    const orphans = await connection.row<{ rows: number }>(
      `select count(*) as rows from ${relation}
       where abs(${column}) not in (select file_id from meta.files where state = 'committed')`,
    );
    if ((orphans?.rows ?? 0) > 0) found.push(`half: ${orphans?.rows} rows of ${relation} belong to no committed load`);
  }
  return found;
}

/** A finished warehouse opens and says what it is, or there is none. */
async function findTornWarehouse(settings: Settings): Promise<readonly string[]> {
  if (!existsSync(settings.paths.crm)) return [];
  try {
    const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" as const }];
    const [run] = await withConnection({ attach }, (connection) =>
      connection.rows<{ models: number; said: number }>(
        "select (select count(*) from meta.models) as models, model_count as said from meta.run",
      ),
    );
    return run !== undefined && run.models === run.said ? [] : ["half: crm.duckdb does not say what it holds"];
  } catch (error) {
    return [`half: crm.duckdb does not open: ${String(error)}`];
  }
}

/** The release in front is whole, byte for byte, and is served; before the first publish there is none. */
async function findTornSite(settings: Settings): Promise<readonly string[]> {
  const { site } = settings.paths;
  const hasLink = existsSync(join(site, "current"));
  const release = await findCurrent(site);
  if (release === undefined) return hasLink ? ["half: the current release has no manifest"] : [];
  const torn: string[] = [];
  for (const file of release.manifest.files) {
    const bytes = await readFile(join(release.path, file.path)).catch(() => Buffer.alloc(0));
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (hash !== file.sha256) torn.push(`half: ${file.path} of release ${release.id} is not what the manifest says`);
  }
  return torn.length > 0 ? torn : findUnserved(settings);
}

async function findUnserved(settings: Settings): Promise<readonly string[]> {
  const effects = { log: silentLog, now: () => new Date(), signal: new AbortController().signal };
  const server = await serve(settings, { port: 0 }, effects);
  try {
    const { status } = await fetch(server.url.replace("localhost", "127.0.0.1"));
    return status === 200 ? [] : [`the site answers ${status}`];
  } finally {
    await server.close();
  }
}

/** Sums up what the raw tables say now: per entity the rows and a hash of them, free of order, time and file numbers. */
export async function digestRaw(settings: Settings): Promise<Readonly<Record<string, string>>> {
  const digests = await readLedger(settings, async (connection) => {
    const found: Record<string, string> = {};
    for (const contract of contracts) {
      const columns = [...listColumns(contract).map(({ name }) => name), "_source", "_record", "_extra"];
      const row = await connection.row<{ digest: string }>(
        `select count(*) || ':' || coalesce(cast(bit_xor(hash(${columns.join(", ")})) as varchar), '') as digest
         from ${contract.relation} where _closed_at is null`,
      );
      found[contract.relation] = row?.digest ?? "";
    }
    return found;
  });
  return digests ?? {};
}
