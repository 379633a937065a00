import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { withLedger } from "../../warehouse/runs.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

/** Rows that fill more than the head of a file; what the head promises is staged while the rest is scanned. */
const clean = Array.from({ length: 12_000 }, (_, index) => `${index + 1};01.02.2026;1,50;client-${index % 97}`);

/** Puts one line, or a record of several lines, in the place of row 11 000, which stands in line 11 001. */
function withLate(row: string): string {
  const rows = clean.map((line, index) => (index === 10_999 ? row : line));
  return `Number;Date;Amount;Client\n${rows.join("\n")}\n`;
}

const late = "select client_id, _record from raw.orders where order_id = 'erp:11000'";
const placed = "select count(*), count(distinct _record), min(_record), max(_record), sum(amount) from raw.orders";
/** What may differ where the entity holds a row of an earlier file. */
const unlike = {
  file_id: 0,
  loaded_at: "",
  ordered_at: "",
  modified_at: "",
  rows_inserted: 0,
  rows_updated: 0,
  name: "",
  run_id: "",
};
const loaded = `select * exclude (_file_id, _loaded_at, _closed_at) from raw.orders
  where _file_id = (select max(file_id) from meta.files) and _closed_at is null order by _record`;
const reasonsInFull = "select * exclude (file_id) from meta.rejects order by line_from, record, error_number";
const identity = (line: string) => line;
const damages: readonly ((line: string) => string)[] = [
  (line) => line.replace(";", ";;"),
  (line) => line.slice(0, line.lastIndexOf(";")),
  (line) => line.replace("1,50", "n/a"),
  (line) => line.replace("01.02", "30.02"),
  (line) => line.replace(/^\d+/, ""),
  (line) => line.replace(/(client-\d+)$/, '"a ""$1""\n\\ЖÖ"'),
  (line) => line.replace(";", ';"'),
  (line) => `${line}\n${line}`,
  (line) => line.replace("1,50", "2,50"),
];
const reasons = "select rule, record, line_from, line_to from meta.rejects";

