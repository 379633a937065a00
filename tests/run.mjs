// `npm test`: install what is needed, then formatting, types and all tests; the last line counts them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installPackages, requireNode } from "../warehouse/setup.mjs";
import { ensureChromium } from "./chromium.mjs";

const home = resolve(import.meta.dirname, "..");
requireNode();
installPackages();
const chromium = ensureChromium();
const environment = { ...process.env, ...(chromium === undefined ? {} : { KARAVAN_CHROMIUM: chromium }) };

const checks = [
  run("format and lint", "node_modules/@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]),
  run("types", "node_modules/typescript/bin/tsc", ["--noEmit"]),
];
const scratch = mkdtempSync(join(tmpdir(), "karavan-tests-"));
const report = join(scratch, "report.json");
const files = process.argv.slice(2);
const tests = run("tests", "node_modules/vitest/vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...files,
]);

const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = readReport(report);
rmSync(scratch, { recursive: true, force: true });
for (const { name, assertionResults } of testResults) {
  for (const test of assertionResults) {
    if (test.status === "skipped" || test.status === "pending")
      console.log(`skipped    ${name.slice(home.length + 1)}: ${test.fullName}`);
  }
}
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
).length;
const failedChecks = checks.filter((passed) => !passed).length;
const failed = numFailedTests + failedChecks + brokenFiles + (tests || numFailedTests + brokenFiles > 0 ? 0 : 1);
console.log(`${numPassedTests + checks.length - failedChecks} passed, ${failed} failed, ${numPendingTests} skipped`);
process.exit(failed > 0 || chromium === undefined ? 1 : 0);

function run(name, program, args) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [resolve(home, program), ...args], {
    cwd: home,
    stdio: ["ignore", "inherit", "inherit"],
    env: environment,
  });
  return status === 0;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
