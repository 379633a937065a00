import { defineConfig } from "vitest/config";

/** `npm run torture`: long tests, nightly and before a release; `KILLS=200 npm run torture` sets their length. */
export default defineConfig({
  test: {
    include: ["tests/torture/**/*.torture.ts"],
    globalSetup: "tests/temporary.ts",
    testTimeout: 3_600_000,
    fileParallelism: false,
  },
});
