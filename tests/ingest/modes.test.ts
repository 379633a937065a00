import { appendFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ingest } from "../../ingest/ingest.ts";
import { landingPath } from "../../ingest/landing.ts";
import { listRejects } from "../../ingest/rejects.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";
const versioned = ordersYaml("mode: upsert\nversion: Changed\nversion_type: number");

/** Every version of every order, oldest first: key, client, from when, until when. */
const history = `select order_id, client_id, strftime(_loaded_at, '%H:%M'), strftime(_closed_at, '%H:%M')
  from raw.orders order by order_id, _loaded_at`;

describe("ingest(settings, options, effects): upsert", () => {
  it("keeps the older version of a changed row, closed at the new load", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;b\n`);
    const second = await inbox.load(
      "orders-2.csv",
      `${header}\n1;01.02.2025;1;A\n2;01.02.2025;1;b\n3;01.02.2025;1;c\n`,
    );
    expect(second.file).toMatchObject({ rows_updated: 1, rows_unchanged: 1, rows_inserted: 1, rows_closed: 0 });
    expect(await inbox.rows(history)).toEqual([
      ["erp:1", "erp:a", "00:00", "00:01"],
      ["erp:1", "erp:A", "00:01", null],
      ["erp:2", "erp:b", "00:00", null],
      ["erp:3", "erp:c", "00:01", null],
    ]);
  });

  it("never lets an older version overwrite a newer one, within a file or across files", async () => {
    const inbox = makeInbox(versioned);
    const first = await inbox.load("orders-1.csv", `${header};Changed\n1;01.02.2025;1;new;9\n1;01.02.2025;1;old;3\n`);
    expect(first.file).toMatchObject({ rows_inserted: 1, rows_stale: 1, rows_rejected: 0 });
    const second = await inbox.load("orders-2.csv", `${header};Changed\n1;01.02.2025;1;older;8\n`);
    expect(second.file).toMatchObject({ rows_stale: 1, rows_updated: 0 });
    const third = await inbox.load("orders-3.csv", `${header};Changed\n1;01.02.2025;1;newest;10\n`);
    expect(third.file).toMatchObject({ rows_updated: 1 });
    expect((await inbox.rows(history)).map(([, client]) => client)).toEqual(["erp:new", "erp:newest"]);
  });

  it("remembers a newer version of the same values, so that a late one stays stale", async () => {
    const inbox = makeInbox(versioned);
    await inbox.load("orders-1.csv", `${header};Changed\n1;01.02.2025;1;a;1\n`);
    await inbox.load("orders-2.csv", `${header};Changed\n1;01.02.2025;1;a;5\n`);
    const late = await inbox.load("orders-3.csv", `${header};Changed\n1;01.02.2025;1;b;3\n`);
    expect(late.file).toMatchObject({ rows_stale: 1 });
  });

  it("collapses identical rows and takes the last of different ones when the feed says so", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nconflict: last"));
    const report = await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;a\n1;01.02.2025;1;b\n1;01.02.2025;1;b\n`);
    expect(report.file).toMatchObject({ rows_inserted: 1, rows_stale: 1, rows_collapsed: 1, rows_rejected: 0 });
    expect(await inbox.rows("select client_id from raw.orders")).toEqual([["erp:b"]]);
  });

  it("takes a change in a column nobody maps for a new version", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header};Note\n1;01.02.2025;1;a;x\n`);
    const second = await inbox.load("orders-2.csv", `${header};Note\n1;01.02.2025;1;a;y\n`);
    expect(second.file?.rows_updated).toBe(1);
    expect(await inbox.rows("select _extra from raw.orders where _closed_at is null")).toEqual([['{"Note":"y"}']]);
  });
});

describe("ingest(settings, options, effects): snapshot", () => {
  const snapshot = ordersYaml("mode: snapshot");

  it("closes rows that vanished, and opens them again when they return", async () => {
    const inbox = makeInbox(snapshot);
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;b\n`);
    const second = await inbox.load("orders-2.csv", `${header}\n1;01.02.2025;1;a\n`);
    expect(second.file).toMatchObject({ rows_closed: 1, rows_unchanged: 1 });
    const third = await inbox.load("orders-3.csv", `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;b\n`);
    expect(third.file).toMatchObject({ rows_closed: 0, rows_inserted: 1 });
    expect(await inbox.rows(history)).toEqual([
      ["erp:1", "erp:a", "00:00", null],
      ["erp:2", "erp:b", "00:00", "00:01"],
      ["erp:2", "erp:b", "00:02", null],
    ]);
  });

  it.each([
    { what: "a rejected row still has the key", line: "2;01.02.2025;x;b", closed: 0 },
    { what: "a line that cannot be read may be the missing row", line: "2;01.02.2025;1", closed: 0 },
    { what: "a row without a key may be the missing one", line: "-;01.02.2025;1;b", closed: 0 },
    { what: "all is readable and the row is gone", line: "3;01.02.2025;1;c", closed: 1 },
  ])("closes $closed when $what", async ({ line, closed }) => {
    const inbox = makeInbox(snapshot);
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;b\n`);
    const second = await inbox.load("orders-2.csv", `${header}\n1;01.02.2025;1;a\n${line}\n`);
    expect(second.file?.rows_closed).toBe(closed);
  });

  it("holds a file that lacks too many rows until the limit is raised", async () => {
    const inbox = makeInbox(snapshot);
    const row = (index: number) => `${index};01.02.2025;1;a`;
    await inbox.load(
      "orders-1.csv",
      `${[header, ...Array.from({ length: 100 }, (_, index) => row(index))].join("\n")}\n`,
    );
    const held = await inbox.load("orders-2.csv", `${header}\n${row(1)}\n`);
    expect(held.state).toBe("held");
    expect(held.error).toMatch(/lacks 99 of 100 rows.*max_closed_share/);
    expect(await inbox.rows("select count(*) from raw.orders where _closed_at is null")).toEqual([[100]]);
    inbox.describe(ordersYaml("mode: snapshot\nexpect: { max_closed_share: 1 }"));
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(["unchanged", "committed"]);
    expect(await inbox.rows("select count(*) from raw.orders where _closed_at is null")).toEqual([[1]]);
  });

  it("closes only rows of its own feed", async () => {
    const inbox = makeInbox(`${snapshot}  - name: other
    entity: orders
    match: "other*.csv"
    mode: snapshot
    columns:
      order_id: { from: Number }
      order_date: { from: Date }
`);
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a\n`);
    await inbox.load("other-1.csv", "Number;Date\n5;01.02.2025\n");
    expect(await inbox.rows("select count(*) from raw.orders where _closed_at is null")).toEqual([[2]]);
  });
});

