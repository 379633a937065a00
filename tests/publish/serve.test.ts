import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { activateRelease, hashBytes, planPartial, type Release } from "../../warehouse/publish/release.ts";
import { type RunningServer, serve } from "../../warehouse/serve/serve.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";
import { quietEffects } from "./warehouse.ts";

let settings: Settings;
let server: RunningServer;

beforeEach(async () => {
  const data = await mkdtemp(join(tmpdir(), "karavan-serve-"));
  settings = readSettings({ KARAVAN_DATA: data });
  server = await serve(settings, { port: 0 }, quietEffects());
});

afterEach(async () => {
  await server.close();
  await rm(settings.paths.data, { recursive: true, force: true });
});

async function release(files: Readonly<Record<string, string>>): Promise<Release> {
  const partial = planPartial(settings.paths.site);
  const written = [];
  for (const [path, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const [br, gzip] = [brotliCompressSync(bytes), gzipSync(bytes)];
    await mkdir(dirname(join(partial, path)), { recursive: true });
    await writeFile(join(partial, path), bytes);
    await writeFile(join(partial, `${path}.br`), br);
    await writeFile(join(partial, `${path}.gz`), gzip);
    written.push({
      path,
      bytes: bytes.length,
      sha256: hashBytes(bytes),
      encodings: { br: br.length, gzip: gzip.length },
    });
  }
  const manifest = {
    run_id: "r",
    as_of_date: "2026-10-12",
    published_at: "2026-10-12T06:00:00Z",
    fingerprint: "f",
    overview_bytes: 1,
  };
  return activateRelease(settings.paths.site, partial, { ...manifest, files: written });
}

const site = {
  "index.html": "<h1>overview</h1>",
  "sales.html": "<h1>sales</h1>",
  "ru/index.html": "<h1>обзор</h1>",
  "404.html": "<h1>none</h1>",
  "app.0123abcd.js": "export const one = 1;",
};

/** Sends a path exactly as written: fetch would tidy it up. */
async function sendRaw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers, method: "GET" }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("serve(settings, options, effects)", () => {
  it("says that nothing is published yet, and starts serving when it is", async () => {
    const before = await fetch(server.url);
    expect([before.status, await before.text()]).toEqual([503, expect.stringContaining("karavan run")]);
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
    await release(site);
    expect((await fetch(server.url)).status).toBe(200);
  });

  it("answers clean addresses and sends others to them", async () => {
    await release(site);
    expect(await (await fetch(`${server.url}/sales?period=ytd`)).text()).toBe(site["sales.html"]);
    expect(await (await fetch(`${server.url}/ru/`)).text()).toBe(site["ru/index.html"]);
    const slash = await fetch(`${server.url}/sales/?a=b`, { redirect: "manual" });
    expect([slash.status, slash.headers.get("location")]).toEqual([308, "/sales?a=b"]);
    const folder = await fetch(`${server.url}/ru`, { redirect: "manual" });
    expect([folder.status, folder.headers.get("location")]).toEqual([308, "/ru/"]);
  });

  it("sends the policies of a site that runs no foreign code", async () => {
    await release(site);
    const { headers } = await fetch(server.url);
    expect(headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(headers.get("content-security-policy")).not.toContain("unsafe-eval");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  it("lets pages be checked again and hashed assets be kept", async () => {
    await release(site);
    const page = await fetch(server.url);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const asset = await fetch(`${server.url}/app.0123abcd.js`);
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const etag = page.headers.get("etag") ?? "";
    const known = await sendRaw("/", { "if-none-match": `"other", W/${etag}` });
    expect(known).toEqual({ status: 304, body: "" });
  });

  it.each([
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", null],
  ])("answers Accept-Encoding %s with %s", async (accepted, encoding) => {
    await release(site);
    const response = await fetch(server.url, { headers: { "accept-encoding": accepted } });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(await response.text()).toBe(site["index.html"]);
  });

  it.each([
    "/../../../../etc/passwd",
    "/..%2f..%2fmanifest.json",
    "/manifest.json",
    "/%2e%2e/manifest.json",
    "/index.html%00.js",
    "/%E0%A4%A",
    "/index.html.br",
    "//etc/passwd",
    "/nothing",
  ])("finds nothing at %s", async (path) => {
    await release(site);
    expect(await sendRaw(path)).toEqual({ status: 404, body: site["404.html"] });
  });

  it("refuses what is neither GET nor HEAD", async () => {
    await release(site);
    const posted = await fetch(server.url, { method: "POST", body: "x" });
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const head = await fetch(server.url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("follows a switch without restart, and keeps the assets of pages already open", async () => {
    await release(site);
    await fetch(server.url);
    const next = await release({ "index.html": "<h1>new</h1>", "app.4567abcd.js": "export const two = 2;" });
    expect(await (await fetch(server.url)).text()).toBe("<h1>new</h1>");
    expect(await (await fetch(`${server.url}/app.0123abcd.js`)).text()).toBe(site["app.0123abcd.js"]);
    expect((await fetch(`${server.url}/sales`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ state: "serving", release: next.id });
  });

  it("keeps the assets of a page already open even when its release is removed", async () => {
    const old = await release(site);
    await fetch(server.url);
    await release({ "index.html": "<h1>new</h1>" });
    await rm(old.path, { recursive: true });
    await fetch(server.url);
    expect((await fetch(`${server.url}/app.0123abcd.js`)).status).toBe(200);
  });

  it("keeps serving the old release when the new one is damaged", async () => {
    await release(site);
    await fetch(server.url);
    const damaged = await release({ "index.html": "<h1>new</h1>" });
    await writeFile(join(damaged.path, "index.html"), "<h1>cut");
    expect(await (await fetch(server.url)).text()).toBe(site["index.html"]);
  });

  it("answers every request whole while releases are switched", async () => {
    await release(site);
    let isDone = false;
    const reader = async (): Promise<number> => {
      let wrong = 0;
      while (!isDone) {
        const response = await fetch(server.url);
        if (response.status !== 200 || !/^<h1>(overview|\d+)<\/h1>$/.test(await response.text())) wrong += 1;
      }
      return wrong;
    };
    const readers = [reader(), reader(), reader()];
    for (let swap = 0; swap < 20; swap += 1) await release({ "index.html": `<h1>${swap}</h1>` });
    isDone = true;
    expect(await Promise.all(readers)).toEqual([0, 0, 0]);
  });

  it("names the port in use and how to choose another", async () => {
    const port = Number(new URL(server.url).port);
    await expect(serve(settings, { port }, quietEffects())).rejects.toMatchObject({
      exitCode: 2,
      message: `port ${port} is in use`,
      remedy: expect.stringContaining("--port"),
    });
  });

  it("stops though a browser keeps a connection that asks nothing", { timeout: 9_000 }, async () => {
    const second = await serve(settings, { port: 0 }, quietEffects());
    const silent = connect(Number(new URL(second.url).port), "127.0.0.1");
    await once(silent, "connect");
    const ended = once(silent, "close");
    await second.close();
    await ended;
    expect(silent.destroyed).toBe(true);
  });
});
