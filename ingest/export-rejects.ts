import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { sql } from "kysely";
import type { Connection } from "../warehouse/connection.ts";
import { exitCodes, OperatorError } from "../warehouse/errors.ts";
import { createLedger } from "../warehouse/kysely.ts";
import type { FilesTable, RejectsTable } from "../warehouse/ledger/tables.ts";
import type { Settings } from "../warehouse/settings.ts";
import { detectContent } from "./containers/detect.ts";
import { findFeeds } from "./discover.ts";
import { knownNames } from "./header.ts";
import { findLanded } from "./landing.ts";
import { copyLines, copyRows, type Written } from "./mend.ts";
import type { RejectFilter } from "./rejects.ts";
import { remedyOf } from "./remedies.ts";
import { type Feed, readSources, type Source } from "./source.ts";

/** One file for a person to mend, and why. */
export interface ExportedFile {
  readonly source: string;
  /** Name of the file the rows come from. */
  readonly name: string;
  /** Number of the load they were set aside of. */
  readonly file_id: number;
  /** Where the rows stand, as they came; undefined where they cannot be mended so: see `note`. */
  readonly path: string | undefined;
  /** Line, column, value, reason and remedy of each. */
  readonly reasons: string;
  readonly rows: number;
  readonly note: string | undefined;
}

/**
 * Writes what is set aside into a folder, a file for each file it came from: `<folder>/<source>/<name>`, in the dialect and
 * encoding it came in, its header above, so that the mended file can be dropped into `data/inbox/<source>/`. Its name links
 * it to its load. Rows of workbooks become CSV in UTF-8. Reasons stand in a file of their own beside it.
 * @throws OperatorError exit 2 when a file of that name is there already, 6 when the landed bytes are gone.
 */
export async function exportRejects(
  settings: Settings,
  connection: Connection,
  filter: Omit<RejectFilter, "limit" | "rule">,
  folder: string,
): Promise<readonly ExportedFile[]> {
  const sources = await readSources(settings.paths.sources);
  const exported: ExportedFile[] = [];
  for (const batch of await readBatches(connection, filter))
    exported.push(await exportBatch(settings, connection, sources, batch, folder));
  return exported;
}

type Open = Pick<
  RejectsTable,
  "file_id" | "record" | "line_from" | "line_to" | "rule" | "column_name" | "value" | "message" | "raw_text"
>;
type Load = Pick<
  FilesTable,
  "file_id" | "source" | "feed" | "name" | "sha256" | "bytes" | "dialect" | "header_line" | "header_lines"
>;

/** All that is set aside of the same bytes, by whatever feed. */
export interface Batch {
  readonly load: Load;
  readonly rejects: readonly Open[];
}

async function readBatches(
  connection: Connection,
  { file, source, since }: Omit<RejectFilter, "limit" | "rule">,
): Promise<readonly Batch[]> {
  const ledger = createLedger(connection);
  const loads = await ledger
    .selectFrom("meta.files")
    .select(["file_id", "source", "feed", "name", "sha256", "bytes", "dialect", "header_line", "header_lines"])
    .where("state", "=", "committed")
    .where(sql<string>`coalesce(kind, 'load')`, "<>", "replay")
    .orderBy("file_id")
    .execute();
  const open = await ledger
    .selectFrom("meta.rejects as rejects")
    .innerJoin("meta.files as files", "files.file_id", "rejects.file_id")
    .select([
      "rejects.file_id",
      "record",
      "line_from",
      "line_to",
      "rule",
      "column_name",
      "value",
      "message",
      "raw_text",
    ])
    .select(["files.source", "files.sha256"])
    .where("rejects.state", "=", "open")
    .$if(file !== undefined, (query) => query.where("files.file_id", "=", file ?? 0))
    .$if(source !== undefined, (query) => query.where("files.source", "=", source ?? ""))
    .$if(since !== undefined, (query) => query.where("files.loaded_at", ">=", since ?? ""))
    .orderBy("line_from")
    .orderBy("error_number")
    .execute();
  const batches = new Map<string, { readonly load: Load; readonly rejects: Open[] }>();
  for (const { source: of, sha256, ...reject } of open) {
    const load = loads.find((one) => one.source === of && one.sha256 === sha256);
    if (load === undefined) continue;
    const batch = batches.get(`${of} ${sha256}`) ?? { load, rejects: [] };
    batch.rejects.push(reject);
    batches.set(`${of} ${sha256}`, batch);
  }
  return [...batches.values()];
}

