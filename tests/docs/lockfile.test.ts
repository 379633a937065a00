import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { home } from "../../warehouse/settings.ts";

interface Entry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(resolve(home, "package-lock.json"), "utf8")) as {
  packages: Readonly<Record<string, Entry>>;
};

describe("package-lock.json", () => {
  it("holds every package it names, those of other platforms too: npm ci refuses it otherwise", () => {
    const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies })
        .filter((name) => !isFound(place, name))
        .map((name) => `${name}, wanted by ${place === "" ? "package.json" : place}`),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry: packages come from the one npm is set up with", () => {
    expect(readFileSync(resolve(home, "package-lock.json"), "utf8")).not.toContain('"resolved": "http');
  });
});

/** Looks a package up as Node does: beside the one that wants it, then further up. */
function isFound(place: string, name: string): boolean {
  for (let base = place; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    if (lock.packages[`${base === "" ? "" : `${base}/`}node_modules/${name}`] !== undefined) return true;
    if (base === "") return false;
  }
}
