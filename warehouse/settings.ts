import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { exitCodes, OperatorError } from "./errors.ts";
import { settingsSchema } from "./settings/schema.ts";
import { parseYaml } from "./yaml.ts";

/** The company's settings, as validated from karavan.yaml, plus the places they name. */
export interface Settings extends z.infer<typeof settingsSchema> {
  /** The settings file. */
  readonly file: string;
  /** The checkout Karavan runs from: models, checks and pages are found here. */
  readonly home: string;
  readonly paths: Paths;
}

/** Everything Karavan writes lives under `data`. */
export interface Paths {
  readonly data: string;
  readonly inbox: string;
  readonly landing: string;
  readonly raw: string;
  readonly crm: string;
  readonly lock: string;
  readonly journal: string;
  /** Which cards were one client at each build, and what changed. */
  readonly clientJournal: string;
  /** What was mailed to whom about alerts. */
  readonly alertsTold: string;
  readonly work: string;
  readonly site: string;
  readonly sources: string;
  /** Decisions on clients; the file need not exist. */
  readonly links: string;
}

/** The checkout this file stands in. */
export const home = resolve(import.meta.dirname, "..");

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and validates the settings.
 *
 * `KARAVAN_SETTINGS` names the file (default: karavan.yaml of the checkout), `KARAVAN_DATA` the data folder.
 * @throws OperatorError exit 2 naming file, line, path and the values allowed.
 */
export function readSettings(environment: Environment = process.env): Settings {
  const file = resolve(environment.KARAVAN_SETTINGS ?? resolve(home, "karavan.yaml"));
  if (!existsSync(file)) {
    throw new OperatorError("the settings file does not exist", {
      exitCode: exitCodes.usage,
      place: { file },
      remedy: "Copy karavan.yaml from the repository, or point KARAVAN_SETTINGS at your file.",
    });
  }
  const settings = parseSettings(readFileSync(file, "utf8"), file);
  const data = resolve(environment.KARAVAN_DATA ?? resolve(home, "data"));
  const beside = {
    sources: resolve(dirname(file), settings.sources),
    links: resolve(dirname(file), settings.clients.links),
  };
  return { ...settings, file, home, paths: { ...dataPaths(data), ...beside } };
}

/** Validates the text of a settings file. */
export function parseSettings(yaml: string, file: string): z.infer<typeof settingsSchema> {
  return parseYaml(settingsSchema, yaml, file);
}

/** Writes the JSON Schema that editors complete and check karavan.yaml with. */
export function settingsJsonSchema(): unknown {
  return z.toJSONSchema(settingsSchema, { io: "input" });
}

function dataPaths(data: string): Omit<Paths, "sources" | "links"> {
  return {
    data,
    inbox: resolve(data, "inbox"),
    landing: resolve(data, "landing"),
    raw: resolve(data, "raw.duckdb"),
    crm: resolve(data, "crm.duckdb"),
    lock: resolve(data, "lock.duckdb"),
    journal: resolve(data, "journal.ndjson"),
    clientJournal: resolve(data, "clients.ndjson"),
    alertsTold: resolve(data, "alerts.json"),
    work: resolve(data, "work"),
    site: resolve(data, "site"),
  };
}
