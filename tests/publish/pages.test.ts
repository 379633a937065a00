import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pages } from "../../dashboards/site.ts";
import type { Snapshot } from "../../dashboards/snapshot.ts";
import { bundleModules, plotModule } from "../../warehouse/publish/bundle.ts";
import { packOnce } from "../../warehouse/publish/packed.ts";
import { finishPage } from "../../warehouse/publish/page-html.ts";
import { writePages } from "../../warehouse/publish/pages.ts";
import { home } from "../../warehouse/settings.ts";

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
