import { join } from "node:path";
import { type BuildOptions, type BuildResult, build, type Metafile, type Plugin } from "esbuild";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import type { PageName } from "../../dashboards/site.ts";
import { exitCodes, messageOf, OperatorError } from "../errors.ts";
import { takeAssets } from "./assets.ts";

/** A file of the site that is named by its content. */
export interface CodeFile {
  /** Within the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The code of a site. */
export interface Bundle {
  readonly files: readonly CodeFile[];
  /** What each page runs: its own module first, then what that imports at once. */
  readonly pages: ReadonlyMap<PageName, readonly string[]>;
  /** The texts of each language. */
  readonly words: ReadonlyMap<Locale, string>;
  /** What is fetched when it is first needed, by the module or package that is asked for. */
  readonly onDemand: ReadonlyMap<string, string>;
}

/** What pictures are drawn with: every page that has some fetches it, once its figures stand. */
export const plotModule = "charts/plot.ts";

/** Where the code stands in a site. */
const codeFolder = "_import";

/**
 * Bundles the modules of pages straight from their sources: a file per page, one for what several pages share, one per
 * language, one for each library that is fetched on demand. Pages of all languages share all but the words. Nothing is
 * written.
 * @throws OperatorError exit 3 with the place in the sources.
 */
export async function bundleModules(
  home: string,
  site: { readonly pages: readonly PageName[]; readonly locales: readonly Locale[] },
): Promise<Bundle> {
  const dashboards = join(home, "dashboards");
  const graph = await readGraph(dashboards, site.pages);
  const [words, libraries] = await Promise.all([
    run(dashboards, { entryPoints: site.locales.map((locale) => ({ in: `words:${locale}`, out: locale })) }),
    run(dashboards, { entryPoints: graph.onDemand.map((name) => ({ in: `library:${name}`, out: nameOf(name) })) }, [
      packInPage(),
    ]),
  ]);
  const onDemand = new Map(graph.onDemand.map((name) => [name, findOutput(libraries, `library:${name}`)]));
  const assets = new Map<string, Uint8Array>();
  const pages = await run(dashboards, { entryPoints: pageEntries(site.pages), splitting: true }, [
    writeShared(dashboards, graph.shared),
    leaveOut(onDemand),
    takeAssets(dashboards, assets),
  ]);
  return {
    files: [
      ...[words, libraries, pages].flatMap((made) => listFiles(made, dashboards)),
      ...[...assets].map(([path, bytes]) => ({ path: `${codeFolder}/${path}`, bytes })),
    ],
    pages: new Map(site.pages.map((name) => [name, importsOf(findOutput(pages, `page:${name}`), pages)])),
    words: new Map(site.locales.map((locale) => [locale, findOutput(words, `words:${locale}`)])),
    onDemand,
  };
}

function pageEntries(pages: readonly PageName[]) {
  return pages.map((name) => ({ in: `page:${name}`, out: name }));
}

interface Graph {
  /** Modules of ours that two pages or more use: one file of all of them is fetched once and kept for every page. */
  readonly shared: readonly string[];
  /** Modules of ours, and packages, that are imported when they are first needed. */
  readonly onDemand: readonly string[];
}

async function readGraph(dashboards: string, pages: readonly PageName[]): Promise<Graph> {
  const options = { packages: "external", splitting: true, sourcemap: false } as const;
  const { metafile } = await run(dashboards, { entryPoints: pageEntries(pages), ...options }, [
    writeShared(dashboards, []),
  ]);
  const times = new Map<string, number>();
  for (const name of pages)
    for (const module of reachFrom(`entry:page:${name}`, metafile)) times.set(module, (times.get(module) ?? 0) + 1);
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return {
    shared: [...times].flatMap(([module, count]) => (count > 1 && module.endsWith(".ts") ? [module] : [])).sort(),
    onDemand: [...new Set(imports.flatMap(({ kind, path }) => (kind === "dynamic-import" ? [path] : [])))].sort(),
  };
}

function reachFrom(module: string, metafile: Metafile, seen = new Set<string>()): ReadonlySet<string> {
  seen.add(module);
  for (const { path, kind, external } of metafile.inputs[module]?.imports ?? [])
    if (kind === "import-statement" && external !== true && !seen.has(path)) reachFrom(path, metafile, seen);
  return seen;
}

/** `charts/plot.ts` is called plot, and `write-excel-file/browser` write-excel-file. */
function nameOf(onDemand: string): string {
  return /([\w-]+)\.ts$/.exec(onDemand)?.[1] ?? onDemand.replace(/^@/, "").split("/")[0] ?? onDemand;
}

/** Entries have no file of their own: a page that starts itself, the words of a language, a library. */
function writeEntries(dashboards: string): Plugin {
  const texts = {
    page: (name: string) =>
      `import "shared:all";\nexport { start } from "./components/start.ts";\nexport { render } from "./pages/${name}.ts";`,
    words: (locale: string) => `export { ${locale} as words } from "./i18n/${locale}.ts";`,
    library: (name: string) => {
      const from = JSON.stringify(name.endsWith(".ts") ? `./${name}` : name);
      return name.endsWith(".ts")
        ? `export * from ${from};`
        : `export * from ${from};\nexport { default } from ${from};`;
    },
  };
  return {
    name: "entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(page|words|library):/ }, ({ path }) => ({ path, namespace: "entry" }));
      onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => {
        const [, kind, name = ""] = /^(page|words|library):(.*)$/.exec(path) ?? [];
        return { contents: texts[kind as keyof typeof texts](name), resolveDir: dashboards, loader: "js" };
      });
    },
  };
}

