import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes, OperatorError } from "../errors.ts";
import { isAlive, runNode } from "./process.ts";

/**
 * Versions that Framework's client asks the npm registry for; an empty folder per name answers instead, so that a
 * build needs no network (dashboards.md §1.1). None of them is shipped with the site.
 */
const seededPackages = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
] as const;

const frameworkConfig = `export default {
  root: "src",
  output: "dist",
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  footer: "",
};
`;

/** A folder Framework builds in: sources go to `src`, the site comes out in `dist`. */
export interface Workshop {
  readonly folder: string;
  readonly src: string;
  readonly dist: string;
}

/**
 * Makes a folder of its own inside the checkout (packages resolve upwards from it), runs the job and removes it.
 * Folders whose publish was killed are swept first.
 */
export async function withWorkshop<T>(home: string, job: (workshop: Workshop) => Promise<T>): Promise<T> {
  const root = join(home, "dashboards", ".build");
  await sweepWorkshops(root);
  const folder = join(root, `site-${process.pid}-${randomBytes(4).toString("hex")}`);
  const workshop = { folder, src: join(folder, "src"), dist: join(folder, "dist") };
  try {
    await mkdir(workshop.src, { recursive: true });
    return await job(workshop);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Builds the sources of a workshop with Framework, in a child process, with no network.
 * @throws OperatorError exit 3 with the last lines Framework wrote.
 */
export async function buildSite(home: string, workshop: Workshop, signal: AbortSignal): Promise<void> {
  const cache = join(workshop.src, ".observablehq", "cache");
  for (const name of seededPackages) await mkdir(join(cache, "_npm", `${name}@0.0.0`), { recursive: true });
  await writeFile(join(workshop.folder, "observablehq.config.js"), frameworkConfig);
  const binary = join(home, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
  const environment = { OBSERVABLE_TELEMETRY_DISABLE: "1", NO_COLOR: "1", TZ: "UTC" };
  const ending = await runNode([binary, "build"], { cwd: workshop.folder, environment, signal });
  signal.throwIfAborted();
  if (ending.code !== 0) throw explainBuild(ending.output);
}

function explainBuild(output: string): OperatorError {
  const lines = output.trim().split("\n").slice(-12).join("\n");
  return new OperatorError(`the pages could not be built; the site stays as it was\n${lines}`, {
    exitCode: exitCodes.checkFailed,
    place: { file: "dashboards" },
    remedy: "Mend the page named above and publish again.",
  });
}

async function sweepWorkshops(root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root)) {
    const pid = /^site-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(root, name), { recursive: true, force: true });
  }
}
