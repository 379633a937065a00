import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { type DamageCase, damageCases, requireKept } from "./damage.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-conservation-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A quote before a delimiter closes a text of two lines, and the first one has the fields of a record. */
const earlyClose: DamageCase = {
  rows: [["0a0", "3aaa;a\n3"] as const, ["00", "33"] as const].map(([number, client]) => ({
    cells: [number, "01.02.2025", "10.50", client, "44"],
    damage: undefined,
    at: 0,
    beside: undefined,
    style: "plain",
    newline: "\n",
  })),
  dialect: { delimiter: ";", quote: '"' },
  stray: { row: 0, at: 0.76 },
  preamble: [],
  isMixed: false,
  end: "newline",
};

/** The same of a first line that is a record only once its own stray quote is mended. */
const mendedClose: DamageCase = {
  rows: ["33", '3"\ta\n3', "33"].map((client) => ({
    cells: ["00", "01.02.2025", "10.50", client, "44"],
    damage: undefined,
    at: 0,
    beside: undefined,
    style: client === "33" ? "plain" : "quoted",
    newline: "\n",
  })),
  dialect: { delimiter: "\t", quote: '"' },
  stray: { row: 1, at: 0 },
  preamble: [],
  isMixed: false,
  end: "newline",
};

/** The same again, where the rest of the text has as many delimiters as a record, and no day where a record has one. */
const mendedCloseOfFields: DamageCase = {
  ...mendedClose,
  rows: [
    ["00", "33", "44"],
    ["00", '3"\ta\n\t3', '4"\t;\t4'],
  ].map(([number = "", client = "", region = ""]) => ({
    cells: [number, "01.02.2025", "-7", client, region] as const,
    damage: undefined,
    at: 0,
    beside: undefined,
    style: number === "00" && client === "33" ? "plain" : "quoted",
    newline: "\n",
  })),
};

describe("readCsv(path, options)", () => {
  it("puts every physical line into one bucket, keeps good rows byte-equal and shifts none", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      await fc.assert(
        fc.asyncProperty(damageCases, (one) => requireKept(connection, one, folder)),
        { numRuns: Number(process.env.RUNS ?? 2_000), examples: [[earlyClose], [mendedClose], [mendedCloseOfFields]] },
      );
    });
  }, 300_000);
});
