import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everyone } from "../../warehouse/publish/audience.ts";
import { readChanges } from "../../warehouse/publish/changes.ts";
import { activateRelease, planPartial } from "../../warehouse/publish/release.ts";

let site: string;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), "karavan-changes-"));
});

afterEach(async () => rm(site, { recursive: true, force: true }));

/** A run: rows accepted per source, findings per check, net sales per month that is over, rows per relation. */
interface Run {
  readonly id: string;
  readonly sources?: Readonly<Record<string, number>>;
  readonly checks?: Readonly<Record<string, number>>;
  readonly months?: Readonly<Record<string, number>>;
  readonly relations?: Readonly<Record<string, number>>;
}

function filesOf({ id, sources = {}, checks = {}, months = {}, relations = { "marts.orders": 1 } }: Run) {
  const columns = (values: Readonly<Record<string, readonly unknown[]>>) => ({
    count: Object.values(values)[0]?.length ?? 0,
    columns: Object.fromEntries(Object.entries(values).map(([name, list]) => [name, { values: list }])),
  });
  const accepted = Object.values(sources);
  const zeros = accepted.map(() => 0);
  const net = Object.values(months);
  return {
    snapshot: {
      runId: id,
      builtAt: `2026-10-0${id.length}T00:00:00.000Z`,
      asOfDate: "2026-10-01",
      rowCounts: Object.entries(relations).map(([relation, rows]) => ({ relation, rows })),
      checks: Object.entries(checks).map(([name, rows]) => ({ name, rows })),
    },
    files: columns({ source: Object.keys(sources), rows_accepted: accepted, rows_rejected: zeros }),
    kpi: columns({ month: Object.keys(months), net_amount: net, is_complete: net.map(() => true) }),
  };
}

async function write(folder: string, run: Run, nameOf: (name: string) => string): Promise<readonly string[]> {
  const files = Object.entries(filesOf(run)).map(([name, value]) => [nameOf(name), JSON.stringify(value)] as const);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return files.map(([path]) => path);
}

async function publish(run: Run, folder = ""): Promise<void> {
  const partial = planPartial(site);
  const paths = await write(partial, run, (name) => `${folder}_file/data/${name}.0123abcd.json`);
  await activateRelease(site, partial, {
    run_id: run.id,
    as_of_date: "2026-10-01",
    published_at: "2026-10-01T06:00:00Z",
    fingerprint: run.id,
    overview_bytes: 1,
    files: paths.map((path) => ({ path, bytes: 1, sha256: "0", encodings: {} })),
  });
}

async function changesOf(run: Run, audience = everyone) {
  const folder = join(site, "export");
  await write(folder, run, (name) => `${name}.json`);
  return readChanges(site, audience, folder);
}

describe("readChanges(site, audience, folder)", () => {
  it("tells what differs from the newest release of another run: sources, checks, closed months, marts", async () => {
    await publish({ id: "a", sources: { erp: 1 } });
    await publish({
      id: "bb",
      sources: { erp: 10, shop: 5 },
      checks: { same: 0, mended: 2 },
      months: { "2026-08-01": 100, "2026-09-01": 200 },
      relations: { "marts.orders": 7, "metrics.rfm": 3 },
    });
    const now = {
      id: "ccc",
      sources: { erp: 12, shop: 5, crm: 1 },
      checks: { same: 0, mended: 0, fresh: 4 },
      months: { "2026-08-01": 90, "2026-09-01": 200, "2026-10-01": 50 },
      relations: { "marts.orders": 8, "metrics.rfm": 4 },
    };
    const told = await changesOf(now);
    expect(told.before).toEqual({ runId: "bb", builtAt: "2026-10-02T00:00:00.000Z", asOfDate: "2026-10-01" });
    expect(told.list.map(({ kind, name, before, now }) => [kind, name, before, now])).toEqual([
      ["accepted", "crm", null, 1],
      ["accepted", "erp", 10, 12],
      ["check", "fresh", null, 4],
      ["check", "mended", 2, 0],
      ["restated", "2026-08-01", 100, 90],
      ["rows", "marts.orders", 7, 8],
    ]);
    await publish(now);
    expect(await changesOf(now)).toEqual(told);
  });

  it("tells nothing of a first run, to limited audiences, and of what another audience was shown", async () => {
    const now = { id: "ccc", sources: { erp: 12 } };
    expect(await changesOf(now)).toEqual({ before: null, list: [] });
    await publish({ id: "a", sources: { erp: 1 } }, "board/");
    expect((await changesOf(now)).before).toBeNull();
    expect((await changesOf(now, { ...everyone, name: "board" })).list).toHaveLength(1);
    expect(await changesOf(now, { ...everyone, name: "board", regions: ["North"] })).toEqual({
      before: null,
      list: [],
    });
  });
});
