import { describe, expect, it } from "vitest";
import { readJson } from "../../ingest/formats/json/json.ts";
import { makeInbox } from "./inbox.ts";
import { readAs, refusalOf, valuesOf } from "./reading.ts";

const yaml = `source: shop
title: Shop
format: json
feeds:
  - entity: orders
    match: "*.json"
    mode: upsert
    ROWS
    columns:
      order_id: { from: id }
      order_date: { from: day }
      client_id: { from: customer.id, optional: true }
      amount: { from: total, optional: true }
`;
const array = yaml.replace("    ROWS\n", "");
const nested = yaml.replace("ROWS", "rows: $.data.orders");
const order = (id: string | number, more = "") =>
  `{"id": ${typeof id === "number" ? id : JSON.stringify(id)}, "day": "2025-02-01"${more}}`;

const accepted: readonly { input: string; text: string | Uint8Array; ids: readonly string[]; yaml?: string }[] = [
  { input: "one line", text: `[${order(1)},${order(2)}]`, ids: ["1", "2"] },
  {
    input: "many lines",
    text: `[\r\n  ${order(1).replaceAll(",", ",\r\n")},\r\n\r\n  ${order(2)}\r\n]\r\n`,
    ids: ["1", "2"],
  },
  { input: "an object on one line", text: order(1), ids: ["1"] },
  { input: "an object on many lines", text: order(1).replaceAll(",", ",\n"), ids: ["1"] },
  { input: "objects one after another", text: `${order(1).replaceAll(",", ",\n")}\n${order(2)}`, ids: ["1", "2"] },
  { input: "lines of objects", text: `${order(1)}\n${order(2)}\n`, ids: ["1", "2"] },
  {
    input: "long numbers",
    text: `[${order(1).replace("1,", "12345678901234567890,")}]`,
    ids: ["12345678901234567890"],
  },
  { input: "brackets and escapes inside texts", text: `[${order('a"]}\\')}]`, ids: ['a"]}\\'] },
  { input: "a byte order mark", text: `\ufeff[${order(1)}]`, ids: ["1"] },
  {
    input: "UTF-16",
    text: Buffer.from(`\ufeff[${order("ж")}]`, "utf16le"),
    ids: ["ж"],
    yaml: `${array}`.replace("format: json", "format: json\nencoding: utf-16le"),
  },
  {
    input: "an array at a path",
    text: `{"error": null, "data": {"count": 2, "orders": [${order(1)}, ${order(2)}]}, "x": [1, {"y": []}]}`,
    ids: ["1", "2"],
    yaml: nested,
  },
  { input: "one object at a path", text: `{"data": {"orders": ${order(1)}}}`, ids: ["1"], yaml: nested },
  {
    input: "arrays on the way",
    text: `{"data": [{"orders": [${order(1)}]}, {"orders": []}, {"orders": [${order(2)}]}]}`,
    ids: ["1", "2"],
    yaml: nested,
  },
  { input: "a key named constructor", text: `[${order(1, ', "constructor": {"prototype": 1}')}]`, ids: ["1"] },
];

