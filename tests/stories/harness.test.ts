import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readGraph } from "../../warehouse/graph/graph.ts";
import { home } from "../../warehouse/settings.ts";
import { compareRows } from "./compare.ts";
import { playStory, readStory, rootsOf } from "./story.ts";

const orders = "order_id,client_id,order_date,amount\nerp:1,erp:A,2026-05-01,10.5\nerp:2,,2026-05-02,\n";

describe("playStory(story, graph)", () => {
  it("finds nothing where the story holds, in any order of rows", async () => {
    const expected = "order_id,client_id,amount\nerp:2,,\nerp:1,erp:A,10.50\n";
    expect(await play({ "given/raw.orders.csv": orders, "expected/staging.orders.csv": expected })).toEqual([]);
  });

  it("names a row that is missing, one too many, and a value that differs", async () => {
    const expected = "order_id,client_id,amount\nerp:1,erp:A,10.51\nerp:3,erp:B,1\n";
    const found = await play({ "given/raw.orders.csv": orders, "expected/staging.orders.csv": expected });
    expect(found).toEqual([
      "staging.orders  is different   order_id erp:1, client_id erp:A: amount is 10.5000, expected 10.51",
      "staging.orders  is unexpected  order_id erp:2, client_id (nothing), amount (nothing)",
      "staging.orders  is missing     order_id erp:3, client_id erp:B, amount 1",
    ]);
  });

  it("lays settings.yaml over the base: the day cuts what is read", async () => {
    const files = {
      "given/raw.orders.csv": orders,
      "settings.yaml": "as_of: 2026-05-01\n",
      "expected/staging.orders.csv": "order_id\nerp:1\n",
    };
    expect(await play(files)).toEqual([]);
  });

  it("takes a given mart for the model's result", async () => {
    const files = {
      "given/marts.calendar.csv": "day\n2026-05-01\n",
      "expected/marts.calendar.csv": "day\n2026-05-01\n",
    };
    expect(await play(files)).toEqual([]);
  });

  it.each([
    ["a column the entity does not have", { "given/raw.orders.csv": "ordre_id\n1\n" }, "has no column ordre_id"],
    ["a value of another type", { "given/raw.orders.csv": "order_id,amount\n1,much\n" }, "given/raw.orders.csv: "],
    ["a relation that is none", { "given/raw.nothing.csv": "a\n1\n" }, "a story gives raw.<entity>"],
    ["a row of another length", { "given/raw.orders.csv": "order_id,amount\n1\n" }, "does not have 2 fields"],
    ["a model that does not exist", { "expected/marts.nothing.csv": "a\n1\n" }, "there is no model marts.nothing"],
    ["a column that was not made", { "expected/staging.orders.csv": "nothing\n1\n" }, "nothing"],
  ])("refuses %s", async (_, files, said) => {
    const base = { "given/raw.orders.csv": orders, "expected/staging.orders.csv": "order_id\nerp:1\nerp:2\n" };
    await expect(play({ ...base, ...files })).rejects.toThrow(said);
  });

  it("refuses a story that expects nothing", async () => {
    await expect(play({ "given/raw.orders.csv": orders })).rejects.toThrow("expected/ holds no CSV file");
  });
});

describe("compareRows(expected, actual, key)", () => {
  const table = (columns: string[], ...rows: (string | null)[][]) => ({ relation: "r", file: "r.csv", columns, rows });

  it("matches by key and names the cell", () => {
    const actual = {
      columns: ["id", "n"],
      types: ["VARCHAR", "DOUBLE"],
      rows: [
        ["a", 1],
        ["b", 2],
      ],
    };
    expect(compareRows(table(["id", "n"], ["b", "2"], ["a", "1.0000000001"]), actual, ["id"])).toEqual([]);
    expect(compareRows(table(["id", "n"], ["b", "3"], ["a", "1"]), actual, ["id"])).toEqual([
      "r  is different   id b: n is 2, expected 3",
    ]);
    expect(compareRows(table(["id", "n"], ["b", null], ["a", "1"]), actual, ["id"])).toEqual([
      "r  is different   id b: n is 2, expected (nothing)",
    ]);
  });

  it("reads fractions, and holds numbers to 1e-9", () => {
    const actual = { columns: ["n"], types: ["DOUBLE"], rows: [[1 / 3]] };
    expect(compareRows(table(["n"], ["1/3"]), actual, [])).toEqual([]);
    expect(compareRows(table(["n"], ["0.33333"]), actual, [])).toHaveLength(1);
  });

  it("counts equal rows", () => {
    const actual = { columns: ["t"], types: ["VARCHAR"], rows: [["a"], ["a"]] };
    expect(compareRows(table(["t"], ["a"]), actual, [])).toEqual(["r  is unexpected  t a"]);
  });

  it("takes texts as they are", () => {
    const actual = { columns: ["t"], types: ["VARCHAR"], rows: [["1.50"]] };
    expect(compareRows(table(["t"], ["1.5"]), actual, [])).toHaveLength(2);
  });
});

async function play(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "karavan-told-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const story = readStory(folder);
  return playStory(story, await readGraph(resolve(home, "transforms"), rootsOf(story)));
}
