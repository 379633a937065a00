import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { createKysely } from "../../warehouse/kysely.ts";
import { lineage } from "../../warehouse/lineage.ts";
import { query } from "../../warehouse/query.ts";
import { addOrders, createProject, operatorError, type Project } from "./project.ts";

describe("query(settings, sql)", () => {
  it("reads relations, with comments before and a semicolon behind", async () => {
    const project = await createBuilt();
    const table = await query(project.settings, "-- Which?\nselect order_id, order_date from marts.orders order by 1;");
    expect([table.columns, table.rows]).toEqual([
      ["order_id", "order_date"],
      [
        ["A", "2026-05-01"],
        ["B", "2026-06-01"],
      ],
    ]);
    expect((await query(project.settings, "describe marts.orders")).rows).toHaveLength(3);
    expect((await query(project.settings, "from marts.orders select count(*)")).rows).toEqual([[2]]);
  });

  it.each([
    ["a change", "delete from marts.orders"],
    ["a table", "create table crm.marts.x as select 1"],
    ["a second statement", "select 1; drop table marts.orders"],
    ["a second statement behind a describe", "describe marts.orders; drop table marts.orders"],
    ["a change in a with", "with x as (select 1) delete from marts.orders"],
    ["a change under explain analyze", "explain analyze delete from marts.orders"],
    ["a copy to a file", "copy marts.orders to '/tmp/stolen.csv'"],
    ["an attach", "attach '/tmp/other.duckdb'"],
    ["a setting", "set lock_configuration = false"],
    ["a read of a file", "select * from read_csv('FILE')"],
    ["a read of a file by its name", "select * from 'FILE'"],
    ["nothing", "-- nothing"],
    ["an unknown relation", "select * from marts.nowhere"],
    ["SQL that does not parse", "select from where"],
  ])("refuses %s with exit 2", async (_, sql) => {
    const project = await createBuilt();
    const file = join(project.folder, "secret.csv");
    writeFileSync(file, "a\n1\n");
    const error = await operatorError(query(project.settings, sql.replace("FILE", file)));
    expect(error.exitCode).toBe(2);
    expect(await project.crm("select count(*) as n from marts.orders")).toEqual([{ n: 2 }]);
  });

  it("says that there is no warehouse yet", async () => {
    const project = await createProject();
    expect((await operatorError(query(project.settings, "select 1"))).exitCode).toBe(6);
  });
});

describe("createKysely(connection)", () => {
  it("reads and writes with bound values, and answers changes with a count", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      await connection.run("create schema shop");
      await connection.run("create table shop.goods (name varchar, count bigint, day date)");
      const database = createKysely<{ "shop.goods": { name: string; count: number; day: string | null } }>(connection);
      const evil = "x'; drop table shop.goods; --";
      const added = await database
        .insertInto("shop.goods")
        .values([
          { name: "a", count: 1, day: "2026-01-31" },
          { name: evil, count: 2, day: null },
        ])
        .executeTakeFirstOrThrow();
      expect(added.numInsertedOrUpdatedRows).toBe(2n);
      // One row of one column named `count` is a row, not a count of changed rows.
      expect(await database.selectFrom("shop.goods").select("count").where("name", "=", evil).execute()).toEqual([
        { count: 2 },
      ]);
      const changed = await database
        .updateTable("shop.goods")
        .set({ count: 5 })
        .where("name", "=", "a")
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(1n);
      expect(await database.deleteFrom("shop.goods").where("count", "=", 5).returning("day").execute()).toEqual([
        { day: "2026-01-31" },
      ]);
      expect(await database.selectFrom("shop.goods").selectAll().execute()).toEqual([
        { name: evil, count: 2, day: null },
      ]);
    });
  });

  it("rolls a failed transaction back, and refuses values it cannot bind", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      await connection.run("create table goods (name varchar)");
      const database = createKysely<{ goods: { name: unknown } }>(connection);
      const failed = database.transaction().execute(async (inside) => {
        await inside.insertInto("goods").values({ name: "a" }).execute();
        throw new Error("no luck");
      });
      await expect(failed).rejects.toThrow("no luck");
      expect(await database.selectFrom("goods").selectAll().execute()).toEqual([]);
      await database.transaction().execute((inside) => inside.insertInto("goods").values({ name: "b" }).execute());
      expect(await database.selectFrom("goods").selectAll().execute()).toEqual([{ name: "b" }]);
      const dated = database
        .insertInto("goods")
        .values({ name: new Date(0) })
        .execute();
      await expect(dated).rejects.toThrow("a Date cannot be bound: write it as text");
    });
  });
});

describe("lineage(settings, relation)", () => {
  it("goes up to entities and committed files, and down to all that reads it", async () => {
    const project = await createProject();
    addOrders(project);
    await project.raw(
      `insert into meta.files (file_id, source, entity, name, state, loaded_at, rows_accepted) values
        (1, 'erp', 'orders', 'orders.csv', 'committed', '2026-05-02', 2),
        (2, 'erp', 'orders', 'bad.csv', 'rejected', '2026-05-03', 0),
        (3, 'erp', 'clients', 'clients.csv', 'committed', '2026-05-02', 9)`,
    );
    await project.build();
    const up = await lineage(project.settings, "marts.orders", project);
    expect([up.file, up.reads, up.upstream, up.entities]).toEqual([
      "transforms/marts/orders.sql",
      ["staging.orders"],
      ["raw.orders", "staging.orders"],
      ["orders"],
    ]);
    expect(up.files.map(({ name, rows_accepted }) => [name, rows_accepted])).toEqual([["orders.csv", 2]]);
    const down = await lineage(project.settings, "raw.orders", project);
    expect([down.downstream, down.file, down.files.length]).toEqual([["marts.orders", "staging.orders"], null, 1]);
  });

  it("tells the graph before anything is built, and near names of an unknown relation", async () => {
    const project = await createProject();
    addOrders(project);
    expect((await lineage(project.settings, "staging.orders", project)).files).toEqual([]);
    const error = await operatorError(lineage(project.settings, "marts.ordes", project));
    expect([error.exitCode, error.message]).toEqual([2, "there is no relation marts.ordes"]);
    expect(error.remedy).toContain("marts.orders");
  });
});

async function createBuilt(): Promise<Project> {
  const project = await createProject();
  addOrders(project);
  await project.build();
  return project;
}
