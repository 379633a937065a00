import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { type PublishReport, publish } from "../../warehouse/publish/publish.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";
import { serve } from "../../warehouse/serve/serve.ts";
import type { Settings } from "../../warehouse/settings.ts";
import { type Branch, branches, common, days, managers, marks, numberOf, regions, writeMarked } from "./marked.ts";
import { makeSettings, quietEffects } from "./warehouse.ts";

let settings: Settings;
let remove: () => Promise<void>;
let report: PublishReport;
let whole: Site;
let branch: Site;
const warnings: string[] = [];

/** Every file of an audience's site, by its path. */
type Site = ReadonlyMap<string, string>;

/** One release for two audiences: everything, and the rows of one branch without names. */
beforeAll(async () => {
  const made = await makeSettings(["en"]);
  remove = made.remove;
  settings = {
    ...made.settings,
    audiences: [
      { name: "whole", personal: "contacts" },
      { name: "branch", personal: "none", regions: [regions.ours, "Atlantis"] },
    ],
  };
  await writeMarked(settings);
  const log = { ...silentLog, warn: (message: string) => warnings.push(message) };
  report = await publish(settings, {}, { ...quietEffects(), log });
  [whole, branch] = [await readSite("whole"), await readSite("branch")];
});

afterAll(async () => remove());

/** Reads a site as a browser would: compressed twins are taken apart too. */
async function readSite(audience: string): Promise<Site> {
  const folder = join(report.path, audience);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map(async (path): Promise<[string, string]> => {
    const bytes = await readFile(path);
    const plain = path.endsWith(".br") ? brotliDecompressSync(bytes) : path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
    return [path.slice(folder.length + 1), plain.toString("utf8")];
  });
  return new Map(await Promise.all(texts));
}

/** Numbers of a branch: one of each column of each relation, and the sums both branches make. */
function listNumbers(of: Branch): ReadonlySet<string> {
  const columns = Object.values(contracts)
    .filter(({ relation }) => !common.has(relation))
    .flatMap((contract) => listColumns(contract).map(({ name }) => [contract.relation, name] as const));
  return new Set(
    columns.flatMap(([relation, column]) => {
      const [ours = 0, theirs = 0] = branches.map((each) => numberOf(each, relation, column));
      return [String(of === "ours" ? ours : theirs), String(ours + theirs)];
    }),
  );
}

/** Finds in a text what only the rows of a branch, or its rows too, can have brought there. */
function findMarks(text: string, of: Branch, numbers: ReadonlySet<string>): readonly string[] {
  const words = [marks[of], regions[of], managers[of], days[of]].filter((value) => text.includes(value));
  return [...words, ...(text.match(/(?<![\d.])\d{8,}(?!\d)/g) ?? []).filter((value) => numbers.has(value))];
}

/** The text of a dataset's files in a site. */
function dataOf(site: Site, dataset: string): string {
  const isFile = new RegExp(`^_file/data/${dataset}(-\\d+)?\\.[0-9a-f]{8}\\.json$`);
  return [...site].flatMap(([path, text]) => (isFile.test(path) ? [text] : [])).join("\n");
}

describe("publish(settings, options, effects) for audiences", () => {
  it("makes a site for each in one release, none at its root, and warns of what nothing has", async () => {
    expect(report.audiences).toEqual(["whole", "branch"]);
    expect((await readdir(report.path)).sort()).toEqual(["branch", "manifest.json", "whole"]);
    expect(warnings).toEqual(['audience branch: no row has the region "Atlantis": it will see none']);
  });

  it("holds in no byte of a limited site a name, id, day, number or sum of the other rows", () => {
    const numbers = new Set([...listNumbers("theirs"), "79000001", "79000002"]);
    const found = [...branch].flatMap(([path, text]) =>
      findMarks(text, "theirs", numbers).map((value) => `${path}: ${value}`),
    );
    expect(found).toEqual([]);
  });

  it("holds them in every dataset of the site of all: what is searched for could be found", () => {
    const numbers = listNumbers("theirs");
    const bare = datasets.filter(({ name }) => findMarks(dataOf(whole, name), "theirs", numbers).length === 0);
    const told = bare.filter(({ relation }) => !common.has(relation)).map(({ name }) => name);
    expect(told).toEqual([]);
    expect([...whole.values()].join("\n")).toMatch(/79000001[\s\S]*79000002|79000002[\s\S]*79000001/);
  });

  it("holds its own rows wherever they name a region or a client", () => {
    const numbers = listNumbers("ours");
    const named = Object.values(contracts)
      .filter((contract) => listColumns(contract).some(({ name }) => name === "region" || name === "client_id"))
      .map(({ relation }) => relation);
    const own = datasets.filter(({ relation, isWholeOnly }) => named.includes(relation) && isWholeOnly !== true);
    const bare = own.filter(({ name }) => findMarks(dataOf(branch, name), "ours", numbers).length === 0);
    expect(own.length).toBeGreaterThan(30);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("shows ids in the place of names, and no free text, where an audience may see none", () => {
    const personal = [
      "marts.clients-name",
      "metrics.client_pair_review-name",
      "metrics.open_deals-name",
      "metrics.calendar_events-subject",
      "metrics.survey_comments-comment",
    ];
    const seenIn = (site: Site) => personal.filter((name) => [...site.values()].some((text) => text.includes(name)));
    expect(seenIn(whole)).toEqual(personal);
    expect(seenIn(branch)).toEqual([]);
    expect(dataOf(branch, "client-names")).toContain(`"name":{"values":["${marks.ours}-client"]}`);
  });

  it("tells how clients are reached to those alone who may know", () => {
    const contacts = ["marts.clients-tax_id", "marts.clients-phone", "marts.clients-email"];
    const seenIn = (site: Site) => contacts.filter((name) => [...site.values()].some((text) => text.includes(name)));
    expect(seenIn(whole)).toEqual(contacts);
    expect(seenIn(branch)).toEqual([]);
  });

  it("lets the explorer see what is in the site only", () => {
    const tables = JSON.parse(dataOf(branch, "tables")) as readonly { readonly dataset: string }[];
    const held = new Set(tables.map(({ dataset }) => dataset));
    expect(held.has("sales")).toBe(true);
    for (const { name } of datasets.filter(({ shards, listedBy }) => shards === undefined && listedBy === undefined))
      expect(held.has(name), name).toBe(!dataOf(branch, name).includes('{"count":0,"columns":{}}'));
  });

  it("is served to its audience alone", async () => {
    await expect(serve(settings, { port: 0 }, quietEffects())).rejects.toMatchObject({ exitCode: 2 });
    await expect(serve(settings, { port: 0, audience: "w" }, quietEffects())).rejects.toThrow("there is no audience w");
    const server = await serve(settings, { port: 0, audience: "branch" }, quietEffects());
    const status = async (path: string) => (await fetch(`${server.url}${path}`)).status;
    const foreign = [...whole.keys()].find((path) => path.startsWith("_file/data/sales.") && path.endsWith(".json"));
    expect([await status("/"), await status("/sales")]).toEqual([200, 200]);
    for (const path of ["/whole/", "/whole/index.html", "/branch/", `/${foreign}`, "/manifest.json"])
      expect(await status(path), path).toBe(404);
    const page = await (await fetch(server.url)).text();
    expect(page).toContain(`This site shows only: regions ${regions.ours}, Atlantis.`);
    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ state: "serving" });
    await server.close();
  });
});
