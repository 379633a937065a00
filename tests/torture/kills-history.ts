import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checksumRaw } from "../../warehouse/ledger/history.ts";
import { readLedger } from "../../warehouse/runs.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";
import { karavan, startKaravan } from "../cli/karavan.ts";
import { makeSmallCompany, type SmallCompany } from "../runs/company.ts";
import { findDamage } from "./damage.ts";
import { randomFrom } from "./kills.ts";

/** Commands that change what was loaded before. */
export type HistoryCommand = "replay" | "reload" | "rebuild";

const words: Readonly<Record<HistoryCommand, readonly string[]>> = {
  replay: ["replay"],
  reload: ["reload", "orders-1.csv"],
  rebuild: ["rebuild"],
};

export interface HistoryReport {
  readonly kills: number;
  /** Runs that were over before their kill came. */
  readonly finished: number;
  /** Everything found after a kill that must not be; empty is the promise kept. */
  readonly damage: readonly string[];
}

/**
 * Kills a command at random moments, each time on a copy of the same history (`makeHistory`). After each kill the tables
 * are what they were or what they become, nothing is damaged, and the same command run to its end gives what it gives
 * undisturbed.
 */
export async function killHistory(
  company: SmallCompany,
  command: HistoryCommand,
  options: { readonly kills: number; readonly seed: number },
): Promise<HistoryReport> {
  const random = randomFrom(options.seed);
  const before = await sums(settingsOf(company, company.environment.KARAVAN_DATA));
  const { after, milliseconds } = await runClean(company, command);
  const damage: string[] = [];
  let kills = 0;
  let finished = 0;
  while (kills < options.kills) {
    const settings = settingsOf(company, copyData(company));
    const killed = await runAndKill(settings, command, random() * milliseconds);
    if (killed) kills += 1;
    else finished += 1;
    const found = [...(await findDamage(settings))];
    const now = await sums(settings);
    // A replay goes file by file: between two of them some rows are taken up and others not yet.
    if (command !== "replay" && now !== before && now !== after)
      found.push(`half: tables are neither as before nor as after ${command}`);
    const { code, stdout, stderr } = await karavan(words[command], environmentOf(settings));
    if (code !== 0) found.push(`${command} after a kill ended with ${code}: ${(stdout + stderr).slice(-500)}`);
    if ((await sums(settings)) !== after) found.push(`${command} after a kill does not give what it gives undisturbed`);
    found.push(...(await findDamage(settings)));
    damage.push(...found.map((line) => `kill ${kills} of ${command}: ${line}`));
    rmSync(join(settings.paths.data, ".."), { recursive: true });
  }
  return { kills, finished, damage };
}

/** Makes a company with loads, rows set aside, and a source file that reads them now. */
export async function makeHistory(): Promise<SmallCompany> {
  const company = makeSmallCompany(4, 2000);
  const { environment, folder } = company;
  for (const file of [1, 2, 3, 4]) {
    const path = join(environment.KARAVAN_DATA, `inbox/erp/orders-${file}.csv`);
    writeFileSync(path, `${readFileSync(path, "utf8")}late-${file};C1;05.01.2026;1.50\nnever-${file};C1;x;2.50\n`);
  }
  const { code, stderr } = await karavan(["ingest"], environment);
  if (code !== 0) throw new Error(`ingest ended with ${code}: ${stderr}`);
  const source = join(folder, "sources/erp.yaml");
  writeFileSync(source, readFileSync(source, "utf8").replace("[yyyy-MM-dd]", "[yyyy-MM-dd, dd.MM.yyyy]"));
  return company;
}

async function runClean(company: SmallCompany, command: HistoryCommand) {
  const settings = settingsOf(company, copyData(company));
  const started = performance.now();
  const { code, stderr } = await karavan(words[command], environmentOf(settings));
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}`);
  const after = await sums(settings);
  rmSync(join(settings.paths.data, ".."), { recursive: true });
  return { after, milliseconds };
}

async function runAndKill(settings: Settings, command: HistoryCommand, afterMilliseconds: number): Promise<boolean> {
  const run = startKaravan(words[command], environmentOf(settings));
  const timer = new AbortController();
  sleep(afterMilliseconds, undefined, { signal: timer.signal }).then(
    () => run.child.kill("SIGKILL"),
    () => undefined,
  );
  const { signal } = await run.ended;
  timer.abort();
  return signal === "SIGKILL";
}

/** Sums of the raw tables and of what is set aside, without the moments at which replays take place. */
async function sums(settings: Settings): Promise<string> {
  const found = await readLedger(settings, async (connection) => ({
    raw: (await checksumRaw(connection, "store"))
      .filter(({ rows }) => rows > 0)
      .map(({ relation, rows }) => [relation, rows]),
    orders: (await connection.table("select * exclude (_loaded_at, _closed_at) from raw.orders order by all")).rows,
    rejects: (await connection.table("select line_from, rule, state from meta.rejects order by all")).rows,
  }));
  return JSON.stringify(found);
}

function settingsOf(company: SmallCompany, data: string): Settings {
  return readSettings({ ...company.environment, KARAVAN_DATA: data });
}

function environmentOf(settings: Settings) {
  return { KARAVAN_SETTINGS: settings.file, KARAVAN_DATA: settings.paths.data };
}

function copyData(company: SmallCompany): string {
  const data = join(mkdtempSync(join(tmpdir(), "karavan-history-")), "data");
  cpSync(company.environment.KARAVAN_DATA, data, { recursive: true, preserveTimestamps: true });
  return data;
}
