import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";

const yaml = `source: shop
title: Shop
format: ndjson
feeds:
  - entity: orders
    match: "*.ndjson"
    mode: upsert
    columns:
      order_id: { from: id }
      order_date: { from: day }
      client_id: { from: customer.id }
      amount: { from: total, optional: true }
`;

const good = '{"id": 12345678901234567890, "day": "2025-02-01", "customer": {"id": "a"}, "total": 10.5}';

describe("readNdjson(path, options)", () => {
  it("takes values by path, long numbers exact, and keeps other keys", async () => {
    const inbox = makeInbox(yaml);
    await inbox.load("o.ndjson", `${good}\n\n{"day":"2025-02-02","id":"2","customer":{"id":null},"tag":["x",1]}\r\n`);
    expect(await inbox.rows("select order_id, order_date, client_id, amount from raw.orders order by _record")).toEqual(
      [
        ["shop:12345678901234567890", "2025-02-01", "shop:a", "10.5000"],
        ["shop:2", "2025-02-02", null, null],
      ],
    );
    const [, extra] = (await inbox.rows("select _extra from raw.orders order by _record")).flat();
    expect(JSON.parse(String(extra))).toEqual({ customer: '{"id":null}', tag: '["x",1]' });
  });

  it.each([
    { line: '{"id": 1, "day": ', rule: "json", says: /not balanced/ },
    { line: '{"id": "1}', rule: "json", says: /never ends/ },
    { line: '{"id": 1,, "day": 2}', rule: "json", says: /not one JSON object/ },
    { line: "[1, 2]", rule: "json", says: /not one JSON object/ },
    { line: "<html>", rule: "json", says: /not one JSON object/ },
    { line: '{"id": 1, "id": 2, "day": "2025-02-01"}', rule: "json", says: /id stands twice/ },
    { line: '{"__proto__": {"admin": true}, "id": 1}', rule: "json", says: /__proto__/ },
    { line: `{"id": ${"[".repeat(101)}${"]".repeat(101)}}`, rule: "depth", says: /deeper than 100/ },
    { line: `{"id": ${"[".repeat(200_000)}${"]".repeat(200_000)}}`, rule: "depth", says: /deeper than 100/ },
    { line: '{"id": "\\ud800", "day": "2025-02-01"}', rule: "json", says: /not one JSON object/ },
    { line: '{"id": 5, "day": "tomorrow"}', rule: "date", says: /tomorrow/ },
  ])("sets aside $rule: $line", async ({ line, rule, says }) => {
    const inbox = makeInbox(yaml);
    const report = await inbox.load("o.ndjson", `${good}\n${line}\n${good.replace("12345678901234567890", "3")}\n`);
    expect(report.file).toMatchObject({ state: "committed", rows_read: 3, rows_accepted: 2, rows_rejected: 1 });
    const [reject] = await inbox.rows("select line_from, rule, message from meta.rejects");
    expect(reject?.slice(0, 2)).toEqual([2, rule]);
    expect(reject?.[2]).toMatch(says);
  });

  it("refuses a file that lacks a key the feed needs, and one that was cut off", async () => {
    const inbox = makeInbox(yaml);
    inbox.put("1.ndjson", '{"id": 1, "customer": {"id": 1}}\n');
    inbox.put("2.ndjson", `${good}\n{"id": 2, "day": "20`);
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(["rejected", "rejected"]);
    expect(files[0]?.error).toMatch(/missing column day/);
    expect(files[1]?.error).toMatch(/2\.ndjson, line 2: the file ends in the middle/);
  });
});