describe("ingest(settings, options, effects): append", () => {
  it("adds new events, passes over known ones and sets changed ones aside", async () => {
    const inbox = makeInbox(ordersYaml("mode: append"));
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;b\n`);
    const second = await inbox.load(
      "orders-2.csv",
      `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;B\n3;01.02.2025;1;c\n`,
    );
    expect(second.file).toMatchObject({ rows_inserted: 1, rows_unchanged: 1, rows_rejected: 1, rows_updated: 0 });
    expect(await inbox.rows("select rule, record, line_from from meta.rejects")).toEqual([["changed_event", 2, 3]]);
  });
});

describe("ingest(settings, options, effects): which files are taken", () => {
  it("loads the same bytes once, under whatever name", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;a\n`);
    inbox.put("orders-again.csv", `${header}\n1;01.02.2025;1;a\n`);
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
    expect(await inbox.rows("select count(*) from meta.files")).toEqual([[1]]);
  });

  it("takes a file that returns to earlier bytes under its name for news", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;b\n`);
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    expect((await inbox.rows(history)).map(([, client]) => client)).toEqual(["erp:a", "erp:b", "erp:a"]);
    expect((await inbox.ingest()).files.map(({ state }) => state)).toEqual(["unchanged"]);
  });

  it("passes over an older snapshot that was moved to another folder", async () => {
    const inbox = makeInbox(ordersYaml("mode: snapshot"));
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    await inbox.load("orders.csv", `${header}\n2;01.02.2025;1;b\n`);
    inbox.put("archive/orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    expect((await inbox.ingest()).files.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
  });

  it("loads a file again when the mapping changes", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    inbox.describe(ordersYaml().replace("{ from: Client }", "{ from: Client, namespace: crm }"));
    const { files } = await inbox.ingest();
    expect(files[0]?.file).toMatchObject({ rows_updated: 1 });
    expect(await inbox.rows("select client_id from raw.orders where _closed_at is null")).toEqual([["crm:a"]]);
  });

  it("leaves a file that is being written, and one whose name says so", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    inbox.put("orders-2.csv.part", `${header}\n2;01.02.2025;1;a\n`);
    const writing = setInterval(() => appendFileSync(path, " "), 10);
    const { files } = await inbox.ingest();
    clearInterval(writing);
    expect(files.map(({ name, state }) => [name, state])).toEqual([["orders.csv", "changing"]]);
    writeFileSync(path, `${header}\n1;01.02.2025;1;a\n2;01.02.2025;1;b\n`);
    expect((await inbox.ingest()).files[0]?.file?.rows_inserted).toBe(2);
  });

  it("feeds two entities from one file, keeping only what neither maps as extra", async () => {
    const inbox = makeInbox(`source: erp
title: ERP
locale: { dates: [yyyy-MM-dd] }
feeds:
  - entity: orders
    match: "*.csv"
    mode: upsert
    columns:
      order_id: { from: order }
      order_date: { from: day }
  - entity: order_lines
    match: "*.csv"
    mode: upsert
    only: [{ column: sku, empty: false }]
    columns:
      order_line_id: { from: [order, line], join: "-" }
      order_id: { from: order }
      product_id: { from: sku }
      quantity: { from: pieces }
`);
    inbox.put(
      "sales.csv",
      "order,line,day,sku,pieces,note\n1,1,2025-02-01,x,2,n\n1,2,2025-02-01,y,3,\n2,1,2025-02-02,,,\n",
    );
    const { files } = await inbox.ingest();
    expect(
      files.map(({ feed, file }) => [feed, file?.rows_inserted, file?.rows_collapsed, file?.rows_skipped]),
    ).toEqual([
      ["orders", 2, 1, 0],
      ["order_lines", 2, 0, 1],
    ]);
    expect(
      await inbox.rows("select order_line_id, order_id, product_id, quantity, _extra from raw.order_lines order by 1"),
    ).toEqual([
      ["erp:1-1", "erp:1", "erp:x", "2.000", '{"note":"n"}'],
      ["erp:1-2", "erp:1", "erp:y", "3.000", null],
    ]);
  });

  it("names files that no feed matches and refuses unknown sources", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("notes.txt", "x");
    expect((await inbox.ingest()).unmatched).toEqual(["erp/notes.txt"]);
    await expect(inbox.ingest({ sources: ["crm"] })).rejects.toMatchObject({
      exitCode: 2,
      remedy: "Known sources: erp.",
    });
  });

  it("tells of each commit, and loads a landed file again when raw.duckdb has lost it", async () => {
    const inbox = makeInbox(ordersYaml());
    const committed: string[] = [];
    inbox.put("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    await inbox.ingest({ onCommit: ({ sha256 }) => committed.push(sha256) });
    const other = makeInbox(ordersYaml());
    const path = landingPath(inbox.settings.paths.landing, committed[0] ?? "");
    const { files } = await other.ingest({ files: [{ path, source: "erp", name: "orders.csv" }] });
    expect(files.map(({ state, name }) => [state, name])).toEqual([["committed", "orders.csv"]]);
    expect(await other.rows("select order_id from raw.orders")).toEqual(
      await inbox.rows("select order_id from raw.orders"),
    );
  });
});

describe("listRejects(connection, filter)", () => {
  it("says file, line and fault in one text", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", `${header}\n1;01.02.2025;12,5O0;a\n`);
    const attach = [{ path: inbox.settings.paths.raw, as: "store", mode: "read" as const }];
    const rejects = await withConnection({ attach }, (connection) =>
      listRejects(connection, { source: "erp", limit: 5 }),
    );
    expect(rejects.map(({ text }) => text)).toEqual([
      'orders.csv, line 2: amount (Amount) "12,5O0" is not a number (expected such as 1 234,50)',
    ]);
  });
});

describe("ingest(settings, options, effects): stopped", () => {
  it("rolls back the file it works on, throws the reason and loads it the next time", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders.csv", `${header}\n1;01.02.2025;1;a\n`);
    const stop = new AbortController();
    const log = { ...silentLog, progress: () => stop.abort(new Error("Ctrl-C")) };
    const stopped = ingest(inbox.settings, {}, { log, now: () => new Date(0), signal: stop.signal });
    await expect(stopped).rejects.toThrow("Ctrl-C");
    expect(await inbox.rows("select count(*) from meta.files")).toEqual([[0]]);
    expect((await inbox.ingest()).files.map(({ state }) => state)).toEqual(["committed"]);
  });
});

describe("ingest(settings, options, effects): several files of one moment", () => {
  it("counts each later than the one before, though the clock stands still", async () => {
    const inbox = makeInbox(ordersYaml());
    for (const [number, amount] of ["1", "2", "3"].entries())
      inbox.put(`orders-${number}.csv`, `${header}\n1;01.02.2025;${amount};a\n`);
    await inbox.ingest();
    expect(await inbox.rows("select count(distinct loaded_at), count(*) from meta.files")).toEqual([[3, 3]]);
    expect(
      await inbox.rows(
        "select amount from raw.orders where _loaded_at < coalesce(_closed_at, date '9999-12-31') order by _loaded_at",
      ),
    ).toEqual([["1.0000"], ["2.0000"], ["3.0000"]]);
  });
});
