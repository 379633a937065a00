import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Contract } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { parseSelect } from "../../warehouse/graph/tree.ts";
import { home } from "../../warehouse/settings.ts";
import { type Fault, findTextFaults, findTreeFaults, type Kind } from "./sql-style.ts";

const transforms = resolve(home, "transforms");
const listed: Readonly<Record<string, Contract>> = contracts;

describe("SQL of transforms", () => {
  for (const schema of ["staging", "marts", "metrics", "checks"]) {
    for (const path of listSql(join(transforms, schema))) {
      const file = relative(home, path);
      it(`${file} keeps to the portable subset and the style`, async () => {
        const relation = `${schema}.${path.slice(path.lastIndexOf("/") + 1, -".sql".length)}`;
        const faults = await findFaults(
          readFileSync(path, "utf8"),
          schema === "checks" ? "check" : "model",
          listed[relation],
        );
        expect(faults.map(({ line, message }) => `${file}:${line} ${message}`).join("\n")).toBe("");
      });
    }
  }
});

/** A model without a fault; each case below spoils it in one place. */
const sound = `-- One row per client: what was bought.
--
-- grain    client
-- key      client_id
-- answers  Who buys?

with

orders as (

    select * from marts.orders

),

volume_per_client as (

    select
        orders.client_id,
        cast(count(*) as bigint) as order_count,
        cast(sum(orders.net_amount) as decimal(38, 4)) as net_amount,
        cast(sum(orders.net_amount) as double)
            / nullif(cast(count(*) as double), 0) as average_amount

    from orders
    where orders.order_date >= date '2025-01-31'
    group by 1

)

select * from volume_per_client
`;

