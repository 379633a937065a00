import { existsSync } from "node:fs";
import { type DemoReport, generateDemo } from "../ingest/demo/demo.ts";
import type { Effects } from "./effects.ts";
import { exitCodes, OperatorError } from "./errors.ts";
import type { Settings } from "./settings.ts";

/** How large the demo company is, and the seed it grows from. */
export type DemoSize = NonNullable<Settings["demo"]>;

/** What the command line may say beside the settings; `scale` multiplies clients and orders. */
export type DemoOptions = Partial<DemoSize> & { readonly scale?: number };

/**
 * Makes the exports of the demo company in the inbox, unless the same ones are there; the settings give what the options
 * leave out.
 * @throws OperatorError exit 2 when neither options nor settings ask for a demo company.
 */
export async function makeDemo(settings: Settings, options: DemoOptions, effects: Effects): Promise<DemoReport> {
  const report = await generateDemo({ ...planDemo(settings, options), folder: settings.paths.inbox }, effects);
  const { state, milliseconds, files, orders } = report;
  effects.log.step({
    room: "demo",
    name: settings.paths.inbox,
    state: state === "made" ? "done" : "unchanged",
    milliseconds,
    note: `${files} files, ${orders} orders`,
  });
  if (report.hasReplaced && existsSync(settings.paths.raw)) {
    effects.log.warn(
      `another demo company was loaded before: its rows stay in ${settings.paths.raw}; remove the data folder for a clean start`,
    );
  }
  return report;
}

function planDemo({ demo, file }: Settings, options: DemoOptions): DemoSize {
  const { seed = demo?.seed, clients = demo?.clients, orders = demo?.orders, scale = 1 } = options;
  if (seed !== undefined && clients !== undefined && orders !== undefined) {
    return { seed, clients: clients * scale, orders: orders * scale };
  }
  throw new OperatorError("these settings have no demo company", {
    exitCode: exitCodes.usage,
    place: { file, path: "demo" },
    remedy: "Add `demo: {}`, or give --seed, --clients and --orders.",
  });
}
