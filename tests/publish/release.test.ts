import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  activateRelease,
  findCurrent,
  hashBytes,
  listReleases,
  planPartial,
  type Release,
  sweepReleases,
  switchBack,
} from "../../warehouse/publish/release.ts";

let site: string;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), "karavan-release-"));
});

afterEach(async () => rm(site, { recursive: true, force: true }));

async function release(html: string): Promise<Release> {
  const partial = planPartial(site);
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, "index.html"), html);
  const bytes = Buffer.from(html);
  return activateRelease(site, partial, {
    run_id: "run",
    as_of_date: "2026-10-12",
    published_at: "2026-10-12T06:00:00Z",
    fingerprint: html,
    overview_bytes: 1,
    files: [{ path: "index.html", bytes: bytes.length, sha256: hashBytes(bytes), encodings: {} }],
  });
}

describe("activateRelease(site, partial, manifest)", () => {
  it("points current at the new release by a relative link and numbers releases in order", async () => {
    const one = await release("one");
    const two = await release("two");
    expect(await readlink(join(site, "current"))).toBe(join("releases", two.id));
    expect([one.manifest.number, two.manifest.number]).toEqual([1, 2]);
    expect((await listReleases(site)).map(({ id }) => id)).toEqual([two.id, one.id]);
  });

  it("leaves no link of its own behind", async () => {
    await release("one");
    expect((await readdir(site)).sort()).toEqual(["current", "releases"]);
  });
});

describe("switchBack(site, to)", () => {
  it("goes one release back, then further, then says there is none", async () => {
    const one = await release("one");
    const two = await release("two");
    await release("three");
    expect((await switchBack(site)).id).toBe(two.id);
    expect((await switchBack(site)).id).toBe(one.id);
    await expect(switchBack(site)).rejects.toMatchObject({ exitCode: 2 });
    expect((await findCurrent(site))?.id).toBe(one.id);
  });

  it("goes to the release named, and names those there are when it is not one of them", async () => {
    const one = await release("one");
    const two = await release("two");
    expect((await switchBack(site, one.id)).id).toBe(one.id);
    await expect(switchBack(site, "../../etc")).rejects.toMatchObject({ remedy: expect.stringContaining(two.id) });
  });
});

describe("sweepReleases(site, keep)", () => {
  it("keeps the newest, and the current one even when it is old", async () => {
    const one = await release("one");
    await release("two");
    const three = await release("three");
    await switchBack(site, one.id);
    await sweepReleases(site, 1);
    expect((await listReleases(site)).map(({ id }) => id)).toEqual([three.id, one.id]);
  });

  it("removes what a killed publish left, not what a running one writes", async () => {
    await release("one");
    const running = planPartial(site);
    await mkdir(running, { recursive: true });
    await mkdir(join(site, "releases", ".partial-4194999-abc"), { recursive: true });
    await sweepReleases(site, 5);
    const left = (await readdir(join(site, "releases"))).filter((name) => name.startsWith("."));
    expect(left.map((name) => join(site, "releases", name))).toEqual([running]);
  });

  it("does not count a folder without a manifest as a release", async () => {
    const one = await release("one");
    await mkdir(join(site, "releases", "000099-deadbeef"), { recursive: true });
    expect((await listReleases(site)).map(({ id }) => id)).toEqual([one.id]);
    expect((await release("two")).manifest.number).toBe(2);
  });
});
