import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, renameSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { buildOnly, ingestOnly } from "../../warehouse/run.ts";
import { readLedger } from "../../warehouse/runs.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";
import { compareWitness, readCommitted, readJournal } from "../../warehouse/witness.ts";
import { makeSmallCompany, type SmallCompany } from "./company.ts";

const files = 6;
const rows = 40;
/** Fixed, so that the cuts are the same each time: a linear congruential generator. */
const seed = 20261031;

function effects(): Effects & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return {
    log: { ...silentLog, warn: (message) => warnings.push(message) },
    now: () => new Date(),
    signal: new AbortController().signal,
    warnings,
  };
}

/** Ingests in a process that kills itself after its last commit; the database file holds none of them. */
function ingestAndDie(company: SmallCompany, when: "after" | "before"): void {
  const script = resolve(home, "tests/runs/ingest-and-die.ts");
  const ended = spawnSync(process.execPath, ["--import", "tsx", script, String(files), when], {
    cwd: home,
    env: { ...process.env, ...company.environment },
  });
  expect(ended.signal).toBe("SIGKILL");
}

/** Copies the data folder as the kill left it; nobody has the database open. */
function copyCompany(company: SmallCompany): Settings {
  const data = join(mkdtempSync(join(tmpdir(), "karavan-cut-")), "data");
  cpSync(company.environment.KARAVAN_DATA, data, { recursive: true });
  return readSettings({ ...company.environment, KARAVAN_DATA: data });
}

/** All current orders, and every version of every order. */
async function readOrders(settings: Settings): Promise<unknown> {
  return readLedger(settings, async (connection) => ({
    current: (
      await connection.table("select order_id, client_id, amount from raw.orders where _closed_at is null order by all")
    ).rows,
    versions: (await connection.table("select order_id, amount from raw.orders order by all")).rows,
  }));
}

function cuts(bytes: number, count: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * bytes);
  });
}

describe("ingestOnly(settings, options, effects), after storage lost the end of its log", { timeout: 120_000 }, () => {
  let killed: SmallCompany;
  let clean: unknown;
  beforeAll(async () => {
    killed = makeSmallCompany(files, rows);
    ingestAndDie(killed, "after");
    const whole = makeSmallCompany(files, rows);
    const settings = readSettings(whole.environment);
    await ingestOnly(settings, {}, effects());
    clean = await readOrders(settings);
  });

  it("notices every loss at 10 random cuts, says nothing where none is, and loads all of it again", async () => {
    const bytes = statSync(join(killed.environment.KARAVAN_DATA, "raw.duckdb.wal")).size;
    let losses = 0;
    for (const cut of [...cuts(bytes, 10), bytes]) {
      const settings = copyCompany(killed);
      truncateSync(join(settings.paths.data, "raw.duckdb.wal"), cut);
      const held = (await readLedger(settings, readCommitted)) ?? [];
      const lost = files - held.length;
      if (lost > 0) losses += 1;
      expect(compareWitness(readJournal(settings), held).lost).toHaveLength(lost);
      // The refusal of a build costs a second; three of them will do.
      if (lost > 0 && losses <= 3)
        await expect(buildOnly(settings, {}, effects())).rejects.toMatchObject({ exitCode: 6 });
      const told = effects();
      const { reloaded } = await ingestOnly(settings, {}, told);
      expect(reloaded).toHaveLength(lost);
      expect(told.warnings.filter((text) => text.includes("missing from the database"))).toHaveLength(lost > 0 ? 1 : 0);
      expect(await readOrders(settings)).toEqual(clean);
    }
    expect(losses).toBeGreaterThan(5);
  });

  it("reloads everything when raw.duckdb itself was moved aside", async () => {
    const settings = copyCompany(killed);
    for (const name of ["raw.duckdb", "raw.duckdb.wal"])
      renameSync(join(settings.paths.data, name), join(settings.paths.data, `aside-${name}`));
    const { reloaded } = await ingestOnly(settings, {}, effects());
    expect(reloaded).toHaveLength(files);
    expect(await readOrders(settings)).toEqual(clean);
  });

  it("writes down a commit whose entry a kill prevented, and loads nothing twice", async () => {
    const company = makeSmallCompany(files, rows);
    ingestAndDie(company, "before");
    const settings = readSettings(company.environment);
    expect(readJournal(settings)).toHaveLength(files - 1);
    const { report, reloaded } = await ingestOnly(settings, {}, effects());
    expect(reloaded).toEqual([]);
    expect(report.files.map(({ state }) => state)).toEqual(Array.from({ length: files }, () => "unchanged"));
    expect(readJournal(settings)).toHaveLength(files);
    expect(await readOrders(settings)).toEqual(clean);
  });
});
