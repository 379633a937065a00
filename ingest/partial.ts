import type { Connection } from "../warehouse/connection.ts";
import { quoteName } from "../warehouse/sql.ts";
import { type Contract, listColumns } from "./contracts/contract.ts";
import type { Feed } from "./source.ts";

/**
 * Completes the staged rows of a feed that knows only some columns of its entity: the others, and what is kept beside them,
 * are those of the current row of the key. A row that adds nothing new becomes equal to the one held. Records keep their
 * places.
 */
export async function completeStaged(connection: Connection, feed: Feed, contract: Contract): Promise<void> {
  const mapped = new Set(feed.mappings.map(({ column }) => column.name));
  const names = listColumns(contract).map(({ name }) => ({ name: quoteName(name), isMapped: mapped.has(name) }));
  const own = names.filter(({ isMapped }) => isMapped);
  const others = names.filter(({ isMapped }) => !isMapped);
  const same = own.map(({ name }) => `held.${name} is not distinct from staged.${name}`).join(" and ");
  const keys = contract.key.map(quoteName);
  await connection.run(`create or replace temp table staged as
select
    staged.* replace (
        case when held._hash is not null and ${same} then held._hash else staged._hash end as _hash,
        case
            when held._extra is null then staged._extra
            when staged._extra is null then held._extra
            else cast(json_merge_patch(held._extra, staged._extra) as varchar)
        end as _extra
    )${others.map(({ name }) => `,\n    held.${name}`).join("")}
from temp.staged as staged
left join ${contract.relation} as held
    on held._closed_at is null and ${keys.map((key) => `held.${key} = staged.${key}`).join(" and ")}
order by staged.rowid`);
}
