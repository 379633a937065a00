import { describe, expect, it } from "vitest";
import { createProject, operatorError, type Project } from "./project.ts";

describe("a .ts twin in a build", () => {
  it("reads declared relations in the order asked, and its rows become a table of the contract's types", async () => {
    const project = await createProject();
    addTwin(
      project,
      `async compute(input) {
        const rows = await input.rows("staging.orders", ["order_id"]);
        return [
          ...rows.map((row, index) => ({ order_id: row.order_id, place: index + 1, share: 1 / 3, worth_amount: "123456789012345678.9012" })),
          ["Z", null, null, null],
        ];
      }`,
    );
    const report = await project.build();
    expect(report.models.map(({ relation, kind, rows }) => [relation, kind, rows])).toEqual([
      ["staging.orders", "sql", null],
      ["marts.places", "twin", 3],
    ]);
    expect(await project.crm("select * from marts.places order by 1")).toEqual([
      { order_id: "A", place: 1, share: 1 / 3, worth_amount: "123456789012345678.9012" },
      { order_id: "B", place: 2, share: 1 / 3, worth_amount: "123456789012345678.9012" },
      { order_id: "Z", place: null, share: null, worth_amount: null },
    ]);
  });

  it("writes more rows than one batch holds", async () => {
    const project = await createProject();
    addTwin(
      project,
      'compute: () => Array.from({ length: 20001 }, (_, index) => ({ order_id: "k" + index, place: index }))',
    );
    await project.build();
    expect(await project.crm("select count(*) as n, cast(sum(place) as bigint) as s from marts.places")).toEqual([
      { n: 20001, s: 200010000 },
    ]);
  });

  it.each([
    ["a number that is not finite", "compute: () => [{ order_id: 'a', share: 0 / 0 }]", "row 1: share is NaN"],
    [
      "a value without a column",
      "compute: () => [{ order_id: 'a', shares: 1 }]",
      "row 1 has a value that is in no column",
    ],
    [
      "a relation it did not declare",
      "compute: (input) => input.rows('raw.orders')",
      "raw.orders is read but not declared",
    ],
    ["a fraction for a count", "compute: () => [{ order_id: 'a', place: 1.5 }]", "row 1: place: "],
    ["a text for a number", "compute: () => [{ order_id: 'a', share: 'much' }]", "row 1: share: "],
    ["a fault of its own", "compute: () => { throw new Error('no luck') }", "no luck"],
  ])("%s is an error that names the file, and nothing is published", async (_, compute, message) => {
    const project = await createProject();
    addTwin(project, compute);
    const error = await operatorError(project.build());
    expect([error.exitCode, error.place.file]).toEqual([2, "transforms/marts/places.ts"]);
    expect(error.message).toContain(message);
    await expect(project.crm("select 1")).rejects.toThrow("does not exist");
  });
});

function addTwin(project: Project, compute: string): void {
  project.write("staging/orders.sql", "select order_id from raw.orders\n");
  project.write("marts/places.ts", `export const model = { reads: ["staging.orders"], ${compute} };\n`);
  project.contract(
    "marts.places",
    ["order_id"],
    'order_id: id("O."), place: count("P.").nullable(), share: double("S.").nullable(), worth_amount: moneySum("W.").nullable()',
  );
}
