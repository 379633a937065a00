import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OperatorError } from "../../warehouse/errors.ts";
import { type Graph, readGraph } from "../../warehouse/graph/graph.ts";
import { listDownstream, listUpstream, selectModels } from "../../warehouse/graph/select.ts";

type Files = Readonly<Record<string, string>>;

describe("readGraph(folder)", () => {
  it("orders models so that each stands after what it reads", async () => {
    const graph = await graphOf({
      "metrics/a.sql": "select * from marts.b",
      "marts/b.sql": "select * from marts.c join staging.d on true",
      "marts/c.sql": "select * from staging.d",
      "staging/d.sql": "select * from raw.orders, meta.clock",
    });
    expect(graph.models.map(({ relation, reads }) => [relation, reads])).toEqual([
      ["staging.d", ["raw.orders", "meta.clock"]],
      ["marts.c", ["staging.d"]],
      ["marts.b", ["marts.c", "staging.d"]],
      ["metrics.a", ["marts.b"]],
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ["a CTE is no relation", "with x as (select * from raw.orders) select * from x", ["raw.orders"]],
    ["a later CTE sees an earlier one", "with x as (select 1 as a), y as (select * from x) select * from y", []],
    ["names of CTEs ignore case", "with x as (select * from raw.deals) select * from X", ["raw.deals"]],
    [
      "a CTE may have the name of what it reads",
      "with orders as (select * from raw.orders) select * from orders",
      ["raw.orders"],
    ],
    [
      "a qualified name is a relation even beside a CTE of that name",
      "with orders as (select 1 as a) select * from orders join raw.orders as sold on true",
      ["raw.orders"],
    ],
    [
      "an inner CTE hides an outer one, inside only",
      "with x as (select * from raw.orders) select * from (with x as (select * from raw.deals) select * from x) as y join x on true",
      ["raw.orders", "raw.deals"],
    ],
    [
      "a subquery in where counts",
      "select 1 as a from meta.clock where exists (select 1 from raw.orders)",
      ["meta.clock", "raw.orders"],
    ],
    [
      "a subquery in a select list sees CTEs",
      "with x as (select * from raw.orders) select (select max(order_id) from x) as a",
      ["raw.orders"],
    ],
    [
      "a subquery in a join condition counts",
      "select 1 as a from meta.clock left join meta.numbers on n in (select 1 from raw.orders)",
      ["meta.clock", "meta.numbers", "raw.orders"],
    ],
    [
      "both sides of a set operation count",
      "select a from raw.orders union all select a from raw.deals except select a from raw.clients",
      ["raw.orders", "raw.deals", "raw.clients"],
    ],
    [
      "a CTE of a set operation is seen on both sides",
      "with x as (select 1 as a) select * from x union all select * from x",
      [],
    ],
    [
      "a comment is no reference",
      "-- from marts.nowhere\nselect 1 as a from raw.orders /* join marts.nowhere */",
      ["raw.orders"],
    ],
    ["a text is no reference", "select 'from marts.nowhere' as a from raw.orders", ["raw.orders"]],
    ["case of relations: none is guessed", "select 1 as a from raw.orders where 'Я' = 'я'", ["raw.orders"]],
  ])("%s", async (_, sql, reads) => {
    const graph = await graphOf({ "staging/s.sql": sql });
    expect(graph.models[0]?.reads).toEqual(reads);
  });

  it.each<[string, Files, string, number, string]>([
    [
      "a cycle is printed and the last step of it named",
      {
        "marts/a.sql": "select 1 as x\nfrom marts.b",
        "marts/b.sql": "select 1 as x\n\nfrom marts.c",
        "marts/c.sql": "select 1 as x from marts.a",
      },
      "transforms/marts/c.sql",
      1,
      "the models read each other in a circle: marts.a → marts.b → marts.c → marts.a",
    ],
    [
      "a model that reads itself is a cycle",
      { "marts/a.sql": "select 1 as x\nfrom marts.a" },
      "transforms/marts/a.sql",
      2,
      "the models read each other in a circle: marts.a → marts.a",
    ],
    [
      "an unknown relation",
      { "marts/a.sql": "-- Комментарий\nselect 1 as x\nfrom staging.ordres", "staging/orders.sql": "select 1 as x" },
      "transforms/marts/a.sql",
      3,
      "staging.ordres does not exist | Did you mean staging.orders?",
    ],
    [
      "an unknown entity",
      { "staging/a.sql": "select 1 as x from raw.order" },
      "transforms/staging/a.sql",
      1,
      "raw.order does not exist | Did you mean raw.orders",
    ],
    [
      "an unqualified relation",
      { "marts/a.sql": "select 1 as x\n\n\nfrom orders", "staging/orders.sql": "select 1 as x" },
      "transforms/marts/a.sql",
      4,
      "orders has no schema and is no CTE of this statement | Write staging.orders or raw.orders.",
    ],
    [
      "a CTE is not visible outside its statement",
      { "marts/a.sql": "select * from (with x as (select 1 as a) select * from x) as y join x on true" },
      "transforms/marts/a.sql",
      1,
      "x has no schema",
    ],
    [
      "a CTE does not see itself",
      { "marts/a.sql": "with x as (select * from x) select * from x" },
      "transforms/marts/a.sql",
      1,
      "x has no schema",
    ],
    [
      "a mart that reads raw",
      { "marts/a.sql": "select 1 as x\nfrom raw.orders" },
      "transforms/marts/a.sql",
      2,
      "marts may not read raw.orders: marts read staging, marts, meta | Read it through a staging model, such as staging.orders.",
    ],
    [
      "a metric that reads staging",
      { "metrics/a.sql": "select 1 as x from staging.s", "staging/s.sql": "select 1 as x" },
      "transforms/metrics/a.sql",
      1,
      "metrics may not read staging.s: metrics read marts, metrics, meta",
    ],
    [
      "a staging model that reads upward",
      { "staging/a.sql": "select 1 as x from marts.m", "marts/m.sql": "select 1 as x" },
      "transforms/staging/a.sql",
      1,
      "staging may not read marts.m: staging read raw, staging, meta",
    ],
    [
      "a check that reads raw, which the finished file has not",
      { "checks/c.sql": "-- Q.\n-- severity error\nselect 1 as x from raw.orders" },
      "transforms/checks/c.sql",
      3,
      "checks may not read raw.orders",
    ],
    [
      "meta that is written after the models",
      { "metrics/a.sql": "select 1 as x from meta.checks" },
      "transforms/metrics/a.sql",
      1,
      "meta.checks is written after the models",
    ],
    [
      "a schema that is none of ours",
      { "marts/a.sql": "select 1 as x from information_schema.tables" },
      "transforms/marts/a.sql",
      1,
      "marts may not read information_schema.tables",
    ],
    [
      "a name of a database",
      { "marts/a.sql": "select 1 as x from crm.staging.s" },
      "transforms/marts/a.sql",
      1,
      "crm.staging.s names a database | Write staging.s.",
    ],
    [
      "a table function",
      { "marts/a.sql": "select 1 as x\nfrom range(3)" },
      "transforms/marts/a.sql",
      2,
      "rows come from range(), which is no relation",
    ],
    [
      "a table function inside a join inside a subquery",
      { "marts/a.sql": "select 1 as x from (select 1 from meta.clock,\nread_csv('/etc/passwd')) as y" },
      "transforms/marts/a.sql",
      2,
      "rows come from read_csv()",
    ],
    [
      "a file as a relation",
      { "marts/a.sql": "select 1 as x from 'a.csv'" },
      "transforms/marts/a.sql",
      1,
      "a.csv has no schema",
    ],
    ["describe", { "marts/a.sql": "describe marts.a" }, "transforms/marts/a.sql", 1, "rows come from show ref"],
    [
      "two statements",
      { "marts/a.sql": "select 1 as x; select 2 as x" },
      "transforms/marts/a.sql",
      1,
      "2 statements stand here",
    ],
    [
      "a statement that is no select",
      { "marts/a.sql": "create table x as select 1" },
      "transforms/marts/a.sql",
      1,
      "not a plain SELECT",
    ],
    [
      "a pivot",
      { "marts/a.sql": "pivot marts.b on x using sum(y)" },
      "transforms/marts/a.sql",
      1,
      "not a plain SELECT",
    ],
    ["an empty file", { "marts/a.sql": "-- nothing\n" }, "transforms/marts/a.sql", 1, "the file holds no statement"],
    [
      "SQL that does not parse",
      { "marts/a.sql": "-- Комментарий\nselect 1 as x\nfrom from x" },
      "transforms/marts/a.sql",
      3,
      "syntax error",
    ],
    [
      "a twin that reads upward",
      { "staging/t.ts": twin("marts.m"), "marts/m.sql": "select 1 as x" },
      "transforms/staging/t.ts",
      2,
      "staging may not read marts.m",
    ],
    [
      "a twin that reads what is not there",
      { "marts/t.ts": twin("staging.m") },
      "transforms/marts/t.ts",
      2,
      "staging.m does not exist",
    ],
  ])("refuses %s", async (_, files, file, line, said) => {
    const error = await faultOf(files);
    expect([error.exitCode, error.place.file, error.place.line]).toEqual([2, file, line]);
    expect(`${error.message} | ${error.remedy}`).toContain(said);
  });

  it.each<[string, Files, string, string]>([
    [
      "a name that is no relation",
      { "marts/Big-Table.sql": "select 1" },
      "transforms/marts/Big-Table.sql",
      "cannot be a relation",
    ],
    [
      "a relation made twice",
      { "marts/a.sql": "select 1 as x", "marts/a.ts": twin("meta.clock") },
      "transforms/marts/a.ts",
      "also made by transforms/marts/a.sql",
    ],
    [
      "a twin without its export",
      { "marts/a.ts": "export const other = 1;" },
      "transforms/marts/a.ts",
      "does not export `model`",
    ],
    ["a twin that is none", { "marts/a.ts": "export const model = 1;" }, "transforms/marts/a.ts", "not a twin"],
    [
      "a module that does not load",
      { "marts/a.ts": "throw new Error('no');" },
      "transforms/marts/a.ts",
      "cannot be loaded: no",
    ],
    [
      "a contract of another relation",
      { "marts/a.sql": "select 1 as x", "marts/a.contract.ts": "export const contract = { relation: 'marts.b' };" },
      "transforms/marts/a.contract.ts",
      "names marts.b",
    ],
  ])("refuses %s", async (_, files, file, said) => {
    const error = await faultOf(files);
    expect([error.exitCode, error.place.file]).toEqual([2, file]);
    expect(error.message).toContain(said);
  });

  it("with roots, looks at nothing else", async () => {
    const files = {
      "marts/good.sql": "select 1 as x from staging.s",
      "marts/bad.sql": "select from",
      "staging/s.sql": "select 1 as x from raw.orders",
      "checks/bad.sql": "nothing",
      "checks/good.sql": "-- Q.\n-- severity warning\nselect x from marts.good",
    };
    const graph = await graphOf(files, ["checks.good"]);
    expect(graph.models.map(({ relation }) => relation)).toEqual(["staging.s", "marts.good"]);
    expect(graph.checks.map(({ name, severity, question }) => [name, severity, question])).toEqual([
      ["good", "warning", "Q."],
    ]);
  });

  it("orders any graph without cycles, and finds any cycle", async () => {
    const links = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(links, async (pairs) => {
        const reads = [0, 1, 2, 3, 4, 5].map((from) => pairs.filter(([a]) => a === from).map(([, b]) => b));
        const files = Object.fromEntries(
          reads.map((targets, index) => [
            `marts/m${index}.sql`,
            ["select 1 as x", ...targets.map((to) => `select 1 as x from marts.m${to}`)].join(" union all "),
          ]),
        );
        const outcome = await graphOf(files).catch((error: unknown) => error);
        if (hasCycle(reads)) {
          expect(outcome).toBeInstanceOf(OperatorError);
          expect(String(outcome)).toContain("in a circle");
          return;
        }
        const order = (outcome as Graph).models.map(({ relation }) => Number(relation.slice(-1)));
        expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
        for (const [from, targets] of reads.entries())
          for (const to of targets) expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe("selectModels(graph, patterns)", () => {
  const files = {
    "staging/a.sql": "select 1 as x from raw.orders",
    "staging/b.sql": "select 1 as x from raw.deals",
    "marts/c.sql": "select 1 as x from staging.a",
    "marts/d.sql": "select 1 as x from staging.b",
    "metrics/e.sql": "select 1 as x from marts.c join marts.d on true",
    "metrics/f.sql": "select 1 as x from marts.d",
  };

  it.each([
    ["marts.c", ["staging.a", "marts.c"]],
    ["+marts.c", ["staging.a", "marts.c"]],
    ["marts.c+", ["staging.a", "marts.c", "staging.b", "marts.d", "metrics.e"]],
    ["staging.*", ["staging.a", "staging.b"]],
  ])("%s picks it and what it needs", async (pattern, picked) => {
    const graph = await graphOf(files);
    const names = selectModels(graph, [pattern]).map(({ relation }) => relation);
    expect([...names].sort()).toEqual([...picked].sort());
    for (const [index, model] of selectModels(graph, [pattern]).entries())
      for (const read of model.reads.filter((name) => !name.startsWith("raw.")))
        expect(names.indexOf(read)).toBeLessThan(index);
  });

  it("lists what is above and below", async () => {
    const graph = await graphOf(files);
    expect([...listUpstream(graph, "metrics.f")].sort()).toEqual(["marts.d", "raw.deals", "staging.b"]);
    expect([...listDownstream(graph, "raw.deals")].sort()).toEqual(["marts.d", "metrics.e", "metrics.f", "staging.b"]);
  });
});

function twin(read: string): string {
  return `export const model = {\n  reads: ["${read}"], compute: () => [] };\n`;
}

async function graphOf(files: Files, roots?: readonly string[]): Promise<Graph> {
  const folder = mkdtempSync(join(tmpdir(), "karavan-graph-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, "transforms", path)), { recursive: true });
      writeFileSync(join(folder, "transforms", path), text);
    }
    return await readGraph(join(folder, "transforms"), roots);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function faultOf(files: Files): Promise<OperatorError> {
  const error = await graphOf(files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof OperatorError) return error;
  throw error ?? new Error("nothing was refused");
}

/** Looks for a way from a node back to itself. */
function hasCycle(reads: readonly (readonly number[])[]): boolean {
  const reach = (from: number, seen: readonly number[]): boolean =>
    (reads[from] ?? []).some((to) => seen.includes(to) || reach(to, [...seen, to]));
  return reads.some((_, index) => reach(index, [index]));
}
