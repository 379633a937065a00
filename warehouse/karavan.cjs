#!/usr/bin/env node
// The `karavan` command: prepares Node, then hands over to warehouse/cli/main.ts.
// CommonJS and free of dependencies, so that it can still speak when Node is too old or nothing is installed.

// DuckDB works on libuv's pool; four long queries would freeze every file call of Node (reliability.md, fact 9).
process.env.UV_THREADPOOL_SIZE = process.env.UV_THREADPOOL_SIZE || "16";

const { existsSync } = require("node:fs");
const { register, registerHooks } = require("node:module");
const { resolve } = require("node:path");
const { pathToFileURL } = require("node:url");

const home = resolve(__dirname, "..");
const loader = resolve(home, "node_modules/tsx/dist/esm/api/index.mjs");

function refuse(message, remedy) {
  process.stderr.write(`karavan: ${message}\n  ${remedy}\n`);
  process.exit(2);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  refuse(
    `Node ${process.versions.node} is too old, 20.19 or newer is needed`,
    "Install a current Node, then try again.",
  );
}
if (!existsSync(loader)) {
  refuse(`the parts it needs are not installed in ${home}`, "Run `npm install` there, or `npm start`.");
}

import(pathToFileURL(loader).href)
  .then((tsx) => {
    tsx.register();
    // Newer versions of Node find modules without another thread, and need no help.
    if (registerHooks === undefined) register(pathToFileURL(resolve(__dirname, "packages.mjs")).href);
    return import(pathToFileURL(resolve(__dirname, "cli/main.ts")).href);
  })
  .then((cli) => cli.main(process.argv))
  .catch((error) => {
    process.stderr.write(`karavan: it could not start\n${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
