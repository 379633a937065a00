import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";

const yaml = (more = "") => `source: sap
title: SAP
encoding: [utf-8, utf-16le, windows-1251]
locale: { decimal: ",", group: ".", dates: [dd.MM.yyyy], empty_dates: ["00.00.0000"], negative: [trailing] }
feeds:
  - entity: orders
    match: "*.txt"
    mode: upsert
${more}    columns:
      order_id: { from: Sales Doc. }
      order_date: { from: Doc. Date }
      client_id: { from: Sold-to }
      amount: { from: Net value }
      currency: { from: Crcy }
`;

const rule = "-".repeat(70);
const header = "|Sales Doc.|Doc. Date |Sold-to |Name 1          |     Net value|Crcy |";
const one = "|4500001   |01.02.2025|100001  |Müller | Söhne  |      1.234,50|EUR  |";
const two = "|4500002   |02.02.2025|100002  |Северсталь      |       100,00-|EUR  |";
const three = "|4500003   |03.02.2025|100003  |日本            |        10,00 |EUR  |";
const total = "|*         |          |        |                |      1.144,50|EUR  |";

const page = (title: string, ...rows: readonly string[]) => [title, rule, header, rule, ...rows, rule];
const list = (...lines: readonly string[]) => `${lines.join("\r\n")}\r\n`;

const ordersOf = "select order_id, client_id, amount, _extra, _record from raw.orders order by _record";

describe("readSapList(path, options)", () => {
  it("cuts cells where the header has its borders, on every page", async () => {
    const inbox = makeInbox(yaml());
    const text = list(
      ...page("01.03.2025   Orders   1", one, two),
      "",
      ...page("\f01.03.2025   Orders   2", three, total),
    );
    const { file } = await inbox.load("list.txt", text);
    expect(file).toMatchObject({ state: "committed", rows_read: 3, rows_accepted: 3, header_line: 3 });
    expect(await inbox.rows(ordersOf)).toEqual([
      ["sap:4500001", "sap:100001", "1234.5000", '{"Name 1":"Müller | Söhne"}', 1],
      ["sap:4500002", "sap:100002", "-100.0000", '{"Name 1":"Северсталь"}', 2],
      ["sap:4500003", "sap:100003", "10.0000", '{"Name 1":"日本"}', 3],
    ]);
    expect(file?.dialect).toMatch(
      /^SAP list, header in line 3; 1 line of totals; they agree in Net value, encoding utf-8/,
    );
    expect(await inbox.rows("select record, line from meta.lines order by record")).toEqual([
      [1, 5],
      [3, 13],
    ]);
  });
});
