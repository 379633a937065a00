import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives all tests of one run, and the processes they start, a temporary folder of their own, and removes it afterwards: tests
 * may leave behind what they make. `KARAVAN_TEST_KEEP=1` keeps it, to look at.
 */
export default function setup(): () => void {
  const outer = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), "karavan-suite-"));
  process.env.TMPDIR = folder;
  return () => {
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
    if (process.env.KARAVAN_TEST_KEEP === "1") console.log(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
