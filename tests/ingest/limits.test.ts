import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { book } from "./xlsx-book.ts";

interface Limited {
  readonly format: string;
  readonly more: string;
  /** A file of three rows; the note of the second is as long as said. */
  readonly write: (noteLength: number) => string | Uint8Array;
}

const rows = (length: number) => [
  ["Number", "Date", "Note"],
  ["1", "2025-02-01", "a"],
  ["2", "2025-02-01", "n".repeat(length)],
  ["3", "2025-02-01", "c"],
];
const pad = (cells: readonly string[]) => `${cells[0]?.padEnd(8)}${cells[1]?.padEnd(12)}${cells[2]?.padEnd(300)}`;
const borders = (cells: readonly string[]) =>
  `|${cells[0]?.padEnd(8)}|${cells[1]?.padEnd(12)}|${cells[2]?.padEnd(300)}|`;
const rule = "-".repeat(324);

const formats: readonly Limited[] = [
  {
    format: "csv",
    more: "",
    write: (length) =>
      rows(length)
        .map((cells) => `${cells.join(";")}\n`)
        .join(""),
  },
  { format: "xlsx", more: "", write: (length) => book({ sheets: [{ rows: rows(length) }] }) },
  {
    format: "fixed",
    more: "format: fixed\n    fixed: { skip_lines: 1, columns: { Number: { at: 1, width: 8 }, Date: { at: 9, width: 12 }, Note: { at: 21, width: 300 } } }",
    write: (length) =>
      rows(length)
        .map((cells) => `${pad(cells)}\n`)
        .join(""),
  },
  {
    format: "sap_list",
    more: "format: sap_list",
    write(length) {
      const [head = [], ...others] = rows(length).map(borders);
      return [rule, head, rule, ...others, rule, ""].join("\n");
    },
  },
];

const inboxOf = ({ more }: Limited, limits: string) =>
  makeInbox(`source: erp
title: ERP
feeds:
  - entity: orders
    match: "*"
    mode: upsert
    limits: ${limits}
    ${more}
    columns: { order_id: { from: Number }, order_date: { from: Date }, region: { from: Note } }
`);

describe.each(formats)("limits of a feed: $format", (one) => {
  it("refuses a file of too many bytes, rows or columns, and says which limit", async () => {
    for (const [limits, said] of [
      ["{ bytes: 20 }", /the file has \d+ bytes, at most 20 are read \(limits\.bytes\)/],
      ["{ rows: 2 }", /the file has 3 rows, at most 2 are loaded \(limits\.rows\)/],
      ["{ columns: 2 }", /3 columns, at most 2 are read/],
    ] as const) {
      const { state, error } = await inboxOf(one, limits).load("orders.bin", one.write(5));
      expect([state, error]).toEqual(["rejected", expect.stringMatching(said)]);
    }
  });

  it("sets a row aside whose value is too long, and takes the others", async () => {
    const inbox = inboxOf(one, "{ rows: 3, columns: 3, value_size: 200 }");
    const { file } = await inbox.load("orders.bin", one.write(201));
    expect(file).toMatchObject({ rows_accepted: 2, rows_rejected: 1 });
    expect(await inbox.rows("select rule, message from meta.rejects")).toEqual([
      ["too_long", "a value is longer than 200 bytes (limits.value_size)"],
    ]);
  });
});

describe.each(formats.filter(({ format }) => format !== "xlsx"))("limits of lines: $format", (one) => {
  it("sets a line aside that is longer than a record may be", async () => {
    const inbox = inboxOf(one, "{ record_size: 1000 }");
    const { file } = await inbox.load("orders.bin", one.write(1001));
    expect(file).toMatchObject({ rows_accepted: 2, rows_rejected: 1 });
    expect(await inbox.rows("select rule, message from meta.rejects")).toEqual([
      ["too_long", expect.stringMatching(/longer than .*\(limits\.record_size\)$/)],
    ]);
  });
});
