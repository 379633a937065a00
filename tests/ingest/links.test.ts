import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";

const source = `source: erp
title: ERP
feeds:
  - entity: managers
    match: "managers*.csv"
    mode: upsert
    columns:
      manager_id: { from: id }
      name: { from: name }
`;

describe("links in an inbox", () => {
  it("are followed to the file they lead to", async () => {
    const inbox = makeInbox(source);
    const elsewhere = join(dirname(inbox.settings.paths.data), "elsewhere.csv");
    writeFileSync(elsewhere, "id,name\n1,Ada\n");
    mkdirSync(join(inbox.settings.paths.inbox, "erp"), { recursive: true });
    symlinkSync(elsewhere, join(inbox.settings.paths.inbox, "erp", "managers.csv"));
    expect((await inbox.ingest()).files.map(({ name, state }) => [name, state])).toEqual([
      ["managers.csv", "committed"],
    ]);
    expect(await inbox.rows("select manager_id, name from raw.managers")).toEqual([["erp:1", "Ada"]]);
  });

  it("that lead nowhere are told, and the other files are loaded", async () => {
    const inbox = makeInbox(source);
    inbox.put("managers-2.csv", "id,name\n2,Lin\n");
    symlinkSync("/nowhere/managers.csv", join(inbox.settings.paths.inbox, "erp", "managers-1.csv"));
    const { files } = await inbox.ingest();
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ["managers-1.csv", "rejected"],
      ["managers-2.csv", "committed"],
    ]);
    expect(files[0]?.error).toMatch(
      /^managers-1\.csv: the file cannot be read .*Check that it is there and may be read\.$/,
    );
  });

  it("to folders, and folders named like files, are no files", async () => {
    const inbox = makeInbox(source);
    mkdirSync(join(inbox.settings.paths.inbox, "erp", "managers-3.csv"), { recursive: true });
    symlinkSync(inbox.settings.paths.data, join(inbox.settings.paths.inbox, "erp", "managers-4.csv"));
    expect((await inbox.ingest()).files).toEqual([]);
  });
});
