import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Plugin } from "esbuild";
import { hashBytes } from "./release.ts";

const asked = /\bimport\.meta\.resolve\("([^"]+)"\)/g;

/**
 * Takes along whole files of packages whose address a module asks for (`import.meta.resolve`), each under the scope of
 * its package and a name of its content, beside the code. Their paths within the code's folder and their bytes are put
 * into `assets`.
 */
export function takeAssets(dashboards: string, assets: Map<string, Uint8Array>): Plugin {
  const packages = createRequire(join(dashboards, "site.ts"));
  const take = async (specifier: string): Promise<string> => {
    const file = packages.resolve(specifier);
    const bytes = await readFile(file);
    const scope = specifier.split("/")[0] ?? "";
    const path = `${scope}/${basename(file).replace(/(\.\w+)$/, `.${hashBytes(bytes).slice(0, 8)}$1`)}`;
    assets.set(path, bytes);
    return `new URL("./${path}", import.meta.url).href`;
  };
  return {
    name: "assets",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]explorer[\\/][\w-]+\.ts$/ }, async ({ path }) => {
        const code = await readFile(path, "utf8");
        const addresses = new Map<string, string>();
        for (const [, specifier = ""] of code.matchAll(asked)) addresses.set(specifier, await take(specifier));
        return { contents: code.replace(asked, (_, name: string) => addresses.get(name) ?? ""), loader: "ts" };
      });
    },
  };
}
