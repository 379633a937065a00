import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import {
  type Encoding,
  encodingSuffix,
  findCurrentId,
  hashBytes,
  listReleases,
  type Release,
  type ReleaseFile,
} from "../publish/release.ts";

/** A file of a release in memory, with its compressed twins. */
export interface Asset {
  readonly path: string;
  readonly etag: string;
  readonly contentType: string;
  /** Named by its content: may be kept for ever. */
  readonly isImmutable: boolean;
  readonly bodies: ReadonlyMap<Encoding | "identity", Buffer>;
}

/** What can be served now: the pages of one release, and the hashed assets of the recent ones. */
export interface Catalogue {
  readonly release: Release;
  readonly find: (path: string) => Asset | undefined;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Keeps the current release in memory and follows `site/current` when it is switched.
 *
 * Requests are answered from the list of files, never from a path joined to a folder. Assets named by their hash stay
 * available while their release is kept, so that a page opened before a switch still gets its own files.
 */
export function openCatalogue(site: string): { current(): Promise<Catalogue | undefined> } {
  const loaded = new Map<string, ReadonlyMap<string, Asset>>();
  let catalogue: Catalogue | undefined;
  let loading: Promise<void> | undefined;

  const load = async (): Promise<void> => {
    const id = await findCurrentId(site);
    if (id === undefined || id === catalogue?.release.id) return;
    const releases = await listReleases(site);
    const release = releases.find((each) => each.id === id);
    if (release === undefined) return;
    for (const each of releases)
      if (!loaded.has(each.id)) loaded.set(each.id, await readRelease(each, each.id === id).catch(() => new Map()));
    for (const known of [...loaded.keys()]) if (!releases.some((each) => each.id === known)) loaded.delete(known);
    const own = await readRelease(release, true);
    loaded.set(id, own);
    const others = releases.filter((each) => each.id !== id).map((each) => loaded.get(each.id));
    catalogue = { release, find: (path) => own.get(path) ?? findImmutable(others, path) };
  };

  return {
    async current() {
      loading ??= load().finally(() => {
        loading = undefined;
      });
      await loading;
      return catalogue;
    },
  };
}

function findImmutable(others: readonly (ReadonlyMap<string, Asset> | undefined)[], path: string): Asset | undefined {
  return others.map((assets) => assets?.get(path)).find((asset) => asset?.isImmutable === true);
}

/** Reads a release; with `all` false only what is named by its content. Damaged bytes make the release unreadable. */
async function readRelease(release: Release, all: boolean): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const file of release.manifest.files) {
    const isImmutable = isHashed(file.path);
    if (all || isImmutable) assets.set(file.path, await readAsset(release.path, file, isImmutable));
  }
  return assets;
}

async function readAsset(folder: string, file: ReleaseFile, isImmutable: boolean): Promise<Asset> {
  const body = await readFile(join(folder, file.path));
  if (hashBytes(body) !== file.sha256) throw new Error(`${join(folder, file.path)} is not what was published`);
  const bodies = new Map<Encoding | "identity", Buffer>([["identity", body]]);
  for (const encoding of Object.keys(file.encodings) as Encoding[])
    bodies.set(encoding, await readFile(join(folder, `${file.path}${encodingSuffix[encoding]}`)));
  return {
    path: file.path,
    etag: `"${file.sha256.slice(0, 32)}"`,
    contentType: contentTypes[posix.extname(file.path)] ?? "application/octet-stream",
    isImmutable,
    bodies,
  };
}

/** Framework and publish put eight hexadecimal digits of the content before the extension. */
function isHashed(path: string): boolean {
  return /\.[0-9a-f]{8}\.\w+$/.test(path);
}
