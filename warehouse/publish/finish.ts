import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Bundle } from "./bundle.ts";
import { packOnce } from "./packed.ts";
import { finishPage } from "./page-html.ts";
import type { PageShell } from "./pages.ts";
import { type Encoding, encodingSuffix, hashBytes, type ReleaseFile } from "./release.ts";

const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".txt", ".wasm"]);
const smallestCompressed = 512;

/** Files written side by side: compression is what takes the time, and it runs beside this thread. */
const writtenAtOnce = 4;

/** Framework's own code: pages run ours. */
const frameworkFolder = "_observablehq/";

/**
 * Copies a built site and its code into a release folder and makes it fit to serve: inline scripts become files, so that
 * the content security policy allows no inline script; `lang` and `dir` stand in the HTML; texts get compressed twins.
 * Large files of packages are packed once for all publishes, in `packed`. Returns what was written.
 */
export async function finishSite(
  dist: string,
  release: string,
  shells: ReadonlyMap<string, PageShell>,
  bundle: Bundle,
  packed: string,
): Promise<readonly ReleaseFile[]> {
  const written = new Map<string, ReleaseFile>();
  const begun = new Set<string>();
  const write = async (path: string, bytes: Uint8Array, pack: Pack = (_, packs) => packs()) => {
    if (begun.has(path)) return;
    begun.add(path);
    written.set(path, await writeReleaseFile(release, path, bytes, pack));
  };
  const finish = async (path: string) => {
    const bytes = await readFile(join(dist, path));
    const shell = shells.get(path);
    if (shell === undefined) return write(path, bytes);
    const page = finishPage(path, bytes.toString("utf8"), shell, bundle);
    await write(path, Buffer.from(page.html));
    for (const script of page.scripts) await write(script.path, Buffer.from(script.text));
  };
  const built = (await listFiles(dist)).filter((path) => !path.startsWith(frameworkFolder));
  const left = [
    ...bundle.files.map(
      ({ path, bytes }) =>
        () =>
          write(path, bytes, (how, packs) => (isLarge(bytes) ? packOnce(packed, bytes, how, packs) : packs())),
    ),
    ...built.map((path) => () => finish(path)),
  ];
  const work = async () => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) await job();
  };
  await Promise.all(Array.from({ length: writtenAtOnce }, work));
  return [...written.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Packs a file, or finds it packed. */
type Pack = (how: string, pack: () => Promise<Buffer>) => Promise<Buffer>;

async function writeReleaseFile(release: string, path: string, bytes: Uint8Array, pack: Pack): Promise<ReleaseFile> {
  const target = join(release, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  const sizes: Partial<Record<Encoding, number>> = {};
  if (compressible.has(posix.extname(path)) && bytes.length >= smallestCompressed) {
    for (const [encoding, packed] of await compress(bytes, pack)) {
      await writeFile(`${target}${encodingSuffix[encoding]}`, packed);
      sizes[encoding] = packed.length;
    }
  }
  return { path, bytes: bytes.length, sha256: hashBytes(bytes), encodings: sizes };
}

async function compress(bytes: Uint8Array, pack: Pack): Promise<readonly (readonly [Encoding, Buffer])[]> {
  const [brotliQuality, gzipLevel] = isLarge(bytes) ? [7, 6] : [10, 9];
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } };
  return [
    ["br", await pack(`br${brotliQuality}`, () => promisify(brotliCompress)(bytes, brotli))],
    ["gzip", await pack(`gzip${gzipLevel}`, () => promisify(gzip)(bytes, { level: gzipLevel }))],
  ];
}

function isLarge(bytes: Uint8Array): boolean {
  return bytes.length > 500_000;
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}