describe("findTextFaults, findTreeFaults", () => {
  it("find nothing in a sound model", async () => {
    expect(await findFaults(sound, "model")).toEqual([]);
  });

  const column = "        orders.client_id,\n";
  it.each<[string, string, string, string]>([
    ["::", column, "        orders.client_id::varchar as client_id,\n", ":: is not portable"],
    ["a quoted identifier", column, '        orders."client_id",\n', "unquoted"],
    ["upper case", "group by 1", "GROUP BY 1", "lower case"],
    [
      "a bare interval",
      column,
      "        cast(orders.order_date + interval 7 day as date) as due_date,\n",
      "an interval is quoted",
    ],
    [
      "an interval without a cast",
      column,
      "        orders.order_date + interval '7' day as due_date,\n",
      "a day moved by an interval",
    ],
    [
      "a variable interval without a cast",
      column,
      "        orders.order_date + orders.n * interval '1' day as due_date,\n",
      "a day moved by an interval",
    ],
    [
      "hours of intervals",
      column,
      "        cast(orders.order_date + interval '1' hour as date) as due_date,\n",
      "to_hours is not in the list",
    ],
    [
      "lateral",
      "    from orders\n",
      "    from orders\n    cross join lateral (select 1 as one) as ones\n",
      "lateral is not portable",
    ],
    ["a from first", "    select * from marts.orders\n", "    from marts.orders\n", "a select begins with select"],
    ["an alias without as", "    from orders\n", "    from orders sold\n", "introduced by as"],
    ["a one-letter alias", "    from orders\n", "    from orders as o\n", "not one letter"],
    ["a leading comma", column, "        orders.client_id\n        , orders.region,\n", "commas stand at the end"],
    ["a long line", column, `        orders.client_id as ${"c".repeat(60)},\n`, "more than 80"],
    ["two spaces", column, "      orders.client_id,\n", "by 4 spaces"],
    ["blanks at the end", column, "        orders.client_id, \n", "ends in blanks"],
    ["no sentence", "-- One row per client: what was bought.\n", "-- one row\n", "begins with a sentence"],
    ["no grain", "-- grain    client\n", "", "does not say the grain"],
    ["no key", "-- key      client_id\n", "", "does not say the key"],
    [
      "another last line",
      "select * from volume_per_client",
      "select * from orders",
      "the last line is: select * from volume_per_client",
    ],
    [
      "columns in the last line",
      "select * from volume_per_client",
      "select client_id from volume_per_client",
      "the last line is",
    ],
    [
      "select * in a step",
      "    select\n        orders.client_id,\n",
      "    select\n        *,\n",
      "select * stands only",
    ],
    ["a relation's star", column, "        orders.*,\n", "select * stands only"],
    ["exclude", "select * from marts.orders", "select * exclude (region) from marts.orders", "select * stands only"],
    ["columns()", "select * from marts.orders", "select columns('a.*') from marts.orders", "select * stands only"],
    ["qualify", "    group by 1\n", "    group by 1\n    qualify true\n", "qualify is not portable"],
    ["group by all", "    group by 1\n", "    group by all\n", "group by all is not portable"],
    ["rollup", "    group by 1\n", "    group by rollup (orders.client_id)\n", "grouping sets"],
    ["a grouped alias", "    group by 1\n", "    group by order_count\n", "order_count is an output alias"],
    [
      "an alias used beside itself",
      "average_amount\n",
      "average_amount,\n        order_count + 1 as more\n",
      "order_count is an alias of the same select",
    ],
    ["a count without a cast", "cast(count(*) as bigint)", "count(*)", "count stands in a cast"],
    [
      "a sum without a cast",
      "cast(sum(orders.net_amount) as decimal(38, 4))",
      "sum(orders.net_amount)",
      "sum stands in a cast",
    ],
    ["an average of decimals", column, "        avg(orders.net_amount) as mean,\n", "avg takes cast"],
    [
      "whole-number division",
      "cast(sum(orders.net_amount) as double)\n            / nullif(cast(count(*) as double), 0)",
      "cast(sum(orders.net_amount) as bigint)\n            / nullif(cast(count(*) as bigint), 0)",
      "a division has cast",
    ],
    [
      "division by what may be zero",
      "nullif(cast(count(*) as double), 0)",
      "cast(orders.n as double)",
      "a divisor is nullif",
    ],
    ["//", column, "        orders.a // 2 as half,\n", "// is not in the list"],
    ["a function not listed", column, "        arg_max(orders.a, orders.b) as newest,\n", "arg_max is not in the list"],
    ["greatest", column, "        greatest(orders.a, orders.b) as larger,\n", "greatest is not in the list"],
    ["median", column, "        median(orders.a) as middle,\n", "median is not in the list"],
    [
      "regular expressions",
      column,
      "        regexp_matches(orders.a, 'x') as is_x,\n",
      "regexp_matches is not in the list",
    ],
    ["ilike", column, "        orders.a ilike 'x' as is_x,\n", "~~* is not in the list"],
    ["a list", column, "        [1, 2] as pair,\n", "list_value is not in the list"],
    ["a struct", column, "        {'a': 1} as pair,\n", "struct_pack is not in the list"],
    ["an element", column, "        orders.a[1] as one,\n", "array extract is not portable"],
    ["now()", column, "        now() as built_at,\n", "now is not in the list"],
    ["current_date", column, "        current_date as today,\n", "time comes from meta.clock"],
    ["random()", column, "        random() as chance,\n", "random is not in the list"],
    [
      "months between",
      column,
      "        date_diff('month', cast(orders.a as date), cast(orders.b as date)) as m,\n",
      "date_diff counts days only",
    ],
    [
      "days between timestamps",
      column,
      "        date_diff('day', orders.a, cast(orders.b as date)) as m,\n",
      "date_diff takes cast",
    ],
    [
      "a month that is a timestamp",
      column,
      "        date_trunc('month', orders.a) as month,\n",
      "date_trunc stands in cast",
    ],
    ["a weekday", column, "        extract(dow from orders.a) as weekday,\n", "extract(dow) differs"],
    ["hugeint", column, "        cast(orders.a as hugeint) as big,\n", "hugeint is not in the subset"],
    ["timestamptz", column, "        cast(orders.a as timestamptz) as at,\n", "is not in the subset"],
    [
      "a rounded fraction",
      column,
      "        cast(cast(orders.a as double) * 2 as bigint) as whole,\n",
      "through floor or ceil",
    ],
    ["a decimal literal", column, "        orders.a * 0.5 as half,\n", "is written 0.5e0"],
    ["a day as text", "date '2025-01-31'", "'2025-01-31'", "a day is written date"],
    ["ntile", column, "        ntile(4) over (order by orders.a nulls last) as quarter,\n", "ntile over"],
    [
      "a window without order",
      column,
      "        row_number() over (partition by orders.a) as place,\n",
      "row_number over … has an order by",
    ],
    [
      "a window without nulls last",
      column,
      "        row_number() over (order by orders.a) as place,\n",
      "nulls first or nulls last",
    ],
    [
      "a running sum without a frame",
      column,
      "        cast(sum(orders.a) over (order by orders.b nulls last) as bigint) as s,\n",
      "has a rows frame",
    ],
    [
      "ignore nulls",
      column,
      "        lag(orders.a ignore nulls) over (order by orders.b nulls last) as s,\n",
      "ignore nulls is not",
    ],
    [
      "order by without nulls last",
      "    group by 1\n",
      "    group by 1\n    order by 1\n    limit 3\n",
      "nulls first or nulls last",
    ],
    ["offset", "    group by 1\n", "    group by 1\n    limit 3 offset 2\n", "offset is not portable"],
    ["a sample", "    from orders\n", "    from orders tablesample 10%\n", "samples are not portable"],
    [
      "distinct on",
      "    select\n        orders.client_id,\n",
      "    select distinct on (orders.client_id)\n        orders.client_id,\n",
      "distinct on is not portable",
    ],
    ["using", "    from orders\n", "    from orders\n    join marts.clients using (client_id)\n", "join … using"],
    [
      "a natural join",
      "    from orders\n",
      "    from orders\n    natural join marts.clients\n",
      "a natural join is not portable",
    ],
    [
      "an asof join",
      "    from orders\n",
      "    from orders\n    asof join marts.rates on orders.a >= rates.a\n",
      "a asof join is not portable",
    ],
    [
      "a positional join",
      "    from orders\n",
      "    from orders\n    positional join marts.clients\n",
      "a positional join",
    ],
    [
      "an anti join",
      "    from orders\n",
      "    from orders\n    anti join marts.clients on orders.a = clients.a\n",
      "a anti join is not portable",
    ],
    [
      "an unqualified column beside a join",
      "    from orders\n",
      "    from orders\n    join marts.clients on orders.client_id = tax_id\n",
      "tax_id stands unqualified",
    ],
    [
      "a correlated subquery",
      column,
      "        (select max(rates.a) from marts.rates as rates where rates.b = orders.b) as m,\n",
      "may not depend on the outer row",
    ],
    [
      "a recursive CTE",
      "with\n",
      "with recursive\n\nns as (\n\n    select 1 as n\n    union all\n    select ns.n + 1 as n from ns\n\n),\n",
      "recursive CTEs",
    ],
    ["a lambda", column, "        list_transform(orders.a, x -> x) as l,\n", "lambda is not portable"],
  ])("find %s", async (_, from, to, said) => {
    expect(sound).toContain(from);
    const faults = await findFaults(sound.replace(from, to), "model").catch((error: Error) => [
      { line: 0, message: error.message },
    ]);
    expect(faults.map(({ message }) => message).join("\n")).toContain(said);
  });

  it("find nothing in texts and comments", async () => {
    const text = sound.replace("orders.client_id,", "orders.client_id, -- SELECT * FROM x::int");
    const quoted = text.replace(">= date '2025-01-31'", "= date '2025-01-31' and orders.a = 'A::B \"x\"'");
    expect(await findFaults(quoted, "model")).toEqual([]);
  });

  it("hold the header's key against the contract's", async () => {
    const contract = {
      relation: "metrics.x",
      description: "",
      key: ["client_id", "month"],
      columns: undefined,
    } as unknown as Contract;
    const faults = await findFaults(sound, "model", contract);
    expect(faults.map(({ message }) => message)).toEqual([
      "the header's key is client_id, the contract's client_id, month",
    ]);
  });
});

async function findFaults(text: string, kind: Kind, contract?: Contract): Promise<readonly Fault[]> {
  const source = { file: "x.sql", text };
  return withConnection({ attach: [] }, async (connection: Connection) => {
    const tree = await parseSelect(connection, source);
    return [...findTextFaults(source, kind, contract), ...findTreeFaults(tree, source, kind)];
  });
}

function listSql(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => join(folder, name));
}
