import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { directionOf, type Locale } from "../../dashboards/i18n/locales.ts";
import { escapeHtml, renderFooter, renderHead, renderHeader, renderSkeleton } from "../../dashboards/shell.ts";
import { pagePath, pages, type SitePage } from "../../dashboards/site.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";

/** Copies the dashboards into a workshop and writes one thin page per locale and entry of the page list. */
export async function writePages(
  dashboards: string,
  src: string,
  site: { locales: readonly Locale[]; snapshot: Snapshot },
): Promise<void> {
  await copyModules(dashboards, src);
  const dataFiles = existsSync(join(src, "data")) ? await readdir(join(src, "data")) : [];
  for (const locale of site.locales) {
    for (const page of pages) {
      const file = join(src, `${pagePath(page, locale, site.locales)}.md`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, renderPage(page, dataFiles, locale, site));
    }
  }
  const locale = site.locales[0] ?? "en";
  await writeFile(join(src, "404.md"), renderNotFound(locale, site));
}

/** Lists the files whose change changes the site. */
export async function listSources(dashboards: string): Promise<readonly string[]> {
  const entries = await readdir(dashboards, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|css|svg)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(dashboards, path).split(sep)[0]?.startsWith("."))
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

function renderPage(
  page: SitePage,
  dataFiles: readonly string[],
  locale: Locale,
  site: { locales: readonly Locale[]; snapshot: Snapshot },
): string {
  const words = dictionaries[locale];
  const files = ["snapshot", ...page.datasets.flatMap((name) => partsOf(name, dataFiles))]
    .map((name) => `    ${JSON.stringify(name)}: FileAttachment("/data/${name}.json"),`)
    .join("\n");
  return `${frontMatter(words.pages[page.name].title, locale, renderHeader(page, locale, site), site)}
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

function renderNotFound(locale: Locale, site: { locales: readonly Locale[]; snapshot: Snapshot }): string {
  const words = dictionaries[locale];
  return `${frontMatter(words.notFound.title, locale, renderHeader(undefined, locale, site), site)}
<div id="page"><h1>${escapeHtml(words.notFound.title)}</h1><p>${escapeHtml(words.notFound.text)}</p></div>
`;
}

function frontMatter(title: string, locale: Locale, header: string, site: { snapshot: Snapshot }): string {
  const head = `<meta name="karavan-page" data-lang="${locale}" data-dir="${directionOf(locale)}">\n${renderHead(locale)}`;
  const footer = renderFooter(locale, site.snapshot);
  return `---
title: ${JSON.stringify(`${title} · ${site.snapshot.company}`)}
head: ${JSON.stringify(head)}
header: ${JSON.stringify(header)}
footer: ${JSON.stringify(footer)}
---`;
}
