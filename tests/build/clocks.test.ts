import { describe, expect, it } from "vitest";
import { readClocks } from "../../warehouse/build/clocks.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { rawAsKnown } from "../../warehouse/engines/duckdb.ts";

const columns = [
  { name: "told_at", sqlType: "timestamp" },
  { name: "_loaded_at", sqlType: "timestamp" },
];

/** What clocks show by the zone itself, every seven hours of many years, and by the view of raw rows. */
async function compare(timeZone: string, day: string) {
  return withConnection({ attach: [] }, async (connection) => {
    await connection.run(`create table instants as select range as told_at, range as _loaded_at, cast(null as timestamp) as _closed_at
      from range(timestamp '2012-01-01', timestamp '2031-01-01', interval 7 hour)`);
    const clocks = await readClocks(connection, timeZone, day);
    const view = rawAsKnown("instants", columns, new Set(["told_at", "_loaded_at", "_closed_at"]), null, clocks);
    const row = await connection.row<{ wrong: number; all: number; days: number }>(`
      select cast(count(*) filter (where seen.told_at <> timezone('${timeZone}', timezone('UTC', seen._loaded_at))) as integer) as wrong,
        cast(count(*) as integer) as "all",
        cast(date_diff('day', timestamp '${clocks.from}', timestamp '${clocks.until}') as integer) as days
      from (${view}) as seen`);
    return { ...row, minutes: clocks.minutes };
  });
}

describe("readClocks(connection, timeZone, day)", () => {
  it.each([
    ["Europe/Moscow", 180, 4000],
    ["Asia/Almaty", 300, 800],
    ["Asia/Tehran", 210, 1300],
    ["Asia/Kathmandu", 345, 10_000],
    ["Europe/Kyiv", 180, 200],
    ["America/St_Johns", -150, 200],
    ["Asia/Tashkent", 300, 10_000],
  ])("tells instants as the zone itself does, whatever changed before and after: %s", async (zone, minutes, days) => {
    const found = await compare(zone, "2026-06-30");
    expect(found).toMatchObject({ wrong: 0, all: 23_795, minutes });
    expect(found.days).toBeGreaterThan(days);
  });

  it("leaves UTC as it is", async () => {
    expect(await compare("UTC", "2026-06-30")).toMatchObject({ wrong: 0, minutes: 0 });
  });
});
