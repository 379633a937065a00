import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestBlind } from "./blind.ts";
import { ingestPollock } from "./pollock.ts";
import { ingestSurvey } from "./survey.ts";

const folder = process.env.POLLOCK;
const stride = Number(process.env.STRIDE ?? 1);
if (folder === undefined) console.warn("POLLOCK names no folder of the benchmark: its files are not read");

describe("karavan ingest, of polluted files", () => {
  it.skipIf(folder === undefined)("takes up no row of the Pollock benchmark with values in wrong columns", async () => {
    const counts = await ingestPollock(join(folder ?? "", "polluted_files"), stride);
    console.log(JSON.stringify([...counts], null, 1));
    const wrong = [...counts.values()].reduce((sum, one) => sum + one.wrongSilent + one.wrongFlagged, 0);
    expect(counts.size).toBeGreaterThan(20);
    expect(wrong).toBe(0);
  });

  it.skipIf(folder === undefined)("takes up no wrong row as sniff proposes, unless it asks", async () => {
    const files = await ingestBlind(join(folder ?? "", "polluted_files"), stride, process.env.SCORED);
    for (const file of files.filter(({ rows, clean, equal }) => rows !== equal || clean !== equal))
      console.log(JSON.stringify(file));
    // Four lines of its second table have lost a delimiter and gained one: as texts they are records.
    const known = "file_multitable_same.csv";
    expect(files.filter(({ name, wrong, asked }) => wrong > 0 && asked.length === 0 && name !== known)).toEqual([]);
  });

  it.skipIf(folder === undefined)(
    "refuses or reads the real files of its survey sample, and crashes on none",
    async () => {
      const files = await ingestSurvey(join(folder ?? "", "survey_sample"));
      for (const file of files) console.log(JSON.stringify(file));
      expect(files.length).toBeGreaterThan(90);
    },
  );
});
