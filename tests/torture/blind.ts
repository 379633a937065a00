import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Proposal } from "../../ingest/sniff.ts";
import { makeInbox } from "../ingest/inbox.ts";
import { sniffOr, writeProposed } from "./proposed.ts";

/** What became of one file that was read as `sniff` proposed. */
export interface BlindFile {
  readonly name: string;
  readonly state: string;
  readonly rows: number;
  readonly aside: number;
  /** Rows taken up that the clean file has, cell by cell. */
  readonly equal: number;
  /** Rows taken up that it has not, and that no remark tells of. */
  readonly wrong: number;
  /** Rows of the clean file. */
  readonly clean: number;
  /** What `sniff` asks about how the file is written, not about what it holds. */
  readonly asked: readonly string[];
  readonly message: string;
}

type Row = readonly string[];

/**
 * Reads files as `sniff` proposes, with no knowledge of their columns: dialect, header and encoding are its, and every column
 * is kept as it stands. Rows are held against those of the clean twins. Every `stride`-th file is taken; into `out` goes what
 * was read, in the form the benchmark's own score wants.
 */
export async function ingestBlind(folder: string, stride: number, out?: string): Promise<readonly BlindFile[]> {
  const names = readdirSync(join(folder, "csv")).filter((name) => name.endsWith(".csv"));
  const chosen = names.sort().filter((_, index) => index % stride === 0);
  const sniffed: (readonly [name: string, proposal: Proposal | string])[] = [];
  for (const name of chosen) sniffed.push([name, await sniffOr(join(folder, "csv", name))]);
  const feeds = [...new Set(sniffed.flatMap(([, found]) => (typeof found === "string" ? [] : [writeProposed(found)])))];
  const inbox = makeInbox(`source: blind\ntitle: Blind\nfeeds:\n${feeds.map(writeFeed).join("")}`);
  for (const [name, found] of sniffed)
    if (typeof found !== "string")
      inbox.put(`f${feeds.indexOf(writeProposed(found))}/${name}`, readFileSync(join(folder, "csv", name)));
  await inbox.ingest();
  const bare = (path: unknown) => String(path).replace(/^\w+\//, "");
  const files = await inbox.rows("select name, state, coalesce(error, ''), rows_rejected from meta.files");
  const rows = await inbox.rows(
    `select file.name, _extra, remark.kind from raw.products join meta.files as file on file.file_id = _file_id
     left join meta.remarks as remark on remark.file_id = _file_id and remark.record = _record
     where _closed_at is null order by _file_id, _record`,
  );
  const byFile = new Map<string, (readonly unknown[])[]>();
  for (const row of rows) byFile.set(bare(row[0]), [...(byFile.get(bare(row[0])) ?? []), row]);
  return sniffed.map(([name, found]) => {
    const [, state = "the same bytes as another", message = "", aside = 0] =
      files.find(([path]) => bare(path) === name) ?? [];
    const clean = readClean(join(folder, "clean", name));
    if (typeof found === "string")
      return {
        name,
        state: "refused",
        rows: 0,
        aside: 0,
        equal: 0,
        wrong: 0,
        clean: clean.length,
        asked: [],
        message: found,
      };
    const taken = (byFile.get(name) ?? []).map(([, extra, remark]) => ({ cells: cellsOf(found, extra), remark }));
    if (out !== undefined)
      writeScored(
        out,
        name,
        found,
        taken.map(({ cells }) => cells),
      );
    const told = compare(taken, found.isHeadless ? clean : clean.slice(1));
    const asked = found.questions.filter((question) => !/^(?:What does this file hold|Which column)/.test(question));
    return { name, state: String(state), ...told, aside: Number(aside), asked, message: String(message) };
  });
}

function compare(taken: readonly { readonly cells: Row; readonly remark: unknown }[], clean: readonly Row[]) {
  const left = new Map<string, number>();
  for (const row of clean) left.set(key(row), (left.get(key(row)) ?? 0) + 1);
  const known = new Set(left.keys());
  let equal = 0;
  for (const { cells } of taken) {
    const rest = left.get(key(cells)) ?? 0;
    left.set(key(cells), rest - 1);
    if (rest > 0) equal += 1;
  }
  const wrong = taken.filter(({ cells, remark }) => remark === null && !known.has(key(cells))).length;
  return { rows: taken.length, equal, wrong, clean: clean.length };
}

function writeFeed(text: string, index: number): string {
  return `  - entity: products\n    name: f${index}\n    match: "f${index}/*.csv"\n${text}`;
}

/** Values by the names of the header; by their places where the loader names columns otherwise. */
function cellsOf({ header }: Proposal, extra: unknown): Row {
  const values: Readonly<Record<string, string | null>> = JSON.parse(String(extra ?? "{}"));
  const isNamed = header.every((name) => values[name] !== undefined);
  return isNamed
    ? header.map((name) => (values[name] ?? "").trim())
    : Object.values(values).map((value) => (value ?? "").trim());
}

function writeScored(out: string, name: string, { header, isHeadless }: Proposal, rows: readonly Row[]): void {
  mkdirSync(out, { recursive: true });
  const table = (isHeadless ? rows : [header, ...rows]).map((row) => [...row]);
  writeFileSync(join(out, `${name}_converted.csv`), Papa.unparse(table, { newline: "\n", quotes: true }));
}

function readClean(path: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(path, "utf8"), { delimiter: ",", skipEmptyLines: true }).data;
}

function key(cells: Row): string {
  return JSON.stringify(cells.map((cell) => cell.trim().replace(/\s+/gu, " ")));
}
