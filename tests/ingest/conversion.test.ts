import { describe, expect, it } from "vitest";
import { convert, meansNothing } from "../../ingest/values/convert.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";
import { mapColumn, type Sort } from "./values.ts";

/** Converts one text; `options` are YAML keys of the mapping. */
async function read(sort: Sort, options: string, text: string): Promise<unknown> {
  const mapping = mapColumn(sort, options, "Europe/Moscow");
  const nothing = meansNothing("t", mapping) ?? "false";
  const sql = `select case when ${nothing} then null else ${convert("t", mapping).value} end from (select $1 as t)`;
  return withConnection({ attach: [] }, async (connection) => (await connection.table(sql, [text])).rows[0]?.[0]);
}

const comma = 'decimal: ",", group: " "';

const grammar: readonly (readonly [sort: Sort, options: string, text: string, value: unknown])[] = [
  ["amount", "", "12", "12.0000"],
  ["amount", "", "-12.5", "-12.5000"],
  ["amount", "", "+.5", "0.5000"],
  ["amount", "", "007.10", "7.1000"],
  ["amount", "", "1.23450000", "1.2345"],
  ["amount", "", "99999999999999.9999", "99999999999999.9999"],
  ["amount", "", "1.23456", null],
  ["amount", "", "100000000000000", null],
  ["amount", "", "1,5", null],
  ["amount", "", "1_000", null],
  ["amount", "", "0x1F", null],
  ["amount", "", "1e3", null],
  ["amount", "", "12-", null],
  ["amount", "", "1 2", null],
  ["amount", "", "", null],
  ["amount", "", "NaN", null],
  ["amount", "", "١٢", "12.0000"],
  ["amount", comma, "1 234 567,89", "1234567.8900"],
  ["amount", comma, "1\u00a0234,5", "1234.5000"],
  ["amount", comma, "1\u202f234,5", "1234.5000"],
  ["amount", comma, "1234,5", "1234.5000"],
  ["amount", comma, "1 23,5", null],
  ["amount", comma, "12 3456,5", null],
  ["amount", comma, "1.234,5", null],
  ["amount", 'decimal: ",", group: "."', "1.234", "1234.0000"],
  ["amount", 'group: ","', "1,234.5", "1234.5000"],
  ["amount", `group: "'"`, "1'234.5", "1234.5000"],
  ["amount", "negate: true", "5", "-5.0000"],
  ["amount", "round: true", "11.879999999999999", "11.8800"],
  ["amount", "round: true", "-0.00005", "-0.0001"],
  ["amount", "round: true", "1e3", null],
  ["amount", "round: true, percent: true", "12.3456789", "0.1235"],
  ["amount", "reciprocal: true", "1.25", "0.8000"],
  ["amount", "reciprocal: true, negate: true", "-8", "0.1250"],
  ["amount", "reciprocal: true", "500", "0.0020"],
  ["amount", "reciprocal: true", "30000", null],
  ["amount", "reciprocal: true", "0", null],
  ["amount", "range: [0, 10.5]", "10.5", "10.5000"],
  ["amount", "range: [0, 10.5]", "10.5001", null],
  ["amount", "range: [null, 0]", "-3", "-3.0000"],
  ["amount", 'matches: "[0-9]+"', "12", "12.0000"],
  ["amount", 'matches: "[0-9]+"', "12.5", null],
  ["day", "range: [2020-01-01, 2020-12-31]", "2020-12-31", "2020-12-31"],
  ["day", "range: [2020-01-01, 2020-12-31]", "2021-01-01", null],
  ["instant", "range: [2020-12-31, 2020-12-31]", "2020-12-30 23:59:59", null],
  ["instant", "range: [2020-12-31, 2020-12-31]", "2020-12-31 00:00:00", "2020-12-30 21:00:00"],
  ["instant", "range: [2020-12-31, 2020-12-31]", "2020-12-31 23:59:59", "2020-12-31 20:59:59"],
  ["instant", "range: [2020-12-31, 2020-12-31]", "2021-01-01 00:00:00", null],
  ["instant", "range: [null, 2020-12-31], time_zone: UTC", "2020-12-31 23:59:59", "2020-12-31 23:59:59"],
  ["instant", "range: [null, 2020-03-29], time_zone: Europe/Berlin", "2020-03-29 23:59:59", "2020-03-29 21:59:59"],
  ["instant", "range: [null, 2020-03-29], time_zone: Europe/Berlin", "2020-03-30 00:00:00", null],
  ["instant", "timestamps: [M/d/yyyy h:mm a]", "3/5/2024 12:05 AM", "2024-03-04 21:05:00"],
  ["instant", "timestamps: [M/d/yyyy h:mm a]", "3/5/2024 12:05\u202fpm", "2024-03-05 09:05:00"],
  ["instant", "timestamps: [M/d/yyyy h:mm a]", "3/5/2024 9:05 p.m.", "2024-03-05 18:05:00"],
  ["instant", "timestamps: [M/d/yyyy h:mm a]", "3/5/2024 13:05 PM", null],
  ["instant", "timestamps: [M/d/yyyy h:mm a]", "3/5/2024 0:05 AM", null],
  ["instant", "timestamps: [M/d/yyyy h:mm a]", "3/5/2024 9:05", null],
  [
    "instant",
    "timestamps: ['yyyy/MM/dd hh:mm:ss a'], calendar: persian",
    "۱۴۰۲/۱۲/۲۹ ۰۹:۰۵:۰۰ ب.ظ",
    "2024-03-19 18:05:00",
  ],
  ["day", "dates: [MM/dd/yyyy hh:mm:ss a]", "12/31/2024 11:59:59 PM", "2024-12-31"],
  ["id", 'matches: "[A-Z]{2}-[0-9]{4}"', "AB-1234", "erp:AB-1234"],
  ["id", 'matches: "[A-Z]{2}-[0-9]{4}"', "xAB-1234", null],
  ["amount", "minor_units: 2", "12345", "123.4500"],
  ["amount", "minor_units: 2", "1.234", null],
  ["amount", "default: '0'", "7", "7.0000"],
  ["share", "percent: true", "15", "0.150000"],
  ["share", "percent: true", "12.5", "0.125000"],
  ["share", "percent: true", "12.34567", null],
  ["score", "", "9.5", 9.5],
  ["score", "", "1e1", 10],
  ["score", "", "1e400", null],
  ["score", "", "inf", null],
  ["day", "", "2024-02-29", "2024-02-29"],
  ["day", "", "2023-02-29", null],
  ["day", "", "2024-2-9", null],
  ["day", "", "infinity", null],
  ["day", "", "epoch", null],
  ["day", "", "1899-12-31", null],
  ["day", "", "2101-01-01", null],
  ["day", "dates: [dd.MM.yyyy]", "05.01.2024", "2024-01-05"],
  ["day", "dates: [dd.MM.yyyy]", "05.01.24", null],
  ["day", "dates: [dd.MM.yyyy]", "5.1.2024", null],
  ["day", "dates: [d.M.yyyy]", "5.1.2024", "2024-01-05"],
  ["day", "dates: [MM/dd/yyyy, MM-dd-yy]", "12-31-24", "2024-12-31"],
  ["day", "dates: [MM/dd/yyyy, MM-dd-yy]", "12/31/2024", "2024-12-31"],
  ["day", "dates: [yyyy-MM]", "2024-03", "2024-03-01"],
  ["day", "dates: ['yyyy-MM-dd HH:mm:ss']", "2024-03-05 23:59:59", "2024-03-05"],
  ["day", `dates: ["yyyy-MM-dd'T'HH:mm:ssXXX"]`, "2024-03-05T22:00:00Z", "2024-03-06"],
  ["instant", "", "2024-03-05 12:00:00", "2024-03-05 09:00:00"],
  ["instant", "", "2024-03-05T12:00:00Z", "2024-03-05 12:00:00"],
  ["instant", "", "2024-03-05T12:00:00.1234567+03:00", "2024-03-05 09:00:00.123456"],
  ["instant", "", "2024-03-05 25:00:00", null],
  ["instant", "", "2024-03-05", null],
  ["instant", "time_zone: UTC", "2024-03-05 12:00", "2024-03-05 12:00:00"],
  ["flag", "", "TRUE", true],
  ["flag", "", "yes", null],
  ["flag", "true: [Да], false: [Нет]", "да", true],
  ["flag", "true: [Да], false: [Нет]", "НЕТ", false],
  ["flag", "values: { Y: 'true', N: 'false' }", "Y", true],
  ["id", "", "000123", "erp:000123"],
  ["id", "", '="00123"', "erp:00123"],
  ["id", "", "7.70123E+11", null],
  ["id", "", "12E4", "erp:12E4"],
  ["id", "namespace: crm", "1", "crm:1"],
  ["id", "namespace: ''", "1", "1"],
  ["tax", "", "7701", "7701"],
  ["text", "", "1e3", "1e3"],
  ["text", "values: { Отгружен: done, Х: null }", "Отгружен", "done"],
  ["text", "values: { Отгружен: done, Х: null }", "Х", null],
  ["text", "values: { Отгружен: done }", "Новый", "Новый"],
  ["text", "values: { Отгружен: done }, other: 'null'", "Новый", null],
  ["text", 'values: { "it\'s": "a\'b" }', "it's", "a'b"],
];

describe("convert(text, mapping)", () => {
  it.each(grammar)("reads %s { %s } %j as %j", async (sort, options, text, value) => {
    expect(await read(sort, options, text)).toBe(value);
  });
});

describe("convert(text, mapping): codes of currencies", () => {
  it("reads a code in small letters as the same currency", async () => {
    const inbox = makeInbox(ordersYaml().replace("columns:", "columns:\n      currency: { from: Cur }"));
    await inbox.load("orders.csv", "Number;Date;Amount;Client;Cur\n1;01.02.2025;1,50;A;eur\n2;01.02.2025;2,50;B;EUR\n");
    expect(await inbox.rows("select distinct currency from raw.orders")).toEqual([["EUR"]]);
  });
});
