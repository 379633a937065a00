import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "../../dashboards/site.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { OperatorError } from "../../warehouse/errors.ts";
import { printPages } from "../../warehouse/print/print.ts";
import { type PublishReport, publish, rollback } from "../../warehouse/publish/publish.ts";
import { findCurrent, hashBytes, listReleases } from "../../warehouse/publish/release.ts";
import type { Settings } from "../../warehouse/settings.ts";
import { asOf, makeSettings, quietEffects, writeWarehouse } from "./warehouse.ts";

/** A pid no process has: the kernel's largest is below it. */
const deadPid = 4_194_999;

let settings: Settings;
let remove: () => Promise<void>;
let first: PublishReport;

beforeAll(async () => {
  ({ settings, remove } = await makeSettings());
  await writeWarehouse(settings);
  first = await publish(settings, {}, quietEffects());
});

afterAll(async () => remove());

/** A checkout of its own, whose pages a test may break; packages come from the real one. */
async function copyHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "karavan-home-"));
  await cp(join(settings.home, "dashboards"), join(home, "dashboards"), {
    recursive: true,
    filter: (path) => !path.includes(".build"),
  });
  await cp(join(settings.home, "warehouse", "publish"), join(home, "warehouse", "publish"), { recursive: true });
  await cp(join(settings.home, "package-lock.json"), join(home, "package-lock.json"));
  await symlink(join(settings.home, "node_modules"), join(home, "node_modules"));
  return home;
}

async function listLeft(home: string): Promise<readonly string[]> {
  const folders = [join(settings.paths.site, "releases"), join(home, "dashboards", ".build")];
  const names = (await Promise.all(folders.map((folder) => readdir(folder)))).flat();
  return names.filter((name) => name.startsWith(".partial") || name.startsWith(`site-${process.pid}`));
}

