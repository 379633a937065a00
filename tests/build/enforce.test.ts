import { describe, expect, it } from "vitest";
import { addOrders, createProject, operatorError, type Project } from "./project.ts";

describe("contracts after build", () => {
  it("a missing, an extra and a mistyped column are all named", async () => {
    const project = await createProject();
    addOrders(project);
    project.contract(
      "marts.orders",
      ["order_id"],
      'order_id: id("O."), client_id: count("C."), region: text("R.").nullable()',
    );
    const error = await operatorError(project.build());
    expect(error.exitCode).toBe(3);
    expect(lines(error.message)).toEqual([
      "marts.orders: region is missing, the contract promises it",
      "marts.orders: order_date is not in the contract",
      "marts.orders: client_id is varchar, the contract says bigint",
    ]);
    await expectNothingPublished(project);
  });

  it("columns in another order are named with the order promised", async () => {
    const project = await createProject();
    addOrders(project);
    project.contract("marts.orders", ["order_id"], 'client_id: id("C."), order_id: id("O."), order_date: date("D.")');
    const error = await operatorError(project.build());
    expect(lines(error.message)).toEqual([
      "marts.orders: the columns stand in another order than in the contract: client_id, order_id, order_date",
    ]);
  });

  it("a decimal of another scale is another type", async () => {
    const project = await createProject();
    project.write("staging/orders.sql", "select order_id, cast(1 as decimal(38, 2)) as amount from raw.orders\n");
    project.write("marts/orders.sql", "select * from staging.orders\n");
    project.contract("marts.orders", ["order_id"], 'order_id: id("O."), amount: moneySum("A.")');
    const error = await operatorError(project.build());
    expect(lines(error.message)).toEqual(["marts.orders: amount is decimal(38,2), the contract says decimal(38, 4)"]);
  });

  it("nulls where none may be are counted, with the keys of three rows", async () => {
    const project = await createProject();
    addOrders(project);
    project.write(
      "marts/orders.sql",
      "select order_id, nullif(client_id, 'client-of-B') as client_id, order_date from staging.orders\n",
    );
    const error = await operatorError(project.build());
    expect(error.exitCode).toBe(3);
    expect(lines(error.message)).toEqual(["marts.orders: client_id is null in 1 row (order_id B)"]);
    await expectNothingPublished(project);
  });

  it("a key that is not unique is named with its values", async () => {
    const project = await createProject();
    addOrders(project);
    project.write(
      "marts/orders.sql",
      "select * from staging.orders union all select * from staging.orders where order_id = 'A'\n",
    );
    const error = await operatorError(project.build());
    expect(error.exitCode).toBe(3);
    expect(lines(error.message)).toEqual(["marts.orders: order_id is not unique: 1 value stands in several rows (A)"]);
    await expectNothingPublished(project);
  });

  it("a reference without its row is counted in rows, a null reference is none", async () => {
    const project = await createProject();
    addClientsAndReferences(project, "clients.client_id");
    const error = await operatorError(project.build());
    expect(error.exitCode).toBe(3);
    expect(lines(error.message)).toEqual([
      "marts.orders: client_id names no row of marts.clients in 1 row (client-of-B)",
    ]);
    await expectNothingPublished(project);
  });

  it("a reference to a relation that does not exist is a violation", async () => {
    const project = await createProject();
    addClientsAndReferences(project, "marts.customers.client_id");
    const error = await operatorError(project.build());
    expect(lines(error.message)).toEqual(["marts.orders: client_id refers to marts.customers, which does not exist"]);
  });

  it("a selection leaves out references to what it does not make", async () => {
    const project = await createProject();
    addClientsAndReferences(project, "clients.client_id");
    const report = await project.build({ select: ["marts.orders"] });
    expect(report.models.map(({ relation }) => relation)).toEqual(["staging.orders", "marts.orders"]);
  });
});

function addClientsAndReferences(project: Project, reference: string): void {
  addOrders(project);
  project.write(
    "staging/orders.sql",
    "select order_id, client_id, order_date from raw.orders union all select 'N', null, date '2026-06-01'\n",
  );
  project.write("marts/clients.sql", "select client_id from staging.orders where order_id = 'A'\n");
  project.contract("marts.clients", ["client_id"], 'client_id: id("C.")');
  project.contract(
    "marts.orders",
    ["order_id"],
    `order_id: id("O."), client_id: id("C.", { references: "${reference}" }).nullable(), order_date: date("D.")`,
  );
}

function lines(message: string): readonly string[] {
  return message
    .split("\n")
    .slice(1)
    .map((line) => line.replace("  - ", ""));
}

async function expectNothingPublished(project: Project): Promise<void> {
  await expect(project.crm("select 1")).rejects.toThrow("does not exist");
}
