import { beforeAll, describe, expect, it } from "vitest";
import type { FileReport } from "../../ingest/ingest.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";

interface Refused {
  readonly input: string;
  readonly content: string | Uint8Array;
  readonly says: RegExp;
}

function utf32(text: string): Buffer {
  return Buffer.concat(
    [...text].map((letter) =>
      Buffer.from([letter.codePointAt(0) ?? 0].flatMap((code) => [code & 255, (code >> 8) & 255, 0, 0])),
    ),
  );
}

const refused: readonly Refused[] = [
  { input: "an empty file", content: "", says: /orders[^:]*: the file is empty/ },
  { input: "white space alone", content: " \n\n", says: /holds no text/ },
  { input: "a header alone", content: `${header}\n`, says: /a header and no rows.*expect: \{ empty: true \}/ },
  { input: "a log-in page", content: "<!DOCTYPE html><html><body>Log in</body></html>", says: /begins with <!DOCTYPE/ },
  { input: "a workbook", content: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), says: /zip archive or an XLSX/ },
  { input: "an old workbook", content: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), says: /old binary Excel/ },
  { input: "gzip", content: Uint8Array.of(0x1f, 0x8b, 8, 0), says: /gzip/ },
  { input: "UTF-32", content: utf32(`\ufeff${header}\n`), says: /is UTF-32 text.*iconv -f utf-32 -t utf-8/ },
  { input: "UTF-32 without a mark", content: utf32(`${header}\n`), says: /is UTF-32 text/ },
  { input: "UTF-16", content: Buffer.from(`\ufeff${header}\n`, "utf16le"), says: /UTF-16.*utf-16le/ },
  {
    input: "a renamed column",
    content: "Number;Date;Amount, EUR;Client\n1;01.02.2025;1;7\n",
    says: /orders[^:]*, line 1: missing column Amount; not mapped: Amount, EUR; did "Amount, EUR" replace "Amount"\?/,
  },
  {
    input: "another delimiter",
    content: `${header.replaceAll(";", ",")}\n1,01.02.2025,1,7\n`,
    says: /delimiter is ",", the source says ";"/,
  },
  { input: "a column twice", content: `${header};Amount\n1;01.02.2025;1;7;2\n`, says: /Amount stands twice.*Amount#1/ },
  { input: "a column named __proto__", content: `${header};__proto__\n1;01.02.2025;1;7;x\n`, says: /__proto__/ },
  {
    input: "501 columns",
    content: `${header};${Array.from({ length: 500 }, (_, i) => `c${i}`).join(";")}\n`,
    says: /504 columns/,
  },
  {
    input: "windows-1251 bytes",
    content: Buffer.concat([Buffer.from(`${header}\n1;01.02.2025;1;7\n`), Buffer.from([0x32, 0x3b, 0xcf, 0xf0, 0x0a])]),
    says: /orders[^:]*, line 3: byte 0xCF is not UTF-8.*encoding: windows-1251/,
  },
  {
    input: "a last line cut off",
    content: `${header}\n1;01.02.2025;1;7\n2;01.0`,
    says: /line 3: the file ends in the middle/,
  },
  {
    input: "a quote open at the end",
    content: `${header}\n1;01.02.2025;1;7\n2;01.02.2025;1;"x`,
    says: /line 3: the file ends in the middle/,
  },
];

