import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findShard, shardOf } from "../../dashboards/shards.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { boundRows, readShards } from "../../warehouse/publish/shards.ts";

const events = `select 'c' || (n % 150) as client_id, date '2026-01-01' + cast(n / 150 as integer) as day, n
  from range(3000) as numbers(n)`;

describe("readShards(connection, query, sharding, order)", () => {
  it("puts every row of a client into the part its page looks in, and loses none", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      const parts = await readShards(connection, events, { by: "client_id" }, ["client_id", "n"]);
      expect(parts).toHaveLength(3);
      expect(parts.flatMap((part) => part.rows)).toHaveLength(3000);
      for (const [number, part] of parts.entries())
        for (const row of part.rows) expect(shardOf(String(row[0]), parts.length)).toBe(number);
    });
  });

  it("keeps the newest rows of each client and says how many there are", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      const order = ["client_id", "day desc", "n"];
      const parts = await readShards(connection, events, { by: "client_id", most: 3 }, order);
      const rows = parts.flatMap((part) => part.rows).filter((row) => row[0] === "c7");
      expect(rows.map((row) => [row[1], row.at(-1)])).toEqual([
        ["2026-01-20", 20],
        ["2026-01-19", 20],
        ["2026-01-18", 20],
      ]);
    });
  });

  it("gives one empty part where there is no row", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      const parts = await readShards(connection, `${events} where false`, { by: "client_id" }, ["client_id"]);
      expect(parts.map((part) => part.rows)).toEqual([[]]);
    });
  });
});

describe("boundRows(most, keyCount, shardCount)", () => {
  it("keeps thirty while parts are small, and never fewer than ten", () => {
    expect(boundRows(30, 3000, 47)).toBe(30);
    expect(boundRows(30, 50_000, 256)).toBe(15);
    expect(boundRows(30, 1_000_000, 256)).toBe(10);
    expect(boundRows(5, 1_000_000, 256)).toBe(5);
  });
});

describe("findShard(files, dataset, key)", () => {
  it("finds the file of the part, and none where the dataset has no parts", () => {
    const files = { "card-0": "a", "card-1": "b", "card-2": "c", "cards-0": "no", card: "no" };
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(findShard(files, "card", key)).toBe(["a", "b", "c"][shardOf(key, 3)]);
      }),
    );
    expect(findShard(files, "event", "x")).toBeUndefined();
  });
});
