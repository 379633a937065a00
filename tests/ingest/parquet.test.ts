import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { quoteText } from "../../warehouse/sql.ts";
import { makeInbox } from "./inbox.ts";

const yaml = (locale = 'decimal: ",", group: " ", dates: [dd.MM.yyyy]', more = "") => `source: lake
title: Lake
time_zone: Europe/Moscow
locale: { ${locale} }
feeds:
  - entity: orders
    match: "*.parquet"
    mode: upsert
    columns:
      order_id: { from: id }
      order_date: { from: day }
      client_id: { from: client }
      amount: { from: amount }
${more}`;

const folder = mkdtempSync(join(tmpdir(), "karavan-parquet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the rows of a query as Parquet. */
async function parquet(query: string, options = ""): Promise<Buffer> {
  const path = join(folder, `${crypto.randomUUID()}.parquet`);
  await withConnection({ attach: [] }, async (connection) => {
    await connection.run("set TimeZone = 'UTC'");
    if (options !== "") await connection.run("set force_mbedtls_unsafe = 'true'");
    if (options !== "") await connection.run("pragma add_parquet_key('k', '0123456789112345')");
    await connection.run(`copy (${query}) to ${quoteText(path)} (format parquet${options})`);
  });
  return readFileSync(path);
}

const orders = (values: string) => `select * from (values ${values}) as given (id, day, client, amount)`;
const ordersOf = "select order_id, cast(order_date as varchar), client_id, amount from raw.orders order by _record";

describe("readParquet(path, options)", () => {
  it("keeps decimals, days and ids exact, whatever marks the source reads elsewhere", async () => {
    const inbox = makeInbox(yaml());
    const bytes = await parquet(
      orders(
        "('007', date '2025-02-01', 7, 12345678901234.5678::decimal(18, 4)), ('8', date '2025-02-28', null, -0.1)",
      ),
    );
    const { file, error } = await inbox.load("orders.parquet", bytes);
    expect(error).toBeUndefined();
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, physical_lines: 2, other_lines: 0 });
    expect(await inbox.rows(ordersOf)).toEqual([
      ["lake:007", "2025-02-01", "lake:7", "12345678901234.5678"],
      ["lake:8", "2025-02-28", null, "-0.1000"],
    ]);
    expect(file?.dialect).toBe("Parquet, 4 columns; a line is a row of the file");
  });

  it("writes each type as text: nested values as JSON, instants with their zone, flags, bytes", async () => {
    const inbox = makeInbox(yaml());
    const bytes =
      await parquet(`select '1' as id, timestamp '2025-02-01 00:00:00' as day, 7 as client, 1.5::double as amount,
      {'a': 1, 'b': ['x', null]} as nested, map {'k': 2} as pairs, timestamptz '2025-02-01 10:00:00.123456+03' as at,
      true as flag, 'blob'::blob as bytes, 9223372036854775807 as long, uuid '00000000-0000-0000-0000-000000000001' as uuid, time '10:00:01' as clock, 1e22::double as big, 1.25e-7::double as small, 0.1::float as single, 3.0::double as whole`);
    expect((await inbox.load("orders.parquet", bytes)).error).toBeUndefined();
    expect(await inbox.rows(ordersOf)).toEqual([["lake:1", "2025-02-01", "lake:7", "1.5000"]]);
    const [[extra] = []] = await inbox.rows("select _extra from raw.orders");
    expect(JSON.parse(String(extra))).toEqual({
      nested: '{"a":1,"b":["x",null]}',
      pairs: '{"k":2}',
      at: "2025-02-01T07:00:00.123456+00",
      flag: "true",
      bytes: "blob",
      long: "9223372036854775807",
      uuid: "00000000-0000-0000-0000-000000000001",
      clock: "10:00:01",
      big: "10000000000000000000000",
      small: "0.000000125",
      single: "0.1",
      whole: "3",
    });
  });

  it("reads days by their own calendar in a source of Persian dates", async () => {
    const inbox = makeInbox(yaml("calendar: persian, dates: [yyyy/MM/dd]"));
    await inbox.load("orders.parquet", await parquet(orders("('1', date '2024-03-20', 7, 1)")));
    expect((await inbox.rows(ordersOf))[0]?.[1]).toBe("2024-03-20");
  });

  it("names the row of each reject, text that is quoted and broken among the rows", async () => {
    const inbox = makeInbox(yaml());
    const bytes = await parquet(
      orders(
        `('a"b', '01.02.2025', 'x' || chr(10) || 'y', '1'), ('2', '31.02.2025', chr(31), '2'), ('3', '01.02.2025', ' ', 'NaN')`,
      ),
    );
    const { file } = await inbox.load("orders.parquet", bytes);
    expect(file).toMatchObject({ rows_accepted: 1, rows_rejected: 2, physical_lines: 3 });
    expect(await inbox.rows("select line_from, rule from meta.rejects order by record")).toEqual([
      [2, "date"],
      [3, "number"],
    ]);
    expect(await inbox.rows("select client_id from raw.orders")).toEqual([["lake:x\ny"]]);
  });

  it("sets aside ids that lost digits, and rows beyond all measure", async () => {
    const inbox = makeInbox(yaml());
    const bytes = await parquet(
      `select case when i = 3 then 12345678901234567890::double else i::double end as id, date '2025-02-01' as day,
        case when i = 5 then repeat('x', 1100000) else 'c' end as client, 1 as amount from range(1, 7) as given (i)`,
    );
    const { file } = await inbox.load("orders.parquet", bytes);
    expect(file).toMatchObject({ rows_read: 6, rows_accepted: 4, rows_rejected: 2 });
    expect(await inbox.rows("select line_from, rule, message from meta.rejects order by line_from")).toEqual([
      [
        3,
        "id_precision",
        "id: the id is a floating-point number of so many digits that some are lost; write the column as text",
      ],
      [5, "too_long", "the row is longer than 1048576 bytes"],
    ]);
    expect(await inbox.rows("select order_id, _record from raw.orders order by _record")).toEqual([
      ["lake:1", 1],
      ["lake:2", 2],
      ["lake:4", 3],
      ["lake:6", 4],
    ]);
    expect(await inbox.rows("select record, line from meta.lines order by record")).toEqual([
      [1, 1],
      [3, 4],
      [4, 6],
    ]);
  });

  it("refuses a small file that claims more rows than a disk may hold", async () => {
    const inbox = makeInbox(yaml());
    const bytes = await parquet(
      "select '1' as id, date '2025-02-01' as day, 7 as client, 1 as amount from range(6000000)",
    );
    const { error } = await inbox.load("orders.parquet", bytes);
    expect(bytes.length).toBeLessThan(60_000);
    expect(error).toBe(
      `orders.parquet: ${bytes.length} bytes of Parquet claim to hold 6000000 rows. If that is so, split the file; no more than 100 rows a byte are read.`,
    );
  });

  it("refuses what is damaged, encrypted, cut off, or lacks a column", async () => {
    const inbox = makeInbox(yaml());
    const good = await parquet(orders("('1', date '2025-02-01', 7, 1)"));
    const rot = Buffer.from(good);
    rot.fill(0xff, good.length - 120, good.length - 60);
    inbox.put("1.parquet", good.subarray(0, good.length - 20));
    inbox.put("2.parquet", rot);
    inbox.put(
      "3.parquet",
      await parquet(orders("('1', date '2025-02-01', 7, 1)"), ", encryption_config {footer_key: 'k'}"),
    );
    inbox.put("4.parquet", await parquet("select 1 as id, date '2025-02-01' as day, 7 as client"));
    inbox.put(
      "5.parquet",
      await parquet(`select 1 as id, date '2025-02-01' as day, 7 as client, 1 as amount, 2 as "__proto__"`),
    );
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "rejected"));
    const says = files.map(({ error }) => error ?? "");
    expect(says[0]).toBe(
      "1.parquet: the Parquet file has no end. It was cut off while being written or copied; export it again.",
    );
    expect(says[1]).toMatch(
      /^2\.parquet: the Parquet file cannot be read: .*\. Write it again; it was cut off or damaged on the way\.$/,
    );
    expect(says[2]).toBe("3.parquet: the Parquet file is encrypted. Write it without encryption.");
    expect(says[3]).toMatch(/^4\.parquet: missing column amount/);
    expect(says[4]).toMatch(/^5\.parquet: a column is named __proto__ or file_row_number/);
  });
});
