import { existsSync } from "node:fs";
import { type Browser, chromium, type Locator } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Finds a Chromium: `KARAVAN_CHROMIUM`, else the usual places. The root test runner installs one where it can. */
export function findChromium(): string | undefined {
  const named = process.env.KARAVAN_CHROMIUM;
  return named !== undefined && named !== "" ? named : places.find((place) => existsSync(place));
}

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
