import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { prepareRaw } from "../../warehouse/ledger/schema.ts";

const attach = [
  { path: join(mkdtempSync(join(tmpdir(), "karavan-schema-")), "raw.duckdb"), as: "store", mode: "create" as const },
];

describe("prepareRaw(connection)", () => {
  it("takes away the hash that rows were once compared by, and adds what a table lacks; rows stay", async () => {
    await withConnection({ attach }, async (connection) => {
      await prepareRaw(connection);
      await connection.run("alter table raw.orders add column _hash varchar");
      await connection.run("alter table raw.orders drop column _extra");
      await connection.run(
        "insert into raw.orders (order_id, order_date, _hash) values ('erp:1', '2025-02-01', 'abc')",
      );
    });
    const rows = await withConnection({ attach }, async (connection) => {
      await prepareRaw(connection);
      return connection.rows("select columns(c -> c in ('order_id', '_hash', '_extra')) from raw.orders");
    });
    expect(rows.map((row) => ({ ...row }))).toEqual([{ order_id: "erp:1", _extra: null }]);
  });
});