/** Every page imports all that pages share: so it becomes one file, instead of one per set of pages that share something. */
function writeShared(dashboards: string, shared: readonly string[]): Plugin {
  const contents = shared.map((module) => `import "./${module}";`).join("\n");
  return {
    name: "shared",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^shared:all$/ }, ({ path }) => ({ path, namespace: "shared" }));
      onLoad({ filter: /.*/, namespace: "shared" }, () => ({ contents, resolveDir: dashboards, loader: "js" }));
    },
  };
}

/** What is fetched on demand stands in files of its own, beside. */
function leaveOut(onDemand: ReadonlyMap<string, string>): Plugin {
  return {
    name: "on-demand",
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind !== "dynamic-import") return undefined;
        const found = [...onDemand].find(([name]) => name === path || path.endsWith(`/${name}`));
        return found && { path: `./${found[1].slice(codeFolder.length + 1)}`, external: true };
      });
    },
  };
}

/**
 * Workbooks are packed in the page: their library would hand sheets of more than 160 kB to a worker made from a blob, which
 * the policy forbids, and wait for it for ever.
 */
function packInPage(): Plugin {
  return {
    name: "pack-in-page",
    setup({ onLoad }) {
      onLoad({ filter: /write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/ }, () => ({
        contents: 'import pack from "./zipToArrayBufferSync.js";\nexport default async (files) => pack(files);',
        loader: "js",
      }));
    },
  };
}

type Wanted = BuildOptions & { metafile: true; write: false };
type Made = BuildResult<Wanted>;

async function run(dashboards: string, options: BuildOptions, plugins: readonly Plugin[] = []): Promise<Made> {
  const all: Wanted = {
    absWorkingDir: dashboards,
    outdir: codeFolder,
    entryNames: "[name].[hash]",
    chunkNames: "shared.[hash]",
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minify: true,
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "silent",
    plugins: [writeEntries(dashboards), ...plugins],
    ...options,
    metafile: true,
    write: false,
  };
  return build(all).catch((error: unknown) => {
    throw new OperatorError(`the pages could not be built; the site stays as it was\n${messageOf(error)}`, {
      exitCode: exitCodes.checkFailed,
      place: { file: "dashboards" },
      remedy: "Mend the page named above and publish again.",
    });
  });
}

function listFiles({ outputFiles }: Made, dashboards: string): readonly CodeFile[] {
  return outputFiles.map(({ path, contents }) => ({
    path: path.slice(dashboards.length + 1).replaceAll("\\", "/"),
    bytes: contents,
  }));
}

function findOutput({ metafile }: Made, entry: string): string {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === `entry:${entry}`);
  if (found === undefined) throw new Error(`the bundle has no ${entry}`);
  return found[0];
}

/** Lists a file and all it imports at once. */
function importsOf(path: string, made: Made, seen = new Set<string>()): readonly string[] {
  seen.add(path);
  for (const imported of made.metafile.outputs[path]?.imports ?? [])
    if (imported.kind === "import-statement" && !seen.has(imported.path)) importsOf(imported.path, made, seen);
  return [...seen];
}
