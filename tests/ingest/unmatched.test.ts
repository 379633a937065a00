import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { formatStatus } from "../../warehouse/cli/status-text.ts";
import { readStatus } from "../../warehouse/status.ts";
import { zip } from "./containers-zip.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

describe("readStatus(settings, effects): the inbox", () => {
  it("tells of files that no source takes, as the run does, and of those that wait for a decision", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nchecks:\n  - { sql: amount > 0, severity: hold }"));
    const orders = (amount: string) => `Number;Date;Amount;Client\n1;01.02.2025;${amount};C1\n`;
    inbox.put("orders.csv", orders("-1,00"));
    inbox.put("orders-2.csv.gz", gzipSync(orders("5,00")));
    inbox.put("notes.txt", "no table");
    inbox.put(
      "pack.zip",
      zip([
        { name: "orders-3.csv", content: orders("7,00") },
        { name: "readme.txt", content: "hello" },
      ]),
    );
    const { inbox: root } = inbox.settings.paths;
    mkdirSync(join(root, "epr"));
    writeFileSync(join(root, "epr/orders-4.csv"), orders("9,00"));
    writeFileSync(join(root, "orders-5.csv"), orders("9,00"));
    const { unmatched } = await inbox.ingest();
    const names = ["epr/orders-4.csv", "erp/notes.txt", "erp/pack.zip/readme.txt", "orders-5.csv"];
    expect([...unmatched].sort()).toEqual(names);
    const status = await readStatus(inbox.settings, { now: () => new Date(Date.UTC(2026, 0, 1)) });
    expect(status.unmatched_files.map(({ name }) => name).sort()).toEqual(names);
    expect(status.refused_files).toMatchObject([{ name: "orders.csv", state: "held", is_in_inbox: true }]);
    const text = formatStatus(status);
    expect(text).toMatch(/Files that wait for a decision\nfile 2 of erp: orders\.csv, line 2: .*amount > 0.*\./);
    expect(text).not.toContain("Files that were not loaded");
    expect(text).toContain(
      "epr/orders-4.csv: no source has the name of this file's folder; put it into data/inbox/<source>/",
    );
  });
});
