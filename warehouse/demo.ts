import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Effects } from "./effects.ts";
import { exitCodes, OperatorError } from "./errors.ts";
import type { Settings } from "./settings.ts";

/** How large the demo company is, and the seed it grows from. */
export type DemoSize = NonNullable<Settings["demo"]>;

/**
 * Makes the exports of the demo company in the inbox, unless the same ones were made before.
 * @throws OperatorError exit 2 when neither options nor settings ask for a demo company.
 */
export async function makeDemo(
  settings: Settings,
  options: Partial<DemoSize> & { readonly force?: boolean },
  effects: Effects,
): Promise<"made" | "unchanged"> {
  const { force, ...given } = options;
  const size = planDemo(settings, given);
  if (force !== true && readMade(settings) === JSON.stringify(size)) {
    effects.log.step({ room: "demo", name: settings.paths.inbox, state: "unchanged" });
    return "unchanged";
  }
  const { generateDemo } = await import("../ingest/demo/demo.ts");
  const started = performance.now();
  await generateDemo({ ...size, folder: settings.paths.inbox }, effects);
  writeMade(settings, JSON.stringify(size));
  const milliseconds = performance.now() - started;
  effects.log.step({ room: "demo", name: settings.paths.inbox, state: "done", milliseconds });
  return "made";
}

function planDemo(settings: Settings, given: Partial<DemoSize>): DemoSize {
  const { demo } = settings;
  const { seed = demo?.seed, clients = demo?.clients, orders = demo?.orders } = given;
  if (seed !== undefined && clients !== undefined && orders !== undefined) return { seed, clients, orders };
  throw new OperatorError("these settings have no demo company", {
    exitCode: exitCodes.usage,
    place: { file: settings.file, path: "demo" },
    remedy: "Add `demo: {}`, or give --seed, --clients and --orders.",
  });
}

/** Remembers what was made outside the inbox, which belongs to the operator. */
function madeFile(settings: Settings): string {
  return join(settings.paths.data, "demo.json");
}

function readMade(settings: Settings): string | undefined {
  try {
    return readFileSync(madeFile(settings), "utf8").trim();
  } catch {
    return undefined;
  }
}

function writeMade(settings: Settings, text: string): void {
  mkdirSync(settings.paths.data, { recursive: true });
  const draft = `${madeFile(settings)}.${process.pid}`;
  writeFileSync(draft, `${text}\n`);
  renameSync(draft, madeFile(settings));
}
