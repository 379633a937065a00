// `npm start`: install if needed, make the demo company, run the whole road, serve it.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { installPackages, requireNode } from "./setup.mjs";

requireNode();
installPackages();
const started = spawn(
  process.execPath,
  [resolve(import.meta.dirname, "karavan.cjs"), "start", ...process.argv.slice(2)],
  { stdio: "inherit" },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => started.kill(signal));
started.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGTERM" ? 143 : 130)));
