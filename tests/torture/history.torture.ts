import { describe, expect, it } from "vitest";
import { type HistoryCommand, killHistory, makeHistory } from "./kills-history.ts";

const kills = Number(process.env.KILLS ?? 100);

describe.each<HistoryCommand>(["replay", "reload", "rebuild"])("karavan %s, killed", (command) => {
  it(`loses, doubles and halves nothing in ${kills} kills at random moments`, async () => {
    const report = await killHistory(await makeHistory(), command, { kills, seed: 20261122 });
    console.log(JSON.stringify({ command, ...report }, null, 2));
    expect(report.damage).toEqual([]);
    expect(report.kills).toBe(kills);
  });
});
