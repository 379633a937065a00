import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHeader } from "../../dashboards/shell.ts";
import { pages } from "../../dashboards/site.ts";
import { contracts } from "../../transforms/contracts.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { createKysely } from "../../warehouse/kysely.ts";
import { type Audience, datasetsOf, everyone, listAudiences, pagesOf } from "../../warehouse/publish/audience.ts";
import { type AnyTables, type Dataset, planQuery } from "../../warehouse/publish/datasets.ts";
import { readModels } from "../../warehouse/publish/models.ts";
import { activateRelease, hashBytes, planPartial, switchBack } from "../../warehouse/publish/release.ts";
import { planScope } from "../../warehouse/publish/scope.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";
import { openCatalogue } from "../../warehouse/serve/catalogue.ts";
import { home, parseSettings, type Settings } from "../../warehouse/settings.ts";
import { makeSettings, writeWarehouse } from "./warehouse.ts";

const all = Object.values(contracts);
const knowledge = { contracts: all, models: new Map<string, string>() };
const north: Audience = { ...everyone, name: "north", regions: ["North"] };

/** Of the whole company: models' trials, campaigns, baskets, matching of cards, files; and what mixes regions of a manager. */
const withheldFromRegion = [
  "deal-stages",
  "stage-calibration",
  "pipeline-backtest",
  "pipeline-scores",
  "manager-profit",
  "thresholds",
  "rfm-cuts",
  "campaigns",
  "campaign-starts",
  "campaign-arms",
  "campaign-balance",
  "campaign-rules",
  "product-pairs",
  "pair-review",
  "match-summary",
  "client-cards",
  "match-limits",
  "discounts",
  "churn-backtest",
  "churn-calibration",
  "value-holdout",
  "renewal-fits",
  "survey-words",
  "files",
  "reconciliation",
  "rejects",
  "remarks",
  "scored-models",
  "future-rows",
];

describe("parseSettings(yaml, file) of audiences", () => {
  const parse = (audiences: string) =>
    parseSettings(`company: {name: X}\ncurrency: RUB\ntime_zone: UTC\naudiences: ${audiences}\n`, "karavan.yaml")
      .audiences;

  it("takes names, pages, rows and columns, all but the name by default", () => {
    expect(parse("[{name: north, regions: [North], personal: none}, {name: all}]")).toEqual([
      { name: "north", regions: ["North"], personal: "none" },
      { name: "all", personal: "names" },
    ]);
  });

  it.each([
    ["[{name: a, pages: [overview, bank]}]", "audiences.0.pages.1"],
    ["[{name: a, pages: [sales]}]", "the overview is missing"],
    ["[{name: a}, {name: a}]", "two audiences have the same name"],
    ["[{name: ../etc}]", "not a name for a folder"],
    ["[{name: Sales Team}]", "not a name for a folder"],
    ["[{name: a, regions: []}]", "audiences.0.regions"],
    ["[{name: a, region: [North]}]", "unknown key region"],
  ])("refuses %s: %s", (yaml, text) => {
    let told = "";
    try {
      parse(yaml);
    } catch (error) {
      told = `${String(error)} ${JSON.stringify(error)}`;
    }
    expect(told).toContain(text);
  });
});

describe("datasetsOf(audience, datasets)", () => {
  it("leaves out what no page of the audience is drawn from, for the explorer too", () => {
    const few: Audience = { ...everyone, name: "few", pages: ["overview", "delivery", "sql"] };
    const names = datasetsOf(few, datasets).map(({ name }) => name);
    expect(names).toContain("carriers");
    expect(names).not.toContain("clients");
    expect(pagesOf(few).map(({ name }) => name)).toEqual(["overview", "delivery", "sql"]);
  });
});

