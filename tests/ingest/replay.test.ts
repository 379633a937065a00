import { describe, expect, it } from "vitest";
import { type ReplayOptions, replay } from "../../ingest/replay.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { type Inbox, makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";
const bothDates = "dates: [dd.MM.yyyy, yyyy-MM-dd]";

function withBothDates(feed?: string): string {
  return ordersYaml(feed).replace("dates: [dd.MM.yyyy]", bothDates);
}

function rerun(inbox: Inbox, options: ReplayOptions = {}) {
  const effects = { log: silentLog, now: () => new Date("2026-02-01T00:00:00Z"), signal: new AbortController().signal };
  return replay(inbox.settings, options, effects);
}

const current = "select order_id, amount, _file_id from raw.orders where _closed_at is null order by all";
const states =
  "select file_id, line_from, rule, state, resolved_by from meta.rejects order by file_id, line_from, error_number";

describe("replay(settings, options, effects)", () => {
  it("takes up rows that today's source file can read, and says by which load", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;7\n2;2025-02-01;2;7\n3;x;3;7\n`);
    expect((await rerun(inbox)).map(({ state }) => state)).toEqual(["unchanged"]);
    inbox.describe(withBothDates());
    const [replayed] = await rerun(inbox);
    expect(replayed).toMatchObject({ state: "replayed", file: { kind: "replay", of_file_id: 1, rows_read: 2 } });
    expect(replayed?.file).toMatchObject({ rows_accepted: 1, rows_inserted: 1, rows_rejected: 1 });
    expect(await inbox.rows(current)).toEqual([
      ["erp:1", "1.0000", 1],
      ["erp:2", "2.0000", 2],
    ]);
    expect(await inbox.rows("select _record from raw.orders where order_id = 'erp:2'")).toEqual([[2]]);
    expect(await inbox.rows(states)).toEqual([
      [1, 3, "date", "replayed", 2],
      [1, 4, "date", "replayed", 2],
      [2, 4, "date", "open", null],
    ]);
  });

  it("changes nothing when it is run twice, with or without force", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;7\n2;2025-02-01;2;7\n3;x;3;7\n`);
    inbox.describe(withBothDates());
    await rerun(inbox);
    const once = [await inbox.rows("select * from raw.orders order by all"), await inbox.rows(states)];
    expect((await rerun(inbox)).map(({ state }) => state)).toEqual(["unchanged"]);
    expect([await inbox.rows("select * from raw.orders order by all"), await inbox.rows(states)]).toEqual(once);
    await rerun(inbox, { force: true });
    expect(await inbox.rows("select * from raw.orders order by all")).toEqual(once[0]);
    expect(await inbox.rows("select count(*) from meta.rejects where state = 'open'")).toEqual([[1]]);
  });

  it("lets stand what later files told, and equals a clean load in what is current", async () => {
    const jan = `${header}\n1;2025-01-05;1;7\n2;2025-01-05;2;7\n3;05.01.2025;3;7\n`;
    const feb = `${header}\n1;05.01.2025;10;7\n3;05.01.2025;30;7\n`;
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", jan);
    await inbox.load("orders-2.csv", feb);
    inbox.describe(withBothDates());
    const [replayed] = await rerun(inbox);
    expect(replayed?.file).toMatchObject({ rows_read: 2, rows_inserted: 1, rows_stale: 1, rows_updated: 0 });
    const clean = makeInbox(withBothDates());
    await clean.load("orders-1.csv", jan);
    await clean.load("orders-2.csv", feb);
    const values = "select order_id, amount from raw.orders where _closed_at is null order by all";
    expect(await inbox.rows(values)).toEqual(await clean.rows(values));
  });

  it("updates an older row where nothing later told of its key", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;05.01.2025;1;7\n`);
    await inbox.load("orders-2.csv", `${header}\n1;2025-01-06;2;7\n`);
    inbox.describe(withBothDates());
    await rerun(inbox);
    expect(await inbox.rows(current)).toEqual([["erp:1", "2.0000", 3]]);
  });

  it("guesses nothing where a later file may have repeated the older row", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;05.01.2025;1;7\n`);
    await inbox.load("orders-2.csv", `${header}\n1;2025-01-06;2;7\n`);
    await inbox.load("orders-3.csv", `${header}\n1;05.01.2025;1;7\n9;05.01.2025;9;7\n`);
    inbox.describe(withBothDates());
    await rerun(inbox);
    expect(await inbox.rows(current)).toEqual([
      ["erp:1", "1.0000", 1],
      ["erp:9", "9.0000", 3],
    ]);
    expect(await inbox.rows("select rule, state from meta.rejects where file_id = 4")).toEqual([
      ["order_unknown", "open"],
    ]);
  });

  it("leaves both rows of a key aside when one of the file stands with other values", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;05.01.2025;1;7\n1;2025-01-06;2;7\n`);
    inbox.describe(withBothDates());
    await rerun(inbox);
    expect(await inbox.rows(current)).toEqual([["erp:1", "1.0000", 1]]);
    expect(await inbox.rows("select rule from meta.rejects where state = 'open'")).toEqual([["conflict"]]);
  });

  it("reads lines that were no records, once the source says how they are quoted", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load(
      "orders-1.csv",
      `${header}\n1;05.01.2025;1;a\n2;05.01.2025;2;"b\n3;05.01.2025;3;c\n4;05.01.2025;4\n`,
    );
    inbox.describe(ordersYaml().replace('dialect: { delimiter: ";" }', 'dialect: { delimiter: ";", quote: "" }'));
    await rerun(inbox);
    expect(
      (await inbox.rows("select order_id, client_id, _record from raw.orders order by 1")).map(([id, client]) => [
        id,
        client,
      ]),
    ).toEqual([
      ["erp:1", "erp:a"],
      ["erp:2", 'erp:"b'],
      ["erp:3", "erp:c"],
    ]);
    expect(await inbox.rows("select line_from, rule from meta.rejects where state = 'open'")).toEqual([
      [5, "field_count"],
    ]);
  });

  it("closes nothing for a snapshot, and takes nothing from one that a later state replaced", async () => {
    const inbox = makeInbox(ordersYaml("mode: snapshot"));
    await inbox.load("orders-1.csv", `${header}\n1;05.01.2025;1;7\n2;2025-01-05;2;7\n`);
    await inbox.load("orders-2.csv", `${header}\n1;05.01.2025;1;7\n3;2025-01-05;3;7\n`);
    inbox.describe(withBothDates("mode: snapshot"));
    const done = await rerun(inbox);
    expect(done.map(({ file }) => [file?.rows_inserted, file?.rows_stale, file?.rows_closed])).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
    expect((await inbox.rows(current)).map(([id]) => id)).toEqual(["erp:1", "erp:3"]);
  });

  it("does not bring back a key that was deleted since, and waits where it may have been", async () => {
    const deletes = 'mode: upsert\ndeletes: { column: Deleted, in: ["1"] }';
    const inbox = makeInbox(ordersYaml(deletes));
    const head = `${header};Deleted`;
    await inbox.load("orders-1.csv", `${head}\n1;05.01.2025;1;7;0\n2;05.01.2025;2;7;0\n`);
    await inbox.load("orders-2.csv", `${head}\n1;2025-01-06;10;7;0\n3;2025-01-06;3;7;0\n`);
    await inbox.load("orders-3.csv", `${head}\n1;;;;1\n3;;;;1\n`);
    inbox.describe(withBothDates(deletes));
    const [replayed] = await rerun(inbox);
    expect(replayed?.file).toMatchObject({ rows_stale: 1, rows_rejected: 1, rows_inserted: 0 });
    expect((await inbox.rows(current)).map(([id]) => id)).toEqual(["erp:2"]);
    expect(await inbox.rows("select rule, line_from from meta.rejects where state = 'open'")).toEqual([
      ["order_unknown", 3],
    ]);
  });

  it("loads a file that was refused, as of the moment it first came", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", "Nr;Date;Amount;Client\n1;05.01.2025;1;7\n2;05.01.2025;2;7\n");
    inbox.put("orders-2.csv", `${header}\n1;05.01.2025;10;7\n`);
    await inbox.ingest();
    inbox.describe(ordersYaml().replace("from: Number", "from: [Number, Nr]"));
    const [replayed] = await rerun(inbox);
    expect(replayed).toMatchObject({
      state: "replayed",
      file: { state: "committed", rows_stale: 1, rows_inserted: 1 },
    });
    expect(await inbox.rows(current)).toEqual([
      ["erp:1", "10.0000", 2],
      ["erp:2", "2.0000", 1],
    ]);
    expect(await inbox.rows("select count(*) from meta.files where state <> 'committed'")).toEqual([[0]]);
  });

  it("settles what is set aside, too, when ingest reads the same bytes under a new contract", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;2025-01-05;1;7\n2;x;2;7\n`);
    await inbox.load("orders-2.csv", `${header}\n1;05.01.2025;10;7\n`);
    inbox.describe(withBothDates());
    await inbox.ingest();
    expect(await inbox.rows(states)).toEqual([
      [1, 2, "date", "replayed", 3],
      [1, 3, "date", "replayed", 3],
      [3, 3, "date", "open", null],
    ]);
    expect((await inbox.rows(current)).map(([id, amount]) => [id, amount])).toEqual([["erp:1", "10.0000"]]);
  });

  it("fails for a feed that is described no more, and says so", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;x;1;7\n`);
    inbox.describe(ordersYaml("name: sales\nmode: upsert"));
    const [failed] = await rerun(inbox);
    expect(failed).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/erp\/orders-1\.csv: no source file describes/),
    });
    expect(await inbox.rows("select state from meta.rejects")).toEqual([["open"]]);
  });
});
