import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDemo } from "../../warehouse/demo.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { readSettings } from "../../warehouse/settings.ts";

const effects = { log: silentLog, now: () => new Date("2026-11-01T00:00:00Z"), signal: new AbortController().signal };

describe("makeDemo(settings, options, effects)", () => {
  it("makes so many times the clients and orders as `scale` says", async () => {
    const settings = readSettings({ KARAVAN_DATA: mkdtempSync(join(tmpdir(), "karavan-scale-")) });
    const { truth } = await makeDemo(settings, { seed: 7, clients: 100, orders: 1000, scale: 2 }, effects);
    const told = JSON.parse(readFileSync(truth, "utf8")) as { rows: Record<string, number> };
    const plain = readSettings({ KARAVAN_DATA: mkdtempSync(join(tmpdir(), "karavan-scale-")) });
    const same = await makeDemo(plain, { seed: 7, clients: 200, orders: 2000 }, effects);
    expect(told).toEqual(JSON.parse(readFileSync(same.truth, "utf8")));
  });
});
