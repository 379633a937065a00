import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../ingest/source.ts";
import { makeInbox } from "./inbox.ts";

const folder = resolve(import.meta.dirname, "../../ingest/profiles");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => basename(name, ".yaml"));
const sampleOf = (name: string) => join(folder, "samples", name);
const sampled = names.filter((name) => existsSync(sampleOf(name)));

/** Reads the tables a sample is expected to become, by relation. */
function readExpected(name: string): readonly (readonly [relation: string, rows: readonly (readonly string[])[]])[] {
  const expected = join(sampleOf(name), "expected");
  return readdirSync(expected).map((file) => {
    const text = readFileSync(join(expected, file), "utf8").trim();
    return [basename(file, ".csv"), Papa.parse<string[]>(text, { newline: "\n" }).data] as const;
  });
}

describe("profiles of sources, on their samples", () => {
  it.each(names)("%s says how its layout was learned, and what is not verified", (name) => {
    const text = readFileSync(join(folder, `${name}.yaml`), "utf8");
    expect(parseSource(text, `${name}.yaml`).feeds.length).toBeGreaterThan(0);
    expect(text).toMatch(/# How the layout was learned: /);
    expect(text).toMatch(/Not verified on files/);
  });

  it("are all tested: with a sample here, or in a test of their own", () => {
    const tests = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.ts"));
    const texts = tests.map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
    const untested = names.filter(
      (name) => !sampled.includes(name) && !texts.some((text) => text.includes(`profiles/${name}.yaml`)),
    );
    expect(untested).toEqual([]);
  });

  it.each(sampled)("%s: every row of its sample is read as expected", async (name) => {
    const inbox = makeInbox(readFileSync(join(folder, `${name}.yaml`), "utf8"));
    const given = join(sampleOf(name), "given");
    for (const file of readdirSync(given)) inbox.put(file, readFileSync(join(given, file)));
    const { files, unmatched } = await inbox.ingest();
    expect(unmatched).toEqual([]);
    expect(files.map(({ error }) => error).filter((error) => error !== undefined)).toEqual([]);
    expect(await inbox.rows("select message from meta.rejects")).toEqual([]);
    for (const [relation, [header = [], ...rows]] of readExpected(name)) {
      const found = await inbox.rows(
        `select ${header.join(", ")} from ${relation} where _closed_at is null order by 1, 2`,
      );
      const shown = found.map((row) => row.map((value) => String(value ?? "")));
      expect([relation, ...shown]).toEqual([relation, ...rows]);
    }
  });
});
