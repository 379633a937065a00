import { describe, expect, it } from "vitest";
import { makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client;Deleted;Version";
const current = "select order_id from raw.orders where _closed_at is null order by 1";
const withDeletes = (mode: string, more = "") =>
  ordersYaml(`mode: ${mode}\ndeletes: { column: Deleted, in: ["1"] }${more}`);

describe("ingest(settings, options, effects): rows that delete", () => {
  it("close the current row of their key, and need nothing but the key", async () => {
    const inbox = makeInbox(withDeletes("upsert"));
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a;0;\n2;01.02.2025;1;b;0;\n`);
    const report = await inbox.load("orders-2.csv", `${header}\n2;;;;1;\n9;;;;1;\n;;;;1;\n`);
    expect(report.file).toMatchObject({
      rows_accepted: 2,
      rows_rejected: 1,
      rows_updated: 1,
      rows_unchanged: 1,
      rows_closed: 1,
    });
    expect(await inbox.rows(current)).toEqual([["erp:1"]]);
    expect(await inbox.rows("select count(*) from raw.orders")).toEqual([[2]]);
    expect(await inbox.rows("select distinct rule, line_from from meta.rejects")).toEqual([["required", 4]]);
  });

  it("let a key return, as a version of its own", async () => {
    const inbox = makeInbox(withDeletes("upsert"));
    const row = "1;01.02.2025;1;a;0;\n";
    await inbox.load("orders-1.csv", `${header}\n${row}`);
    await inbox.load("orders-2.csv", `${header}\n1;;;;1;\n`);
    expect(await inbox.rows(current)).toEqual([]);
    await inbox.load("orders-3.csv", `${header}\n${row}2;01.02.2025;1;b;0;\n`);
    expect(await inbox.rows(current)).toEqual([["erp:1"], ["erp:2"]]);
    expect(await inbox.rows("select count(*) from raw.orders where order_id = 'erp:1'")).toEqual([[2]]);
  });

  it("do nothing when an older version than the one held deletes, and contradict a row of the same file", async () => {
    const inbox = makeInbox(withDeletes("upsert", "\nversion: Version\nversion_type: number"));
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a;0;5\n2;01.02.2025;1;b;0;5\n`);
    const report = await inbox.load("orders-2.csv", `${header}\n1;;;;1;4\n2;01.02.2025;2;b;0;6\n2;;;;1;6\n`);
    expect(report.file).toMatchObject({ rows_stale: 1, rows_rejected: 2, rows_closed: 0 });
    expect(await inbox.rows(current)).toEqual([["erp:1"], ["erp:2"]]);
  });

  it("do not count as vanished from a snapshot", async () => {
    const rows = (flag: number) =>
      Array.from({ length: 30 }, (_, index) => `${index};01.02.2025;1;a;${flag};`).join("\n");
    const inbox = makeInbox(withDeletes("snapshot"));
    await inbox.load("orders-1.csv", `${header}\n${rows(0)}\n100;01.02.2025;1;a;0;\n`);
    const report = await inbox.load("orders-2.csv", `${header}\n${rows(1)}\n101;01.02.2025;1;a;0;\n`);
    expect(report).toMatchObject({ state: "committed", file: { rows_closed: 31 } });
    expect(await inbox.rows(current)).toEqual([["erp:101"]]);
  });

  it("are never inserted by a first load", async () => {
    const inbox = makeInbox(withDeletes("snapshot"));
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;a;1;\n2;01.02.2025;1;a;;\n`);
    expect(await inbox.rows("select order_id from raw.orders")).toEqual([["erp:2"]]);
  });
});