describe("readJson(path, options)", () => {
  it.each(accepted)("reads $input", async ({ text, ids, yaml = array }) => {
    const reading = await readAs(readJson, yaml, text);
    expect(reading.records.diverted).toEqual([]);
    expect(valuesOf(reading, "id")).toEqual(ids);
  });

  it("takes values by path, and keeps other keys as text or JSON text", async () => {
    const inbox = makeInbox(array);
    await inbox.load(
      "o.json",
      `[${order(1, ', "customer": {"id": "a", "tags": [1]}, "total": 10.50, "n": 1e400, "t": true')}]`,
    );
    const [row] = await inbox.rows("select client_id, amount, _extra from raw.orders");
    expect(row?.slice(0, 2)).toEqual(["shop:a", "10.5000"]);
    expect(JSON.parse(String(row?.[2]))).toEqual({ customer: '{"id":"a","tags":[1]}', n: "1e400", t: "true" });
  });

  it.each([
    { record: '{"id": 1, "day": NaN}', rule: "json", says: /NaN/ },
    { record: '{"id": Infinity}', rule: "json", says: /Infinity/ },
    { record: '{"id": 1, "id": 2}', rule: "json", says: /id stands twice/ },
    { record: '{"id": 1, "customer": {"id": 1, "id": 2}}', rule: "json", says: /id stands twice/ },
    { record: '{"__proto__": {"admin": true}, "id": 1}', rule: "json", says: /__proto__/ },
    { record: '{"id": 1,, "day": 2}', rule: "json", says: undefined },
    { record: '{"id": tru}', rule: "json", says: undefined },
    { record: '{"id": "\\ud800", "day": "2025-02-01"}', rule: "json", says: undefined },
    { record: '{"id": "a\nb"}', rule: "json", says: /line break/ },
    { record: "17", rule: "json", says: /not one JSON object/ },
    { record: "null", rule: "json", says: /not one JSON object/ },
    {
      record: `{"id": ${"[".repeat(101)}${"]".repeat(101)}}`,
      rule: "depth",
      says: /deeper than 100 levels.*limits.depth/,
    },
    { record: `{"id": ${"[".repeat(90_000)}${"]".repeat(90_000)}}`, rule: "depth", says: /deeper than 100/ },
    {
      record: `{"id": "${"x".repeat(1_100_000)}"}`,
      rule: "too_long",
      says: /longer than 1048576 bytes.*limits.record_size/,
    },
  ])("sets aside $rule: $record", async ({ record, rule, says }) => {
    const { records, gated } = await readAs(readJson, array, `[\n${order(1)},\n${record},\n${order(3)}]`);
    if (says === undefined) {
      expect({ gated, diverted: records.diverted }).toEqual({ gated: 1, diverted: [] });
      return;
    }
    const [reject] = records.diverted;
    expect({ gated, count: records.count, line: reject?.line, rule: reject?.rule }).toEqual({
      gated: 0,
      count: 2,
      line: 3,
      rule,
    });
    expect(reject?.message).toMatch(says);
  });

  it.each([
    {
      input: "cut off in a record",
      text: `[${order(1)},\n{"id": 2, "da`,
      says: /line 2: the file ends inside the record that begins on line 2/,
    },
    {
      input: "cut off between records",
      text: `[${order(1)},\n`,
      says: /line 2: the file ends inside the array that begins on line 1/,
    },
    { input: "a bracket that closes another", text: `[{"id": [1}]]`, says: /} closes \[/ },
    { input: "text after the end", text: `[${order(1)}] x`, says: /x stands after the end/ },
    { input: "a missing comma", text: `[${order(1)}\n${order(2)}]`, says: /line 2: .*\{ cannot stand here/ },
    { input: "a comma too many", text: `[${order(1)},]`, says: /\] cannot stand here/ },
    { input: "a missing key", text: `[{"id": 1}]`, says: /missing column day/ },
    { input: "no record", text: "[]", says: /holds no rows.*empty: true/ },
    {
      input: "an error instead of data",
      text: '{"error": "expired", "code": 401}',
      yaml: nested,
      says: /\$\.data\.orders is not in the file; its outermost keys are error, code/,
    },
    {
      input: "a key twice around records",
      text: `{"data": {"orders": [${order(1)}], "orders": []}}`,
      yaml: nested,
      says: /orders stands twice/,
    },
    { input: "bytes that are not UTF-8", text: Buffer.from(`[${order("\u00e9")}]`, "latin1"), says: /not UTF-8/ },
    { input: "a web page", text: "<!DOCTYPE html><html><body>Log in</body></html>", says: /begins with <!DOCTYPE/ },
    { input: "brackets without end", text: "[".repeat(200_000), says: /nested deeper than 100/ },
    {
      input: "501 keys",
      text: `[{${Array.from({ length: 501 }, (_, index) => `"k${index}": 1`).join(",")}}]`,
      says: /more than 500 different keys.*limits.columns/,
    },
  ])("refuses $input", async ({ text, says, yaml = array }) => {
    expect(await refusalOf(readAs(readJson, yaml, text))).toMatch(says);
  });

  it("reads what stands inside records as rows of another feed, with values of the objects around", async () => {
    const inbox = makeInbox(`${nested}  - entity: order_lines
    match: "*.json"
    mode: upsert
    rows: $.data.orders.lines
    columns:
      order_line_id: { from: [$parent.id, $position], join: "-" }
      order_id: { from: $parent.id }
      product_id: { from: $parent.$parent.batch }
      quantity: { from: qty }
`);
    const text = `{"data": {"orders": [{"lines": [{"qty": 1}, {"qty": 2}], "id": 1, "day": "2025-02-01"},
      {"id": 2, "day": "2025-02-01", "lines": [{}, {"qty": 3}]}], "batch": "b"}}`;
    inbox.put("o.json", text);
    await inbox.ingest();
    const lines = await inbox.rows(
      "select order_line_id, order_id, product_id, quantity, _extra from raw.order_lines order by _record",
    );
    expect(lines).toEqual([
      ["shop:1-1", "shop:1", "shop:b", "1.000", null],
      ["shop:1-2", "shop:1", "shop:b", "2.000", null],
      ["shop:2-2", "shop:2", "shop:b", "3.000", null],
    ]);
    expect(await inbox.rows("select line_from, message from meta.rejects")).toEqual([
      [2, "quantity (qty) has no value"],
    ]);
    expect(await inbox.rows("select distinct _extra from raw.orders")).toEqual([[null]]);
  });

  it("puts every line into one bucket, whatever the records share", async () => {
    const inbox = makeInbox(array);
    const report = await inbox.load(
      "o.json",
      `[\n${order(1)}, ${order(2)}, 5, ${order(3)},\n7,\n${order(4).replace(",", ",\n")}\n\n]`,
    );
    expect(report.file).toMatchObject({
      rows_read: 6,
      physical_lines: 7,
      record_lines: 3,
      diverted_lines: 1,
      other_lines: 3,
    });
    expect(await inbox.rows("select line_from, line_to from meta.rejects order by 1")).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });

  it("and one object a line are told apart by what the file holds, whichever is declared", async () => {
    const inbox = makeInbox(array.replace("format: json", "format: ndjson"));
    inbox.put("1.json", `[${order(1)}]`);
    inbox.put("2.json", `${order(2)}\n${order(3)}\n`);
    await inbox.ingest();
    inbox.describe(array);
    inbox.put("3.json", `${order(4)}\n{"id": 5,\n${order(6)}\n`);
    inbox.put("4.json", order(7).replaceAll(",", ",\n"));
    const { files } = await inbox.ingest();
    expect(files.map(({ error }) => error).filter((error) => error !== undefined)).toEqual([]);
    const dialects = await inbox.rows("select distinct name, split_part(dialect, ',', 1) from meta.files order by 1");
    expect(dialects).toEqual([
      ["1.json", "JSON"],
      ["2.json", "one JSON object a line"],
      ["3.json", "one JSON object a line"],
      ["4.json", "JSON"],
    ]);
    expect(await inbox.rows("select line_from from meta.rejects")).toEqual([[2]]);
  });
});
