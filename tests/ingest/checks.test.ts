import { describe, expect, it } from "vitest";
import { feedOnDay } from "../../ingest/checks/at-day.ts";
import { findCheckFault } from "../../ingest/checks/expression.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { entities } from "../../ingest/contracts/entities.ts";
import { parseSource, readSources } from "../../ingest/source.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const withChecks = (checks: string) => ordersYaml(`mode: upsert\nchecks:\n${checks.replace(/^/gm, "  ")}`);
const file = (...rows: readonly string[]) => `Number;Date;Amount;Client\n${rows.map((row) => `${row}\n`).join("")}`;

describe("checks of rows", () => {
  it("set rows aside that break a condition, with line, columns, values and rule; an unknown value breaks none", async () => {
    const inbox = makeInbox(
      withChecks(
        "- { sql: \"amount >= 0 or client_id = 'erp:staff'\", message: a sale is not below zero }\n- { sql: order_date <= today + interval 1 day }",
      ),
    );
    const { file: load } = await inbox.load(
      "orders.csv",
      file("1;01.12.2025;5;a", "2;01.12.2025;-5;a", "3;01.12.2025;-5;staff", "4;03.01.2026;1;a", "5;01.12.2025;;a"),
    );
    expect(load).toMatchObject({ state: "committed", rows_accepted: 3, rows_rejected: 2 });
    expect(await inbox.rows("select line_from, rule, column_name, value, message from meta.rejects")).toEqual([
      [
        3,
        "check",
        "amount, client_id",
        "-5, a",
        `amount (Amount) "-5", client_id (Client) "a": a sale is not below zero (amount >= 0 or client_id = 'erp:staff')`,
      ],
      [
        5,
        "check",
        "order_date",
        "03.01.2026",
        `order_date (Date) "03.01.2026": does not meet order_date <= today + interval 1 day`,
      ],
    ]);
  });

  it("set a row aside for which the condition cannot be evaluated, and say one reason where its value cannot be read", async () => {
    const inbox = makeInbox(
      withChecks(
        "- { sql: 'try_cast(client_id as integer) is null and cast(right(client_id, 1) as integer) > 0 and amount > 0' }",
      ),
    );
    await inbox.load("orders.csv", file("1;01.12.2025;5;a1", "2;01.12.2025;5;ab", "3;01.12.2025;x;a1"));
    expect(await inbox.rows("select line_from, rule from meta.rejects order by all")).toEqual([
      [3, "check"],
      [4, "number"],
    ]);
  });

  it("hold the file, or load it with a warning, where they say so", async () => {
    const held = makeInbox(withChecks("- { sql: amount > 0, severity: hold }"));
    const { state, error } = await held.load("orders.csv", file("1;01.12.2025;5;a", "2;01.12.2025;0;a"));
    expect([state, error]).toEqual([
      "held",
      "orders.csv, line 3: 1 row (line 3): does not meet amount > 0. Export it again; if the file is right, change the check of the feed in its source file.",
    ]);
    const warned = makeInbox(withChecks("- { sql: amount > 0, severity: warn }"));
    const report = await warned.load("orders.csv", file("1;01.12.2025;5;a", "2;01.12.2025;0;a", "3;01.12.2025;0;a"));
    expect(report.file).toMatchObject({
      rows_accepted: 3,
      warning: "2 rows (lines 3, 4): does not meet amount > 0",
    });
  });

  it("are judged by the day the file first came, however late it is read again", async () => {
    const inbox = makeInbox(withChecks("- { sql: order_date <= today }"));
    const rows = file("1;02.01.2026;5;a");
    expect((await inbox.load("orders.csv", rows)).file).toMatchObject({
      rows_rejected: 1,
      ordered_at: "2026-01-01 00:00:00",
    });
    inbox.describe(withChecks("- { sql: order_date <= today + 1 }"));
    const { files } = await inbox.ingest();
    expect(files[0]?.file).toMatchObject({ rows_accepted: 1, ordered_at: "2026-01-01 00:00:00" });
  });
});

