import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../dashboards/components/csv.ts";
import { judgeChange } from "../../dashboards/components/kpi.ts";
import { planPeriod } from "../../dashboards/components/period.ts";
import { withCommonFilters } from "../../dashboards/components/state.ts";
import { readRows } from "../../dashboards/data.ts";
import { filterRows, foldBetween } from "../../dashboards/figures.ts";
import { formats } from "../../dashboards/formats.ts";
import { glossaries } from "../../dashboards/i18n/glossaries.ts";
import { holdsWord } from "../../dashboards/pages/satisfaction-data.ts";
import { attainmentOf } from "../../dashboards/plan.ts";
import { pages } from "../../dashboards/site.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";
import type { Contract } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { listWords } from "../../transforms/words/words.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { createKysely } from "../../warehouse/kysely.ts";
import { bundleModules, plotModule } from "../../warehouse/publish/bundle.ts";
import { packTable } from "../../warehouse/publish/columnar.ts";
import { type AnyTables, type Dataset, planQuery } from "../../warehouse/publish/datasets.ts";
import { listTerms } from "../../warehouse/publish/glossary.ts";
import { packOnce } from "../../warehouse/publish/packed.ts";
import { finishPage } from "../../warehouse/publish/page-html.ts";
import { writePages } from "../../warehouse/publish/pages.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";
import { home } from "../../warehouse/settings.ts";

const all = Object.values(contracts);

describe("planQuery(kysely, dataset, contracts)", () => {
  it.each(datasets.map((dataset) => [dataset.name, dataset] as const))(
    "reads only columns %s may show",
    async (_, dataset) => {
      expect((await plan(dataset)).sql).toContain(dataset.relation.split(".")[1]);
    },
  );

  it("refuses personal columns", async () => {
    const leak: Dataset = { name: "leak", relation: "marts.clients", columns: ["phone"], order: ["phone"] };
    await expect(plan(leak)).rejects.toThrow("marts.clients.phone is personal");
  });

  it("leaves out how clients are reached, but for an audience that may know", async () => {
    const names = datasets.find(({ name }) => name === "client-names");
    if (names === undefined) throw new Error("no dataset client-names");
    expect((await plan(names)).sql).toContain('cast(null as varchar) as "phone"');
  });

  it("refuses columns and relations without a contract", async () => {
    const few = all.filter(({ relation }) => relation !== "marts.managers");
    const managers: Dataset = { name: "x", relation: "marts.managers", columns: ["name"], order: ["name desc"] };
    await expect(plan(managers, few)).rejects.toThrow("marts.managers has no contract");
    const column = "nope" as "name";
    await expect(plan({ ...managers, columns: [column] })).rejects.toThrow(
      "marts.managers.nope is not in the contract",
    );
  });
});

/** Plans a dataset's query over an empty engine. */
function plan(dataset: Dataset, known: readonly Contract[] = all) {
  return withConnection({ attach: [] }, async (connection) =>
    planQuery(createKysely<AnyTables>(connection), dataset, known),
  );
}

describe("the page list", () => {
  /** Tables no page draws; the SQL explorer asks for them by name. */
  const explorerOnly = ["rfm-grid", "rfm-segments", "sales-by-day"];

  it("needs only datasets there are, and leaves none unused", () => {
    const needed = new Set<string>(pages.flatMap((page) => page.datasets));
    const made = new Set([...datasets.map((dataset) => dataset.name), "checks", "changes", "glossary", "tables"]);
    expect([...needed, ...explorerOnly].sort()).toEqual([...made].sort());
  });
});

describe("packTable(table)", () => {
  it("loses no value on its way to the page", async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.boolean(),
      fc.constant(null),
    );
    const table = fc.array(fc.tuple(cell, fc.constantFrom("a", "b", "__proto__")), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const packed = packTable({ columns: ["value", "name"], types: ["", ""], rows });
        const text = JSON.stringify(packed);
        const read = await readRows<{ value: unknown; name: string }>({ json: async () => JSON.parse(text) });
        const expected = rows.map(([value, name]) => [Object.is(value, -0) ? 0 : value, name]);
        expect(read.map((row) => [row.value, row.name])).toEqual(expected);
      }),
    );
  });
});

