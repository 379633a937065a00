import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Change, ChangeKind, Changes } from "../../dashboards/changes.ts";
import { type PackedTable, unpack } from "../../dashboards/data.ts";
import type { FileRow, KpiRow } from "../../dashboards/rows.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";
import { type Audience, isLimited } from "./audience.ts";
import { listReleases, type Release } from "./release.ts";

/** Figures of a run by name. */
type Figures = ReadonlyMap<string, number>;

/** What of a run is held against the run before. */
interface RunFigures {
  readonly snapshot: Snapshot;
  readonly files: readonly FileRow[];
  /** None where the audience has no page of them. */
  readonly months: readonly KpiRow[];
}

/** Nothing to tell. */
const nothing: Changes = { before: null, list: [] };

/**
 * Compares what was exported into a folder with the newest kept release of another run that the same audience has. Limited
 * audiences are told nothing: counts of rows and findings of checks are the company's.
 */
export async function readChanges(site: string, audience: Audience, folder: string): Promise<Changes> {
  if (isLimited(audience)) return nothing;
  const now = await readFigures((name) => join(folder, `${name}.json`));
  if (now === undefined) return nothing;
  for (const release of await listReleases(site)) {
    const before = await readFigures((name) => findFile(release, audience, name));
    if (before !== undefined && before.snapshot.runId !== now.snapshot.runId) return compare(before, now);
  }
  return nothing;
}

/** Compares two runs. */
function compare(before: RunFigures, now: RunFigures): Changes {
  const { runId, builtAt, asOfDate } = before.snapshot;
  const differ = (kind: ChangeKind, figures: (run: RunFigures) => Figures) =>
    listDifferences(kind, figures(before), figures(now));
  const closed = ({ months }: RunFigures) => new Set(months.filter((row) => row.is_complete).map(({ month }) => month));
  const [first, second] = [closed(before), closed(now)];
  return {
    before: { runId, builtAt, asOfDate },
    list: [
      ...differ("accepted", (run) => sumBySource(run, (row) => row.rows_accepted)),
      ...differ("rejected", (run) => sumBySource(run, (row) => row.rows_rejected)),
      ...differ("check", ({ snapshot }) => new Map(snapshot.checks.map(({ name, rows }) => [name, rows]))),
      ...differ("restated", ({ months }) => {
        const both = months.filter(({ month }) => first.has(month) && second.has(month));
        return new Map(both.map((row) => [row.month, row.net_amount]));
      }),
      ...differ("rows", ({ snapshot }) => new Map(martsOf(snapshot))),
    ],
  };
}

function martsOf({ rowCounts }: Snapshot): readonly (readonly [string, number])[] {
  return rowCounts.flatMap(({ relation, rows }) => (relation.startsWith("marts.") ? [[relation, rows] as const] : []));
}

function sumBySource({ files }: RunFigures, figure: (row: FileRow) => number): Figures {
  const sums = new Map<string, number>();
  for (const row of files) sums.set(row.source, (sums.get(row.source) ?? 0) + figure(row));
  return sums;
}

/** Lists what differs; none and zero are alike: a new check without findings is no news. */
function listDifferences(kind: ChangeKind, before: Figures, now: Figures): readonly Change[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  return names.flatMap((name): readonly Change[] => {
    const [was, is] = [before.get(name) ?? null, now.get(name) ?? null];
    return (was ?? 0) === (is ?? 0) ? [] : [{ kind, name, before: was, now: is }];
  });
}

async function readFigures(pathOf: (name: string) => string | undefined): Promise<RunFigures | undefined> {
  const read = async (name: string): Promise<unknown> => {
    const path = pathOf(name);
    return path === undefined || !existsSync(path) ? undefined : JSON.parse(await readFile(path, "utf8"));
  };
  const rowsOf = async <Row>(name: string) => {
    const table = (await read(name)) as PackedTable | undefined;
    return table === undefined ? [] : (unpack(table) as readonly Row[]);
  };
  const snapshot = (await read("snapshot")) as Snapshot | undefined;
  if (snapshot === undefined || snapshot.rowCounts.length === 0) return undefined;
  return { snapshot, files: await rowsOf<FileRow>("files"), months: await rowsOf<KpiRow>("kpi") };
}

/** Data files of a release are named by what they hold. */
function findFile({ path, manifest }: Release, { name: audience }: Audience, name: string): string | undefined {
  const folder = audience === null ? "" : `${audience}/`;
  const pattern = new RegExp(`^_file/data/${name}\\.[0-9a-f]{8}\\.json$`);
  const found = manifest.files.find(
    (file) => file.path.startsWith(folder) && pattern.test(file.path.slice(folder.length)),
  );
  return found && join(path, found.path);
}
