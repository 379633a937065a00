import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Encoding, encodingSuffix, hashBytes, type ReleaseFile } from "./release.ts";

const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".txt", ".wasm"]);
const smallestCompressed = 512;

/** Files written side by side: compression is what takes the time, and it runs beside this thread. */
const writtenAtOnce = 4;

/**
 * Copies a built site into a release folder and makes it fit to serve: inline scripts become files, so that the content
 * security policy allows no inline script; `lang` and `dir` stand in the HTML; texts get compressed twins. Returns what
 * was written.
 */
export async function finishSite(dist: string, release: string): Promise<readonly ReleaseFile[]> {
  const written = new Map<string, ReleaseFile>();
  const begun = new Set<string>();
  const write = async (path: string, bytes: Buffer) => {
    if (begun.has(path)) return;
    begun.add(path);
    written.set(path, await writeReleaseFile(release, path, bytes));
  };
  const left = [...(await listFiles(dist))];
  const work = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const bytes = await readFile(join(dist, path));
      if (posix.extname(path) !== ".html") {
        await write(path, bytes);
        continue;
      }
      const page = finishPage(path, bytes.toString("utf8"));
      await write(path, Buffer.from(page.html));
      for (const script of page.scripts) await write(script.path, Buffer.from(script.text));
    }
  };
  await Promise.all(Array.from({ length: writtenAtOnce }, work));
  return [...written.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** A page whose scripts stand in files of their own. */
export interface FinishedPage {
  readonly html: string;
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Moves every inline script of a page into a file named by its hash, and mends what Framework writes. A module imports
 * from where its page is and stands beside it; the script all pages share is one file.
 */
export function finishPage(path: string, html: string): FinishedPage {
  const scripts: { path: string; text: string }[] = [];
  const base = posix.basename(path, ".html");
  const root = "../".repeat(path.split("/").length - 1) || "./";
  const moved = html.replace(/<script([^>]*)>([\s\S]*?)<\/script>/g, (whole, attributes: string, text: string) => {
    if (/\bsrc=/.test(attributes)) return whole;
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    const isModule = /\btype="module"/.test(attributes);
    const name = isModule ? `${base}.${hash}.js` : `_import/page.${hash}.js`;
    scripts.push({ path: isModule ? posix.join(posix.dirname(path), name) : name, text });
    return `<script${attributes} src="${isModule ? "./" : root}${name}"></script>`;
  });
  return { html: paintFirst(mendHtml(moved)), scripts };
}

/** What the first paint waits for, the script of the theme, goes before the modules, and these do not crowd it out. */
function paintFirst(html: string): string {
  const theme = /<script src="[^"]*_import\/page\.[0-9a-f]{8}\.js"><\/script>\n?/.exec(html)?.[0];
  if (theme === undefined || !html.includes('<link rel="modulepreload"')) return html;
  return html
    .replace(theme, "")
    .replace('<link rel="modulepreload"', () => `${theme.trimEnd()}\n<link rel="modulepreload"`)
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"');
}

/** Sums what a browser fetches for a page: HTML, styles, modules, data, each as compressed as it can be. */
export function measurePage(path: string, html: string, files: readonly ReleaseFile[], script: string): number {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const references = [html, script].flatMap((text) => [...text.matchAll(/["'](\.{1,2}\/[^"'?#]+)["']/g)]);
  const fetched = new Set(references.map((match) => posix.join(posix.dirname(path), match[1] ?? "")));
  return [path, ...fetched].reduce((sum, name) => sum + wireBytes(byPath.get(name)), 0);
}

function wireBytes(file: ReleaseFile | undefined): number {
  return file === undefined ? 0 : Math.min(file.bytes, ...Object.values(file.encodings));
}

/** The page tells its language, its direction and its twins in markers of its own head (pages.ts, shell.ts). */
function mendHtml(html: string): string {
  const marker = /<meta name="karavan-page" data-lang="([A-Za-z-]+)" data-dir="(ltr|rtl)">\n?/.exec(html);
  const root = marker === null ? "<html>" : `<html lang="${marker[1]}" dir="${marker[2]}">`;
  return html
    .replace(marker?.[0] ?? "", "")
    .replace("<html>", root)
    .replace(
      /<meta name="karavan-twin" data-lang="([A-Za-z-]+)" data-href="([^"]*)">/g,
      '<link rel="alternate" hreflang="$1" href="$2">',
    )
    .replace("initial-scale=1, maximum-scale=1", "initial-scale=1")
    .replace(/<meta name="generator"[^>]*>\n?/, "");
}

async function writeReleaseFile(release: string, path: string, bytes: Buffer): Promise<ReleaseFile> {
  const target = join(release, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  const sizes: Partial<Record<Encoding, number>> = {};
  if (compressible.has(posix.extname(path)) && bytes.length >= smallestCompressed) {
    for (const [encoding, packed] of await compress(bytes)) {
      await writeFile(`${target}${encodingSuffix[encoding]}`, packed);
      sizes[encoding] = packed.length;
    }
  }
  return { path, bytes: bytes.length, sha256: hashBytes(bytes), encodings: sizes };
}

async function compress(bytes: Buffer): Promise<readonly (readonly [Encoding, Buffer])[]> {
  const isLarge = bytes.length > 500_000;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: isLarge ? 5 : 10 } };
  return [
    ["br", await promisify(brotliCompress)(bytes, quality)],
    ["gzip", await promisify(gzip)(bytes, { level: isLarge ? 6 : 9 })],
  ];
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
