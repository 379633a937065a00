import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Effects } from "../effects.ts";
import { exitCodes, OperatorError } from "../errors.ts";
import type { Settings } from "../settings.ts";
import { type Asset, type Catalogue, openCatalogue } from "./catalogue.ts";

/** A running server. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

const securityHeaders = {
  "Content-Security-Policy": writePolicy("'self'"),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
} as const;

/** The SQL explorer and its worker compile WebAssembly; no other page may. */
const policyWithEngine = writePolicy("'self' 'wasm-unsafe-eval'");

/** How long requests under way may take to end when the server stops. */
const mostClosingMilliseconds = 2000;

const slowClient = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 60_000 };

/**
 * Serves the published site from memory; a release switched meanwhile is picked up with the next request.
 * Listens on this machine only, unless another host is given. Port 0 takes any free one. Where the settings name
 * audiences, one of them is served, and nothing of the others.
 * @throws OperatorError exit 2 when the port is in use, or when it is not said which audience is served.
 */
export async function serve(
  settings: Settings,
  options: { port?: number; host?: string; audience?: string },
  effects: Effects,
): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  const port = options.port ?? settings.site.port;
  requireAudience(settings, options.audience);
  const warn = (message: string) => effects.log.warn(message);
  const catalogue = openCatalogue(settings.paths.site, warn, options.audience);
  const server = createServer(slowClient, (request, response) => {
    answer(request, response, catalogue).catch((error: unknown) => {
      effects.log.warn(`serve: ${request.url ?? ""}: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else reply(response, 500, "The page could not be read. The log of karavan serve says why.");
    });
  });
  await catalogue.current();
  await listen(server, port, host);
  const name = host === "127.0.0.1" || host === "::1" || host === "0.0.0.0" ? "localhost" : host;
  return { url: `http://${name}:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

/** Asks whose site is meant. @throws OperatorError exit 2 when it is not said, or there is no such audience. */
export function requireAudience(settings: Settings, asked: string | undefined): void {
  const names = settings.audiences.map(({ name }) => name);
  if (asked === undefined ? names.length === 0 : names.includes(asked)) return;
  const isUnsaid = asked === undefined;
  throw new OperatorError(isUnsaid ? "it is not said whose site is served" : `there is no audience ${asked}`, {
    exitCode: exitCodes.usage,
    place: { file: settings.file, path: "audiences" },
    remedy:
      names.length === 0
        ? "The settings name no audiences: leave --audience out."
        : `Add --audience and one of: ${names.join(", ")}.`,
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: { current(): Promise<Catalogue | undefined> },
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return reply(response, 405, "Only GET and HEAD are answered here.");
  }
  const catalogue = await site.current();
  const [pathname = "/", query] = (request.url ?? "/").split("?", 2);
  if (pathname === "/health") return replyHealth(response, catalogue);
  if (catalogue === undefined) return replyEmpty(response);
  const found = findAsset(catalogue, pathname);
  if (found === undefined) return replyNotFound(request, response, catalogue);
  if (typeof found === "string") {
    response.writeHead(308, { ...securityHeaders, Location: query === undefined ? found : `${found}?${query}` });
    response.end();
    return;
  }
  send(request, response, found, 200);
}

/** Finds the file behind a clean URL, or the address to go to instead: `/sales` is sales.html, `/sales/` is `/sales`. */
function findAsset(catalogue: Catalogue, pathname: string): Asset | string | undefined {
  const path = decodePath(pathname);
  if (path === undefined) return undefined;
  if (path === "" || path.endsWith("/")) {
    const index = catalogue.find(`${path}index.html`);
    if (index !== undefined) return index;
    const bare = path.replace(/\/+$/, "");
    return bare !== "" && catalogue.find(`${bare}.html`) !== undefined ? `/${encodeURI(bare)}` : undefined;
  }
  const exact = catalogue.find(path) ?? catalogue.find(`${path}.html`);
  if (exact !== undefined) return exact;
  return catalogue.find(`${path}/index.html`) === undefined ? undefined : `/${encodeURI(path)}/`;
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname).replace(/^\//, "");
  } catch {
    return undefined;
  }
}

function send(request: IncomingMessage, response: ServerResponse, asset: Asset, status: number): void {
  const headers = {
    ...securityHeaders,
    ...(needsEngine(asset.path) ? { "Content-Security-Policy": policyWithEngine } : {}),
    ETag: asset.etag,
    Vary: "Accept-Encoding",
    "Cache-Control": asset.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (status === 200 && matchesTag(request.headers["if-none-match"], asset.etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const encoding = chooseEncoding(asset, request.headers["accept-encoding"]);
  const body = asset.bodies.get(encoding) ?? Buffer.alloc(0);
  response.writeHead(status, {
    ...headers,
    "Content-Type": asset.contentType,
    "Content-Length": body.length,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function writePolicy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function needsEngine(path: string): boolean {
  return /(^|\/)sql\.html$/.test(path) || path.includes("/@duckdb/");
}

function matchesTag(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag) === true;
}

function chooseEncoding(asset: Asset, accepted: string | string[] | undefined): "br" | "gzip" | "identity" {
  const offers = String(accepted ?? "")
    .split(",")
    .filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer))
    .map((offer) => offer.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((each) => offers.includes(each) && asset.bodies.has(each)) ?? "identity";
}

function replyHealth(response: ServerResponse, catalogue: Catalogue | undefined): void {
  const manifest = catalogue?.release.manifest;
  const body = {
    state: catalogue === undefined ? "empty" : "serving",
    release: catalogue?.release.id ?? null,
    run_id: manifest?.run_id ?? null,
    as_of_date: manifest?.as_of_date ?? null,
    published_at: manifest?.published_at ?? null,
  };
  reply(response, catalogue === undefined ? 503 : 200, JSON.stringify(body), "application/json; charset=utf-8");
}

function replyEmpty(response: ServerResponse): void {
  response.setHeader("Retry-After", "5");
  reply(
    response,
    503,
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<meta http-equiv="refresh" content="5"><title>Karavan</title><main><h1>Nothing is published yet</h1>' +
      "<p>Run <code>karavan run</code>; this page reloads by itself.</p></main></html>",
    "text/html; charset=utf-8",
  );
}

function replyNotFound(request: IncomingMessage, response: ServerResponse, catalogue: Catalogue): void {
  const page = catalogue.find("404.html");
  if (page === undefined) reply(response, 404, "There is no such page.");
  else send(request, response, page, 404);
}

function reply(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { ...securityHeaders, "Cache-Control": "no-store", "Content-Type": type });
  response.end(text);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListen(error, port)));
    server.listen(port, host, resolve);
  });
}

function explainListen(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  return new OperatorError(error.code === "EACCES" ? `port ${port} may not be used` : `port ${port} is in use`, {
    exitCode: exitCodes.usage,
    remedy: `Stop the program that listens there, or choose another port: karavan serve --port ${port < 65535 ? port + 1 : 3000}.`,
    cause: error,
  });
}

/**
 * Stops taking connections and lets open requests end; idle keep-alive connections are closed at once. Browsers also keep
 * connections open that never asked anything: whatever is left after a moment is cut.
 */
async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), mostClosingMilliseconds);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
