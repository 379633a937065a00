import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { landingPath } from "../../ingest/landing.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { rebuildOnly, reloadOnly } from "../../warehouse/rebuild.ts";
import { replayOnly } from "../../warehouse/replay.ts";
import { ingestOnly } from "../../warehouse/run.ts";
import { readStatus } from "../../warehouse/status.ts";
import { type Inbox, makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";
const all = "select * from raw.orders order by all";
const ledger = "select * exclude (run_id) from meta.files order by file_id";
const rejects = "select * from meta.rejects order by all";

/** A clock that moves a minute at every look. */
function effects(): Effects {
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute++));
  return { log: silentLog, now, signal: new AbortController().signal };
}

const twoDates = (feed?: string) => ordersYaml(feed).replace("dates: [dd.MM.yyyy]", "dates: [dd.MM.yyyy, yyyy-MM-dd]");

/** A history with all there is: updates, a closed row, rejects, a changed contract, a replay, a refused file. */
async function makeHistory(mode = "mode: snapshot"): Promise<Inbox> {
  const inbox = makeInbox(ordersYaml(mode));
  const clock = effects();
  inbox.put("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;2025-01-06;2;7\n3;05.01.2025;3;7\n4;x;4;7\n`);
  await ingestOnly(inbox.settings, {}, clock);
  inbox.put("orders-2.csv", `${header}\n1;05.01.2025;10;7\n3;05.01.2025;3;7\n5;07.01.2025;5;8\n6;2025-01-07;6;7\n`);
  inbox.put("orders-3.csv", "Nothing;here\n1;2\n");
  await ingestOnly(inbox.settings, {}, clock);
  inbox.describe(twoDates(mode));
  await replayOnly(inbox.settings, {}, clock);
  inbox.put("orders-4.csv", `${header}\n1;05.01.2025;10;7\n5;2025-01-08;50;8\n`);
  await ingestOnly(inbox.settings, {}, clock);
  return inbox;
}

describe("rebuildOnly(settings, options, effects)", () => {
  it.each(["mode: snapshot", "mode: upsert"])("makes the same tables and the same ledger again (%s)", async (mode) => {
    const inbox = await makeHistory(mode);
    const before = [await inbox.rows(all), await inbox.rows(ledger), await inbox.rows(rejects)];
    const { exitCode, report } = await rebuildOnly(inbox.settings, { contracts: "stored" }, effects());
    expect([exitCode, report.changed, report.recounted, report.isReplaced]).toEqual([0, [], [], true]);
    expect([await inbox.rows(all), await inbox.rows(ledger), await inbox.rows(rejects)]).toEqual(before);
    expect(before[0]?.length).toBeGreaterThan(4);
    expect(readdirSync(inbox.settings.paths.work).filter((name) => name.startsWith("raw-"))).toEqual([]);
    const again = await ingestOnly(inbox.settings, {}, effects());
    expect(again.reloaded).toEqual([]);
    expect(again.report.files.filter(({ state }) => state === "committed")).toEqual([]);
  });

  it("stages a file whose rows went straight into raw, and makes the same of it", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert"));
    const rows = Array.from(
      { length: 12_000 },
      (_, index) => `${index + 1};05.01.2025;1,5;client-${index % 97};note ${index}`,
    );
    inbox.put("orders-1.csv", `${header};Note\n${rows.join("\n")}\n`);
    await ingestOnly(inbox.settings, {}, effects());
    const before = [await inbox.rows(all), await inbox.rows(ledger)];
    const { exitCode, report } = await rebuildOnly(inbox.settings, { contracts: "stored" }, effects());
    expect([exitCode, report.changed, report.isReplaced]).toEqual([0, [], true]);
    expect([await inbox.rows(all), await inbox.rows(ledger)]).toEqual(before);
    expect(before[0]).toHaveLength(12_000);
  });

  it("tells what stands beside the rows once, however often tables are made again", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders-1.csv", `Report of orders\n${header}\n1;05.01.2025;1;7\n\nTotal;;1;\n`);
    await ingestOnly(inbox.settings, {}, effects());
    const remarks = "select * from meta.remarks order by all";
    const before = await inbox.rows(remarks);
    await rebuildOnly(inbox.settings, { contracts: "stored" }, effects());
    expect(before.length).toBeGreaterThan(2);
    expect(await inbox.rows(remarks)).toEqual(before);
  });

  it("leaves out what a source loaded that has another name now, and nothing else", async () => {
    const inbox = await makeHistory();
    const left = await inbox.rows("select order_id from raw.orders where _closed_at is null order by 1");
    inbox.describe(twoDates("mode: snapshot").replace("source: erp", "source: shop"));
    mkdirSync(join(inbox.settings.paths.inbox, "shop"));
    writeFileSync(join(inbox.settings.paths.inbox, "shop", "orders-9.csv"), `${header}\n1;05.01.2025;10;7\n`);
    const clock = effects();
    const warnings: string[] = [];
    const log = { ...silentLog, warn: (text: string) => void warnings.push(text) };
    await ingestOnly(inbox.settings, {}, { ...clock, log });
    expect(warnings.join("\n")).toMatch(
      /no source file describes erp\/orders \(\d+ rows accepted\) any more.*karavan rebuild --without erp\/orders/,
    );
    const { feeds } = await readStatus(inbox.settings, clock);
    expect(feeds.map(({ source, freshness }) => [source, freshness])).toEqual([
      ["shop", "fresh"],
      ["erp", "no source"],
    ]);
    const current = "select order_id from raw.orders where _closed_at is null order by 1";
    expect((await inbox.rows(current)).length).toBe(left.length + 1);
    const { exitCode, report } = await rebuildOnly(inbox.settings, { contracts: "stored", without: ["erp"] }, clock);
    expect([exitCode, report.isReplaced]).toEqual([0, true]);
    expect(await inbox.rows(current)).toEqual([["shop:1"]]);
    expect(await inbox.rows("select distinct source from meta.files")).toEqual([["shop"]]);
    expect((await ingestOnly(inbox.settings, {}, clock)).reloaded).toEqual([]);
    await expect(rebuildOnly(inbox.settings, { contracts: "stored", without: ["erp"] }, clock)).rejects.toMatchObject({
      exitCode: 2,
      message: "nothing was ever loaded of erp",
    });
  });

  it("leaves the old file where a table was changed from outside, and says which", async () => {
    const inbox = await makeHistory();
    const { withConnection } = await import("../../warehouse/connection.ts");
    await withConnection({ attach: [{ path: inbox.settings.paths.raw, as: "store", mode: "write" }] }, (connection) =>
      connection.run("update raw.orders set amount = 99 where order_id = 'erp:1'"),
    );
    const before = await inbox.rows(all);
    const { exitCode, report } = await rebuildOnly(inbox.settings, { contracts: "stored" }, effects());
    expect([exitCode, report.isReplaced, report.changed.map(({ relation }) => relation)]).toEqual([
      3,
      false,
      ["raw.orders"],
    ]);
    expect(await inbox.rows(all)).toEqual(before);
    const accepted = await rebuildOnly(inbox.settings, { contracts: "stored", accept: true }, effects());
    expect(accepted.exitCode).toBe(0);
    expect(await inbox.rows("select count(*) from raw.orders where amount = 99")).toEqual([[0]]);
  });

  it("changes nothing when bytes are missing from the landing folder", async () => {
    const inbox = await makeHistory();
    const [[sha256] = []] = await inbox.rows("select sha256 from meta.files where file_id = 1");
    rmSync(landingPath(inbox.settings.paths.landing, String(sha256)));
    const before = await inbox.rows(all);
    await expect(rebuildOnly(inbox.settings, { contracts: "stored" }, effects())).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining("erp/orders-1.csv"),
    });
    expect(await inbox.rows(all)).toEqual(before);
    expect(existsSync(join(inbox.settings.paths.data, "journal.ndjson"))).toBe(true);
  });

  it("reads every file as the sources say now, when asked to", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;2025-01-06;2;7\n`);
    inbox.put("orders-2.csv", `${header}\n2;05.01.2025;20;7\n`);
    await ingestOnly(inbox.settings, {}, effects());
    inbox.describe(twoDates());
    const { report } = await rebuildOnly(inbox.settings, { contracts: "present" }, effects());
    expect(report.changed).toEqual([{ relation: "raw.orders", rows_before: 2, rows_after: 3 }]);
    expect(
      await inbox.rows("select order_id, amount, _file_id, _closed_at is null from raw.orders order by all"),
    ).toEqual([
      ["erp:1", "1.0000", 1, true],
      ["erp:2", "2.0000", 1, false],
      ["erp:2", "20.0000", 2, true],
    ]);
    expect((await ingestOnly(inbox.settings, {}, effects())).reloaded).toEqual([]);
  });
});

describe("ingestOnly(settings, options, effects), after raw.duckdb was lost", () => {
  it("brings loads back under their numbers, with the moments the witness remembers", async () => {
    const inbox = makeInbox(ordersYaml());
    const clock = effects();
    inbox.put("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;05.01.2025;2;7\n`);
    await ingestOnly(inbox.settings, {}, clock);
    inbox.put("orders-2.csv", `${header}\n2;05.01.2025;20;7\n3;2025-01-05;3;7\n`);
    await ingestOnly(inbox.settings, {}, clock);
    const before = await inbox.rows(all);
    rmSync(inbox.settings.paths.raw);
    const { reloaded } = await ingestOnly(inbox.settings, {}, clock);
    expect(reloaded.map(({ file_id }) => file_id)).toEqual([1, 2]);
    expect(await inbox.rows(all)).toEqual(before);
  });

  it("is content with the bytes, where the contract is another by now: the file itself takes up what was replayed", async () => {
    const inbox = makeInbox(ordersYaml());
    const clock = effects();
    inbox.put("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;2025-01-05;2;7\n3;x;3;7\n`);
    await ingestOnly(inbox.settings, {}, clock);
    inbox.describe(twoDates());
    await replayOnly(inbox.settings, {}, clock);
    inbox.describe(twoDates("mode: upsert\nconflict: last"));
    rmSync(inbox.settings.paths.raw);
    const told: string[] = [];
    const { exitCode } = await ingestOnly(
      inbox.settings,
      {},
      { ...clock, log: { ...silentLog, warn: (text) => told.push(text) } },
    );
    expect([exitCode, told.length]).toEqual([0, 1]);
    expect(await inbox.rows("select order_id from raw.orders order by 1")).toEqual([["erp:1"], ["erp:2"]]);
    expect((await ingestOnly(inbox.settings, {}, clock)).reloaded).toEqual([]);
  });
});