/** What pages are written from. */
const snapshot = {
  runId: "r",
  asOfDate: "2026-10-31",
  company: "X",
  currency: "RUB",
  audience: null,
  rowCounts: [],
} as unknown as Snapshot;

describe("writePages(dashboards, src, site)", () => {
  it("marks what a page is drawn from at once: no long list, no part of a list, no table that is only asked for", async () => {
    const src = await mkdtemp(join(tmpdir(), "karavan-pages-"));
    await mkdir(join(src, "data"));
    const counts = {
      clients: 5001,
      managers: 5000,
      "client-names": 1,
      "client-card-0": 1,
      "client-card-1": 1,
      orders: 1,
    };
    for (const [name, count] of Object.entries(counts))
      await writeFile(join(src, "data", `${name}.json`), JSON.stringify({ count, columns: {} }));
    await writeFile(join(src, "data", "snapshot.json"), "{}");
    const shown = pages.filter(({ name }) => ["rfm", "client", "sql"].includes(name));
    await writePages(join(home, "dashboards"), src, { locales: ["en"], snapshot, pages: shown });
    const read = async (page: string) => {
      const text = await readFile(join(src, `${page}.md`), "utf8");
      const marks = [...text.matchAll(/data-name="([\w-]+)"( data-at-once)? href="\/data\/\1\.json"/g)];
      return Object.fromEntries(marks.map(([, name, isAtOnce]) => [name, isAtOnce !== undefined]));
    };
    expect(await read("rfm")).toMatchObject({ snapshot: true, clients: false, managers: true });
    expect(await read("client")).toMatchObject({
      "client-names": true,
      "client-card-0": false,
      "client-card-1": false,
    });
    expect(await read("sql")).toMatchObject({ snapshot: true, orders: false, managers: false });
    await rm(src, { recursive: true });
  });
});

describe("finishPage(path, html, shell, bundle)", () => {
  const bundle = {
    pages: new Map([["sales" as const, ["_import/sales.A.js", "_import/shared.B.js"]]]),
    words: new Map([["fa" as const, "_import/fa.C.js"]]),
  };
  const html = `<html>
<head>
<link rel="stylesheet" href="../_import/style.css"><link rel="modulepreload" href="../_observablehq/client.1.js">
<script type="module">import "../_observablehq/client.1.js"; registerFile()</script>
</head>
<body><div id="observablehq-center"><main><p>$&</p><link rel="karavan-data" data-name="kpi" data-at-once="" href="../_file/kpi.1.json">
<link rel="karavan-data" data-name="orders" href="../_file/orders.2.json"></main></div></body></html>`;
  const shell = {
    page: "sales",
    locale: "fa",
    head: `<link rel="alternate" hreflang="uz-Latn" href="../uz/sales"><script src="./b.js"></script><script>theme("$&")</script>`,
    header: '<a href="/fa/">$&</a><a href="#page"></a>',
    footer: "$&",
  } as const;
  const page = finishPage("fa/sales.html", html, shell, bundle);

  it("moves scripts into files, the one of all pages into one, and puts the page's shell around it", () => {
    expect(page.scripts[0]).toEqual({
      path: expect.stringMatching(/^_import\/page\.[0-9a-f]{8}\.js$/),
      text: 'theme("$&")',
    });
    expect(page.scripts[1]?.path).toMatch(/^fa\/sales\.[0-9a-f]{8}\.js$/);
    expect(page.html).toMatch(/<script type="module" src="\.\/sales\.[0-9a-f]{8}\.js"><\/script>/);
    expect(page.html).toContain('<html lang="fa" dir="rtl">');
    expect(page.html).toContain('<script src="./b.js"></script>');
    expect(page.html).toContain(
      '<div id="observablehq-center">\n<header id="observablehq-header">\n<a href="../fa/">$&</a><a href="#page"></a>\n</header><main><p>$&</p>',
    );
    expect(page.html).toContain('</main>\n<footer id="observablehq-footer">\n<div>$&</div>\n</footer></div></body>');
  });

  it("runs the bundle in place of Framework's client, with the addresses of all files", () => {
    expect(page.html).not.toContain("_observablehq");
    expect(page.html).not.toContain("karavan-");
    expect(page.scripts[1]?.text).toContain('from "../_import/sales.A.js"');
    expect(page.scripts[1]?.text).toContain('from "../_import/fa.C.js"');
    expect(page.scripts[1]?.text).toContain('"kpi":{"address":"../_file/kpi.1.json","isAtOnce":true}');
    expect(page.scripts[1]?.text).toContain('"orders":{"address":"../_file/orders.2.json","isAtOnce":false}');
  });

  it("asks with its first bytes for what it shows first, and for nothing else, after the script of the theme", () => {
    const asked = [...page.html.matchAll(/<(?:script|link) (?:rel="(\w*preload)")?.*?(?:src|href)="([^"]+)"/g)];
    expect(asked.map(([, , address]) => address?.replace(/\.[0-9a-f]{8}\./, ".0."))).toEqual([
      "../_import/style.css",
      "../uz/sales",
      "./b.js",
      "../_import/page.0.js",
      "../_import/sales.A.js",
      "../_import/shared.B.js",
      "../_import/fa.C.js",
      "../_file/kpi.1.json",
      "./sales.0.js",
    ]);
  });
});

