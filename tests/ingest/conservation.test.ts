import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { damageCases, requireKept } from "./damage.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-conservation-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("readCsv(path, options)", () => {
  it("puts every physical line into one bucket, keeps good rows byte-equal and shifts none", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      await fc.assert(
        fc.asyncProperty(damageCases, (one) => requireKept(connection, one, folder)),
        { numRuns: Number(process.env.RUNS ?? 2_000) },
      );
    });
  }, 300_000);
});
