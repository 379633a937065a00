import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../warehouse/connection.ts";
import { withLedger } from "../../warehouse/runs.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";
import { karavan } from "../cli/karavan.ts";
import { findDamage } from "../torture/damage.ts";
import { killRuns } from "../torture/kills.ts";
import { type HistoryCommand, killHistory, makeHistory } from "../torture/kills-history.ts";
import { makeSmallCompany, type SmallCompany } from "./company.ts";

// Whole runs, publish included, are killed by `npm run torture`: 5 of them would take two minutes here.
describe("karavan ingest, killed", { timeout: 300_000 }, () => {
  it("loses, doubles and halves nothing in 5 kills at random moments", async () => {
    const { environment } = makeSmallCompany(8, 50);
    const company = { settings: environment.KARAVAN_SETTINGS, inbox: join(environment.KARAVAN_DATA, "inbox") };
    const report = await killRuns(company, { command: "ingest", kills: 5, seed: 5 });
    expect(report.damage).toEqual([]);
    expect(report.kills).toBe(5);
  });
});

describe("a history, killed while it is changed", { timeout: 300_000 }, () => {
  let company: SmallCompany;
  beforeAll(async () => {
    company = await makeHistory();
  });

  it.each<HistoryCommand>(["replay", "reload", "rebuild"])(
    "by karavan %s, loses, doubles and halves nothing in 2 kills at random moments",
    async (command) => {
      const report = await killHistory(company, command, { kills: 2, seed: 5 });
      expect(report.damage).toEqual([]);
      expect(report.kills).toBe(2);
    },
  );
});

describe("findDamage(settings)", { timeout: 120_000 }, () => {
  let settings: Settings;
  beforeAll(async () => {
    const { environment } = makeSmallCompany(3, 20);
    settings = readSettings(environment);
    const { code, stderr } = await karavan(["run"], environment);
    expect([code, stderr]).toEqual([0, ""]);
    expect(await findDamage(settings)).toEqual([]);
  });

  /** Plants a fault, looks for damage and takes the fault away again. */
  async function plant(fault: (connection: Connection) => Promise<unknown>, undo: string): Promise<readonly string[]> {
    await withLedger(settings, "write", fault);
    const found = await findDamage(settings);
    await withLedger(settings, "write", (connection) => connection.run(undo));
    expect(await findDamage(settings)).toEqual([]);
    return found;
  }

  it("catches a load that was acknowledged and is gone", async () => {
    const found = await plant(
      (connection) => connection.run("update meta.files set sha256 = 'gone-' || sha256 where file_id = 3"),
      "update meta.files set sha256 = replace(sha256, 'gone-', '')",
    );
    expect(found).toEqual(["lost: orders-3.csv was acknowledged and is not there"]);
  });

  it("catches a row that is missing from its load", async () => {
    const found = await plant(
      (connection) => connection.run("update raw.orders set _file_id = 2 where order_id like '%3-5'"),
      "update raw.orders set _file_id = 3 where order_id like '%3-5'",
    );
    expect(found).toHaveLength(2);
    expect(found.every((line) => line.startsWith("lost or doubled: orders-"))).toBe(true);
  });

  it("catches a loader without a load-id check: the same file loaded again under another number", async () => {
    const found = await plant(async (connection) => {
      await connection.run("insert into meta.files select * replace (99 as file_id) from meta.files where file_id = 2");
      await connection.run(
        "insert into raw.orders select * replace (99 as _file_id) from raw.orders where _file_id = 2",
      );
    }, "delete from raw.orders where _file_id = 99; delete from meta.files where file_id = 99");
    expect(found).toEqual(expect.arrayContaining(["doubled: orders-2.csv is loaded twice"]));
    expect(found.some((line) => line.includes("keys of raw.orders"))).toBe(true);
  });

  it("catches a loader without a transaction: rows without their ledger row", async () => {
    const found = await plant(
      (connection) =>
        connection.run(
          "insert into raw.orders select * replace (77 as _file_id, 'half' as order_id) from raw.orders limit 1",
        ),
      "delete from raw.orders where _file_id = 77",
    );
    expect(found).toEqual(["half: 1 rows of raw.orders belong to no committed load"]);
  });

  it("catches a release that is written in place: a file changed, a file missing", async () => {
    const release = join(settings.paths.site, "current");
    appendFileSync(join(release, "index.html"), "<!-- half -->");
    const changed = await findDamage(settings);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain("index.html");
    const script = readdirSync(release).find((name) => name.endsWith(".js"));
    if (script !== undefined) rmSync(join(release, script));
    expect((await findDamage(settings)).length).toBeGreaterThan(1);
  });
});
