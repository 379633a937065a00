import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { exitCodes, OperatorError } from "../errors.ts";
import { isAlive } from "./process.ts";

const encodings = ["br", "gzip"] as const;

const fileSchema = z.object({
  /** Path within the release, with `/`, never starting with one. */
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Compressed twins beside the file, by content encoding: their size. */
  encodings: z.partialRecord(z.enum(encodings), z.int()),
});

const manifestSchema = z.object({
  number: z.int(),
  run_id: z.string(),
  as_of_date: z.string(),
  published_at: z.string(),
  fingerprint: z.string(),
  overview_bytes: z.int(),
  /** Audiences with a folder of their own, with a mark of the rights it was made under; none: one site at the root. */
  audiences: z.record(z.string(), z.string()).default({}),
  files: z.array(fileSchema),
});

/** What a release holds: written last, so a folder with a manifest is whole. */
export type Manifest = z.infer<typeof manifestSchema>;
export type ReleaseFile = z.infer<typeof fileSchema>;
export type Encoding = (typeof encodings)[number];

/** A published site on disk. */
export interface Release {
  readonly id: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/** The suffix of a compressed twin. */
export const encodingSuffix: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

/** Names the folder a release is written to before it counts: the owner's pid lets a later run sweep it. */
export function planPartial(site: string): string {
  return join(site, "releases", `.partial-${process.pid}-${randomBytes(6).toString("hex")}`);
}

/**
 * Makes a written folder a release and points `current` at it: manifest, sync, rename, switch by rename.
 * A kill at any moment leaves the old `current` or the new one.
 */
export async function activateRelease(
  site: string,
  partial: string,
  manifest: Omit<z.input<typeof manifestSchema>, "number">,
): Promise<Release> {
  const releases = await listReleases(site);
  const number = 1 + Math.max(0, ...releases.map((release) => release.manifest.number));
  const complete: Manifest = { number, ...manifest, audiences: manifest.audiences ?? {} };
  await writeSynced(join(partial, "manifest.json"), `${JSON.stringify(complete, null, 1)}\n`);
  await syncTree(partial);
  const id = `${String(number).padStart(6, "0")}-${randomBytes(4).toString("hex")}`;
  const path = join(site, "releases", id);
  await rename(partial, path);
  await syncFolder(dirname(path));
  await pointCurrent(site, id);
  return { id, path, manifest: complete };
}

/** Reads the release `current` points at; undefined before the first publish or when it is damaged. */
export async function findCurrent(site: string): Promise<Release | undefined> {
  const id = await findCurrentId(site);
  return id === undefined ? undefined : findRelease(site, id);
}

/** Reads where `current` points, without reading the release. */
export async function findCurrentId(site: string): Promise<string | undefined> {
  return readlink(join(site, "current")).then(basename, () => undefined);
}

/** Lists whole releases, newest first. */
export async function listReleases(site: string): Promise<readonly Release[]> {
  const folder = join(site, "releases");
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const found = await Promise.all(names.map((name) => findRelease(site, name)));
  return found
    .filter((release) => release !== undefined)
    .sort((left, right) => right.manifest.number - left.manifest.number);
}

/**
 * Points the site at an older release: the one before the current, or the one named.
 * @throws OperatorError exit 2 when there is none, or when it was made for other audiences than those given.
 */
export async function switchBack(site: string, to?: string, audiences: Manifest["audiences"] = {}): Promise<Release> {
  const releases = await listReleases(site);
  const current = await findCurrentId(site);
  const position = releases.findIndex((release) => release.id === current);
  const target = to === undefined ? releases[position + 1] : releases.find((release) => release.id === to);
  if (target === undefined) {
    throw new OperatorError(to === undefined ? "there is no older release" : `there is no release ${to}`, {
      exitCode: exitCodes.usage,
      place: { file: join(site, "releases") },
      remedy:
        releases.length === 0
          ? "Publish first."
          : `Releases kept, newest first: ${releases.map((release) => release.id).join(", ")}.`,
    });
  }
  requireSameRights(target, audiences);
  await pointCurrent(site, target.id);
  return target;
}

/** An old release shows what its audiences were allowed then: going back must not give back what was taken away since. */
function requireSameRights({ id, path, manifest }: Release, audiences: Manifest["audiences"]): void {
  const write = (rights: Manifest["audiences"]) => JSON.stringify(Object.entries(rights).sort());
  if (write(manifest.audiences) === write(audiences)) return;
  throw new OperatorError(
    `release ${id} was made for other audiences, or other rights of theirs, than the settings name`,
    {
      exitCode: exitCodes.usage,
      place: { file: path },
      remedy: "Publish anew, or bring `audiences` of the settings back to what they were first.",
    },
  );
}

/** Removes what killed publishes left, and releases beyond the number kept; the current one always stays. */
export async function sweepReleases(site: string, keep: number): Promise<void> {
  const folder = join(site, "releases");
  await mkdir(folder, { recursive: true });
  const current = await findCurrentId(site);
  const releases = await listReleases(site);
  const kept = new Set([current, ...releases.slice(0, keep).map((release) => release.id)]);
  for (const name of await readdir(folder)) {
    const isDeadPartial = name.startsWith(".partial-") && !isAlive(Number(name.split("-")[1]));
    if (isDeadPartial || (!name.startsWith(".") && !kept.has(name)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const name of await readdir(site))
    if (name.startsWith(".current-") && !isAlive(Number(name.split("-")[1]))) await rm(join(site, name));
}

/** Hashes bytes as the manifest does. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function findRelease(site: string, id: string): Promise<Release | undefined> {
  const path = join(site, "releases", id);
  const text = await readFile(join(path, "manifest.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const manifest = manifestSchema.safeParse(parseJson(text));
  return manifest.success ? { id, path, manifest: manifest.data } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function pointCurrent(site: string, id: string): Promise<void> {
  const next = join(site, `.current-${process.pid}-${randomBytes(4).toString("hex")}`);
  await symlink(join("releases", id), next);
  await rename(next, join(site, "current"));
  await syncFolder(site);
}

async function writeSynced(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flush: true });
}

/** Syncs every file and folder of a tree: a power cut after the switch must not leave empty files. */
async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncPath(path);
  }
  await syncFolder(folder);
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform !== "win32") await syncPath(path);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
