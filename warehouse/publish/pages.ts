import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { directionOf, type Locale, languageTags } from "../../dashboards/i18n/locales.ts";
import { escapeHtml, renderFooter, renderHead, renderHeader, renderSkeleton } from "../../dashboards/shell.ts";
import { pageHref, pagePath, pages, type SitePage } from "../../dashboards/site.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";

/** What pages are written for. */
interface Site {
  readonly locales: readonly Locale[];
  readonly snapshot: Snapshot;
  /** The pages there are, the overview first. */
  readonly pages: readonly SitePage[];
}

/** Copies the dashboards into a workshop and writes one thin page per locale and entry of the page list. */
export async function writePages(dashboards: string, src: string, site: Site): Promise<void> {
  await copyModules(dashboards, src);
  const dataFiles = existsSync(join(src, "data")) ? await readdir(join(src, "data")) : [];
  for (const locale of site.locales) {
    for (const page of site.pages) {
      const file = join(src, `${pagePath(page, locale, site.locales)}.md`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, renderPage(page, dataFiles, locale, site));
    }
  }
  await writeFile(join(src, "404.md"), renderNotFound(site));
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

/** Framework knows imports of `.js` only, and finds the `.ts` behind them. */
async function copyModules(dashboards: string, src: string): Promise<void> {
  for (const path of await listSources(dashboards)) {
    const target = join(src, relative(dashboards, path));
    await mkdir(dirname(target), { recursive: true });
    if (!path.endsWith(".ts")) await cp(path, target);
    else await writeFile(target, toFrameworkImports(await readFile(path, "utf8")));
  }
}

function toFrameworkImports(code: string): string {
  return code.replace(/(\bfrom "\.{1,2}\/[^"]+)\.ts"/g, '$1.js"');
}

function renderPage(page: SitePage, dataFiles: readonly string[], locale: Locale, site: Site): string {
  const words = dictionaries[locale];
  const names = "hasAllTables" in page ? [...page.datasets, ...wholeTables(dataFiles)] : page.datasets;
  const files = ["snapshot", ...names.flatMap((name) => partsOf(name, dataFiles))]
    .map((name) => `    ${JSON.stringify(name)}: FileAttachment("/data/${name}.json"),`)
    .join("\n");
  return `${frontMatter(words.pages[page.name].title, page, locale, site)}
${renderSkeleton(words.pages[page.name].title, words)}

\`\`\`js
import {render} from "/pages/${page.name}.js";
import {start} from "/components/start.js";
import {${locale} as words} from "/i18n/${locale}.js";

start({
  locale: ${JSON.stringify(locale)},
  words,
  page: ${JSON.stringify(page.name)},
  files: {
${files}
  },
}, render);
\`\`\`
`;
}

/** A dataset is one file, or as many as it was cut into. */
function partsOf(dataset: string, dataFiles: readonly string[]): readonly string[] {
  const parts = dataFiles.filter((file) => new RegExp(`^${dataset}-\\d+\\.json$`).test(file));
  return parts.length === 0 ? [dataset] : parts.sort().map((file) => file.slice(0, -".json".length));
}

/** Names the data files that are tables, whole ones. */
function wholeTables(dataFiles: readonly string[]): readonly string[] {
  const others = new Set(["snapshot", "glossary", "checks", "tables"]);
  return dataFiles
    .filter((file) => !/-\d+\.json$/.test(file))
    .map((file) => file.slice(0, -".json".length))
    .filter((name) => !others.has(name))
    .sort();
}

/** One page answers for every address, whatever language it was meant in: it speaks all of them. */
function renderNotFound(site: Site): string {
  const first = site.locales[0] ?? "en";
  const { title, text } = dictionaries[first].notFound;
  const others = site.locales.slice(1).map((locale) => renderNotFoundIn(locale, site.locales));
  return `${frontMatter(title, undefined, first, site)}
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

function frontMatter(title: string, page: SitePage | undefined, locale: Locale, site: Site): string {
  const head = `<meta name="karavan-page" data-lang="${languageTags[locale]}" data-dir="${directionOf(locale)}">\n${renderHead(page, locale, site)}`;
  const footer = renderFooter(locale, site.snapshot);
  return `---
title: ${JSON.stringify(`${title} · ${site.snapshot.company}`)}
head: ${JSON.stringify(head)}
header: ${JSON.stringify(renderHeader(page, locale, site))}
footer: ${JSON.stringify(footer)}
---`;
}
