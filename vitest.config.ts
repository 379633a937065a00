import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/torture/**", "tests/bench/**", "node_modules/**"],
    globalSetup: "tests/temporary.ts",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    env: { TZ: "UTC", KARAVAN_TEST: "1" },
  },
});
