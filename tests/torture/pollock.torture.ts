import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestPollock } from "./pollock.ts";
import { ingestSurvey } from "./survey.ts";

const folder = process.env.POLLOCK;
const stride = Number(process.env.STRIDE ?? 1);

describe("karavan ingest, of polluted files", () => {
  it.skipIf(folder === undefined)("takes up no row of the Pollock benchmark with values in wrong columns", async () => {
    const counts = await ingestPollock(join(folder ?? "", "polluted_files"), stride);
    console.log(JSON.stringify([...counts], null, 1));
    const wrong = [...counts.values()].reduce((sum, one) => sum + one.wrongSilent + one.wrongFlagged, 0);
    expect(counts.size).toBeGreaterThan(20);
    expect(wrong).toBe(0);
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
