import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Snapshot } from "../../dashboards/snapshot.ts";
import { contracts } from "../../transforms/contracts.ts";
import { withConnection } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, OperatorError } from "../errors.ts";
import type { Settings } from "../settings.ts";
import { type Audience, datasetsOf, describeAudiences, isLimited, listAudiences, pagesOf } from "./audience.ts";
import { warnOfEmpty } from "./audience-rows.ts";
import { type Bundle, bundleModules, plotModule } from "./bundle.ts";
import { readChanges } from "./changes.ts";
import { readCheckQuestions } from "./checks.ts";
import { exportData, readSnapshot, writeJson } from "./export.ts";
import { finishSite } from "./finish.ts";
import { buildSite, withWorkshop } from "./framework.ts";
import { listTerms } from "./glossary.ts";
import { readModels } from "./models.ts";
import { measurePage } from "./page-html.ts";
import { listSources, writePages } from "./pages.ts";
import {
  activateRelease,
  findCurrent,
  planPartial,
  type Release,
  type ReleaseFile,
  sweepReleases,
  switchBack,
} from "./release.ts";
import { datasets } from "./site-datasets.ts";

/** What a publish did. */
export interface PublishReport {
  readonly state: "published" | "unchanged";
  /** Folder name of the current release under `site/releases`. */
  readonly release: string;
  readonly path: string;
  /** Audiences with a site of their own, each in its folder of the release; none: the one site at its root. */
  readonly audiences: readonly string[];
  /** Pages in all languages, of all audiences. */
  readonly pages: number;
  readonly files: number;
  /** Uncompressed size of the site. */
  readonly bytes: number;
  /** What a browser fetches for the overview, compressed; of audiences, the most. */
  readonly overviewBytes: number;
  readonly milliseconds: number;
}

/**
 * Publishes the warehouse as a static site, one per audience of the settings: exports page data, builds the pages without
 * network into a new release and switches `site/current` to it by rename. The old site stays when anything fails. A warehouse, pages and settings
 * that did not change are left as they are, unless forced.
 * @throws OperatorError exit 6 when there is no warehouse yet, 3 when the pages do not build.
 */
export async function publish(
  settings: Settings,
  options: { force?: boolean },
  effects: Effects,
): Promise<PublishReport> {
  const started = performance.now();
  await mkdir(settings.paths.site, { recursive: true });
  await sweepReleases(settings.paths.site, settings.site.keep_releases);
  const fingerprint = await readFingerprint(settings);
  const current = await findCurrent(settings.paths.site);
  if (options.force !== true && current?.manifest.fingerprint === fingerprint) {
    effects.log.step({ room: "publish", name: current.id, state: "unchanged" });
    return report("unchanged", current, started);
  }
  const release = await buildRelease(settings, fingerprint, effects);
  await sweepReleases(settings.paths.site, settings.site.keep_releases);
  const made = report("published", release, started);
  effects.log.step({ room: "publish", name: release.id, state: "done", milliseconds: made.milliseconds });
  return made;
}

/**
 * Points the site at an older release, the one before the current unless named; takes effect at once.
 * @throws OperatorError exit 2 when there is no such release, or it shows other audiences, or more to them, than the settings
 * allow now.
 */
export async function rollback(settings: Settings, options: { to?: string }): Promise<Release> {
  return switchBack(settings.paths.site, options.to, describeAudiences(listAudiences(settings)));
}

