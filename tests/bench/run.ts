import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { home } from "../../warehouse/settings.ts";
import { compare, type Run, runTask } from "./measure.ts";
import { writeNestedFiles } from "./nested-file.ts";
import { writeOrdersFile } from "./orders-file.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-bench-"));
const benches = { ingest: benchIngest, build: benchBuild, site: benchSite, start: benchStart, nested: benchNested };
const asked = process.argv.slice(2);

console.log(
  "Each figure is a median of whole tasks in processes of their own; ratios are taken pair by pair in one run.",
);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await bench();
}
rmSync(folder, { recursive: true, force: true });

/** 1M × 12 clean CSV down the contract path, against DuckDB's bare typed load of the same file. */
async function benchIngest(): Promise<void> {
  const file = join(folder, "orders-1m.csv");
  await writeOrdersFile(file, 1_000_000);
  const { a, b, ratio } = compare(
    () => runTask("ingest", file),
    () => runTask("bare-load", file, join(folder, "bare.duckdb")),
    3,
  );
  row("ingest 1M × 12 clean CSV", a);
  row("  bare create table as", b);
  console.log(
    `  ratio ${ratio.toFixed(2)} ×, peak memory ${(a.peakMegabytes - b.peakMegabytes).toFixed(0)} MB above bare`,
  );
}

/** All models at two sizes; the growth says whether anything is worse than linear. */
async function benchBuild(): Promise<void> {
  const small = runTask("build", "100000", "5000");
  const large = runTask("build", "1000000", "50000");
  row("build, 100 k orders", small);
  console.log(`  slowest: ${(small.result.slowest as string[]).join(", ")}`);
  row("build, 1 M orders", large);
  console.log(`  slowest: ${(large.result.slowest as string[]).join(", ")}`);
  console.log(`  10 times the orders take ${(large.seconds / small.seconds).toFixed(1)} times as long`);
}

/** Orders of 70 MB as CommerceML, and as one JSON document: from bytes to what DuckDB reads. */
async function benchNested(): Promise<void> {
  const [xml, json] = [join(folder, "orders.xml"), join(folder, "orders.json")];
  writeNestedFiles(xml, json, 70);
  row("reading 70 MB of CommerceML", runTask("nested", "xml", xml));
  row("reading 70 MB of JSON", runTask("nested", "json", json));
}

/** The site of the default demo. */
async function benchSite(): Promise<void> {
  const data = join(folder, "site");
  runTask("build", "60000", "3000", data);
  const run = runTask("site", data);
  row("site of the default demo", run);
  console.log(
    `  ${run.result.pages} pages, ${run.result.files} files; overview ${Math.round(Number(run.result.overviewBytes) / 1024)} kB on the wire`,
  );
}

/** `npm start` in a fresh clone, from nothing to a page that answers; then once more. */
async function benchStart(): Promise<void> {
  const clone = join(folder, "clone");
  spawnSync("git", ["clone", "--quiet", home, clone], { stdio: "inherit" });
  for (const what of ["first", "second"])
    console.log(`npm start, ${what} time: ${(await secondsToReady(clone)).toFixed(1)} s`);
}

function secondsToReady(clone: string): Promise<number> {
  const started = performance.now();
  const child = spawn("npm", ["start", "--", "--port", "0"], {
    cwd: clone,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.on("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${output.slice(-2000)}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      if (!output.includes("Karavan is ready")) return;
      const seconds = (performance.now() - started) / 1000;
      child.removeAllListeners("exit");
      child.on("exit", () => resolve(seconds));
      process.kill(-(child.pid ?? 0), "SIGTERM");
    });
  });
}

function row(name: string, run: Run): void {
  console.log(`${name}: ${run.seconds.toFixed(2)} s, peak ${run.peakMegabytes.toFixed(0)} MB`);
}
