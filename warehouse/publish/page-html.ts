import { createHash } from "node:crypto";
import { posix } from "node:path";
import { directionOf, type Locale, languageTags } from "../../dashboards/i18n/locales.ts";
import type { PageName } from "../../dashboards/site.ts";
import type { Bundle } from "./bundle.ts";
import type { PageShell } from "./pages.ts";
import type { ReleaseFile } from "./release.ts";

/** A page whose scripts stand in files of their own. */
export interface FinishedPage {
  readonly html: string;
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Makes a page Framework built fit to serve: it gets its language, its head, header and footer; its modules are those of
 * the bundle, in place of Framework's; every inline script moves into a file named by its hash, beside the page if it is a
 * module; what the page runs and is drawn from is asked for with its first bytes.
 */
export function finishPage(
  path: string,
  html: string,
  shell: PageShell,
  bundle: Pick<Bundle, "pages" | "words">,
): FinishedPage {
  const root = "../".repeat(path.split("/").length - 1) || "./";
  const { rest, files } = takeFiles(dropFramework(html));
  const framed = addShell(rest, shell, root);
  const start = shell.page === undefined ? undefined : planStart(shell.page, shell.locale, root, files, bundle);
  const withModules = start === undefined ? framed : addStart(framed, start, files);
  const scripts: { path: string; text: string }[] = [];
  const moved = withModules.replace(inlineScript, (whole, attributes: string, text: string) => {
    if (/\bsrc=/.test(attributes)) return whole;
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
    const isModule = /\btype="module"/.test(attributes);
    const name = isModule ? `${posix.basename(path, ".html")}.${hash}.js` : `_import/page.${hash}.js`;
    scripts.push({ path: isModule ? posix.join(posix.dirname(path), name) : name, text });
    return `<script${attributes} src="${isModule ? "./" : root}${name}"></script>`;
  });
  return { html: paintFirst(moved), scripts };
}

const inlineScript = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/** Puts what stands around a page where Framework would have put it; links are made relative, as all of a site are. */
function addShell(html: string, { locale, head, header, footer }: PageShell, root: string): string {
  const atTop = '<div id="observablehq-center">';
  const links = header.replaceAll(/\bhref="\//g, `href="${root}`);
  return html
    .replace("<html>", `<html lang="${languageTags[locale]}" dir="${directionOf(locale)}">`)
    .replace("</head>", () => `${head}\n</head>`)
    .replace(atTop, () => `${atTop}\n<header id="observablehq-header">\n${links}\n</header>`)
    .replace("</main>", () => `</main>\n<footer id="observablehq-footer">\n<div>${footer}</div>\n</footer>`)
    .replace("initial-scale=1, maximum-scale=1", "initial-scale=1")
    .replace(/<meta name="generator"[^>]*>\n?/, "");
}

/** Framework's own client draws nothing here. */
function dropFramework(html: string): string {
  return html
    .replace(/\n?<link rel="modulepreload" [^>]*>/g, "")
    .replace(inlineScript, (whole, _, text: string) => (text.includes("/_observablehq/client.") ? "" : whole));
}

/** A file a page may ask for, by the address Framework gave it. */
interface PageFile {
  readonly name: string;
  readonly address: string;
  readonly isAtOnce: boolean;
}

const fileMark = /<link rel="karavan-data" data-name="([\w-]+)"( data-at-once="")? href="([^"]+)">\n?/g;

function takeFiles(html: string): { readonly rest: string; readonly files: readonly PageFile[] } {
  const files = [...html.matchAll(fileMark)].map(([, name = "", isAtOnce, address = ""]) => ({
    name,
    address,
    isAtOnce: isAtOnce !== undefined,
  }));
  return { rest: html.replace(fileMark, ""), files };
}

interface Start {
  readonly script: string;
  readonly modules: readonly string[];
}

/** Writes the module that starts a page, with the addresses of its files and its words. */
function planStart(
  page: PageName,
  locale: Locale,
  root: string,
  files: readonly PageFile[],
  { pages, words }: Pick<Bundle, "pages" | "words">,
): Start {
  const wordsPath = words.get(locale);
  const [own, ...shared] = pages.get(page) ?? [];
  if (own === undefined || wordsPath === undefined) throw new Error(`the bundle lacks ${page} or ${locale}`);
  const addresses = Object.fromEntries(files.map(({ name, address, isAtOnce }) => [name, { address, isAtOnce }]));
  const at = (path: string) => `${root}${path}`;
  return {
    modules: [own, ...shared, wordsPath].map(at),
    script: `import { render, start } from ${JSON.stringify(at(own))};
import { words } from ${JSON.stringify(at(wordsPath))};

start(${JSON.stringify({ locale, page, files: addresses })}, words, render);
`,
  };
}

/** What the page needs to show its figures is asked for at once; whatever comes later does not stand in its way. */
function addStart(html: string, { script, modules }: Start, files: readonly PageFile[]): string {
  const needed = files.filter(({ isAtOnce }) => isAtOnce);
  const links = [
    ...modules.map((address) => `<link rel="modulepreload" href="${address}">`),
    ...needed.map(({ address }) => `<link rel="preload" as="fetch" crossorigin href="${address}">`),
  ];
  return html.replace("</head>", () => `${links.join("\n")}\n<script type="module">${script}</script>\n</head>`);
}

/** What the first paint waits for, the script of the theme, goes before all that the page is drawn from. */
function paintFirst(html: string): string {
  const theme = /<script src="[^"]*_import\/page\.[0-9a-f]{8}\.js"><\/script>\n?/.exec(html)?.[0];
  if (theme === undefined) return html;
  return html.replace(theme, "").replace('<link rel="modulepreload"', (link) => `${theme.trimEnd()}\n${link}`);
}

/** Sums what a browser fetches for a page: it, and all that texts of it name, each as compressed as it can be. */
export function measurePage(path: string, texts: readonly string[], files: readonly ReleaseFile[]): number {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const references = texts.flatMap((text) => [...text.matchAll(/["'](\.{1,2}\/[^"'?#]+)["']/g)]);
  const fetched = new Set(references.map((match) => posix.join(posix.dirname(path), match[1] ?? "")));
  return [path, ...fetched].reduce((sum, name) => sum + wireBytes(byPath.get(name)), 0);
}

function wireBytes(file: ReleaseFile | undefined): number {
  return file === undefined ? 0 : Math.min(file.bytes, ...Object.values(file.encodings));
}