/** Builds the site of every audience into one release, which is switched to when all of them stand. */
async function buildRelease(settings: Settings, fingerprint: string, effects: Effects): Promise<Release> {
  const { site } = settings.paths;
  const partial = planPartial(site);
  const audiences = listAudiences(settings);
  try {
    const built: Built[] = [];
    for (const audience of audiences) built.push(await buildFor(audience, settings, partial, effects));
    effects.signal.throwIfAborted();
    const [first] = built;
    if (first === undefined) throw new Error("no audience to publish for");
    return await activateRelease(site, partial, {
      run_id: first.snapshot.runId,
      as_of_date: first.snapshot.asOfDate,
      published_at: effects.now().toISOString(),
      fingerprint,
      overview_bytes: Math.max(...built.map(({ overviewBytes }) => overviewBytes)),
      audiences: describeAudiences(audiences),
      files: built.flatMap(({ files }) => files),
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The site of one audience, written. Paths of files are those within the release. */
interface Built {
  readonly snapshot: Snapshot;
  readonly overviewBytes: number;
  readonly files: readonly ReleaseFile[];
}

async function buildFor(audience: Audience, settings: Settings, partial: string, effects: Effects): Promise<Built> {
  const folder = join(partial, audience.name ?? "");
  return withWorkshop(settings.home, async (workshop) => {
    const snapshot = await exportFor(audience, settings, join(workshop.src, "data"), effects);
    effects.signal.throwIfAborted();
    const site = { locales: settings.locales, snapshot, pages: pagesOf(audience) };
    const shells = await writePages(join(settings.home, "dashboards"), workshop.src, site);
    const names = { pages: site.pages.map(({ name }) => name), locales: settings.locales };
    const bundle = await bundleModules(settings.home, names);
    effects.signal.throwIfAborted();
    await buildSite(settings.home, workshop, effects.signal);
    const files = await finishSite(workshop.dist, folder, shells, bundle, join(dirname(workshop.folder), "packed"));
    effects.signal.throwIfAborted();
    const within = (path: string) => (audience.name === null ? path : `${audience.name}/${path}`);
    return {
      snapshot,
      overviewBytes: await measureOverview(folder, files, bundle),
      files: files.map((file) => ({ ...file, path: within(file.path) })),
    };
  });
}

async function exportFor(audience: Audience, settings: Settings, folder: string, effects: Effects): Promise<Snapshot> {
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" }] as const;
  return withConnection({ attach }, async (connection) => {
    await warnOfEmpty(connection, audience, effects);
    const all = Object.values(contracts);
    const shown = datasetsOf(audience, datasets);
    const snapshot = await readSnapshot(connection, settings, audience);
    await exportData(connection, folder, {
      audience,
      datasets: shown,
      contracts: all,
      models: isLimited(audience) ? await readModels(settings.home, shown) : new Map(),
      snapshot,
      glossary: listTerms(all, shown, settings.locales),
      checks: await readCheckQuestions(connection, settings.locales),
    });
    const changes = await readChanges(settings.paths.site, audience, folder);
    await writeJson(join(folder, "changes.json"), changes, new Date(snapshot.builtAt));
    return snapshot;
  });
}

async function measureOverview(folder: string, files: readonly ReleaseFile[], bundle: Bundle): Promise<number> {
  const html = await readFile(join(folder, "index.html"), "utf8");
  const script = files.find((file) => /^index\.[0-9a-f]{8}\.js$/.test(file.path) && html.includes(file.path));
  const code = script === undefined ? "" : await readFile(join(folder, script.path), "utf8");
  const pictures = JSON.stringify(`./${bundle.onDemand.get(plotModule) ?? ""}`);
  return measurePage("index.html", [html, code, pictures], files);
}

/** Everything the site is made from: the warehouse file, the pages, the code that publishes, the settings shown. */
async function readFingerprint(settings: Settings): Promise<string> {
  if (!existsSync(settings.paths.crm)) {
    throw new OperatorError("there is no warehouse to publish yet", {
      exitCode: exitCodes.storage,
      place: { file: settings.paths.crm },
      remedy: "Run `karavan build` first, or `karavan run` for the whole road.",
    });
  }
  const hash = createHash("sha256");
  const warehouse = await stat(settings.paths.crm, { bigint: true });
  hash.update(`${warehouse.ino} ${warehouse.size} ${warehouse.mtimeNs}`);
  const { home, file: _file, paths: _paths, schedule: _schedule, ...shown } = settings;
  hash.update(JSON.stringify(shown));
  const code = ["dashboards", "warehouse/publish"].map((folder) => listSources(join(home, folder)));
  for (const path of [...(await Promise.all(code)).flat(), join(home, "package-lock.json")])
    hash.update(path.slice(home.length)).update(await readFile(path));
  return hash.digest("hex");
}

function report(state: PublishReport["state"], release: Release, started: number): PublishReport {
  const { files } = release.manifest;
  return {
    state,
    release: release.id,
    path: release.path,
    pages: files.filter((file) => file.path.endsWith(".html") && !/(^|\/)404\.html$/.test(file.path)).length,
    audiences: Object.keys(release.manifest.audiences),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    overviewBytes: release.manifest.overview_bytes,
    milliseconds: Math.round(performance.now() - started),
  };
}
