import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { home } from "../../warehouse/settings.ts";

/** How a child `karavan` ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when the text has been written to stdout or stderr; rejects when the process ends without. */
  seen(text: string): Promise<void>;
}

/** Starts `karavan` as a process of its own. */
export function startKaravan(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [resolve(home, "warehouse/karavan.cjs"), ...args], {
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", TMPDIR: tmpdir(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });
  const ended = new Promise<Ended>((done) => {
    child.on("close", (code, signal) => done({ code, signal, stdout, stderr }));
  });
  const seen = (text: string) =>
    new Promise<void>((found, missed) => {
      const look = () => {
        if ((stdout + stderr).includes(text)) found();
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      child.on("close", () => missed(new Error(`ended without saying "${text}":\n${stdout}${stderr}`)));
      look();
    });
  return { child, ended, seen };
}

/** Runs `karavan` to its end. */
export async function karavan(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return startKaravan(args, environment).ended;
}

/** A company of its own in a temporary folder: settings, sources, inbox. */
export interface Company {
  readonly folder: string;
  readonly settings: string;
  readonly data: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Makes an empty company; `yaml` is added to its settings. */
export function makeCompany(yaml = ""): Company {
  const folder = mkdtempSync(join(tmpdir(), "karavan-cli-"));
  const settings = join(folder, "karavan.yaml");
  const data = join(folder, "data");
  mkdirSync(join(folder, "sources"));
  writeFileSync(
    settings,
    `company: { name: Test }\ncurrency: RUB\ntime_zone: Europe/Moscow\nas_of: 2026-10-31\nlocales: [en]\nsources: sources\n${yaml}`,
  );
  return { folder, settings, data, environment: { KARAVAN_SETTINGS: settings, KARAVAN_DATA: data } };
}
