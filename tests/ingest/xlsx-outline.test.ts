import { describe, expect, it } from "vitest";
import { type Inbox, makeInbox, ordersYaml } from "./inbox.ts";
import { book } from "./xlsx-book.ts";

type Line = readonly [level: number, ...cells: (string | number)[]];

/** A report as 1C writes it: rows of a group are a level deeper than the row that heads it. */
function report(lines: readonly Line[], summaryBelow?: 0 | 1): Buffer {
  const header: Line = [0, "Number", "Date", "Amount", "Client"];
  const data = [header, ...lines].map(([level, ...cells], index) => {
    const written = cells.map((cell, column) => {
      const place = `${"ABCD".charAt(column)}${index + 1}`;
      if (cell === "") return "";
      return typeof cell === "number"
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    });
    return `<row r="${index + 1}"${level > 0 ? ` outlineLevel="${level}"` : ""}>${written.join("")}</row>`;
  });
  const before = summaryBelow === undefined ? "" : `<sheetPr><outlinePr summaryBelow="${summaryBelow}"/></sheetPr>`;
  return book({ sheets: [{ data: data.join(""), before }] });
}

function inboxOf(more = ""): Inbox {
  return makeInbox(ordersYaml(`mode: upsert${more}`).replace("orders*.csv", "orders*"));
}

const ids = "select order_id from raw.orders order by _record";
const day = "01.02.2025";

describe("ingest(settings, options, effects): grouped reports in workbooks", () => {
  const above: readonly Line[] = [
    [0, "Romashka", "", 60],
    [1, "Moscow", "", 30],
    [2, "1", day, 10, "C1"],
    [2, "2", day, 20, "C1"],
    [1, "Kazan", "", 30],
    [2, "3", day, 30, "C1"],
    [0, "Lotos", "", 5],
    [1, "4", day, 5, "C2"],
    [0, "Итого", "", 65],
  ];

  it.each([["said", 0] as const, ["not said", undefined] as const])(
    "takes rows that head groups for totals of the rows below, which side is %s",
    async (_, summaryBelow) => {
      const inbox = inboxOf();
      expect(await inbox.load("orders.xlsx", report(above, summaryBelow))).toMatchObject({ state: "committed" });
      expect(await inbox.rows(ids)).toEqual([["erp:1"], ["erp:2"], ["erp:3"], ["erp:4"]]);
      expect(
        await inbox.rows("select line_from, message from meta.remarks where kind = 'footer' order by line_from"),
      ).toEqual([
        [2, "the total of amount is 60, as read"],
        [3, "the total of amount is 30, as read"],
        [6, "the total of amount is 30, as read"],
        [8, "the total of amount is 5, as read"],
        [10, "the total of amount is 65, as read"],
      ]);
    },
  );

  it("takes them for totals of the rows above, where they stand below", async () => {
    const inbox = inboxOf();
    const below: readonly Line[] = [
      [2, "1", day, 10, "C1"],
      [2, "2", day, 20, "C1"],
      [1, "Moscow", "", 30],
      [2, "3", day, 30, "C1"],
      [1, "Kazan", "", 30],
      [0, "Romashka", "", 60],
      [1, "4", day, 5, "C2"],
      [0, "Lotos", "", 5],
    ];
    expect(await inbox.load("orders.xlsx", report(below))).toMatchObject({ state: "committed" });
    expect(await inbox.rows(ids)).toEqual([["erp:1"], ["erp:2"], ["erp:3"], ["erp:4"]]);
  });

  it("holds a report whose group is not what its head says", async () => {
    const inbox = inboxOf();
    const lines = above.map((line): Line => (line[1] === "Kazan" ? [1, "Kazan", "", 31] : line));
    expect(await inbox.load("orders.xlsx", report(lines))).toMatchObject({
      state: "held",
      error: expect.stringContaining("line 6: the total of amount is 31, read 30"),
    });
  });

  it("takes a head with all columns for a total where it is the sum, and holds it where it may be a row", async () => {
    const whole = (amount: number): readonly Line[] => [
      [0, "10", day, amount, "C1"],
      [1, "1", day, 10, "C1"],
      [1, "2", day, 20, "C1"],
    ];
    const sums = inboxOf();
    await sums.load("orders.xlsx", report(whole(30)));
    expect(await sums.rows(ids)).toEqual([["erp:1"], ["erp:2"]]);
    for (const other of [7, 0]) {
      const held = inboxOf();
      expect(await held.load("orders.xlsx", report(whole(other)))).toMatchObject({
        state: "held",
        error: expect.stringMatching(`could be a row of data just as well: the total of amount is ${other}, read 30`),
      });
    }
    const rows = inboxOf("\noutline: rows");
    await rows.load("orders.xlsx", report(whole(7)));
    expect(await rows.rows(ids)).toEqual([["erp:10"], ["erp:1"], ["erp:2"]]);
  });

  it("holds a head without an amount that could be a row, until the source says what it is", async () => {
    const titled: readonly Line[] = [
      [0, "Moscow", day, "", "C1"],
      [1, "1", day, 10, "C1"],
    ];
    const held = inboxOf();
    expect(await held.load("orders.xlsx", report(titled))).toMatchObject({ state: "held" });
    const totals = inboxOf("\noutline: totals");
    await totals.load("orders.xlsx", report(titled));
    expect(await totals.rows(ids)).toEqual([["erp:1"]]);
  });
});