describe("bundleModules(home, site)", () => {
  it("makes few files: one per page, one they share, one per language; what is needed later stays apart", async () => {
    const bundle = await bundleModules(home, { pages: ["overview", "quality", "sql"], locales: ["en", "fa"] });
    const name = (path: string) => path.replace(/\.(?:[0-9A-Z]{8}|[0-9a-f]{8})\./, ".").replace("_import/", "");
    expect(bundle.files.map(({ path }) => name(path)).filter((path) => !path.endsWith(".map"))).toEqual([
      "en.js",
      "fa.js",
      "plot.js",
      "saved-views.js",
      "write-excel-file.js",
      "overview.js",
      "quality.js",
      "sql.js",
      "shared.js",
      "@duckdb/duckdb-browser-eh.worker.js",
      "@duckdb/duckdb-eh.wasm",
    ]);
    expect(bundle.pages.get("overview")?.map(name)).toEqual(["overview.js", "shared.js"]);
    expect(bundle.pages.get("sql")?.map(name)).toEqual(["sql.js", "shared.js"]);
    const text = (path: string | undefined) =>
      Buffer.from(bundle.files.find((file) => file.path === path)?.bytes ?? []).toString();
    const shared = text(bundle.pages.get("overview")?.[1]);
    expect(shared).toContain(`import("./${bundle.onDemand.get(plotModule)?.replace("_import/", "")}")`);
    const workbooks = text(bundle.onDemand.get("write-excel-file/browser"));
    expect(workbooks).toContain("spreadsheetml");
    expect(workbooks, "a worker from a blob, which the policy forbids").not.toContain("new Worker");
    for (const page of bundle.pages.values())
      for (const path of page) expect(text(path).includes(home), path).toBe(false);
  });
});

describe("planPeriod(chosen, coverage)", () => {
  const coverage = { first: "2024-11-01", lastComplete: "2026-09-01", fiscalYearStartMonth: 1 };
  const chosen = { preset: "ytd", from: "", to: "", comparison: "year" };

  it.each([
    ["month", "2026-09-01", "2026-09-01", "2025-09-01"],
    ["quarter", "2026-07-01", "2026-09-01", "2025-07-01"],
    ["ytd", "2026-01-01", "2026-09-01", "2025-01-01"],
    ["12m", "2025-10-01", "2026-09-01", undefined],
    ["all", "2024-11-01", "2026-09-01", undefined],
    ["nonsense", "2026-01-01", "2026-09-01", "2025-01-01"],
  ])("makes %s of complete months, compared where the data reach back", (preset, from, to, compareFrom) => {
    const period = planPeriod({ ...chosen, preset }, coverage);
    expect([period.from, period.to, period.compare?.from]).toEqual([from, to, compareFrom]);
  });

  it("begins the year where the settings do", () => {
    expect(planPeriod(chosen, { ...coverage, fiscalYearStartMonth: 4 }).from).toBe("2026-04-01");
    expect(planPeriod(chosen, { ...coverage, fiscalYearStartMonth: 10 }).from).toBe("2025-10-01");
  });

  it("keeps a free range within the data, whichever way round it is given", () => {
    const period = planPeriod({ ...chosen, preset: "custom", from: "2030-01", to: "2025-02" }, coverage);
    expect([period.from, period.to]).toEqual(["2025-02-01", "2026-09-01"]);
  });

  it("compares with as many months just before", () => {
    const period = planPeriod({ ...chosen, preset: "quarter", comparison: "previous" }, coverage);
    expect(period.compare).toEqual({ from: "2026-04-01", to: "2026-06-01" });
  });
});