describe("renderHeader(page, locale, site)", () => {
  it("leads to the pages there are only, and says once what the site shows", () => {
    const snapshot = { company: "X", currency: "RUB", asOfDate: "2026-10-12" };
    const audience = { name: "north", regions: ["<North>"], managers: ["Ann", "Bob"] };
    const site = { locales: ["en"], pages: pages.slice(0, 2), snapshot: { ...snapshot, audience } };
    const html = renderHeader(pages[0], "en", site as unknown as Parameters<typeof renderHeader>[2]);
    expect(html.match(/data-page="\w+"/g)).toEqual(['data-page="overview"', 'data-page="sales"']);
    expect(html).toContain("This site shows only: region &lt;North&gt;; managers Ann, Bob.");
  });
});

describe("planScope(dataset, audience, knowledge)", () => {
  const find = (name: string): Dataset => {
    const found = datasets.find((dataset) => dataset.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  const kindOf = (name: string, audience: Audience) => planScope(find(name), audience, knowledge).kind;

  it("gives everything to an audience of all rows", () => {
    expect(new Set(datasets.map(({ name }) => kindOf(name, everyone)))).toEqual(new Set(["whole"]));
  });

  it("withholds what it cannot tell apart, and what does not say that all may see it", () => {
    const kinds = ["carriers", "campaigns", "files", "pair-review", "thresholds", "products"].map((name) =>
      kindOf(name, north),
    );
    expect(kinds).toEqual(["withheld", "withheld", "withheld", "withheld", "withheld", "whole"]);
  });

  it("withholds from a region what stands here, and nothing else: a new dataset is decided on", async () => {
    const models = await readModels(home, datasets);
    const kinds = datasets.map(({ name }) => [name, planScope(find(name), north, { contracts: all, models }).kind]);
    const withheld = kinds.filter(([, kind]) => kind === "withheld").map(([name]) => name);
    expect(withheld).toEqual(withheldFromRegion);
    const whole = kinds.filter(([, kind]) => kind === "whole").map(([name]) => name);
    expect(whole.sort()).toEqual(["churn-gate", "churn-rule", "freshness", "products"]);
  });

  it("takes a region for granted of no manager: who sells there may sell elsewhere", () => {
    expect(kindOf("manager-profit", north)).toBe("withheld");
    expect(kindOf("manager-profit", { ...everyone, name: "m", managers: ["m1"] })).toBe("rows");
    expect(kindOf("manager-profit", { ...north, managers: ["m1"] })).toBe("withheld");
  });

  it("limits by every limit at once, by the client where the rows name nothing else", () => {
    const scope = planScope(find("rfm"), { ...north, managers: ["m'1"] }, knowledge);
    expect(scope).toEqual({
      kind: "rows",
      from: `(select * from "metrics"."rfm" where client_id in (select client_id from marts.clients where "region" in ('North')) and client_id in (select client_id from marts.clients where "manager_id" in ('m''1')))`,
    });
  });

  it("has a total of medians for one region, and none for two", () => {
    const scopeOf = (audience: Audience) => JSON.stringify(planScope(find("forecast"), audience, knowledge));
    expect(scopeOf(north)).toContain("'total' as dimension");
    expect(scopeOf({ ...north, regions: ["North", "South"] })).not.toContain("'total' as dimension");
  });

  it("counts a model anew over limited inputs only when each of them can be limited", () => {
    const models = new Map([
      ["metrics.rfm_grid", "-- from marts.none\nselect * from metrics.rfm left join metrics.rfm_segment_rules"],
    ]);
    const scope = planScope(find("rfm-grid"), north, { contracts: all, models });
    expect(scope.kind === "rows" && scope.from).toContain(`from (select * from "metrics"."rfm" where client_id in`);
    const worse = new Map([["metrics.rfm_grid", "select * from metrics.rfm, (select * from metrics.campaign_return)"]]);
    expect(planScope(find("rfm-grid"), north, { contracts: all, models: worse }).kind).toBe("withheld");
  });
});

describe("the rows of audiences that divide the company", () => {
  let settings: Settings;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ settings, remove } = await makeSettings());
    await writeWarehouse(settings);
  });
  afterAll(async () => remove());

  const summed = datasets.filter(({ sums, where }) => sums !== undefined && where?.includes("meta.clock") !== true);

  it.each(summed.map((dataset) => [dataset.name, dataset] as const))(
    "add up to the whole of %s",
    async (_, dataset) => {
      const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" }] as const;
      await withConnection({ attach }, async (connection) => {
        const sums = (dataset.sums ?? []).map((name) => `coalesce(sum("${name}"), 0)`).join(", ");
        const sumOf = async (audience: Audience) => {
          const scope = planScope(dataset, audience, knowledge);
          const query = planQuery(
            createKysely<AnyTables>(connection),
            dataset,
            all,
            scope.kind === "rows" ? { from: scope.from } : {},
          );
          const table = await connection.table(`select ${sums} from (${query.sql})`);
          return (table.rows[0] ?? []).map(Number);
        };
        const parts: (readonly number[])[] = [];
        for (const region of ["North", "South", "unknown"]) parts.push(await sumOf({ ...north, regions: [region] }));
        const whole = await sumOf(everyone);
        whole.forEach((value, index) => {
          const added = parts.reduce((sum, part) => sum + (part[index] ?? 0), 0);
          expect(added).toBeCloseTo(value, 4);
        });
      });
    },
  );
});