describe("ingest(settings, options, effects): files refused whole", () => {
  const inbox = makeInbox(ordersYaml());
  let files: readonly FileReport[] = [];

  beforeAll(async () => {
    refused.forEach(({ content }, index) => {
      inbox.put(`orders-${index}.csv`, content);
    });
    inbox.put("orders-good.csv", `${header}\n1;01.02.2025;10,50;7\n`);
    files = (await inbox.ingest()).files;
  });

  it.each(refused.map((one, index) => ({ ...one, name: `orders-${index}.csv` })))(
    "says what is wrong with $input",
    async ({ name, says }) => {
      const bad = files.find((file) => file.name === name);
      expect(bad?.state).toBe("rejected");
      expect(bad?.error).toMatch(says);
      expect(await inbox.rows(`select state, error from meta.files where name = '${name}'`)).toEqual([
        ["rejected", bad?.error],
      ]);
    },
  );

  it("loads the good file beside them", async () => {
    expect(files.find(({ name }) => name === "orders-good.csv")?.state).toBe("committed");
    expect(await inbox.rows("select order_id from raw.orders")).toEqual([["erp:1"]]);
  });

  it("keeps one ledger row for a file that stays refused, and forgets it once the file is loaded", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders.csv", `${header}\n`);
    await inbox.ingest();
    await inbox.ingest();
    expect(await inbox.rows("select file_id, state from meta.files")).toEqual([[1, "rejected"]]);
    inbox.describe(ordersYaml("mode: upsert\nexpect: { empty: true }"));
    await inbox.ingest();
    expect(await inbox.rows("select file_id, state from meta.files")).toEqual([[1, "committed"]]);
  });
});

interface SetAside {
  readonly input: string;
  readonly lines: readonly string[];
  readonly rejects: readonly (readonly [line: number, rule: string, message: RegExp])[];
}

const setAside: readonly SetAside[] = [
  {
    input: "a letter in a number",
    lines: ["1;01.02.2025;12,5O0;7"],
    rejects: [[2, "number", /^amount \(Amount\) "12,5O0" is not a number \(expected such as 1 234,50\)$/]],
  },
  { input: "five decimals", lines: ["1;01.02.2025;1,00001;7"], rejects: [[2, "scale", /has more than 4 decimals/]] },
  {
    input: "a number too long",
    lines: ["1;01.02.2025;123456789012345;7"],
    rejects: [[2, "range", /does not fit 14 digits/]],
  },
  { input: "a group of two digits", lines: ["1;01.02.2025;12 34;7"], rejects: [[2, "number", /12 34/]] },
  { input: "a point for a comma", lines: ["1;01.02.2025;1.5;7"], rejects: [[2, "number", /1\.5/]] },
  { input: "an exponent", lines: ["1;01.02.2025;1e3;7"], rejects: [[2, "number", /1e3/]] },
  {
    input: "a day that does not exist",
    lines: ["1;31.02.2025;1;7"],
    rejects: [[2, "date", /order_date \(Date\) "31\.02\.2025" does not exist in the calendar/]],
  },
  { input: "a two-digit year", lines: ["1;01.02.25;1;7"], rejects: [[2, "date", /is not in the format dd\.MM\.yyyy/]] },
  { input: "the year 24", lines: ["1;01.02.0024;1;7"], rejects: [[2, "range", /outside the years 1900 to 2100/]] },
  { input: "no key", lines: ["-;01.02.2025;1;7"], rejects: [[2, "required", /order_id \(Number\) has no value/]] },
  {
    input: "an id out of a spreadsheet",
    lines: ["1;01.02.2025;1;7,70123E+11"],
    rejects: [[2, "id_scientific", /lost its digits/]],
  },
  {
    input: "every fault of a row",
    lines: ["1;x;y;7"],
    rejects: [
      [2, "date", /x/],
      [2, "number", /y/],
    ],
  },
  { input: "a missing field", lines: ["1;01.02.2025;1"], rejects: [[2, "field_count", /3 fields, 4 expected/]] },
  { input: "an extra field", lines: ["1;01.02.2025;1;7;8"], rejects: [[2, "field_count", /5 fields, 4 expected/]] },
  { input: "text after a closing quote", lines: ['1;01.02.2025;1;"7"x'], rejects: [[2, "quote", /only this line/]] },
  { input: "a quote inside a field", lines: ['1;01.02.2025;1;7"x'], rejects: [[2, "quote", /only this line/]] },
  {
    input: "a stray opening quote",
    lines: ['1;01.02.2025;1;"7', "3;01.02.2025;1;7"],
    rejects: [[2, "quote", /never closed/]],
  },
  { input: "a NUL byte", lines: ["1;01.02.2025;1;\u00007"], rejects: [[2, "nul", /a NUL byte stands in the text/]] },
  {
    input: "rows that contradict each other",
    lines: ["1;01.02.2025;1;7", "1;01.02.2025;2;7"],
    rejects: [
      [2, "conflict", /erp:1/],
      [3, "conflict", /erp:1/],
    ],
  },
  {
    input: "a fault below a value of two lines",
    lines: ['8;01.02.2025;1;"a', 'b"', "1;x;1;7"],
    rejects: [[4, "date", /x/]],
  },
];

