import type { Odd } from "./odd-details.ts";
import type { World } from "./worlds.ts";

/** Writes the rows of a company as queries of raw tables, as ingest leaves them. */
export function rawOf(company: Odd, zone: string): World {
  return Object.fromEntries(Object.entries(company).map(([entity, rows]) => [entity, asQuery(rows, zone)]));
}

/** Writes rows as a query; moments by the clocks of the company become instants of UTC, as ingest leaves them. */
function asQuery(rows: readonly object[], zone: string): string {
  const columns = Object.keys(rows[0] ?? {});
  const text = JSON.stringify(rows).replaceAll("'", "''");
  const list = columns.map((name) => {
    const value = `each ->> '${name}'`;
    if (name.endsWith("_at")) return `timezone('UTC', timezone('${zone}', cast(${value} as timestamp))) as ${name}`;
    return `${castOf(name, value)} as ${name}`;
  });
  return `select ${list.join(", ")} from (select unnest(from_json('${text}', '["json"]')) as each)`;
}

function castOf(name: string, value: string): string {
  if (name.endsWith("_date") || name === "day" || name === "plan_month") return `cast(${value} as date)`;
  if (name.startsWith("is_")) return `cast(${value} as boolean)`;
  if (name.endsWith("_months")) return `cast(${value} as bigint)`;
  if (/^scale_|^score$|_hours$/.test(name)) return `cast(${value} as double)`;
  return name === "amount" || name === "quantity" || name === "rate" || /_amount$|_share$/.test(name)
    ? `cast(${value} as decimal(18, 8))`
    : value;
}