describe("releases of audiences", () => {
  const rights = (audience: Partial<Audience>) => {
    const [first] = Object.entries({ north: JSON.stringify(audience) });
    return Object.fromEntries(first === undefined ? [] : [first]);
  };

  async function release(site: string, text: string, audiences: Readonly<Record<string, string>>) {
    const partial = planPartial(site);
    const paths =
      Object.keys(audiences).length === 0
        ? ["index.html", "a.0123abcd.js"]
        : ["north/index.html", "north/a.0123abcd.js"];
    await mkdir(join(partial, "north"), { recursive: true });
    const files = [];
    for (const path of paths) {
      const bytes = Buffer.from(text);
      await writeFile(join(partial, path), bytes);
      files.push({ path, bytes: bytes.length, sha256: hashBytes(bytes), encodings: {} });
    }
    const manifest = {
      run_id: "r",
      as_of_date: "2026-10-12",
      published_at: "2026-10-12T06:00:00Z",
      fingerprint: "f",
      overview_bytes: 1,
    };
    return activateRelease(site, partial, { ...manifest, audiences, files });
  }

  it("give nothing back that was taken from an audience, and serve it no older site", async () => {
    const site = await mkdtemp(join(tmpdir(), "karavan-rights-"));
    const read = async (audience?: string) => {
      const catalogue = await openCatalogue(site, () => undefined, audience).current();
      return catalogue?.find("index.html")?.bodies.get("identity")?.toString();
    };
    await release(site, "everyone", {});
    expect([await read(), await read("north")]).toEqual(["everyone", undefined]);
    const open = openCatalogue(site, () => undefined, "north");
    const wide = await release(site, "wide", rights({ regions: ["North", "South"] }));
    expect([await read(), await read("north")]).toEqual([undefined, "wide"]);
    expect((await open.current())?.find("a.0123abcd.js")?.bodies.get("identity")?.toString()).toBe("wide");
    const narrow = await release(site, "narrow", rights({ regions: ["North"] }));
    expect([await read(), await read("north"), await read("south")]).toEqual([undefined, "narrow", undefined]);
    expect((await open.current())?.find("a.0123abcd.js")?.bodies.get("identity")?.toString()).toBe("narrow");
    await expect(switchBack(site, undefined, narrow.manifest.audiences)).rejects.toMatchObject({ exitCode: 2 });
    await expect(switchBack(site, wide.id, {})).rejects.toMatchObject({ exitCode: 2 });
    expect((await switchBack(site, wide.id, wide.manifest.audiences)).id).toBe(wide.id);
    await rm(site, { recursive: true, force: true });
  });

  it("are told apart by what the settings allow", () => {
    expect(listAudiences({ audiences: [] })).toEqual([everyone]);
    const [audience] = listAudiences({ audiences: [{ name: "north", personal: "none", regions: ["North"] }] });
    expect(audience).toEqual({ ...north, personal: "none" });
  });
});
