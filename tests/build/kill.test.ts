import { spawn } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { home } from "../../warehouse/settings.ts";
import { addOrders, createProject, insertOrder, type Project } from "./project.ts";

/** Milliseconds after the first build at which the child is killed: spread over the phases of a build of about 200. */
const moments = [3, 71, 127, 191];

describe("kill -9 during build", () => {
  it("leaves a whole warehouse, and nothing that stands in the way of the next build", {
    timeout: 120_000,
  }, async () => {
    const project = await createProject();
    addOrders(project);
    project.write("marts/days.sql", "select calendar.day from meta.calendar as calendar\n");
    project.contract("marts.days", ["day"], 'day: date("D.")');
    const left = [];
    const after = moments.map((moment) => () => wait(moment));
    for (const moment of [...after, () => untilWorkIs(project)]) {
      await killAt(project, moment);
      left.push(...readdirSync(project.settings.paths.work));
      await expectWhole(project);
    }
    expect(left.length).toBeGreaterThan(0);
    await project.raw(insertOrder("C", "2026-06-03", "2026-06-04 00:00:00"));
    await project.build();
    expect(readdirSync(project.settings.paths.work)).toEqual([]);
    expect(await project.crm("select count(*) as n from marts.orders")).toEqual([{ n: 3 }]);
  });

  it("a log somebody left beside the old file is not taken for one of the new", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    writeFileSync(`${project.settings.paths.crm}.wal`, "not a log");
    await project.build({ force: true });
    expect(existsSync(`${project.settings.paths.crm}.wal`)).toBe(false);
    expect(await project.crm("select count(*) as n from marts.orders")).toEqual([{ n: 2 }]);
  });
});

/** Every relation the build recorded is there, with as many rows as it said, of the day the clock says. */
async function expectWhole(project: Project): Promise<void> {
  const models = await project.crm<{ relation: string; rows: number }>("select relation, rows from meta.models");
  expect(models.map(({ relation }) => relation).sort()).toEqual(["marts.days", "marts.orders", "staging.orders"]);
  for (const { relation, rows } of models.filter((model) => !model.relation.startsWith("staging.")))
    expect(await project.crm(`select count(*) as rows from ${relation}`)).toEqual([{ rows }]);
  const days =
    "select count(distinct as_of_date) as n from (select as_of_date from meta.clock union all select as_of_date from meta.run)";
  expect(await project.crm(days)).toEqual([{ n: 1 }]);
}

/** Waits until a build has begun to write, however slow the machine is. */
async function untilWorkIs({ settings }: Project): Promise<void> {
  while (readdirSync(settings.paths.work).length === 0) await wait(2);
}

/** Lets a child build until it has built once, then kills it at a moment of the builds that follow. */
async function killAt(project: Project, moment: () => Promise<void>): Promise<void> {
  const script = resolve(home, "tests/build/killed-build.ts");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, project.settings.file, project.settings.paths.data, project.transforms],
    { cwd: home, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((done) => child.once("exit", (_, signal) => done(signal)));
  child.stdout.once("data", () => void moment().then(() => child.kill("SIGKILL")));
  expect(await ended).toBe("SIGKILL");
}