describe("ingest(settings, options, effects): rows set aside", () => {
  it.each(setAside)("names line and reason of $input, and loads the rows around it", async ({ lines, rejects }) => {
    const inbox = makeInbox(ordersYaml());
    const report = await inbox.load("orders.csv", [header, ...lines, "9;01.02.2025;1 000,50;7", ""].join("\n"));
    expect(report.state).toBe("committed");
    const found = await inbox.rows(
      "select line_from, rule, message from meta.rejects order by line_from, error_number",
    );
    expect(found.map(([line, rule]) => [line, rule])).toEqual(rejects.map(([line, rule]) => [line, rule]));
    for (const [index, [, , message]] of found.entries()) expect(message).toMatch(rejects[index]?.[2] ?? /never/);
    expect(await inbox.rows("select order_date, amount, client_id from raw.orders where order_id = 'erp:9'")).toEqual([
      ["2025-02-01", "1000.5000", "erp:7"],
    ]);
    expect(report.file?.rows_read).toBe((report.file?.rows_accepted ?? 0) + (report.file?.rows_rejected ?? 0));
  });

  it("costs one line per stray quote, wherever it stands", async () => {
    const inbox = makeInbox(ordersYaml());
    const rows = Array.from({ length: 5000 }, (_, index) => `${index};01.02.2025;1;c${index}`);
    const damaged = rows.map((row, index) => (index % 1000 === 500 ? row.replace(";c", ';"c') : row));
    const report = await inbox.load("orders.csv", `${[header, ...damaged].join("\n")}\n`);
    expect(report.file).toMatchObject({ rows_read: 5000, rows_accepted: 4995, rows_rejected: 5, physical_lines: 5001 });
  });

  it("sets aside a record whose text a stray quote closes, with the line that reads as its rest", async () => {
    const inbox = makeInbox(ordersYaml());
    const report = await inbox.load(
      "orders.csv",
      `${header};Region\n1;01.02.2025;1;a;x\n2;01.02.2025;2;"b"; c\nd";y\n3;01.02.2025;3;"c;c";z\n`,
    );
    expect(report.file).toMatchObject({
      rows_read: 4,
      rows_accepted: 2,
      rows_rejected: 2,
      control_amount_rejected: "2.0000",
    });
    expect(await inbox.rows("select line_from, rule, raw_text from meta.rejects order by line_from")).toEqual([
      [3, "quote_early", expect.stringContaining("2;01.02.2025;2;")],
      [4, "quote", 'd";y'],
    ]);
    expect(await inbox.rows("select order_id, client_id from raw.orders order by order_id")).toEqual([
      ["erp:1", "erp:a"],
      ["erp:3", "erp:c;c"],
    ]);
  });

  it("keeps the text of what was set aside, and the money in it", async () => {
    const inbox = makeInbox(ordersYaml());
    const report = await inbox.load("orders.csv", `${header}\n1;x;10,50;"a;b"\n2;01.02.2025;4;7\n`);
    expect(await inbox.rows("select raw_text from meta.rejects")).toEqual([['1;x;10,50;"a;b"']]);
    expect(report.file).toMatchObject({
      control_column: "amount",
      control_amount: "14.5000",
      control_amount_accepted: "4.0000",
      control_amount_rejected: "10.5000",
      control_amount_loaded: "4.0000",
    });
  });
});

