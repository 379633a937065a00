import { describe, expect, it } from "vitest";
import { withRoom } from "../../ingest/room.ts";
import { withConnection } from "../../warehouse/connection.ts";

const wide = "create or replace temp table wide as select range as n, md5(range::varchar) as t from range(2000000)";

describe("withRoom(connection, job)", () => {
  it("runs a job again with the machine's memory when it does not fit and there is no folder to spill to", () =>
    withConnection({ attach: [], memoryLimit: "30MB" }, async (connection) => {
      await connection.run("set temp_directory = ''");
      await expect(connection.run(wide)).rejects.toThrow("Out of Memory Error");
      let runs = 0;
      const rows = await withRoom(connection, async () => {
        runs += 1;
        await connection.run(wide);
        return connection.row("select count(*) as rows from temp.wide");
      });
      expect([runs, rows]).toEqual([2, expect.objectContaining({ rows: 2_000_000 })]);
    }));

  it("does not repeat what failed for another reason", () =>
    withConnection({ attach: [] }, async (connection) => {
      let runs = 0;
      const failed = withRoom(connection, () => {
        runs += 1;
        return connection.run("select no_such_function()");
      });
      await expect(failed).rejects.toThrow("no_such_function");
      expect(runs).toBe(1);
    }));
});
