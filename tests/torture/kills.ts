import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSettings, type Settings } from "../../warehouse/settings.ts";
import { startKaravan } from "../cli/karavan.ts";
import { digestRaw, findDamage } from "./damage.ts";

/** What is killed: the whole road or its first part. */
export type Command = "run" | "ingest";

/** What was killed, and what came of it. */
export interface KillReport {
  readonly kills: number;
  /** Runs that reached their end between kills, on what the kills had left. */
  readonly finished: number;
  /** Everything found after a kill that must not be; empty is the promise kept. */
  readonly damage: readonly string[];
  /** Kills by what the run was doing: the room of the last step it told. */
  readonly rooms: Readonly<Record<string, number>>;
}

/**
 * Runs a command on a company again and again and kills it at random moments; after each kill the next process looks
 * for damage and goes on from what is left. A run that reaches its end is compared with a clean one, and all begins anew.
 */
export async function killRuns(
  company: { readonly settings: string; readonly inbox: string },
  options: { readonly command: Command; readonly kills: number; readonly seed: number },
): Promise<KillReport> {
  const random = randomFrom(options.seed);
  const clean = await runClean(company, options.command);
  const damage: string[] = [];
  const rooms: Record<string, number> = {};
  let data = freshData(company.inbox);
  let kills = 0;
  let finished = 0;
  while (kills < options.kills) {
    const settings = readSettings({ KARAVAN_SETTINGS: company.settings, KARAVAN_DATA: data });
    const { killed, said, code } = await runAndKill(settings, options.command, random() * clean.milliseconds);
    const found = await findDamage(settings);
    damage.push(...found.map((line) => `kill ${kills + 1} (${lastRoom(said)}): ${line}`));
    if (killed) {
      kills += 1;
      rooms[lastRoom(said)] = (rooms[lastRoom(said)] ?? 0) + 1;
      continue;
    }
    finished += 1;
    damage.push(...(await compareWithClean(settings, code, clean.digest)));
    rmSync(data, { recursive: true });
    data = freshData(company.inbox);
  }
  const last = readSettings({ KARAVAN_SETTINGS: company.settings, KARAVAN_DATA: data });
  const { code } = await runAndKill(last, options.command, Number.POSITIVE_INFINITY);
  damage.push(...(await findDamage(last)), ...(await compareWithClean(last, code, clean.digest)));
  rmSync(data, { recursive: true });
  return { kills, finished: finished + 1, damage, rooms };
}

async function runClean(company: { readonly settings: string; readonly inbox: string }, command: Command) {
  const { settings, inbox } = company;
  const data = freshData(inbox);
  const clean = readSettings({ KARAVAN_SETTINGS: settings, KARAVAN_DATA: data });
  const started = performance.now();
  const { code, said } = await runAndKill(clean, command, Number.POSITIVE_INFINITY);
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`the clean run ended with ${code}:\n${said.slice(-2000)}`);
  const damage = await findDamage(clean);
  if (damage.length > 0) throw new Error(`the clean run has damage:\n${damage.join("\n")}`);
  const digest = await digestRaw(clean);
  rmSync(data, { recursive: true });
  return { milliseconds, digest };
}

async function runAndKill(settings: Settings, command: Command, afterMilliseconds: number) {
  const run = startKaravan([command], { KARAVAN_SETTINGS: settings.file, KARAVAN_DATA: settings.paths.data });
  const timer = new AbortController();
  if (Number.isFinite(afterMilliseconds)) {
    sleep(afterMilliseconds, undefined, { signal: timer.signal }).then(
      () => run.child.kill("SIGKILL"),
      () => undefined,
    );
  }
  const { code, signal, stdout, stderr } = await run.ended;
  timer.abort();
  return { code, killed: signal === "SIGKILL", said: stdout + stderr };
}

async function compareWithClean(
  settings: Settings,
  code: number | null,
  clean: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const digest = await digestRaw(settings);
  const different = Object.keys(clean).filter((relation) => clean[relation] !== digest[relation]);
  return [
    ...(code === 0 ? [] : [`a run after kills ended with ${code}`]),
    ...different.map((relation) => `${relation} is ${digest[relation]}, a clean run makes ${clean[relation]}`),
  ];
}

/** The room of the last step told: what was done when the kill came is what follows it. */
function lastRoom(said: string): string {
  const rooms = [...said.matchAll(/^\S+Z (ingest|build|check|publish) /gm)];
  return rooms.at(-1)?.[1] ?? "start";
}

function freshData(inbox: string): string {
  const data = join(mkdtempSync(join(tmpdir(), "karavan-kills-")), "data");
  cpSync(inbox, join(data, "inbox"), { recursive: true, preserveTimestamps: true });
  return data;
}

/** A linear congruential generator: the same seed kills at the same fractions of a run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