describe("attainmentOf(rows)", () => {
  it("divides sums, and leaves out months without a plan", () => {
    const row = (month: string, plan: number | null, actual: number) => ({
      month,
      plan_amount: plan,
      actual_amount: actual,
    });
    const rows = [
      row("2026-01", 100, 50),
      row("2026-01", null, 25),
      row("2026-02", 300, 300),
      row("2026-03", null, 999),
    ];
    expect(attainmentOf(rows)).toEqual({ plan: 400, actual: 375, gap: -25, rate: 0.9375, months: 2 });
    expect(attainmentOf([row("2026-03", null, 5)])).toBeUndefined();
  });
});

describe("filterRows(rows, filter)", () => {
  it("keeps the rows of all values chosen; an empty choice keeps all", () => {
    const rows = ["aa", "ab", "ba"].map(([region = "", direction = ""]) => ({ region, direction }));
    expect(filterRows(rows, { region: "", direction: "" })).toEqual(rows);
    expect(filterRows(rows, { region: "a", direction: "" })).toEqual(rows.slice(0, 2));
    expect(filterRows(rows, { region: "a", direction: "b" })).toEqual(rows.slice(1, 2));
  });
});

describe("holdsWord(text, word)", () => {
  it("finds every word the models cut out of a text, and no part of one", () => {
    const piece = fc.constantFrom(
      "Срок",
      "е",
      "́",
      "don't",
      "-",
      "’",
      " ",
      "7",
      "می",
      "\u200c",
      "خواهم",
      "Ol",
      "ʻ",
      ".",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(listWords(text).filter((word) => !holdsWord(text, word))).toEqual([]);
      }),
    );
    expect(holdsWord("Срок сорван", "срок")).toBe(true);
    expect(holdsWord("Сроки сорваны", "срок")).toBe(false);
  });
});

describe("foldBetween(rows, first, last)", () => {
  it("keeps every row in its order, and puts together only what is more than one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 12 }), fc.nat(5), fc.nat(5), (rows, first, last) => {
        const folds = foldBetween(rows, first, last);
        expect(folds.flatMap((fold) => fold.rows)).toEqual(rows);
        const between = rows.length - first - last;
        expect(folds.flatMap((fold) => (fold.only === undefined ? [fold.rows.length] : []))).toEqual(
          between > 1 ? [between] : [],
        );
      }),
    );
  });
});

describe("judgeChange(kpi)", () => {
  it("knows up, down, and too little to speak of", () => {
    const judge = (
      value: number | null,
      before: number | null | undefined,
      kind: "amount" | "share" | "rate" = "amount",
    ) => judgeChange({ value, before, kind, better: "more" });
    expect([judge(110, 100), judge(90, 100), judge(100.4, 100)]).toEqual(["up", "down", "flat"]);
    expect([judge(0.9, 0.8, "share"), judge(0.8005, 0.8, "share")]).toEqual(["up", "flat"]);
    expect([judge(1, undefined), judge(null, 1), judge(5, 0), judge(-90, -100)]).toEqual([
      undefined,
      undefined,
      "up",
      "up",
    ]);
  });
});

