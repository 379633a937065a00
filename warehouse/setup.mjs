// Runs before any dependency is there: plain Node, nothing imported from node_modules.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const home = resolve(import.meta.dirname ?? ".", "..");
const stamp = resolve(home, "node_modules/.karavan-lock");

/** Ends the process with a clear line when Node is older than package.json allows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Karavan needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
  process.exit(2);
}

/** Installs from the lockfile, unless node_modules already holds what it says. */
export function installPackages() {
  const wanted = createHash("sha256")
    .update(readFileSync(resolve(home, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("install    packages from package-lock.json");
  runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const [command, prefix] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const result = spawnSync(command, [...prefix, ...args], {
    cwd: home,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "" },
  });
  if (result.status === 0) return;
  console.error(
    `npm ${args[0]} failed. Is the package registry reachable? Mend that and run the command again; nothing else was done.`,
  );
  process.exit(1);
}
