import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readRecords } from "../../ingest/formats/formats.ts";
import { openSandbox } from "../../ingest/formats/sandbox.ts";
import { ingest } from "../../ingest/ingest.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { makeInbox } from "./inbox.ts";
import { feedsOf } from "./reading.ts";

const yaml = `source: shop
title: Shop
format: json
feeds:
  - entity: orders
    match: "*.json*"
    mode: upsert
    limits: { record_size: 16000000 }
    columns:
      order_id: { from: id }
      order_date: { from: day }
`;
const good = '[{"id": 1, "day": "2025-02-01"}]';
/** One record whose keys, held against each other, need far more memory than its bytes. */
const greedy = `[{"id": 1, "day": "2025-02-01", "x": {${Array.from({ length: 900_000 }, (_, key) => `"key ${key}":1`).join(",")}}}]`;
const folder = mkdtempSync(join(tmpdir(), "karavan-sandbox-"));
const [feed] = feedsOf(yaml);
const signal = new AbortController().signal;
const roomy = { memoryMegabytes: 1024, seconds: 60 };

afterAll(() => rmSync(folder, { recursive: true }));

function given(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function options(more: { readonly signal?: AbortSignal } = {}) {
  if (feed === undefined) throw new Error("the source has a feed");
  return { feed, work: folder, signal, ...more };
}

describe("openSandbox(caps)", () => {
  it("reads in a process of its own, hands out its copies and takes them away", async () => {
    const sandbox = openSandbox(roomy);
    try {
      const records = await sandbox.read("json", given("good.json", good), options());
      expect(records).toMatchObject({ count: 1, physicalLines: 1, diverted: [] });
      const copies = () => readdirSync(folder).filter((name) => name.startsWith("sandbox-"));
      expect(copies()).toHaveLength(1);
      records.close();
      expect(copies()).toEqual([]);
    } finally {
      sandbox.close();
    }
  });

  it("takes great lists, fixed width and statements apart there too, under the same caps", async () => {
    const rushed = openSandbox({ ...roomy, seconds: 0.001 });
    const texts = [
      ["sap_list", `${"-".repeat(9)}\n|id |day|\n${"-".repeat(9)}\n|1  |1  |\n${"-".repeat(9)}\n`],
      ["fixed", "1  2025-02-01\n"],
      ["bank_1c", "1CClientBankExchange\nКонецФайла\n"],
    ] as const;
    try {
      for (const [format, text] of texts) {
        const [own] = feedsOf(yaml.replace("format: json", `format: ${format}`));
        if (own === undefined) throw new Error("the source has a feed");
        const read = readRecords(given(`list-${format}.txt`, text + "\n".repeat(4_200_000)), {
          ...options(),
          feed: own,
          sandbox: rushed,
        });
        await expect(read, format).rejects.toMatchObject({ rule: "time" });
      }
    } finally {
      rushed.close();
    }
  });

  it("tells the faults of files as their readers do, with their lines", async () => {
    const sandbox = openSandbox(roomy);
    try {
      const read = sandbox.read("json", given("torn.json", `${good.slice(0, -1)},\n{"id": 2`), options());
      await expect(read).rejects.toMatchObject({
        name: "FileFault",
        rule: "torn",
        line: 2,
        message: /record that begins on line 2/,
      });
      const taken = sandbox.unpack(given("torn.gz", gzipSync(good).subarray(0, 20)), { work: folder, signal });
      await expect(taken).rejects.toMatchObject({ name: "FileFault", rule: "damaged" });
      const [member] = await sandbox.unpack(given("good.gz", gzipSync(good)), { work: folder, signal });
      expect(existsSync(member?.path ?? "")).toBe(true);
    } finally {
      sandbox.close();
    }
  });

  it("refuses a file that needs more memory, says where to raise the cap, and reads the next", async () => {
    const sandbox = openSandbox({ memoryMegabytes: 150, seconds: 60 });
    try {
      const read = sandbox.read("json", given("greedy.json", greedy), options());
      await expect(read).rejects.toMatchObject({
        rule: "memory",
        message: "taking the file apart needs more than 150 MB of memory",
        remedy: /parsing\.memory_mb/,
      });
      expect(await sandbox.read("json", given("good.json", good), options())).toMatchObject({ count: 1 });
    } finally {
      sandbox.close();
    }
  });

  it("refuses a file that takes longer, and stops with the run", async () => {
    const hasty = openSandbox({ memoryMegabytes: 1024, seconds: 0.01 });
    const path = given("good.json", good);
    await expect(hasty.read("json", path, options())).rejects.toMatchObject({
      rule: "time",
      message: "taking the file apart takes longer than 0.01 s",
      remedy: /parsing\.seconds/,
    });
    const stop = new AbortController();
    const sandbox = openSandbox(roomy);
    const read = sandbox.read("json", path, options({ signal: stop.signal }));
    stop.abort(new Error("Ctrl-C"));
    await expect(read).rejects.toThrow("Ctrl-C");
  });
});

describe("ingest(settings, options, effects): files beyond a cap", () => {
  it("are refused, and the run goes on with the next", async () => {
    const inbox = makeInbox(yaml);
    inbox.put("1.json", greedy);
    inbox.put("2.json", good);
    const settings = { ...inbox.settings, parsing: { memory_mb: 150, seconds: 60 } };
    const { files } = await ingest(settings, {}, { log: silentLog, now: () => new Date("2026-01-01"), signal });
    expect(files.map(({ state }) => state)).toEqual(["rejected", "committed"]);
    expect(files[0]?.error).toMatch(
      /1\.json: taking the file apart needs more than 150 MB.*raise parsing\.memory_mb in karavan\.yaml/,
    );
    expect(await inbox.rows("select order_id from raw.orders")).toEqual([["shop:1"]]);
  });
});
