import { defineConfig } from "vitest/config";

/** `npm run test:pages`: every page in every language, width and theme, and what is done on it; before a release. */
export default defineConfig({
  test: {
    include: ["tests/pages/**/*.pages.ts"],
    globalSetup: "tests/temporary.ts",
    env: { TZ: "UTC", KARAVAN_TEST: "1" },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    maxConcurrency: 3,
  },
});
