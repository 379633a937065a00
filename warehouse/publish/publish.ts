import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Snapshot } from "../../dashboards/snapshot.ts";
import { contracts } from "../../transforms/contracts.ts";
import { withConnection } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, OperatorError } from "../errors.ts";
import type { Settings } from "../settings.ts";
import { readCheckQuestions } from "./checks.ts";
import { exportData, readSnapshot } from "./export.ts";
import { finishSite, measurePage } from "./finish.ts";
import { buildSite, withWorkshop } from "./framework.ts";
import { listTerms } from "./glossary.ts";
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
  readonly pages: number;
  readonly files: number;
  /** Uncompressed size of the site. */
  readonly bytes: number;
  /** What a browser fetches for the overview, compressed. */
  readonly overviewBytes: number;
  readonly milliseconds: number;
}

/**
 * Publishes the warehouse as a static site: exports page data, builds the pages without network into a new release
 * and switches `site/current` to it by rename. The old site stays when anything fails. A warehouse, pages and settings
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
 * @throws OperatorError exit 2 when there is no such release.
 */
export async function rollback(settings: Settings, options: { to?: string }): Promise<Release> {
  return switchBack(settings.paths.site, options.to);
}

async function buildRelease(settings: Settings, fingerprint: string, effects: Effects): Promise<Release> {
  const { site } = settings.paths;
  const partial = planPartial(site);
  try {
    return await withWorkshop(settings.home, async (workshop) => {
      const snapshot = await exportFrom(settings, join(workshop.src, "data"));
      effects.signal.throwIfAborted();
      await writePages(join(settings.home, "dashboards"), workshop.src, { locales: settings.locales, snapshot });
      await buildSite(settings.home, workshop, effects.signal);
      const files = await finishSite(workshop.dist, partial);
      effects.signal.throwIfAborted();
      return activateRelease(site, partial, {
        run_id: snapshot.runId,
        as_of_date: snapshot.asOfDate,
        published_at: effects.now().toISOString(),
        fingerprint,
        overview_bytes: await measureOverview(partial, files),
        files: [...files],
      });
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function exportFrom(settings: Settings, folder: string): Promise<Snapshot> {
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" }] as const;
  return withConnection({ attach }, async (connection) => {
    const snapshot = await readSnapshot(connection, settings);
    const all = Object.values(contracts);
    await exportData(connection, folder, {
      datasets,
      contracts: all,
      snapshot,
      glossary: listTerms(all, datasets, settings.locales),
      checks: await readCheckQuestions(connection, settings.locales),
    });
    return snapshot;
  });
}

async function measureOverview(partial: string, files: readonly ReleaseFile[]): Promise<number> {
  const html = await readFile(join(partial, "index.html"), "utf8");
  const script = files.find((file) => /^index\.[0-9a-f]{8}\.js$/.test(file.path) && html.includes(file.path));
  const code = script === undefined ? "" : await readFile(join(partial, script.path), "utf8");
  return measurePage("index.html", html, files, code);
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
    pages: files.filter((file) => file.path.endsWith(".html") && file.path !== "404.html").length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    overviewBytes: release.manifest.overview_bytes,
    milliseconds: Math.round(performance.now() - started),
  };
}
