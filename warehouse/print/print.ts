import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { pageHref, type SitePage } from "../../dashboards/site.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, messageOf, OperatorError } from "../errors.ts";
import { everyone, listAudiences, pagesOf } from "../publish/audience.ts";
import { findCurrent, type Release } from "../publish/release.ts";
import { requireAudience, serve } from "../serve/serve.ts";
import type { Settings } from "../settings.ts";
import { findChromium, type Tab, withTab } from "./chromium.ts";

/** A page to be printed. */
export interface PrintRequest {
  /** Name of the page: `overview`. */
  readonly page: string;
  /** Whose site; needed where the settings name audiences. */
  readonly audience?: string | undefined;
  /** Language; the first of the settings unless named. */
  readonly locale?: string | undefined;
  /** Filters, as they stand in the address: `region=Казань&period=quarter`. */
  readonly query?: string | undefined;
  /** The file; default: `site/pdf/<page>-[<audience>-]<language>-<as-of day>.pdf` in the data folder. */
  readonly file?: string | undefined;
}

/** A printed page. */
export interface PrintReport {
  readonly page: string;
  readonly locale: Locale;
  readonly release: string;
  readonly file: string;
  readonly bytes: number;
}

/** How long a page may take to be drawn. */
const mostSeconds = 60;

/**
 * Prints pages of the current release as PDF, A4, through a Chromium of this machine: what a browser would print, drawn
 * whole. A file is written under another name first, so that it is never half there.
 * @throws OperatorError exit 2 for a page or language the site does not have, 6 without a release or a browser, 3 when a
 * page could not be drawn.
 */
export async function printPages(
  settings: Settings,
  requests: readonly PrintRequest[],
  effects: Effects,
): Promise<readonly PrintReport[]> {
  const plans = requests.map((request) => planPrint(settings, request));
  const release = await findCurrent(settings.paths.site);
  if (release === undefined) {
    throw new OperatorError("there is no site to print yet", {
      exitCode: exitCodes.storage,
      place: { file: settings.paths.site },
      remedy: "Run `karavan publish` first.",
    });
  }
  const program = requireChromium();
  return withTab(program, effects.signal, async (tab) => {
    const reports: PrintReport[] = [];
    for (const plan of plans) reports.push(await printPlanned(settings, plan, release, tab, effects));
    return reports;
  }).catch((error: unknown) => {
    effects.signal.throwIfAborted();
    throw error instanceof OperatorError ? error : explainBrowser(error, program);
  });
}

async function printPlanned(
  settings: Settings,
  { page, locale, audience, query, file }: PrintPlan,
  release: Release,
  tab: Tab,
  effects: Effects,
): Promise<PrintReport> {
  const server = await serve(settings, audience === undefined ? { port: 0 } : { port: 0, audience }, effects);
  try {
    const name = audience === undefined ? page.name : `${page.name}-${audience}`;
    const path = file ?? defaultFile(settings, name, locale, release.manifest.as_of_date);
    const address = `${server.url}${pageHref(page, locale, settings.locales)}${query === "" ? "" : `?${query}`}`;
    const bytes = await printPage(tab, address, page.name);
    await writeWhole(path, bytes);
    effects.log.info(`printed ${name} (${locale}): ${path}`);
    return { page: page.name, locale, release: release.id, file: path, bytes: bytes.length };
  } finally {
    await server.close();
  }
}

interface PrintPlan {
  readonly page: SitePage;
  readonly locale: Locale;
  readonly audience: string | undefined;
  readonly query: string;
  readonly file: string | undefined;
}

function planPrint(settings: Settings, { page: name, locale, audience, query, file }: PrintRequest): PrintPlan {
  requireAudience(settings, audience);
  const reader = listAudiences(settings).find((each) => each.name === (audience ?? null)) ?? everyone;
  const page = pagesOf(reader).find((each) => each.name === name);
  if (page === undefined) {
    throw new OperatorError(`the site has no page ${name}`, {
      exitCode: exitCodes.usage,
      remedy: `Pages: ${reader.pages.join(", ")}.`,
    });
  }
  const language = locale === undefined ? settings.locales[0] : settings.locales.find((each) => each === locale);
  if (language === undefined) {
    throw new OperatorError(`the site is not published in ${locale ?? "any language"}`, {
      exitCode: exitCodes.usage,
      place: { file: settings.file, path: "locales" },
      remedy: `Languages: ${settings.locales.join(", ")}.`,
    });
  }
  return {
    page,
    locale: language,
    audience,
    query: new URLSearchParams(query ?? "").toString(),
    file: file === undefined ? undefined : resolve(file),
  };
}

function requireChromium(): string {
  const program = findChromium();
  if (program !== undefined) return program;
  throw new OperatorError("no Chromium was found to print with", {
    exitCode: exitCodes.storage,
    remedy: "Install Chromium or Chrome, or set KARAVAN_CHROMIUM to its program file.",
  });
}

function explainBrowser(error: unknown, program: string): OperatorError {
  return new OperatorError(`the browser failed: ${messageOf(error)}`, {
    exitCode: exitCodes.storage,
    place: { file: program },
    remedy: "See that it starts by itself, or set KARAVAN_CHROMIUM to another one.",
    cause: error,
  });
}

function defaultFile(settings: Settings, page: string, locale: Locale, asOfDate: string): string {
  return join(settings.paths.site, "pdf", `${page}-${locale}-${asOfDate}.pdf`);
}

/** Opens the page at the width of a sheet, waits until every chart is there, and prints it. */
async function printPage(tab: Tab, address: string, name: string): Promise<Buffer> {
  await tab.call("Emulation.setDeviceMetricsOverride", {
    width: 1360,
    height: 960,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await tab.call("Page.navigate", { url: address });
  await untilDrawn(tab, address, name);
  const { data } = await tab.call("Page.printToPDF", { printBackground: true, preferCSSPageSize: true });
  return Buffer.from(String(data), "base64");
}

/** Says, in the page, whether it is drawn: its address is asked too, since the page before may still be there. */
const stateOfPage = `(() => {
  const page = document.getElementById("page");
  if (page === null || page.hasAttribute("aria-busy")) return "busy";
  if (page.querySelector(".empty[role=alert]") !== null) return "failed";
  const charts = [...page.querySelectorAll(".chart")];
  return charts.every((chart) => chart.firstElementChild !== null) ? location.origin + location.pathname : "busy";
})()`;

async function untilDrawn(tab: Tab, address: string, name: string): Promise<void> {
  for (let waited = 0; waited < mostSeconds * 10; waited += 1) {
    const { result } = await tab.call("Runtime.evaluate", { expression: stateOfPage, returnByValue: true });
    const state = typeof result === "object" && result !== null && "value" in result ? result.value : "busy";
    if (state === new URL(address).origin + new URL(address).pathname) return;
    if (state === "failed") break;
    await sleep(100);
  }
  throw new OperatorError(`page ${name} was not drawn within ${mostSeconds} seconds, or says that it cannot be`, {
    exitCode: exitCodes.checkFailed,
    remedy: "Open the page in a browser (`karavan serve`): it says what is wrong.",
  });
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, bytes, { flush: true });
  await rename(partial, path);
}
