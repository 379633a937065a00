import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { makeInbox } from "../ingest/inbox.ts";
import { sniffOr, writeProposed } from "./proposed.ts";

/** What became of one real file. */
export interface SurveyFile {
  readonly name: string;
  readonly state: string;
  readonly rows: number;
  readonly aside: number;
  /** Rows taken up that the clean file has. */
  readonly equal: number;
  /** Rows of the clean file, its header among them. */
  readonly clean: number;
  readonly message: string;
}

/**
 * Sniffs each real file of the Pollock survey sample, ingests it as proposed, all its columns kept as they are, and compares
 * rows with those of its clean twin. Any fault but a refusal is thrown.
 */
export async function ingestSurvey(folder: string): Promise<readonly SurveyFile[]> {
  const found: SurveyFile[] = [];
  for (const name of readdirSync(join(folder, "csv")).sort()) found.push(await ingestOne(folder, name));
  return found;
}

async function ingestOne(folder: string, name: string): Promise<SurveyFile> {
  const bytes = readFileSync(join(folder, "csv", name));
  const proposal = await sniffOr(join(folder, "csv", name));
  if (typeof proposal === "string")
    return { name, state: "refused", rows: 0, aside: 0, equal: 0, clean: 0, message: proposal };
  const inbox = makeInbox(
    `source: survey\ntitle: Survey\nfeeds:\n  - entity: products\n    match: "*.csv"\n${writeProposed(proposal)}`,
  );
  const { state, error, file } = await inbox.load("export.csv", bytes);
  const rows = state === "committed" ? await inbox.rows("select _extra from raw.products order by _record") : [];
  const clean = readClean(join(folder, "clean", name));
  const known = new Set(clean);
  const equal = rows.filter(([extra]) => known.has(rowKey(Object.values(JSON.parse(String(extra ?? "{}")))))).length;
  return {
    name,
    state,
    rows: rows.length,
    aside: file?.rows_rejected ?? 0,
    equal,
    clean: clean.length,
    message: error ?? "",
  };
}

function readClean(path: string): readonly string[] {
  const { data } = Papa.parse<readonly string[]>(readFileSync(path, "utf8"), { delimiter: ",", skipEmptyLines: true });
  return data.map(rowKey);
}

/** Cells as text, without those empty at the end. */
function rowKey(cells: readonly unknown[]): string {
  const texts = cells.map((cell) =>
    String(cell ?? "")
      .trim()
      .replace(/\s+/gu, " "),
  );
  while (texts.at(-1) === "") texts.pop();
  return JSON.stringify(texts);
}