describe("toCsv(download, locale)", () => {
  const download = {
    name: "x",
    columns: ["Имя", "n"],
    rows: [
      ["=1+1", 1.5],
      ['a;"b"\n', null],
      ["-5", -5],
      ["plain", true],
    ],
  };

  it("writes what Excel opens in Russian", () => {
    expect(toCsv(download, "ru")).toBe('\uFEFFИмя;n\r\n\'=1+1;1,5\r\n"a;""b""\n";\r\n\'-5;-5\r\nplain;1\r\n');
  });

  it("writes what Excel opens in English", () => {
    expect(toCsv(download, "en")).toBe('\uFEFFИмя,n\r\n\'=1+1,1.5\r\n"a;""b""\n",\r\n\'-5,-5\r\nplain,1\r\n');
  });

  it("never leaves a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const field = toCsv({ name: "x", columns: [], rows: [[text]] }, "en")
          .slice(3)
          .replace(/^"/, "");
        expect(field).not.toMatch(/^[=+\-@\t\r](?!\n$)/);
      }),
    );
  });
});

describe("withCommonFilters(href, search)", () => {
  it("carries the filters all pages share, and no others", () => {
    expect(withCommonFilters("./sales?old=1", "?region=A%26B&class=key&period=12m")).toBe(
      "./sales?region=A%26B&period=12m",
    );
    expect(withCommonFilters("./sales?region=A", "")).toBe("./sales");
  });
});

describe("formats(locale, currency)", () => {
  it("writes as readers of the language do", () => {
    const [en, ru] = [formats("en", "RUB"), formats("ru", "RUB")];
    expect([en.moneyShort(92_600_000), ru.moneyShort(92_600_000).replaceAll("\u00A0", " ")]).toEqual([
      "₽92.6M",
      "92,6 млн ₽",
    ]);
    expect(
      [en.monthRange("2026-01-01", "2026-10-01"), ru.monthRange("2026-01-01", "2026-10-01")].map((text) =>
        text.replaceAll(/\s/g, " "),
      ),
    ).toEqual(["Jan – Oct 2026", "янв. – окт. 2026"]);
    expect(en.percentChange(0.042)).toBe("+4.2%");
  });
});

describe("packOnce(folder, bytes, how, pack)", () => {
  it("packs what it has not packed before, and what it kept damaged, and keeps the newest twelve", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "karavan-packed-")), "packed");
    let times = 0;
    const pack = async (text: string, how = "br5") => {
      const packed = await packOnce(folder, Buffer.from(text), how, async () => {
        times += 1;
        return Buffer.from(`${how} ${text}`);
      });
      return packed.toString();
    };
    expect([await pack("a"), await pack("a"), times]).toEqual(["br5 a", "br5 a", 1]);
    expect([await pack("a", "gzip6"), await pack("b"), times]).toEqual(["gzip6 a", "br5 b", 3]);
    for (const name of await readdir(folder)) await writeFile(join(folder, name), "half");
    expect([await pack("a"), await pack("a"), times]).toEqual(["br5 a", "br5 a", 4]);
    for (let text = 0; text < 12; text += 1) await pack(`c${text}`);
    expect(await readdir(folder)).toHaveLength(12);
    await rm(folder, { recursive: true });
  });
});

describe("the glossary", () => {
  const shown = listTerms(all, datasets, ["en", "ru"]);

  it("explains every metric shown on a page", () => {
    const relations = new Set(
      datasets.map((dataset) => dataset.relation).filter((relation) => relation.startsWith("metrics.")),
    );
    expect(new Set(shown.map((term) => term.relation))).toEqual(relations);
  });

  it.each(["ru", "uk", "uz", "kk", "fa"] as const)(
    "is translated into %s without a gap and without leftovers",
    (locale) => {
      const { texts, units } = glossaries[locale];
      const keys = shown.flatMap((term) => [
        term.relation,
        ...term.columns.map((column) => `${term.relation}.${column.name}`),
      ]);
      expect(Object.keys(texts).sort()).toEqual([...new Set(keys)].sort());
      const used = new Set(
        shown.flatMap((term) =>
          term.columns.flatMap((column) => (column.unit?.en === undefined ? [] : [column.unit.en])),
        ),
      );
      expect(Object.keys(units).sort()).toEqual([...used].sort());
    },
  );
});