const accepted: readonly { input: string; content: string | Uint8Array; yaml?: string; clients: readonly string[] }[] =
  [
    { input: "a byte order mark", content: `\ufeff${header}\n1;01.02.2025;1;a\n`, clients: ["erp:a"] },
    { input: "CRLF", content: `${header}\r\n1;01.02.2025;1;a\r\n2;01.02.2025;1;b\r\n`, clients: ["erp:a", "erp:b"] },
    { input: "CR alone", content: `${header}\r1;01.02.2025;1;a\r2;01.02.2025;1;b`, clients: ["erp:a", "erp:b"] },
    {
      input: "mixed line breaks",
      content: `${header}\r\n1;01.02.2025;1;a\n2;01.02.2025;1;b\r\n`,
      clients: ["erp:a", "erp:b"],
    },
    { input: "CRLF with LF in a value", content: `${header}\r\n1;01.02.2025;1;"a\nb"\r\n`, clients: ["erp:a\nb"] },
    { input: "CRLF in a value", content: `${header}\r\n1;01.02.2025;1;"a\r\nb"\r\n`, clients: ["erp:a\nb"] },
    { input: "blank lines", content: `\n${header}\n\n1;01.02.2025;1;a\n  \n;;;\n\n`, clients: ["erp:a"] },
    { input: "no line break at the end", content: `${header}\n1;01.02.2025;1;a`, clients: ["erp:a"] },
    { input: "a sep= line", content: `sep=;\n${header}\n1;01.02.2025;1;a\n`, clients: ["erp:a"] },
    {
      input: "doubled quotes and delimiters",
      content: `${header}\n1;01.02.2025;1;"a;""b"""\n`,
      clients: ['erp:a;"b"'],
    },
    {
      input: "columns in another order and case",
      content: "CLIENT; amount ;DATE;number\na;1;01.02.2025;1\n",
      clients: ["erp:a"],
    },
    { input: "outer spaces of any kind", content: `${header}\n 1 ;01.02.2025;\u00a01;\u2003a\t\n`, clients: ["erp:a"] },
    { input: "lines that begin with #", content: `${header}\n#1;01.02.2025;1;a\n`, clients: ["erp:a"] },
    {
      input: "a declared encoding",
      content: Buffer.concat([Buffer.from(`${header}\n1;01.02.2025;1;`), Buffer.from([0xcf, 0xf0, 0xe8, 0x0a])]),
      yaml: ordersYaml("mode: upsert\nencoding: windows-1251"),
      clients: ["erp:При"],
    },
    {
      input: "UTF-16 declared",
      content: Buffer.from(`\ufeff${header}\r\n1;01.02.2025;1;ж\r\n`, "utf16le"),
      yaml: ordersYaml("mode: upsert\nencoding: utf-16le"),
      clients: ["erp:ж"],
    },
  ];

describe("ingest(settings, options, effects): odd and right", () => {
  it.each(accepted)("reads $input", async ({ content, yaml, clients }) => {
    const inbox = makeInbox(yaml ?? ordersYaml());
    const report = await inbox.load("orders.csv", content);
    expect(report.error).toBeUndefined();
    expect(await inbox.rows("select message from meta.rejects")).toEqual([]);
    expect((await inbox.rows("select client_id from raw.orders order by _record")).flat()).toEqual(clients);
  });

  it("proposes the delimiter where the source names none", async () => {
    const inbox = makeInbox(ordersYaml().replace('dialect: { delimiter: ";" }\n', ""));
    await inbox.load("orders.csv", "Number\tDate\tAmount\tClient\n1\t01.02.2025\t1,5\ta\n");
    expect(await inbox.rows("select amount from raw.orders")).toEqual([["1.5000"]]);
  });

  it("keeps columns that nobody maps as JSON", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", `${header};Note;"A ""b"""\n1;01.02.2025;1;a;x;y\n2;01.02.2025;1;b;;\n`);
    const extras = (await inbox.rows("select _extra from raw.orders order by _record")).flat();
    expect(extras.map((extra) => (typeof extra === "string" ? JSON.parse(extra) : extra))).toEqual([
      { Note: "x", 'A "b"': "y" },
      null,
    ]);
  });

  it("takes file names with odd characters as values", async () => {
    const inbox = makeInbox(ordersYaml());
    const name = `orders '";drop table raw.orders;--\n${"ж".repeat(50)}.csv`;
    const report = await inbox.load(name, `${header}\n1;01.02.2025;1;a\n`);
    expect(report).toMatchObject({ state: "committed", name });
    expect(await inbox.rows("select name from meta.files")).toEqual([[name]]);
  });
});
