import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { encode } from "./samples.ts";

const yaml = (fixed = "", encoding = "utf-8") => `source: host
title: Host
encoding: ${encoding}
format: fixed
locale: { decimal: ".", dates: [yyyyMMdd] }
feeds:
  - entity: orders
    match: "*.dat"
    mode: upsert
    fixed:
      columns:
        number: { at: 2, width: 6 }
        name: { at: 8, width: 8 }
        day: { at: 18, width: 8 }
        amount: { at: 26, width: 9 }
${fixed}    columns:
      order_id: { from: number }
      order_date: { from: day }
      client_id: { from: name }
      amount: { from: amount, minor_units: 2 }
`;

const types = '      type: { at: 1, width: 1, records: ["D"], others: ["H", "T"] }\n';
const one = "D000001Ромашка xx20250201000012345";
const two = "D000002Müller    20250202000000050";

const ordersOf = "select order_id, client_id, amount, _extra from raw.orders order by _record";
const rejectsOf = "select line_from, rule, message from meta.rejects order by line_from";

describe("readFixed(path, options)", () => {
  it("cuts lines by characters, keeps what stands between columns, and zeros in front", async () => {
    const inbox = makeInbox(yaml());
    const { file } = await inbox.load("a.dat", `${one}\r\n${two}\r\n\x1a`);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, physical_lines: 3, other_lines: 1 });
    expect(await inbox.rows(ordersOf)).toEqual([
      ["host:000001", "host:Ромашка", "123.4500", '{"place 1":"D","places 16-17":"xx"}'],
      ["host:000002", "host:Müller", "0.5000", '{"place 1":"D","places 16-17":null}'],
    ]);
    expect(file?.dialect).toMatch(/^fixed width, 34 characters, encoding utf-8/);
  });

  it("leaves out header lines and other types, and counts letters beyond the first plane once", async () => {
    const inbox = makeInbox(yaml(`      skip_lines: 1\n${types}`));
    const text = `a header of any kind\nH20250301\n${one.replace("Ромашка ", "😀Ромашка")}\n${two}\nT000002\n`;
    const { file } = await inbox.load("a.dat", text);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, rows_rejected: 0, other_lines: 3 });
    expect(await inbox.rows("select client_id, amount from raw.orders order by _record")).toEqual([
      ["host:😀Ромашка", "123.4500"],
      ["host:Müller", "0.5000"],
    ]);
    expect(file?.dialect).toMatch(/2 lines of other types/);
  });

  it("reads single-byte encodings, where places are bytes too", async () => {
    const inbox = makeInbox(yaml("", "ibm866"));
    const { file } = await inbox.load("a.dat", encode(`${one}\n${one.replace("000001", "000002")}\n`, "ibm866"));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2 });
    expect((await inbox.rows(ordersOf))[0]?.[1]).toBe("host:Ромашка");
  });

  it("cuts by the bytes of UTF-8 where the source says so", async () => {
    const inbox = makeInbox(yaml("      unit: bytes\n"));
    const name = (text: string) => text.padEnd(8 - Buffer.byteLength(text) + text.length);
    const line = (number: string, client: string) => `D${number}${name(client)}  20250201000012345`;
    const { file } = await inbox.load(
      "a.dat",
      `${line("000001", "Юкос")}\n${line("000002", "Abcdefg")}\nD000003Abcdefgю 20250201000012345\n`,
    );
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, rows_rejected: 1 });
    expect(await inbox.rows(rejectsOf)).toEqual([
      [3, "field_count", "a letter of several bytes stands across the border of name"],
    ]);
    expect((await inbox.rows(ordersOf))[0]?.[1]).toBe("host:Юкос");
  });

  it.each([
    {
      input: "a short line",
      line: "D000003Abc       20250201",
      reject: ["short_line", "the line has 25 characters of 34; it ends before the end of amount"],
    },
    {
      input: "a long line",
      line: `${two}99`,
      reject: ["field_count", 'the line goes on behind place 34, where the last column ends: "99"'],
    },
    {
      input: "a tab",
      line: "D000003\tAbc   2025020100001234500",
      reject: ["tab", "a tab stands at place 8; the columns behind it may be shifted"],
    },
    {
      input: "an unknown type",
      line: two.replace("D", "X"),
      reject: ["record_type", 'the record type "X" at place 1 is none of those known: "D", "H", "T"'],
    },
    {
      input: "a shifted line",
      line: ` ${two.slice(0, -1)}`,
      reject: ["record_type", 'the record type "" at place 1 is none of those known: "D", "H", "T"'],
    },
    {
      input: "a value that is no day",
      line: two.replace("20250202", "20250231"),
      reject: ["date", 'order_date (day) "20250231" does not exist in the calendar'],
    },
    {
      input: "a line beyond all measure",
      line: `D${"x".repeat(1_100_000)}`,
      reject: ["too_long", "the line is longer than a record may be (limits.record_size)"],
    },
  ])("sets aside $input", async ({ line, reject }) => {
    const inbox = makeInbox(yaml(types));
    const { file } = await inbox.load("a.dat", `${one}\n${line}\n${two}\n`);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, rows_rejected: 1, physical_lines: 3 });
    expect(await inbox.rows(rejectsOf)).toEqual([[2, ...reject]]);
  });

  it("takes short lines as blank at their end where the source says so", async () => {
    const inbox = makeInbox(yaml("      short_lines: pad\n"));
    const { file } = await inbox.load("a.dat", `${one}\nD000003Abc       20250201\n`);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2 });
    expect(await inbox.rows("select amount from raw.orders order by _record")).toEqual([["123.4500"], [null]]);
  });

  it.each([
    { input: "an empty file", yaml: yaml(), text: "", says: "a.dat: the file is empty. Export it again." },
    {
      input: "a last line cut off",
      yaml: yaml(),
      text: `${one}\nD000002Mül`,
      says: "a.dat, line 2: the file ends in the middle of this line. It was cut off while being written or copied; export it again.",
    },
    {
      input: "bytes of another encoding",
      yaml: yaml(),
      text: encode(`${two.replace("ü", "u")}\n${one}\n`, "windows-1251"),
      says: "a.dat, line 2: the line is not UTF-8. Declare the file's encoding in the source (encoding: windows-1251, windows-1252, …), or export it as UTF-8.",
    },
    {
      input: "a source that says no places",
      yaml: yaml().replace(/ {4}fixed:[\s\S]*?(?= {4}columns:\n {6}order)/, ""),
      text: `${one}\n`,
      says: "a.dat: feed orders is of fixed width, and nothing says where its columns stand. Write fixed: { columns: … } for it in the source file of host.",
    },
  ])("refuses $input", async ({ yaml, text, says }) => {
    const inbox = makeInbox(yaml);
    const report = await inbox.load("a.dat", text);
    expect([report.state, report.error]).toEqual(["rejected", says]);
  });

  it("holds a file whose columns do not line up in few lines, unless values may touch", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => two.replace("000002", `0000${10 + index}`));
    const shifted = "D000099Schmidtke&20250202000000050";
    const text = [...rows.slice(0, 6), shifted, ...rows.slice(6), ""].join("\n");
    const held = await makeInbox(yaml()).load("a.dat", text);
    expect([held.state, held.error]).toEqual([
      "held",
      "a.dat, line 7: columns do not line up: in 1 of 13 records (line 7) text goes on across the border of name and places 16-17, which is blank in the others. Correct the places in `fixed`, or widen the column; where a value may fill its column to the end, say fixed: { touching: true }.",
    ]);
    const taken = await makeInbox(yaml("      touching: true\n")).load("a.dat", text);
    expect(taken).toMatchObject({ state: "committed" });
  });

  it("refuses a source whose columns overlap", () => {
    expect(() => makeInbox(yaml("        more: { at: 7, width: 2 }\n")).settings).not.toThrow();
    return expect(makeInbox(yaml("        more: { at: 7, width: 2 }\n")).ingest()).rejects.toThrow(
      /fixed\.columns\.more.*overlaps the column number|overlaps the column/,
    );
  });
});