describe("checks of files", () => {
  it("hold the file whose sums are not what they must be", async () => {
    const inbox = makeInbox(
      withChecks("- { sql: count(*) = count(distinct client_id), of: file, message: one order a client }"),
    );
    expect((await inbox.load("orders.csv", file("1;01.12.2025;5;a", "2;01.12.2025;5;b"))).state).toBe("committed");
    const { state, error } = await inbox.load("orders-2.csv", file("3;01.12.2025;5;a", "4;01.12.2025;5;a"));
    expect([state, error]).toEqual(["held", expect.stringContaining("the file: one order a client (count(*) = ")]);
    expect(await inbox.rows("select count(*) from raw.orders")).toEqual([[2]]);
  });
});

describe("checks of entities", () => {
  it("set an amount aside that is mapped as a share: it would make lines cost less than nothing", async () => {
    const inbox = makeInbox(`source: shop
title: Shop
feeds:
  - entity: order_lines
    match: "lines*.csv"
    mode: upsert
    columns:
      order_line_id: { from: Line }
      order_id: { from: Order }
      quantity: { from: Qty }
      unit_price_amount: { from: Price }
      discount_share: { from: Discount }
`);
    const { file: counts } = await inbox.load(
      "lines.csv",
      "Line,Order,Qty,Price,Discount\n1,1,2,10,0.15\n2,1,1,20,14.99\n3,1,1,5,\n",
    );
    expect(counts).toMatchObject({ rows_accepted: 2, rows_rejected: 1 });
    expect(await inbox.rows("select line_from, rule, column_name, value, message from meta.rejects")).toEqual([
      [3, "check", "discount_share", "14.99", expect.stringContaining("a discount is a share of the price, 1 at most")],
    ]);
  });
});

describe("checks of what stands once", () => {
  it("hold the file where rows of other content share a value, and name the value and its lines", async () => {
    const inbox = makeInbox(withChecks("- { unique: [client_id, order_date], message: one order a client and day }"));
    const good = await inbox.load(
      "orders.csv",
      file(
        "1;01.12.2025;5;a",
        "1;01.12.2025;5;a",
        "2;02.12.2025;5;a",
        "3;01.12.2025;5;b",
        "4;01.12.2025;5;",
        "5;01.12.2025;6;",
      ),
    );
    expect([good.state, good.file?.rows_collapsed]).toEqual(["committed", 1]);
    const { state, error } = await inbox.load(
      "orders-2.csv",
      file("6;03.12.2025;5;a", "7;04.12.2025;5;b", "8;03.12.2025;5;a", "9;04.12.2025;5;b"),
    );
    expect(state).toBe("held");
    expect(error).toContain(
      'line 2: "erp:a, 2025-12-03" stands in lines 2, 4, and 1 more: one order a client and day (unique client_id, order_date)',
    );
  });

  it("warn where they are told to", async () => {
    const inbox = makeInbox(withChecks("- { unique: [client_id], severity: warn }"));
    expect((await inbox.load("orders.csv", file("1;01.12.2025;5;a", "2;02.12.2025;5;a"))).state).toBe("committed");
    expect(await inbox.rows("select warning from meta.files")).toEqual([
      [expect.stringContaining('"erp:a" stands in lines 2, 3: does not meet unique client_id')],
    ]);
  });

  it("are refused of columns the feed does not map, and beside a condition", async () => {
    for (const [check, said] of [
      ["{ unique: [region] }", /region is no column that the feed maps/],
      ["{ unique: [client_id], sql: amount > 0 }", /give either sql or unique/],
      ["{ unique: [client_id], severity: reject }", /a file is held, or warned of/],
      ["{ of: file }", /give either sql or unique/],
    ] as const) {
      const inbox = makeInbox(withChecks(`- ${check}`));
      await expect(readSources(inbox.settings.paths.sources), check).rejects.toThrow(said);
    }
  });
});