async function exportBatch(
  settings: Settings,
  connection: Connection,
  sources: readonly Source[],
  batch: Batch,
  folder: string,
): Promise<ExportedFile> {
  const { load, rejects } = batch;
  const source = sources.find(({ name }) => name === load.source);
  const feeds = source === undefined ? [] : findFeeds(source, load.name);
  const landed = findLanded(settings.paths.landing, load.sha256, load.bytes);
  if (landed === undefined) throw missingBytes(settings, load);
  const content = await detectContent(landed.path);
  const note = explainHindrance(source, feeds, load, content);
  const name = nameFor(source, feeds, load, content) ?? `${load.name}.rejects-${load.file_id}`;
  const path = join(folder, load.source, name);
  const reasons = `${path.slice(0, path.length - extname(path).length)}.reasons.csv`;
  for (const one of [path, reasons]) refuseThere(one);
  const feed = feeds.find(({ name: of }) => of === load.feed) ?? feeds[0];
  const written =
    note !== undefined || feed === undefined
      ? undefined
      : content === "text"
        ? await copyLines(landed.path, load, rejects)
        : await copyRows(connection, landed.path, { feed, work: settings.paths.work, rejects });
  mkdirSync(dirname(path), { recursive: true });
  if (written !== undefined) writeFileSync(path, written.bytes);
  writeFileSync(reasons, formatReasons(rejects, written));
  const rows = new Set(rejects.map(({ line_from }) => line_from)).size;
  const at = written === undefined ? undefined : path;
  return { source: load.source, name: load.name, file_id: load.file_id, path: at, reasons, rows, note };
}

/** Formats whose rows can be given back as a file of their own: lines of text, and tables that a CSV stands for. */
const lineFormats: ReadonlySet<Feed["format"]> = new Set(["csv", "ndjson", "fixed"]);
const tableContents: ReadonlySet<string> = new Set(["xlsx", "html", "spreadsheetml"]);

/** Says why rows cannot be mended in a file of their own; undefined when they can. */
function explainHindrance(
  source: Source | undefined,
  feeds: readonly Feed[],
  load: Load,
  content: string,
): string | undefined {
  if (source === undefined || feeds.length === 0)
    return `no feed of source ${load.source} matches ${load.name} any more`;
  if (feeds.some((feed) => knownNames(feed).includes("$record")))
    return "the source numbers rows by their place in the file ($record): mend the whole export and drop it in under its own name";
  const isPlain = feeds.every(({ format }) => lineFormats.has(format));
  const isTable = tableContents.has(content) && feeds.every(({ format }) => ["csv", "xlsx", "html"].includes(format));
  if (content === "text" ? isPlain : isTable) return undefined;
  return "rows of this format are mended where the export is made, or by the source file and `karavan replay`";
}

/** Finds a name that carries the mark and that all feeds of the file match. */
function nameFor(
  source: Source | undefined,
  feeds: readonly Feed[],
  { name, file_id }: Load,
  content: string,
): string | undefined {
  if (source === undefined) return undefined;
  // A folder must not have the name of the archive that may still stand in the inbox.
  const folder = dirname(name) === "." ? "" : `${dirname(name).replace(/\.(gz|zip)(?=\/|$)/gi, "_$1")}/`;
  const base = basename(name);
  const extension = extname(base);
  const stem = base.slice(0, base.length - extension.length);
  const mark = `rejects-${file_id}`;
  const names = (end: string) => [
    `${folder}${stem}.${mark}${end}`,
    `${folder}${mark}/${stem}${end}`,
    `${mark}/${folder}${stem}${end}`,
  ];
  const candidates = content === "text" ? names(extension) : [...names(".csv"), ...names(extension)];
  return candidates.find((candidate) => findFeeds(source, candidate).length === feeds.length);
}

function refuseThere(path: string): void {
  if (!existsSync(path)) return;
  throw new OperatorError("this file is there already: it may be mended by now", {
    exitCode: exitCodes.usage,
    place: { file: path },
    remedy: "Drop it into the inbox, move it away, or export into another folder.",
  });
}

function missingBytes(settings: Settings, { source, name }: Load): OperatorError {
  return new OperatorError(`the bytes of ${source}/${name} are gone`, {
    exitCode: exitCodes.storage,
    place: { file: settings.paths.landing },
    remedy: "Restore data/landing from a backup.",
  });
}

function formatReasons(rejects: readonly Open[], written: Written | undefined): string {
  const lines = rejects.map((reject) => [
    written?.lines.get(reject.line_from) ?? "",
    reject.line_from,
    reject.column_name ?? "",
    reject.value ?? "",
    reject.rule,
    reject.message,
    remedyOf(reject.rule),
  ]);
  const head = ["line_here", "line_in_export", "column", "value", "rule", "reason", "remedy"];
  return `\ufeff${[head, ...lines].map((cells) => cells.map(quoteCell).join(",")).join("\r\n")}\r\n`;
}

/** Quotes a cell; one that a spreadsheet would take for a formula gets an apostrophe. */
function quoteCell(cell: string | number): string {
  const text = String(cell);
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d., ]+$/.test(text);
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
