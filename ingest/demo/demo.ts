import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Effects } from "../../warehouse/effects.ts";
import { exitCodes, OperatorError } from "../../warehouse/errors.ts";
import { generate } from "./generate.ts";
import type { Encoding } from "./tables.ts";

/** Sources of the demo company: folders of the inbox. */
export const demoSources = ["erp", "shop", "crm", "callcentre", "mailing"] as const;

/** What demo company to make, and where. */
export interface DemoOptions {
  readonly seed: number;
  /** Clients of the ERP and people of the web shop together; 100 or more. */
  readonly clients: number;
  /** About so many orders in 24 months. */
  readonly orders: number;
  /** The inbox. The truth goes into the folder `demo` beside it. */
  readonly folder: string;
  /** What the CSV files of the ERP are written in; default windows-1251. */
  readonly encoding?: Encoding;
}

/** What was made, or found as made before. */
export interface DemoReport {
  readonly state: "made" | "unchanged";
  /** Another demo stood here: what was loaded from it is no part of this one, and a warehouse of it must be made anew. */
  readonly hasReplaced: boolean;
  /** The truth file. */
  readonly truth: string;
  readonly files: number;
  readonly bytes: number;
  readonly orders: number;
  readonly milliseconds: number;
}

const markerSchema = z.strictObject({
  demo: z.strictObject({
    seed: z.number(),
    clients: z.number(),
    orders: z.number(),
    encoding: z.string(),
    generator: z.string(),
  }),
  state: z.enum(["moving", "made"]),
  made: z.number(),
  files: z.record(z.string(), z.number()),
});
type Marker = z.infer<typeof markerSchema>;

/**
 * Makes the demo company: a wholesale company from 2024-11-01 to 2026-10-31 in five systems, and the truth about it.
 *
 * The same options give the same bytes. Where they are there already, nothing is done. Files are made aside and moved in
 * folder by folder, so a kill leaves no half file; the next call puts it right.
 * @throws OperatorError exit 2 when the inbox holds files under the demo's names that the demo did not make.
 */
export async function generateDemo(options: DemoOptions, effects: Effects): Promise<DemoReport> {
  const started = effects.now().getTime();
  const home = join(dirname(options.folder), "demo");
  const truth = join(home, "truth.json");
  const marker = readMarker(home);
  const wanted = describeDemo(options);
  if (marker !== undefined && isThere(marker, wanted, options.folder) && existsSync(truth)) {
    return {
      state: "unchanged",
      hasReplaced: false,
      truth,
      ...measure(marker),
      milliseconds: effects.now().getTime() - started,
    };
  }
  refuseForeignFiles(options.folder, marker);
  const hasReplaced = marker !== undefined && JSON.stringify(marker.demo) !== JSON.stringify(wanted);
  const fresh = join(home, "fresh");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const facts = await generate(fresh, options, options.encoding ?? "windows-1251", effects.signal);
  const made: Marker = { demo: wanted, state: "moving", made: facts.orders.toJSON().all ?? 0, files: sizesOf(fresh) };
  writeMarker(home, { ...made, files: { ...marker?.files, ...made.files } });
  moveIn(fresh, options.folder);
  writeAtomically(truth, `${JSON.stringify({ demo: wanted, as_of: "2026-10-31", ...facts }, undefined, 2)}\n`);
  writeMarker(home, { ...made, state: "made" });
  rmSync(fresh, { recursive: true, force: true });
  return { state: "made", hasReplaced, truth, ...measure(made), milliseconds: effects.now().getTime() - started };
}

/** Says what a demo is made from: two demos with equal descriptions have equal bytes. */
function describeDemo(options: Omit<DemoOptions, "folder">) {
  const { seed, clients, orders, encoding = "windows-1251" } = options;
  return { seed, clients, orders, encoding, generator: hashGenerator() };
}

/** Hash of the generator's own text, so that a change of it makes a new demo. */
function hashGenerator(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (name.endsWith(".ts")) hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

function readMarker(home: string): Marker | undefined {
  const file = join(home, "marker.json");
  if (!existsSync(file)) return undefined;
  const parsed = markerSchema.safeParse(parseJson(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeMarker(home: string, marker: Marker): void {
  writeAtomically(join(home, "marker.json"), JSON.stringify(marker));
}

function writeAtomically(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function isThere(marker: Marker, wanted: Marker["demo"], folder: string): boolean {
  if (marker.state !== "made" || JSON.stringify(marker.demo) !== JSON.stringify(wanted)) return false;
  return Object.entries(marker.files).every(([name, size]) => sizeOf(join(folder, name)) === size);
}

function sizeOf(file: string): number | undefined {
  return existsSync(file) ? statSync(file).size : undefined;
}

function sizesOf(folder: string): Record<string, number> {
  const names = demoSources.flatMap((source) =>
    readdirSync(join(folder, source))
      .sort()
      .map((name) => `${source}/${name}`),
  );
  return Object.fromEntries(names.map((name) => [name, statSync(join(folder, name)).size]));
}

/** What a demo made is known by name from its marker; anything else is somebody's data and stays. */
function refuseForeignFiles(folder: string, marker: Marker | undefined): void {
  for (const source of demoSources) {
    const place = join(folder, source);
    const names = existsSync(place) ? readdirSync(place) : [];
    const foreign = names.find((name) => marker?.files[`${source}/${name}`] === undefined);
    if (foreign === undefined) continue;
    throw new OperatorError("the demo company would replace a file it did not make", {
      exitCode: exitCodes.usage,
      place: { file: join(place, foreign) },
      remedy: "Move the file away, or remove `demo` from karavan.yaml: your own data needs no demo.",
    });
  }
}

function moveIn(fresh: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of demoSources) {
    rmSync(join(folder, source), { recursive: true, force: true });
    renameSync(join(fresh, source), join(folder, source));
  }
}

function measure(marker: Marker): { files: number; bytes: number; orders: number } {
  const sizes = Object.values(marker.files);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), orders: marker.made };
}