describe("readSources(folder)", () => {
  it("refuses a check that is no condition over the feed's own columns, at its line", async () => {
    for (const [sql, said] of [
      ["amount >", /syntax error/],
      ["amount", /it gives DECIMAL\(18,4\), not true or false/],
      ["amount > 'much'", /Could not convert string/],
      ["amuont > 0", /there is no column amuont; known are order_id, client_id, order_date, amount, today/],
      ["region = 'x'", /the feed does not map region/],
      ["exists (select 1 from read_csv('a.csv'))", /subquery cannot stand in a check/],
      ["amount > 0), (1 = 1", /one expression/],
      ["random() > 0.5", /the function random cannot stand in a check/],
      ["order_date < current_date", /current_date cannot stand in a check|there is no column current_date/],
      ["getenv('HOME') = ''", /getenv cannot stand/],
      ["sum(amount) > 0", /say `of: file`/],
      ["row_number() over () = 1", /window cannot stand/],
      ["amount > 0 -- yes", /-- cannot stand in a check/],
      ["amount > 0; drop table x", /; cannot stand in a check/],
    ] as const) {
      const inbox = makeInbox(withChecks(`- { sql: ${JSON.stringify(sql)} }`));
      const error = await readSources(inbox.settings.paths.sources).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error, sql).toMatchObject({
        message: expect.stringMatching(said),
        exitCode: 2,
        place: { line: 10, path: "feeds.0.checks.0.sql" },
      });
    }
  });

  it("takes conditions whose texts and functions are named like columns", async () => {
    const inbox = makeInbox(
      withChecks(
        "- { sql: \"client_id <> 'amount' and year(order_date) > date_part('year', date '1990-01-01') and lower(client_id) like '%a'\" }",
      ),
    );
    expect((await inbox.load("orders.csv", file("1;01.12.2025;5;a"))).file).toMatchObject({ rows_accepted: 1 });
  });
});

describe("entities", () => {
  it("have checks that read their own columns", async () => {
    await withConnection({ attach: [] }, async (connection) => {
      const faults = await Promise.all(
        Object.values(entities).flatMap((contract) =>
          (contract.checks ?? []).map(({ sql }) =>
            findCheckFault(connection, { sql, of: "row" }, listColumns(contract)),
          ),
        ),
      );
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    });
  });

  it("hold every feed that maps the columns: an absence ends after it begins", async () => {
    const inbox = makeInbox(`source: erp
title: ERP
feeds:
  - entity: absences
    match: "*.csv"
    mode: upsert
    columns: { manager_id: { from: M }, first_date: { from: A }, last_date: { from: B } }
`);
    const { file: load } = await inbox.load("a.csv", "M,A,B\n1,2025-05-01,2025-05-03\n1,2025-06-03,2025-06-01\n");
    expect(load).toMatchObject({ rows_accepted: 1, rows_rejected: 1 });
  });
});

describe("feedOnDay(feed, reading)", () => {
  const rangeOn = (range: string, today: string) => {
    const [feed] = parseSource(
      ordersYaml().replace("{ from: Date }", `{ from: Date, range: ${range} }`),
      "erp.yaml",
    ).feeds;
    if (feed === undefined) throw new Error("the source has a feed");
    return feedOnDay(feed, { today, isPart: false }).mappings.find(({ column }) => column.name === "order_date")?.range;
  };

  it("tells ranges by their distance from the day, to the last day of shorter months", () => {
    expect(rangeOn("[1990-01-01, +1d]", "2025-12-31")).toEqual(["1990-01-01", "2026-01-01"]);
    expect(rangeOn("[today - 30y, today]", "2024-02-29")).toEqual(["1994-02-28", "2024-02-29"]);
    expect(rangeOn("[-1m, +13 m]", "2025-03-31")).toEqual(["2025-02-28", "2026-04-30"]);
  });

  it("sets a day aside that is too far from the one the file came", async () => {
    const inbox = makeInbox(ordersYaml().replace("{ from: Date }", "{ from: Date, range: [1990-01-01, +1d] }"));
    await inbox.load("orders.csv", file("1;02.01.2026;5;a", "2;03.01.2026;5;a", "3;31.12.1989;5;a"));
    expect(await inbox.rows("select line_from, rule, message from meta.rejects")).toEqual([
      [3, "range", `order_date (Date) "03.01.2026" is outside 1990-01-01 to 2026-01-02`],
      [4, "range", `order_date (Date) "31.12.1989" is outside 1990-01-01 to 2026-01-02`],
    ]);
  });
});