describe("publish(settings, options, effects)", () => {
  it("writes a release whose files are those of its manifest, for every language", async () => {
    expect(first.state).toBe("published");
    expect(first.pages).toBe(pages.length * settings.locales.length);
    const release = await findCurrent(settings.paths.site);
    expect(release?.id).toBe(first.release);
    for (const file of release?.manifest.files ?? [])
      expect(hashBytes(await readFile(join(first.path, file.path))), file.path).toBe(file.sha256);
    expect(release?.manifest.files.map((file) => file.path)).toEqual(
      expect.arrayContaining(["index.html", "ru/index.html", "glossary.html", "404.html"]),
    );
  });

  it("leaves no inline script, handler or foreign address in any page", async () => {
    const pages = (await findCurrent(settings.paths.site))?.manifest.files.filter((file) =>
      file.path.endsWith(".html"),
    );
    for (const { path } of pages ?? []) {
      const html = await readFile(join(first.path, path), "utf8");
      expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>/), path).toBeNull();
      expect(html.match(/\son[a-z]+=/), path).toBeNull();
      expect(html.replaceAll("http://www.w3.org/2000/svg", "").match(/https?:\/\//), path).toBeNull();
      expect(html).toMatch(/<html lang="(en|ru)" dir="ltr">/);
    }
  });

  it("publishes no telephone number and no e-mail address", async () => {
    for (const file of (await findCurrent(settings.paths.site))?.manifest.files ?? []) {
      const text = await readFile(join(first.path, file.path), "utf8");
      expect(text.includes("secret@example.org") || text.includes("+7 900 0000000"), file.path).toBe(false);
    }
  });

  it("does nothing when nothing changed", async () => {
    const second = await publish(settings, {}, quietEffects());
    expect(second.state).toBe("unchanged");
    expect(second.release).toBe(first.release);
  });

  it("gives equal pages for an equal warehouse, forced, and keeps the releases it should", async () => {
    const before = await findCurrent(settings.paths.site);
    await mkdir(join(settings.paths.site, "releases", `.partial-${deadPid}-x`), { recursive: true });
    await mkdir(join(settings.home, "dashboards", ".build", `site-${deadPid}-x`), { recursive: true });
    const again = await publish(
      { ...settings, site: { ...settings.site, keep_releases: 1 } },
      { force: true },
      quietEffects(),
    );
    const after = await findCurrent(settings.paths.site);
    expect(again.release).not.toBe(first.release);
    expect(after?.manifest.files).toEqual(before?.manifest.files);
    expect(await listReleases(settings.paths.site)).toHaveLength(1);
    expect(await readdir(join(settings.paths.site, "releases"))).toEqual([again.release]);
    expect(await readdir(join(settings.home, "dashboards", ".build"))).not.toContain(`site-${deadPid}-x`);
  });

  it("leaves the old site when a page does not build, and says which", async () => {
    const before = await findCurrent(settings.paths.site);
    const home = await copyHome();
    await writeFile(join(home, "dashboards", "pages", "overview.ts"), "export const render = ;\n");
    const failed = await publish({ ...settings, home }, {}, quietEffects()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(OperatorError);
    expect(failed instanceof OperatorError && [failed.exitCode, failed.message]).toEqual([
      3,
      expect.stringContaining("overview"),
    ]);
    expect((await findCurrent(settings.paths.site))?.id).toBe(before?.id);
    expect(await listLeft(home)).toEqual([]);
    await rm(home, { recursive: true, force: true });
  });

  it("leaves the old site when it is stopped, and nothing behind", async () => {
    const before = await findCurrent(settings.paths.site);
    const stop = new AbortController();
    const publishing = publish(settings, { force: true }, quietEffects(stop.signal));
    setTimeout(() => stop.abort(), 1500);
    await expect(publishing).rejects.toThrow();
    expect((await findCurrent(settings.paths.site))?.id).toBe(before?.id);
    expect(await listLeft(settings.home)).toEqual([]);
  });

  it("leaves the old site when a relation is missing from the warehouse", async () => {
    const before = await findCurrent(settings.paths.site);
    const attach = [{ path: settings.paths.crm, as: "crm", mode: "write" }] as const;
    await withConnection({ attach }, (connection) => connection.run("drop table metrics.rfm"));
    await expect(publish(settings, {}, quietEffects())).rejects.toThrow("rfm");
    expect((await findCurrent(settings.paths.site))?.id).toBe(before?.id);
    await writeWarehouse(settings);
  });

  it("asks for a build when there is no warehouse", async () => {
    const empty = await makeSettings();
    await expect(publish(empty.settings, {}, quietEffects())).rejects.toMatchObject({ exitCode: 6 });
    await empty.remove();
  });

  it("needs no network: builds in an empty network namespace with no cache", async (test) => {
    if (process.platform !== "linux" || spawnSync("unshare", ["-rn", "true"]).status !== 0) {
      console.log("skipped: this system gives no network namespace to publish in (unshare -rn)");
      return test.skip();
    }
    const home = await copyHome();
    const script = join(import.meta.dirname, "publish-offline.ts");
    const environment = { ...process.env, KARAVAN_DATA: settings.paths.data, KARAVAN_TEST_HOME: home };
    const ended = spawnSync("unshare", ["-rn", process.execPath, "--import", "tsx", script], {
      env: environment,
      encoding: "utf8",
    });
    expect(ended.stderr).not.toContain("Error");
    expect(ended.stdout).toContain("published");
    await rm(home, { recursive: true, force: true });
  });
});

describe("rollback(settings, options)", () => {
  it("points the site at the release before, and says so when there is none", async () => {
    const site = await makeSettings();
    await expect(rollback(site.settings, {})).rejects.toMatchObject({ exitCode: 2 });
    await site.remove();
  });
});

describe("printPages(settings, requests, effects)", () => {
  it("prints the overview on one sheet of A4, drawn, under a name of page, language and day", async () => {
    const [printed] = await printPages(settings, [{ page: "overview", locale: "ru" }], quietEffects());
    expect(printed?.file).toBe(join(settings.paths.site, "pdf", `overview-ru-${asOf}.pdf`));
    const text = (await readFile(printed?.file ?? "")).toString("latin1");
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  });

  it("refuses a page or a language the site does not have, and says which there are", async () => {
    const page = await printPages(settings, [{ page: "nothing" }], quietEffects()).catch((error: unknown) => error);
    expect(page).toMatchObject({ exitCode: 2, remedy: expect.stringContaining("overview, sales") });
    const language = printPages(settings, [{ page: "overview", locale: "fa" }], quietEffects());
    await expect(language).rejects.toMatchObject({ exitCode: 2, remedy: "Languages: en, ru." });
  });

  it("says that a browser does not start, and leaves no file", async () => {
    const file = join(settings.paths.data, "none.pdf");
    const chromium = process.env.KARAVAN_CHROMIUM;
    process.env.KARAVAN_CHROMIUM = process.execPath;
    const failed = await printPages(settings, [{ page: "overview", file }], quietEffects()).catch((error) => error);
    if (chromium === undefined) delete process.env.KARAVAN_CHROMIUM;
    else process.env.KARAVAN_CHROMIUM = chromium;
    expect(failed).toMatchObject({ exitCode: 6, message: expect.stringContaining("did not start") });
    expect(existsSync(file)).toBe(false);
  });
});
