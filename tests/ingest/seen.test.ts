import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isSettled, lookAt } from "../../ingest/discover.ts";
import { ingest } from "../../ingest/ingest.ts";
import { landingPath } from "../../ingest/landing.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { zip } from "./containers-zip.ts";
import { type Inbox, makeInbox, ordersYaml } from "./inbox.ts";

const rows = (amount: string) => `Number;Date;Amount;Client\n1;01.02.2026;${amount};7\n`;
const farFuture = new Date("2100-01-01");

function ingestAt(inbox: Inbox, now: Date) {
  return ingest(inbox.settings, {}, { log: silentLog, now: () => now, signal: new AbortController().signal });
}

async function statesAt(inbox: Inbox, now: Date) {
  return (await ingestAt(inbox, now)).files.map(({ state }) => state);
}

describe("ingest(settings, options, effects): files seen before", () => {
  it("remembers the bytes of a file whose times lie back, and of no other", async () => {
    const old = makeInbox(ordersYaml());
    const path = old.put("orders.csv", rows("1,00"));
    await ingestAt(old, farFuture);
    expect(await old.rows("select source, name from meta.seen")).toEqual([["erp", "orders.csv"]]);
    const fresh = makeInbox(ordersYaml());
    fresh.put("orders.csv", rows("1,00"));
    await ingestAt(fresh, statSync(path).mtime);
    expect(await fresh.rows("select name from meta.seen")).toEqual([]);
  });

  it("leaves a file it has seen as it is, and writes nothing again", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders.csv", rows("1,00"));
    await ingestAt(inbox, farFuture);
    expect(await statesAt(inbox, farFuture)).toEqual(["unchanged"]);
    expect(await inbox.rows("select count(*) from meta.seen")).toEqual([[1]]);
  });

  it("notices other bytes of the same length and the same time", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("orders.csv", rows("1,00"));
    await ingestAt(inbox, farFuture);
    const { atime, mtime } = statSync(path);
    writeFileSync(path, rows("2,00"));
    utimesSync(path, atime, mtime);
    expect(await statesAt(inbox, farFuture)).toEqual(["committed"]);
    expect(await inbox.rows("select amount from raw.orders where _closed_at is null")).toEqual([["2.0000"]]);
  });

  it("lands a file again whose landed bytes are gone", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("orders.csv", rows("1,00"));
    await ingestAt(inbox, farFuture);
    const [[sha256] = []] = await inbox.rows("select sha256 from meta.files");
    const landed = landingPath(inbox.settings.paths.landing, String(sha256));
    rmSync(landed);
    expect(await statesAt(inbox, farFuture)).toEqual(["unchanged"]);
    expect(readFileSync(landed)).toEqual(readFileSync(path));
  });

  it("forgets files that left the inbox", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("orders-1.csv", rows("1,00"));
    inbox.put("orders-2.csv", rows("2,00"));
    await ingestAt(inbox, farFuture);
    rmSync(path);
    await ingestAt(inbox, farFuture);
    expect(await inbox.rows("select name from meta.seen")).toEqual([["orders-2.csv"]]);
  });
});

describe("ingest(settings, options, effects): archives seen before", () => {
  const pack = (...members: readonly (readonly [string, string])[]) =>
    zip(members.map(([name, content]) => ({ name, content })));

  /** Spoils what an archive holds and has the ledger take it for the state it knows: taken apart, it would be refused. */
  async function spoil(inbox: Inbox, path: string): Promise<void> {
    const before = stampOf(inbox, path);
    writeFileSync(path, "PK\u0003\u0004 no archive any more");
    const after = stampOf(inbox, path);
    const attach = [{ path: inbox.settings.paths.raw, as: "store", mode: "write" as const }];
    await withConnection({ attach }, (connection) =>
      connection.run("update meta.seen set stamp = replace(stamp, $1, $2)", [before, after]),
    );
  }

  const stampOf = (inbox: Inbox, path: string) => lookAt(inbox.settings.paths.inbox, path)?.stamp ?? "";

  it("does not take apart again what is as it was", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("pack.zip", pack(["orders-1.csv", rows("1,00")], ["readme.txt", "hello"]));
    await ingestAt(inbox, farFuture);
    await spoil(inbox, path);
    const report = await ingestAt(inbox, farFuture);
    expect(report.files.map(({ name, state }) => [name, state])).toEqual([["pack.zip/orders-1.csv", "unchanged"]]);
    expect(report.unmatched).toEqual(["erp/pack.zip/readme.txt"]);
    expect(await inbox.rows("select count(*) from meta.seen")).toEqual([[2]]);
  });

  it("takes apart a gzip file once", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("orders.csv.gz", gzipSync(rows("1,00")));
    await ingestAt(inbox, farFuture);
    await spoil(inbox, path);
    expect(await statesAt(inbox, farFuture)).toEqual(["unchanged"]);
  });

  it("loads what it holds again under another contract, from landed bytes", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("pack.zip", pack(["orders-1.csv", rows("1,00")]));
    await ingestAt(inbox, farFuture);
    await spoil(inbox, path);
    inbox.describe(ordersYaml().replace("from: Amount", "from: Amount, negate: true"));
    expect(await statesAt(inbox, farFuture)).toEqual(["committed"]);
  });

  it("takes an archive apart whose files are not all landed, or that is another one", async () => {
    const inbox = makeInbox(ordersYaml());
    const path = inbox.put("pack.zip", pack(["orders-1.csv", rows("1,00")]));
    await ingestAt(inbox, farFuture);
    const [[sha256] = []] = await inbox.rows("select sha256 from meta.files");
    rmSync(landingPath(inbox.settings.paths.landing, String(sha256)));
    expect(await statesAt(inbox, farFuture)).toEqual(["unchanged"]);
    writeFileSync(path, pack(["orders-1.csv", rows("2,00")]));
    expect(await statesAt(inbox, farFuture)).toEqual(["committed"]);
  });
});

describe("isSettled(file, now)", () => {
  it("trusts times that lie more than two seconds back", () => {
    const inbox = makeInbox(ordersYaml());
    const file = lookAt(inbox.settings.paths.inbox, inbox.put("orders.csv", rows("1,00")));
    if (file === undefined) throw new Error("the file was just written");
    const changed = Math.max(...(file.stamp ?? "").split(":").slice(-2).map(Number)) / 1e6;
    expect(isSettled(file, new Date(changed + 1900))).toBe(false);
    expect(isSettled(file, new Date(changed + 2100))).toBe(true);
  });

  it("trusts nothing of a file without a directory entry", () => {
    const file = { path: "", name: "archive.zip/orders.csv", bytes: 1, modified: new Date(0) };
    expect(isSettled(file, farFuture)).toBe(false);
  });
});
