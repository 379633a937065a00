import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { messageOf } from "../errors.ts";
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
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Keeps the current release in memory and follows `site/current` when it is switched.
 *
 * Requests are answered from the list of files, never from a path joined to a folder. Assets named by their hash stay
 * available while their release is kept, and at least one switch long, so that a page opened before a switch still gets
 * its own files. A release
 * whose bytes are not those of its manifest is told to `warn` once and not served: the one before stays.
 *
 * With an audience, only its folder of a release is known here, and only releases made under the rights it has in the
 * current one: what was taken away is gone at once. Without, nothing is served of a site that is made for audiences.
 */
export function openCatalogue(
  site: string,
  warn: (message: string) => void,
  audience?: string,
): { current(): Promise<Catalogue | undefined> } {
  const known = new Map<string, Assets | undefined>();
  let pointed: string | undefined;
  let catalogue: Catalogue | undefined;
  let loading: Promise<void> | undefined;

  const load = async (): Promise<void> => {
    const id = await findCurrentId(site);
    if (id === undefined || id === pointed) return;
    const all = await listReleases(site);
    const rights = readRights(all.find((release) => release.id === id) ?? catalogue?.release ?? all[0], audience);
    const releases = all.filter((release) => rights !== undefined && readRights(release, audience) === rights);
    if (catalogue !== undefined && readRights(catalogue.release, audience) !== rights) catalogue = undefined;
    for (const release of releases)
      if (!known.has(release.id)) known.set(release.id, await readWhole(release, known, warn, audience));
    const kept = new Set([...releases.map((release) => release.id), catalogue?.release.id]);
    for (const each of [...known.keys()]) if (!kept.has(each)) known.delete(each);
    pointed = id;
    const wanted = releases.find((release) => release.id === id && known.get(id) !== undefined);
    const release = wanted ?? (catalogue === undefined ? releases.find((each) => known.get(each.id)) : undefined);
    if (release !== undefined) catalogue = makeCatalogue(release, known);
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

/** Says under which rights a release was made for an audience, or for everyone; undefined: it was not made for them. */
function readRights(release: Release | undefined, audience: string | undefined): string | undefined {
  if (release === undefined) return undefined;
  const { audiences } = release.manifest;
  if (audience !== undefined) return audiences[audience];
  return Object.keys(audiences).length === 0 ? "everyone" : undefined;
}

type Assets = ReadonlyMap<string, Asset>;

function makeCatalogue(release: Release, known: ReadonlyMap<string, Assets | undefined>): Catalogue {
  const own = known.get(release.id);
  const others = [...known].filter(([id]) => id !== release.id).map(([, assets]) => assets);
  return { release, find: (path) => own?.get(path) ?? findImmutable(others, path) };
}

async function readWhole(
  release: Release,
  known: ReadonlyMap<string, Assets | undefined>,
  warn: (message: string) => void,
  audience: string | undefined,
): Promise<Assets | undefined> {
  return readRelease(release, [...known.values()], audience).catch((error: unknown) => {
    warn(`release ${release.id} is damaged and not served: ${messageOf(error)}`);
    return undefined;
  });
}

function findImmutable(others: readonly (Assets | undefined)[], path: string): Asset | undefined {
  return others.map((assets) => assets?.get(path)).find((asset) => asset?.isImmutable === true);
}

/** Reads all files of a release, those named by their content once for all releases. Throws when one is not what was published. */
async function readRelease(
  release: Release,
  others: readonly (Assets | undefined)[],
  audience: string | undefined,
): Promise<Assets> {
  const assets = new Map<string, Asset>();
  const root = audience === undefined ? "" : `${audience}/`;
  for (const file of release.manifest.files) {
    if (!file.path.startsWith(root)) continue;
    const path = file.path.slice(root.length);
    const held = findImmutable(others, path);
    const isSame = held?.etag === tagOf(file);
    assets.set(path, isSame ? held : { ...(await readAsset(release.path, file)), path });
  }
  return assets;
}

async function readAsset(folder: string, file: ReleaseFile): Promise<Asset> {
  const body = await readFile(join(folder, file.path));
  if (hashBytes(body) !== file.sha256) throw new Error(`${join(folder, file.path)} is not what was published`);
  const bodies = new Map<Encoding | "identity", Buffer>([["identity", body]]);
  for (const encoding of Object.keys(file.encodings) as Encoding[])
    bodies.set(encoding, await readFile(join(folder, `${file.path}${encodingSuffix[encoding]}`)));
  return {
    path: file.path,
    etag: tagOf(file),
    contentType: contentTypes[posix.extname(file.path)] ?? "application/octet-stream",
    isImmutable: isHashed(file.path),
    bodies,
  };
}

function tagOf(file: ReleaseFile): string {
  return `"${file.sha256.slice(0, 32)}"`;
}

/** Framework and publish put eight digits of the content before the extension: hexadecimal ones, the bundler's of base 32. */
function isHashed(path: string): boolean {
  return /\.([0-9a-f]{8}|[0-9A-Z]{8})\.(\w+|js\.map)$/.test(path);
}
