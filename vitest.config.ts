import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest, the longest first: the workers begin with them and end together. */
const longest = [
  "tests/browser/demo.test.ts",
  "tests/cli/road.test.ts",
  "tests/browser/site.test.ts",
  "tests/stories/stories.test.ts",
  "tests/browser/hostile.test.ts",
  "tests/runs/kills.test.ts",
  "tests/publish/publish.test.ts",
  "tests/demo/road.test.ts",
  "tests/ingest/rebuild.test.ts",
  "tests/models/retention-edges.test.ts",
  "tests/models/bad-input.test.ts",
  "tests/cli/history.test.ts",
  "tests/demo/matching.test.ts",
  "tests/ingest/conservation.test.ts",
  "tests/ingest/encoding-demo.test.ts",
  "tests/ingest/structure.test.ts",
  "tests/runs/recovery.test.ts",
  "tests/publish/audiences.test.ts",
  "tests/models/receivables.test.ts",
  "tests/ingest/html.test.ts",
];

const missing = longest.filter((file) => !existsSync(resolve(import.meta.dirname, file)));
if (missing.length > 0) throw new Error(`vitest.config.ts lists tests that are not there: ${missing.join(", ")}`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((left, right) => placeOf(left) - placeOf(right));
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/torture/**", "tests/bench/**", "node_modules/**"],
    globalSetup: "tests/temporary.ts",
    pool: "forks",
    // Files share the process of their worker: one of its own costs each more than most of them do (DECISIONS 72).
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 600_000,
    env: { TZ: "UTC", KARAVAN_TEST: "1" },
  },
});
