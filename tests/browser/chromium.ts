import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { findChromium } from "../../warehouse/print/chromium.ts";

/** Starts a browser without a window. Throws when there is none: browser tests are never skipped silently. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("no Chromium found: install one, or set KARAVAN_CHROMIUM to its program file");
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Reads the text of an element. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? "";
}

/** Reads a figure of a page by its name. */
export async function kpiValue(page: Page, name: string): Promise<string> {
  const card = page.locator(".kpi", { has: page.getByText(name, { exact: true }) });
  return textOf(card.locator(".kpi-value"));
}
