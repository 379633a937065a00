import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { generateDemo } from "../../ingest/demo/demo.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { home } from "../../warehouse/settings.ts";
import { makeSmallCompany } from "../runs/company.ts";
import { type Command, killRuns } from "./kills.ts";

async function makeDemoCompany() {
  const folder = mkdtempSync(join(tmpdir(), "karavan-torture-"));
  const settings = join(folder, "karavan.yaml");
  const inbox = join(folder, "inbox");
  const sources = resolve(home, "ingest/sources");
  writeFileSync(
    settings,
    `company: { name: Torture }\ncurrency: RUB\ntime_zone: Europe/Moscow\nas_of: 2026-10-31\nlocales: [en]\nsources: ${sources}\n`,
  );
  const effects = { log: silentLog, now: () => new Date(), signal: new AbortController().signal };
  await generateDemo({ seed: 1, clients: 100, orders: 1000, folder: inbox }, effects);
  return { settings, inbox };
}

const commands: readonly (readonly [command: Command, kills: number])[] = [
  ["ingest", Number(process.env.KILLS ?? 100)],
  ["run", Number(process.env.KILLS ?? 50)],
];

describe("karavan ingest of files whose rows go straight into raw, killed", () => {
  const kills = Number(process.env.KILLS ?? 50);
  it(`loses, doubles and halves nothing in ${kills} kills at random moments, and every record has its number`, async () => {
    const { environment } = makeSmallCompany(2, 60_000);
    const company = { settings: environment.KARAVAN_SETTINGS, inbox: join(environment.KARAVAN_DATA, "inbox") };
    for (const file of [1, 2])
      appendFileSync(join(company.inbox, `erp/orders-${file}.csv`), `never-${file};C1;no day;2.50\n`);
    const report = await killRuns(company, { command: "ingest", kills, seed: 20261123 });
    console.log(JSON.stringify(report, null, 2));
    expect(report.damage).toEqual([]);
    expect(report.kills).toBe(kills);
  });
});

describe.each(commands)("karavan %s, killed", (command, kills) => {
  it(`loses, doubles and halves nothing in ${kills} kills at random moments, and the site serves`, async () => {
    const report = await killRuns(await makeDemoCompany(), { command, kills, seed: 20261031 });
    console.log(JSON.stringify({ command, ...report }, null, 2));
    expect(report.damage).toEqual([]);
    expect(report.kills).toBe(kills);
  });
});
