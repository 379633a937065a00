import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { home } from "../../warehouse/settings.ts";
import { compare, type Run, runTask, runTasks } from "./measure.ts";
import { writeNestedFiles } from "./nested-file.ts";
import { writeOrdersBook, writeOrdersFile } from "./orders-file.ts";
import type { Cost } from "./pages.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-bench-"));
const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  ingest: benchIngest,
  xlsx: benchXlsx,
  build: benchBuild,
  site: benchSite,
  start: benchStart,
  nested: benchNested,
};
const onDemand: typeof benches = { large: benchLarge, pages: benchPages };
/** What an orders file is like, and how its source calls its encoding. */
const kinds = [
  { name: "clean", encoding: "utf-8", options: {} },
  { name: "0.6 % damaged", encoding: "utf-8", options: { isDamaged: true } },
  { name: "windows-1251", encoding: "windows-1251", options: { encoding: "windows-1251" } },
] as const;
const asked = process.argv.slice(2);

console.log(`Load of this machine: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores.`);
console.log(
  "Each figure is a median of whole tasks in processes of their own; ratios are taken pair by pair in one run.",
);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await bench();
}
for (const [name, bench] of Object.entries(onDemand)) if (asked.includes(name)) await bench();
rmSync(folder, { recursive: true, force: true });

/** 1M × 12 CSV down the contract path, against DuckDB's bare typed load of the same rows, clean and in UTF-8. */
async function benchIngest(): Promise<void> {
  await compareWithBare(1_000_000, 3);
  await benchGrowth(1_000_000);
}

/** The same at ten times the size, which takes minutes: whether memory stays flat. Only where it is asked for. */
async function benchLarge(): Promise<void> {
  await compareWithBare(10_000_000, 1);
  await benchGrowth(10_000_000);
}

async function compareWithBare(rows: number, pairs: number): Promise<void> {
  const clean = ordersPath(rows, "clean");
  await writeOrdersFile(clean, rows);
  for (const { name, encoding, options } of kinds) {
    const file = ordersPath(rows, name);
    await writeOrdersFile(file, rows, options);
    const { a, b, ratio, cpuRatio } = compare(
      () => runTask("ingest", encoding, file),
      () => runTask("bare-load", clean, join(folder, "bare.duckdb")),
      pairs,
    );
    row(`ingest ${rows / 1e6}M × 12 CSV, ${name} (${a.result.rejected} rows set aside)`, a);
    row("  bare create table as", b);
    const above = (a.peakMegabytes - b.peakMegabytes).toFixed(0);
    console.log(`  ratio ${ratio.toFixed(2)} ×, by CPU ${cpuRatio.toFixed(2)} ×, peak memory ${above} MB above bare`);
    if (file !== clean) rmSync(file);
  }
}

/** A file with 1 % new rows, into a table that holds the rest. */
async function benchGrowth(rows: number): Promise<void> {
  const more = join(folder, `orders-${rows / 1e6}m-more.csv`);
  await writeOrdersFile(more, rows / 100, { from: rows });
  const [all, added] = runTasks("ingest", "utf-8", ordersPath(rows, "clean"), more);
  if (all === undefined || added === undefined) throw new Error("two loads were asked for");
  row(`adding 1 % new rows to ${rows / 1e6}M`, added);
  console.log(`  ${((100 * added.seconds) / all.seconds).toFixed(1)} % of the seconds of the first load`);
}

function ordersPath(rows: number, kind: string): string {
  return join(folder, `orders-${rows / 1e6}m-${kind.replace(/[^a-z0-9-]+/g, "")}.csv`);
}

/** 100 k × 12 as a workbook, down the same path. */
function benchXlsx(): void {
  const file = join(folder, "orders.xlsx");
  writeOrdersBook(file, 100_000);
  row("ingest 100 k × 12 XLSX", runTask("ingest", "utf-8", file));
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

/** What pages of a large company cost their readers: bytes, the first figure, the slowest filter. */
async function benchPages(): Promise<void> {
  const data = join(folder, "pages");
  runTask("build", "1000000", "50000", data);
  runTask("site", data);
  for (const { path, kilobytes, firstMilliseconds, filterMilliseconds } of runTask("pages", data).result
    .costs as Cost[])
    console.log(
      `  ${path}: ${kilobytes.toFixed(0)} kB before its lists, first figure ${firstMilliseconds.toFixed(0)} ms, filter ${filterMilliseconds.toFixed(0)} ms of CPU at most`,
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
  console.log(
    `${name}: ${run.seconds.toFixed(2)} s (${run.cpuSeconds.toFixed(2)} CPU), peak ${run.peakMegabytes.toFixed(0)} MB`,
  );
}
