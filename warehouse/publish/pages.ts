import { existsSync } from "node:fs";
import { cp, mkdir, open, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { directionOf, type Locale, languageTags } from "../../dashboards/i18n/locales.ts";
import { escapeHtml, renderFooter, renderHead, renderHeader, renderSkeleton } from "../../dashboards/shell.ts";
import { type PageName, pageHref, pagePath, pages, type SitePage } from "../../dashboards/site.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";

/** What pages are written for. */
interface Site {
  readonly locales: readonly Locale[];
  readonly snapshot: Snapshot;
  /** The pages there are, the overview first. */
  readonly pages: readonly SitePage[];
}

/** What stands around a page: put there after Framework has built it, which would take it apart four times (page-html.ts). */
export interface PageShell {
  /** The page and its language; the 404 page is none. */
  readonly page: PageName | undefined;
  readonly locale: Locale;
  readonly head: string;
  /** Its links begin at the root of the site. */
  readonly header: string;
  readonly footer: string;
}

/**
 * Copies what pages look like into a workshop and writes one thin page per locale and entry of the page list. Returns what
 * stands around each, by the path of its HTML.
 */
export async function writePages(dashboards: string, src: string, site: Site): Promise<ReadonlyMap<string, PageShell>> {
  await copyStyles(dashboards, src);
  const dataFiles = await readDataFiles(join(src, "data"));
  const shells = new Map<string, PageShell>();
  for (const locale of site.locales) {
    for (const page of site.pages) {
      const path = pagePath(page, locale, site.locales);
      const file = join(src, `${path}.md`);
      shells.set(`${path}.html`, renderShell(page, locale, site));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, renderPage(page, dataFiles, locale, site));
    }
  }
  await writeFile(join(src, "404.md"), renderNotFound(site));
  shells.set("404.html", renderShell(undefined, site.locales[0] ?? "en", site));
  return shells;
}

function renderShell(page: SitePage | undefined, locale: Locale, site: Site): PageShell {
  return {
    page: page?.name,
    locale,
    head: renderHead(page, locale, site),
    header: renderHeader(page, locale, site),
    footer: renderFooter(locale, site.snapshot),
  };
}

/** Lists the files whose change changes the site. What other publishes build beside them, in a hidden folder, is not looked at: it comes and goes. */
export async function listSources(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  const paths = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listSources(path) : [path];
  });
  return (await Promise.all(paths))
    .flat()
    .filter((path) => /\.(ts|css|svg)$/.test(path))
    .sort();
}

async function copyStyles(dashboards: string, src: string): Promise<void> {
  for (const path of await listSources(dashboards)) {
    if (path.endsWith(".ts")) continue;
    const target = join(src, relative(dashboards, path));
    await mkdir(dirname(target), { recursive: true });
    await cp(path, target);
  }
}

/** Rows of a file a page takes along at once. */
const mostRowsAtOnce = 5000;

/** A file of figures, and whether pages are drawn from it at once: longer lists are fetched when the reader comes to them. */
interface FigureFile {
  readonly name: string;
  readonly isShort: boolean;
}

async function readDataFiles(folder: string): Promise<readonly FigureFile[]> {
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const count = /^\{"count":(\d+)/.exec(await readStart(join(folder, file)))?.[1];
      return { name: file.slice(0, -".json".length), isShort: Number(count ?? 0) <= mostRowsAtOnce };
    }),
  );
}

/** Tables begin with the count of their rows. */
async function readStart(path: string): Promise<string> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(40), 0, 40, 0);
    return buffer.subarray(0, bytesRead).toString("utf8");
  } finally {
    await handle.close();
  }
}

function renderPage(page: SitePage, dataFiles: readonly FigureFile[], locale: Locale, site: Site): string {
  const words = dictionaries[locale];
  return `${frontMatter(words.pages[page.name].title, site)}
${renderSkeleton(words.pages[page.name].title, words)}

${listFiles(page, dataFiles).map(renderFile).join("\n")}
`;
}

/** A file a page may ask for. */
interface PageFile {
  readonly name: string;
  readonly isAtOnce: boolean;
}

function listFiles(page: SitePage, dataFiles: readonly FigureFile[]): readonly PageFile[] {
  const own = ["snapshot", ...page.datasets].flatMap((dataset): readonly PageFile[] => {
    const parts = dataFiles.filter(({ name }) => new RegExp(`^${dataset}-\\d+$`).test(name));
    if (parts.length > 0) return parts.map(({ name }) => ({ name, isAtOnce: false }));
    return [{ name: dataset, isAtOnce: dataFiles.find(({ name }) => name === dataset)?.isShort === true }];
  });
  if (!("hasAllTables" in page)) return own;
  return [...own, ...wholeTables(dataFiles).map((name) => ({ name, isAtOnce: false }))];
}

/** Framework puts the address a file has in the site; page-html.ts takes these marks off the page. */
function renderFile({ name, isAtOnce }: PageFile): string {
  return `<link rel="karavan-data" data-name="${name}"${isAtOnce ? " data-at-once" : ""} href="/data/${name}.json">`;
}

/** Names the data files that are tables, whole ones. */
function wholeTables(dataFiles: readonly FigureFile[]): readonly string[] {
  const others = new Set(["snapshot", "glossary", "checks", "changes", "tables"]);
  return dataFiles.flatMap(({ name }) => (others.has(name) || /-\d+$/.test(name) ? [] : [name]));
}

/** One page answers for every address, whatever language it was meant in: it speaks all of them. */
function renderNotFound(site: Site): string {
  const first = site.locales[0] ?? "en";
  const { title, text } = dictionaries[first].notFound;
  const others = site.locales.slice(1).map((locale) => renderNotFoundIn(locale, site.locales));
  return `${frontMatter(title, site)}
<div id="page"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
${others.join("\n")}
</div>
`;
}

function renderNotFoundIn(locale: Locale, locales: readonly Locale[]): string {
  const { title, text } = dictionaries[locale].notFound;
  const home = pageHref(pages[0], locale, locales);
  return `<section class="card" lang="${languageTags[locale]}" dir="${directionOf(locale)}"><h2><a href="${home}">${escapeHtml(title)}</a></h2><p class="note">${escapeHtml(text)}</p></section>`;
}

function frontMatter(title: string, site: Site): string {
  return `---
title: ${JSON.stringify(`${title} · ${site.snapshot.company}`)}
---`;
}