describe("ingestOnly(settings, options, effects), after the end of the log was lost", () => {
  it("tells of a replay that is gone, whose rows are set aside again, and goes on", async () => {
    const inbox = makeInbox(ordersYaml());
    const clock = effects();
    inbox.put("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;2025-01-05;2;7\n`);
    await ingestOnly(inbox.settings, {}, clock);
    const { raw } = inbox.settings.paths;
    copyFileSync(raw, `${raw}.before`);
    inbox.describe(twoDates());
    await replayOnly(inbox.settings, {}, clock);
    renameSync(`${raw}.before`, raw);
    rmSync(join(inbox.settings.paths.inbox, "erp/orders-1.csv"));
    const told: string[] = [];
    const loud = { ...clock, log: { ...silentLog, warn: (text: string) => told.push(text) } };
    await ingestOnly(inbox.settings, {}, loud);
    expect(told.at(-1)).toBe("lost replays: 1; the rows are set aside again: run `karavan replay`");
    expect((await ingestOnly(inbox.settings, {}, clock)).reloaded).toEqual([]);
    await replayOnly(inbox.settings, {}, clock);
    expect(await inbox.rows("select order_id from raw.orders order by 1")).toEqual([["erp:1"], ["erp:2"]]);
  });
});

describe("reloadOnly(settings, file, effects)", () => {
  it("puts what one file tells now in the place of what it told then, below later files", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;2025-01-06;2;7\n3;05.01.2025;3;7\n`);
    inbox.put("orders-2.csv", `${header}\n2;05.01.2025;20;7\n4;2025-01-06;4;7\n`);
    await ingestOnly(inbox.settings, {}, effects());
    inbox.describe(twoDates().replace("match:", 'only: [{ column: Number, not_in: ["3"] }]\n    match:'));
    const { exitCode, report } = await reloadOnly(inbox.settings, "erp/orders-1.csv", effects());
    expect([exitCode, report.isReplaced, report.changed.length]).toEqual([0, true, 1]);
    expect(
      await inbox.rows("select order_id, amount, _file_id, _closed_at is null from raw.orders order by all"),
    ).toEqual([
      ["erp:1", "1.0000", 1, true],
      ["erp:2", "2.0000", 1, false],
      ["erp:2", "20.0000", 2, true],
    ]);
    expect(await inbox.rows("select file_id, line_from, state from meta.rejects")).toEqual([[2, 3, "open"]]);
    const { exitCode: same, report: rebuilt } = await rebuildOnly(inbox.settings, { contracts: "stored" }, effects());
    expect([same, rebuilt.changed]).toEqual([0, []]);
    expect((await ingestOnly(inbox.settings, {}, effects())).reloaded).toEqual([]);
  });

  it("refuses a file the ledger does not know, and one its source can no longer read; nothing changes", async () => {
    const inbox = await makeHistory("mode: upsert");
    const before = await inbox.rows(all);
    await expect(reloadOnly(inbox.settings, "orders-9.csv", effects())).rejects.toMatchObject({ exitCode: 2 });
    inbox.describe(twoDates().replace("from: Number", "from: Nr"));
    await expect(reloadOnly(inbox.settings, "1", effects())).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("missing column Nr"),
      place: { file: "erp/orders-1.csv", line: 1 },
    });
    expect(await inbox.rows(all)).toEqual(before);
  });
});
