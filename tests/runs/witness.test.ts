import { appendFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OperatorError } from "../../warehouse/errors.ts";
import {
  type CommittedFile,
  compareWitness,
  openJournal,
  readJournal,
  requireUnaltered,
  requireWhole,
} from "../../warehouse/witness.ts";
import { makeSettings } from "./settings.ts";

function file(number: number, changes: Partial<CommittedFile> = {}): CommittedFile {
  return {
    file_id: number,
    source: "erp",
    feed: "orders",
    name: `orders-${number}.csv`,
    sha256: `hash-${number}`,
    contract_hash: "contract",
    rows_read: 10,
    rows_accepted: 9,
    rows_rejected: 1,
    rows_inserted: 9,
    rows_updated: 0,
    rows_unchanged: 0,
    rows_collapsed: 0,
    rows_stale: 0,
    rows_closed: 0,
    loaded_at: "2026-01-01 00:00:00",
    kind: "load",
    ...changes,
  };
}

describe("openJournal(settings)", () => {
  it("writes one line per load, numbered across openings", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    const append = openJournal(settings);
    append(file(2));
    append(file(3));
    expect(readJournal(settings).map(({ seq, file_id, rows }) => [seq, file_id, rows])).toEqual([
      [1, 1, 9],
      [2, 2, 9],
      [3, 3, 9],
    ]);
  });

  it("ignores a last line torn by a kill at any byte, and repairs it before the next", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    const whole = readFileSync(settings.paths.journal);
    openJournal(settings)(file(2, { name: "заказы.csv" }));
    const both = readFileSync(settings.paths.journal);
    for (let bytes = whole.length; bytes < both.length; bytes += 1) {
      writeFileSync(settings.paths.journal, both);
      truncateSync(settings.paths.journal, bytes);
      expect(readJournal(settings)).toHaveLength(1);
      openJournal(settings)(file(3));
      expect(readJournal(settings).map(({ seq, file_id }) => [seq, file_id])).toEqual([
        [1, 1],
        [2, 3],
      ]);
    }
  });

  it("refuses a whole line that is no entry, with its number", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    appendFileSync(settings.paths.journal, '{"seq":2}\n');
    expect(() => readJournal(settings)).toThrow(OperatorError);
    try {
      readJournal(settings);
    } catch (error) {
      expect(error).toMatchObject({ exitCode: 6, place: { file: settings.paths.journal, line: 2 } });
    }
  });

  it("starts empty where there is no journal", () => {
    const settings = makeSettings();
    mkdirSync(settings.paths.data, { recursive: true });
    expect(readJournal(settings)).toEqual([]);
  });
});

describe("compareWitness(journal, committed)", () => {
  it("finds exactly the loads that are missing, whatever was lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), (heard, held) => {
        const settings = makeSettings();
        const append = openJournal(settings);
        const files = Array.from({ length: 8 }, (_, index) => file(index + 1));
        for (const each of files.slice(0, heard)) append(each);
        const { lost, unheard, altered } = compareWitness(readJournal(settings), files.slice(0, held));
        expect(lost.map(({ file_id }) => file_id)).toEqual(files.slice(held, heard).map(({ file_id }) => file_id));
        expect(unheard.map(({ file_id }) => file_id)).toEqual(files.slice(heard, held).map(({ file_id }) => file_id));
        expect(altered).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("knows a load again under another number, after a reload", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    expect(compareWitness(readJournal(settings), [file(7, { sha256: "hash-1" })]).lost).toEqual([]);
  });

  it("tells the same bytes under another contract from the load that was acknowledged", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    const { lost } = compareWitness(readJournal(settings), [file(1, { contract_hash: "other" })]);
    expect(lost).toHaveLength(1);
  });

  it("notices when the counts of an acknowledged load have changed", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    const testimony = compareWitness(readJournal(settings), [file(1, { rows_inserted: 8 })]);
    expect(testimony.altered).toHaveLength(1);
    expect(() => requireUnaltered(settings, testimony)).toThrow("file 1 (erp/orders-1.csv) is not the one");
  });
});

describe("requireWhole(settings, testimony)", () => {
  it("names what is missing and how to load it again, with exit code 6", () => {
    const settings = makeSettings();
    const append = openJournal(settings);
    for (const number of [1, 2, 3, 4]) append(file(number));
    const testimony = compareWitness(readJournal(settings), []);
    try {
      requireWhole(settings, testimony);
      expect.unreachable("nothing was noticed");
    } catch (error) {
      expect(error).toMatchObject({
        exitCode: 6,
        message:
          "4 acknowledged files are missing from the database (erp/orders-1.csv, erp/orders-2.csv, erp/orders-3.csv, …); numbers built from it would be too low",
      });
    }
  });

  it("says nothing when everything is there", () => {
    const settings = makeSettings();
    openJournal(settings)(file(1));
    expect(() => requireWhole(settings, compareWitness(readJournal(settings), [file(1)]))).not.toThrow();
  });
});
