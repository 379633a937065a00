import type { Connection } from "../warehouse/connection.ts";
import { quoteName } from "../warehouse/sql.ts";
import { type Column, type Contract, listColumns } from "./contracts/contract.ts";
import type { Feed } from "./source.ts";

/**
 * Completes the staged rows of a feed that knows only some columns of its entity: the others, and what is kept beside them,
 * are those of the current row of the key. A row that adds nothing new becomes equal to the one held. Rows are changed in
 * their places: those of a table that is made inside a transaction are not numbered from 0.
 */
export async function completeStaged(connection: Connection, feed: Feed, contract: Contract): Promise<void> {
  const others = listUnmapped(feed, contract).map(({ name }) => quoteName(name));
  const keys = contract.key.map(quoteName);
  await connection.run(`update temp.staged
set
    _extra = case
        when held._extra is null then staged._extra
        when staged._extra is null then held._extra
        else cast(json_merge_patch(held._extra, staged._extra) as varchar)
    end${others.map((name) => `,\n    ${name} = held.${name}`).join("")}
from ${contract.relation} as held
where held._closed_at is null and ${keys.map((key) => `held.${key} = staged.${key}`).join(" and ")}`);
}

/** Lists the columns of an entity that a feed does not map. */
export function listUnmapped(feed: Feed, contract: Contract): readonly Column[] {
  const mapped = new Set(feed.mappings.map(({ column }) => column.name));
  return listColumns(contract).filter(({ name }) => !mapped.has(name));
}

/** Names the columns of an entity that a feed tells of, as SQL. */
export function nameTold({ mappings }: Feed, contract: Contract): readonly string[] {
  const mapped = new Set(mappings.map(({ column }) => column.name));
  return listColumns(contract).flatMap(({ name }) => (mapped.has(name) ? [quoteName(name)] : []));
}
