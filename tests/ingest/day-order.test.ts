import { describe, expect, it } from "vitest";
import { swapDayAndMonth } from "../../ingest/structure/day-order.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const yaml = ordersYaml().replace("{ from: Date }", "{ from: Date, dates: [dd/MM/yyyy], day_order: by_column }");
const file = (...days: readonly string[]) =>
  ["Number;Date;Amount;Client", ...days.map((day, index) => `${index};${day};1;a`), ""].join("\n");

describe("swapDayAndMonth(formats)", () => {
  it("leaves literals and formats that begin with the year alone", () => {
    expect(swapDayAndMonth(["dd/MM/yyyy", "d.M.yyyy 'dd' H:mm", "yyyy-MM-dd"])).toEqual([
      "MM/dd/yyyy",
      "M.d.yyyy 'dd' H:mm",
      "yyyy-MM-dd",
    ]);
  });
});

describe("ingest(settings, options, effects): day and month in either order", () => {
  const decided: readonly (readonly [what: string, days: readonly string[], dates: readonly string[]])[] = [
    ["a day above 12 in the first place", ["01/02/2025", "13/02/2025"], ["2025-02-01", "2025-02-13"]],
    ["a day above 12 in the second place", ["01/02/2025", "02/13/2025"], ["2025-01-02", "2025-02-13"]],
    ["days that are the same either way", ["02/02/2025", "-"], ["2025-02-02"]],
  ];

  it.each(decided)("reads a column by %s", async (_what, days, dates) => {
    const inbox = makeInbox(yaml);
    const { state } = await inbox.load("orders.csv", file(...days));
    expect(state).toBe("committed");
    expect((await inbox.rows("select order_date from raw.orders order by order_id")).flat()).toEqual(dates);
  });

  it("holds a file whose days all fit both ways, and shows both readings", async () => {
    const inbox = makeInbox(yaml);
    const { state, error } = await inbox.load("orders.csv", file("01/02/2025", "03/04/2025"));
    expect(state).toBe("held");
    expect(error).toBe(
      'orders.csv: every value of Date fits dd/MM/yyyy and MM/dd/yyyy: "01/02/2025" is 2025-02-01 or 2025-01-02. Say which it is: leave out day_order, and list dd/MM/yyyy or MM/dd/yyyy in dates.',
    );
  });

  it("holds a file written in both orders", async () => {
    const inbox = makeInbox(yaml);
    const { state, error } = await inbox.load("orders.csv", file("13/02/2025", "02/14/2025"));
    expect(state).toBe("held");
    expect(error).toMatch(/two orders: "13\/02\/2025" fits dd\/MM\/yyyy alone, "02\/14\/2025" MM\/dd\/yyyy alone/);
  });

  it("sets aside what fits neither way, and decides by the others", async () => {
    const inbox = makeInbox(yaml);
    const { file: row } = await inbox.load("orders.csv", file("13/02/2025", "32/02/2025"));
    expect(row).toMatchObject({ rows_accepted: 1, rows_rejected: 1 });
  });
});
