// Plain Node: the test runner calls it before dependencies are imported.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The same places `karavan publish --pdf` looks in. */
const places = JSON.parse(readFileSync(new URL("../warehouse/print/chromium-places.json", import.meta.url), "utf8"));

/** Finds a Chromium: KARAVAN_CHROMIUM, else the usual places. */
export function findChromium() {
  const named = process.env.KARAVAN_CHROMIUM;
  return named !== undefined && named !== "" ? named : places.find((place) => existsSync(place));
}

/** Finds a Chromium, or installs Debian's as root; else says how to point at one and returns nothing. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("install    Debian's chromium for the browser tests");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env: environment });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"], {
      stdio: "inherit",
      env: environment,
    });
  }
  const installed = findChromium();
  if (installed === undefined) {
    console.error(
      "No Chromium found. Install Chromium or Chrome, or set KARAVAN_CHROMIUM to its program file, and run npm test again.",
    );
  }
  return installed;
}
