import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generateDemo } from "../../ingest/demo/demo.ts";
import { ingest } from "../../ingest/ingest.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { home, readSettings } from "../../warehouse/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-encoding-demo-"));
const effects: Effects = {
  log: silentLog,
  now: () => new Date("2026-11-01T03:00:00Z"),
  signal: new AbortController().signal,
};
afterAll(() => rmSync(folder, { recursive: true }));

/** Ingests the demo's ERP, whose source says `encoding: auto`, and digests what became of each of its feeds. */
async function loadErp(encoding: "utf-8" | "windows-1251") {
  const sources = join(folder, "sources");
  mkdirSync(sources, { recursive: true });
  const yaml = readFileSync(join(home, "ingest/sources/erp.yaml"), "utf8");
  writeFileSync(join(sources, "erp.yaml"), yaml.replace(/^encoding: .*$/m, "encoding: auto"));
  const file = join(folder, "karavan.yaml");
  writeFileSync(file, "company: { name: Demo }\ncurrency: RUB\ntime_zone: Europe/Moscow\nsources: sources\n");
  const settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: join(folder, encoding) });
  await generateDemo({ seed: 5, clients: 100, orders: 1000, folder: settings.paths.inbox, encoding }, effects);
  // A year of each feed will do: every file costs as much as it would with more rows.
  const erp = join(settings.paths.inbox, "erp");
  for (const name of readdirSync(erp).filter((each) => /202[45]/.test(each))) rmSync(join(erp, name));
  const report = await ingest(settings, { sources: ["erp"] }, effects);
  const attach = [{ path: settings.paths.raw, as: "store", mode: "read" as const }];
  return withConnection({ attach }, async (connection) => {
    const relations = [...new Set(report.files.map(({ entity }) => `raw.${entity}`))].sort();
    const digest = relations.map(
      (relation) => `select '${relation}' as relation, count(*),
        md5(string_agg(cast(told as varchar), chr(10) order by _file_id, _record))
      from (select * exclude (_loaded_at, _closed_at) from ${relation}) as told`,
    );
    return {
      rows: (await connection.table(`select * from (${digest.join(" union all ")}) order by relation`)).rows,
      files: report.files.map(({ name, state, error, file: one }) => [name, state, error, one?.rows_rejected]),
      dialects: [...new Set(report.files.map(({ file: one }) => one?.dialect?.replace(/.*(encoding \S+).*/, "$1")))],
    };
  });
}

describe("the demo's ERP with encoding: auto", () => {
  it("loads the same rows from windows-1251 as from UTF-8", { timeout: 120_000 }, async () => {
    const plain = await loadErp("utf-8");
    const encoded = await loadErp("windows-1251");
    expect(encoded.files).toEqual(plain.files);
    expect(encoded.rows).toEqual(plain.rows);
    expect(encoded.dialects).toContain("encoding windows-1251");
    expect(plain.dialects).not.toContain("encoding windows-1251");
  });
});