describe("ingest(settings, options, effects): files longer than their head", () => {
  it("loads a clean file in the order of its records", async () => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load("orders.csv", withLate("11000;01.02.2026;1,50;client-39"));
    expect(file).toMatchObject({
      state: "committed",
      rows_read: 12_000,
      rows_inserted: 12_000,
      physical_lines: 12_001,
    });
    expect(await inbox.rows(placed)).toEqual([[12_000, 12_000, 1, 12_000, "18000.0000"]]);
    expect(await inbox.rows("select count(*) from raw.orders where order_id = 'erp:' || _record")).toEqual([[12_000]]);
  });

  it.each([
    ["a space around a value", "11000;01.02.2026;1,50; client-39 ", "erp:client-39"],
    ["a line break in quotes", '11000;01.02.2026;1,50;"client\n39"', "erp:client\n39"],
    ["quotes", '11000;01.02.2026;1,50;"client;39"', "erp:client;39"],
  ])("reads %s that stands behind the head", async (_, row, client) => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load("orders.csv", withLate(row));
    expect(file).toMatchObject({ rows_inserted: 12_000, rows_rejected: 0 });
    expect(await inbox.rows(late)).toEqual([[client, 11_000]]);
  });

  it.each([
    ["a lost delimiter", "11000;01.02.2026;1,50 client-39", ["field_count", null, 11_001, 11_001]],
    ["a stray quote", '11000;01.02.2026;1,"50;client-39', ["quote", null, 11_001, 11_001]],
    ["a value that is no number", "11000;01.02.2026;1,5O;client-39", ["number", 11_000, 11_001, 11_001]],
  ])("sets one line aside for %s behind the head", async (_, row, reason) => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load("orders.csv", withLate(row));
    expect(file).toMatchObject({ rows_read: 12_000, rows_inserted: 11_999, rows_rejected: 1 });
    expect(await inbox.rows(reasons)).toEqual([reason]);
    expect(await inbox.rows(late)).toEqual([]);
  });

  it("collapses a row that is told twice, and sets rows of a key that differ aside, behind the head", async () => {
    const twice = makeInbox(ordersYaml());
    const { file: same } = await twice.load("orders.csv", withLate("10999;01.02.2026;1,50;client-37"));
    expect(same).toMatchObject({ rows_read: 12_000, rows_inserted: 11_999, rows_collapsed: 1, rows_rejected: 0 });
    const differing = makeInbox(ordersYaml());
    const { file } = await differing.load("orders.csv", withLate("10999;01.02.2026;7,00;client-37"));
    expect(file).toMatchObject({ rows_read: 12_000, rows_inserted: 11_998, rows_rejected: 2 });
    expect(await differing.rows(`${reasons} order by record`)).toEqual([
      ["conflict", 10_999, 11_000, 11_000],
      ["conflict", 11_000, 11_001, 11_001],
    ]);
  });

  it("finds a row behind the head that an earlier file told, and takes the others up as they come", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load(
      "orders-first.csv",
      "Number;Date;Amount;Client\n11000;01.02.2026;9,00;client-1\n11001;01.02.2026;1,50;client-39\n",
    );
    const { file } = await inbox.load("orders.csv", withLate("11000;01.02.2026;1,50;client-39"));
    expect(file).toMatchObject({ rows_inserted: 11_998, rows_updated: 1, rows_unchanged: 1 });
    expect(await inbox.rows("select count(*), count(*) filter (_closed_at is null) from raw.orders")).toEqual([
      [12_001, 12_000],
    ]);
  });

  it("holds checks of the file against rows that went straight into raw, and leaves none of them when it is held", async () => {
    const check = (limit: number) => `mode: upsert\nchecks:\n  - { sql: count(*) < ${limit}, of: file }`;
    const held = makeInbox(ordersYaml(check(12_000)));
    const clean = withLate("11000;01.02.2026;1,50;client-39");
    expect((await held.load("orders.csv", clean)).state).toBe("held");
    expect(await held.rows("select count(*) from raw.orders")).toEqual([[0]]);
    const loaded = makeInbox(ordersYaml(check(12_001)));
    expect((await loaded.load("orders.csv", clean)).file).toMatchObject({ rows_inserted: 12_000 });
  });

  it("names the line of a row, straight in raw, that a check warns of", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nchecks:\n  - { sql: amount < 2, severity: warn }"));
    const { file } = await inbox.load("orders.csv", withLate("11000;01.02.2026;5,00;client-39"));
    expect(file).toMatchObject({ rows_inserted: 12_000, warning: expect.stringContaining("1 row (line 11001)") });
  });

  it("takes the second of two files, with rows of its own, after the first", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", withLate("11000;01.02.2026;1,50;client-39"));
    const second = clean.map((line) => `B${line}`).join("\n");
    const { file } = await inbox.load("orders-2.csv", `Number;Date;Amount;Client\n${second}\n`);
    expect(file).toMatchObject({ rows_inserted: 12_000, rows_updated: 0 });
    expect(
      await inbox.rows("select _file_id, min(_record), max(_record), count(*) from raw.orders group by 1 order by 1"),
    ).toEqual([
      [1, 1, 12_000, 12_000],
      [2, 1, 12_000, 12_000],
    ]);
    expect(
      await inbox.rows("select count(*) from raw.orders where _file_id = 2 and order_id <> 'erp:B' || _record"),
    ).toEqual([[0]]);
  });

  it("keeps what is set aside behind the head as it stands in the file, and nothing of it in raw", async () => {
    const inbox = makeInbox(ordersYaml());
    const row = '11000;"a ""day"" \\ of\nтекст";1,50;';
    const { file } = await inbox.load("orders.csv", withLate(row).replace("\n5001;01.02.2026", "\n5001;32.02.2026"));
    expect(file).toMatchObject({
      rows_read: 12_000,
      rows_inserted: 11_998,
      rows_rejected: 2,
      control_amount_rejected: "3.0000",
    });
    expect(
      await inbox.rows("select record, error_number, line_from, line_to, rule, value, raw_text from meta.rejects"),
    ).toEqual([
      [5001, 1, 5002, 5002, "date", "32.02.2026", "5001;32.02.2026;1,50;client-53"],
      [11_000, 1, 11_001, 11_002, "date", 'a "day" \\ of\nтекст', row],
    ]);
    expect(await inbox.rows("select count(*) from raw.orders where _closed_at is not null or _file_id <> 1")).toEqual([
      [0],
    ]);
    expect(await inbox.rows("select count(*) from raw.orders where order_id <> 'erp:' || _record")).toEqual([[0]]);
  });

  it("loads a file of which much is set aside behind the head", async () => {
    const inbox = makeInbox(ordersYaml());
    const text = withLate("11000;01.02.2026;1,50;client-39").replace(/\n(\d{4});01/g, "\n$1;41");
    const { file } = await inbox.load("orders.csv", text);
    expect(file).toMatchObject({ rows_read: 12_000, rows_inserted: 3_000, rows_rejected: 9_000 });
    expect(await inbox.rows(placed)).toEqual([[3_000, 3_000, 1, 12_000, "4500.0000"]]);
  });

  it("makes the same of a damaged file whether its rows go straight into raw or are staged", async () => {
    const lines = fc.dictionary(fc.integer({ min: 0, max: 11_999 }).map(String), fc.constantFrom(...damages), {
      minKeys: 1,
    });
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), async (damaged, isHeadSpared) => {
        const rows = clean.map((line, index) =>
          isHeadSpared && index < 4000 ? line : (damaged[index] ?? identity)(line),
        );
        const text = `Number;Date;Amount;Client\n${rows.join("\n")}\n`;
        const [direct, staged] = [makeInbox(ordersYaml()), makeInbox(ordersYaml())];
        // A row that is held already, with the key of the first one, is what an insert may not meet.
        const first = "Number;Date;Amount;Client\n1;01.01.2026;9,00;client-0\n";
        await staged.load("orders-first.csv", first);
        const made = await direct.load("orders.csv", text);
        expect({ ...made.file, ...unlike }).toEqual({ ...(await staged.load("orders.csv", text)).file, ...unlike });
        for (const query of [loaded, reasonsInFull]) expect(await direct.rows(query)).toEqual(await staged.rows(query));
      }),
      { seed: 20261123, numRuns: 3 },
    );
  });

  it("settles a load that a kill ended before its rows had numbers and those set aside were gone", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", withLate("11000;01.02.2026;1,50;client-39"));
    const raw = { attach: [{ path: inbox.settings.paths.raw, as: "store", mode: "write" as const }] };
    await withConnection(raw, async (connection) => {
      await connection.run("update raw.orders set _record = null");
      await connection.run("update raw.orders set _file_id = -1, _closed_at = _loaded_at where order_id = 'erp:1'");
    });
    await withLedger(inbox.settings, "write", async () => undefined);
    expect(await inbox.rows(placed)).toEqual([[11_999, 11_999, 2, 12_000, "17998.5000"]]);
    expect(await inbox.rows("select count(*) from raw.orders where order_id = 'erp:' || _record")).toEqual([[11_999]]);
  });

  it("refuses bytes behind the head that are no UTF-8, and loads the mended file next", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nencoding: utf-8"));
    const bytes = Buffer.from(withLate("11000;01.02.2026;1,50;client-#39"));
    bytes[bytes.indexOf("#")] = 0xff;
    const refused = await inbox.load("orders.csv", bytes);
    expect(refused.state).toBe("rejected");
    expect(refused.error).toContain("line 11001");
    expect(await inbox.rows("select count(*) from raw.orders")).toEqual([[0]]);
    const { file } = await inbox.load("orders.csv", withLate("11000;01.02.2026;1,50;client-39"));
    expect(file).toMatchObject({ state: "committed", rows_inserted: 12_000 });
  });
});
