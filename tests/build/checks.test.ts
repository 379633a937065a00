import { describe, expect, it } from "vitest";
import { check } from "../../warehouse/build/check.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { addOrders, createProject, now, operatorError, type Project } from "./project.ts";

const failing = `-- Every order is of May.
--
-- severity error

select order_id, order_date from marts.orders where order_date >= date '2026-06-01'
`;

describe("checks of a build", () => {
  it("an error stops the swap with exit 3 and example rows; the old file stays", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    project.write("checks/orders_are_of_may.sql", failing);
    const error = await operatorError(project.build());
    expect(error.exitCode).toBe(3);
    expect(error.message).toContain("transforms/checks/orders_are_of_may.sql: Every order is of May. Not so in 1 row");
    expect(error.message).toContain("order_id B, order_date 2026-06-01");
    expect(await project.crm("select count(*) as n from meta.checks")).toEqual([{ n: 0 }]);
  });

  it("a warning is published and recorded, and so is a check that passes", async () => {
    const project = await createProject();
    addOrders(project);
    project.write("checks/b_warns.sql", failing.replace("severity error", "severity warning"));
    project.write("checks/a_passes.sql", failing.replace("2026-06-01", "2027-01-01"));
    const report = await project.build();
    expect(report.checks.map(({ name, state, rows }) => [name, state, rows])).toEqual([
      ["a_passes", "passed", 0],
      ["b_warns", "warning", 1],
    ]);
    expect(await project.crm("select * from meta.checks order by name")).toEqual([
      { name: "a_passes", severity: "error", rows: 0, state: "passed", question: "Every order is of May." },
      { name: "b_warns", severity: "warning", rows: 1, state: "warning", question: "Every order is of May." },
    ]);
    // Checks run side by side: which is done first is nobody's promise.
    const steps = project.steps.filter(({ room }) => room === "check");
    expect(new Map(steps.map(({ name, state }) => [name, state]))).toEqual(
      new Map([
        ["a_passes", "done"],
        ["b_warns", "warning"],
      ]),
    );
  });

  it("counts all rows it finds, and shows three", async () => {
    const project = await createProject();
    addOrders(project);
    project.write(
      "checks/many.sql",
      "-- There are no numbers.\n-- severity error\nselect numbers.n from meta.numbers as numbers where numbers.n < 1000\n",
    );
    const error = await operatorError(project.build());
    expect(error.message).toContain("Not so in 1000 rows: n 0; n 1; n 2");
  });

  it("a check that does not say what it asks, or how bad it is, is refused", async () => {
    const project = await createProject();
    addOrders(project);
    project.write("checks/mute.sql", "select 1 as x from marts.orders\n");
    const mute = await operatorError(project.build());
    project.write("checks/mute.sql", "-- A sentence.\n-- severity grave\nselect 1 as x from marts.orders\n");
    const grave = await operatorError(project.build());
    expect([mute.exitCode, mute.place.line, grave.exitCode, grave.place.line]).toEqual([2, 1, 2, 2]);
  });
});

describe("check(settings, options, effects)", () => {
  it("finds on the published file what a build would find", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    expect((await checkProject(project)).state).toBe("passed");
    project.write("checks/orders_are_of_may.sql", failing);
    const report = await checkProject(project);
    expect([report.state, report.checks.map(({ state, rows }) => [state, rows])]).toEqual(["failed", [["failed", 1]]]);
  });

  it("holds the file against contracts that changed since", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    project.write("marts/clients.sql", "select client_id from staging.orders\n");
    project.contract("marts.clients", ["client_id"], 'client_id: id("C.")');
    project.write(
      "checks/clients.sql",
      "-- There are clients.\n-- severity error\nselect client_id from marts.clients\n",
    );
    const report = await checkProject(project);
    expect(report.state).toBe("failed");
    expect(report.violations.map(({ message }) => message)).toEqual([
      "marts.clients: not in the published warehouse; run `karavan build`",
    ]);
  });
});

function checkProject(project: Project) {
  const effects = { log: silentLog, now: () => now, signal: new AbortController().signal };
  return check(project.settings, { transforms: project.transforms }, effects);
}
