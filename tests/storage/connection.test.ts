import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Attachment, withConnection } from "../../warehouse/connection.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-connection-"));
const at = (name: string, mode: Attachment["mode"]): Attachment => ({ path: join(folder, name), as: "file", mode });

describe("withEngine(options, job)", () => {
  it("gives whole numbers as numbers, money and days as text, and keeps what JavaScript would round", async () => {
    const row = await withConnection({ attach: [] }, (connection) =>
      connection.table(
        "select 7::bigint, 9007199254740993::bigint, 1.50::decimal(18, 4), date '2026-01-31', true, null",
      ),
    );
    expect(row.rows[0]).toEqual([7, "9007199254740993", "1.5000", "2026-01-31", true, null]);
  });

  it("reads a column named __proto__ as data", async () => {
    const row = await withConnection({ attach: [] }, (connection) => connection.row("select 'x' as __proto__, 1 as a"));
    expect(Object.entries(row ?? {})).toEqual([
      ["__proto__", "x"],
      ["a", 1],
    ]);
    expect(["constructor", "toString", "valueOf"].filter((name) => name in (row ?? {}))).toEqual([]);
  });

  it("runs a kept statement over what the table holds now, not over what it held when it was planned", async () => {
    const counts = await withConnection({ attach: [] }, async (connection) => {
      await connection.run("create temp table t (n bigint)");
      await connection.run("create temp table found (unknown bigint, small bigint)");
      await connection.run("insert into t select range from range(10)");
      const kept = await connection.keep(
        "insert into found select count(*) filter (n is null), count(*) filter (n < 10) from t",
      );
      await kept.run();
      await connection.run(
        "insert into t select case when range % 2 = 0 then null else range * 100 end from range(50)",
      );
      await connection.run("delete from t where n = 3");
      await kept.run();
      kept.close();
      return connection.table("select * from found order by all");
    });
    expect(counts.rows).toEqual([
      [0, 10],
      [25, 9],
    ]);
  });

  it("lets several read one file", async () => {
    await withConnection({ attach: [at("shared.duckdb", "create")] }, (connection) =>
      connection.run("create table t (a integer)"),
    );
    const read = () =>
      withConnection({ attach: [at("shared.duckdb", "read")] }, (connection) =>
        connection.rows("select * from main.t"),
      );
    expect(await Promise.all([read(), read()])).toEqual([[], []]);
  });

  it.each([
    ["write", "write", "attached for writing"],
    ["write", "read", "attached for writing"],
    ["read", "write", "attached for reading"],
  ] as const)("refuses a file open to %s to be opened to %s in the same process", async (first, second, message) => {
    const name = `${first}-${second}.duckdb`;
    await withConnection({ attach: [at(name, "create")] }, (connection) =>
      connection.run("create table t (a integer)"),
    );
    await withConnection({ attach: [at(name, first)] }, async () => {
      await expect(withConnection({ attach: [at(name, second)] }, async () => undefined)).rejects.toThrow(message);
    });
    await withConnection({ attach: [at(name, second)] }, async (connection) => {
      expect(await connection.rows("select * from main.t")).toEqual([]);
    });
  });

  it("says which file is missing and what makes it", async () => {
    const missing = withConnection({ attach: [at("absent.duckdb", "read")] }, async () => undefined);
    await expect(missing).rejects.toMatchObject({ exitCode: 6, place: { file: join(folder, "absent.duckdb") } });
  });

  it("leaves no log beside a file it wrote and closed", async () => {
    await withConnection({ attach: [at("closed.duckdb", "create")] }, (connection) =>
      connection.run("create table t as select range from range(1000)"),
    );
    const rows = await withConnection({ attach: [at("closed.duckdb", "read")] }, (connection) =>
      connection.row("select count(*) as n from main.t"),
    );
    expect(rows?.n).toBe(1000);
    expect(existsSync(join(folder, "closed.duckdb.wal"))).toBe(false);
  });
});
