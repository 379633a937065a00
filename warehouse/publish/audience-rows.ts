import type { SnapshotAudience } from "../../dashboards/snapshot.ts";
import type { Connection } from "../connection.ts";
import type { Effects } from "../effects.ts";
import { createKysely } from "../kysely.ts";
import type { Audience } from "./audience.ts";

/** Says for the pages what an audience sees, managers by their names. */
export async function describeRows(connection: Connection, audience: Audience): Promise<SnapshotAudience> {
  const { name, regions, managers } = audience;
  if (managers === null) return { name: name ?? "", regions, managers };
  const known = await createKysely(connection).selectFrom("marts.managers").select(["manager_id", "name"]).execute();
  const names = new Map(known.map((manager) => [manager.manager_id, manager.name]));
  return { name: name ?? "", regions, managers: managers.map((id) => names.get(id) ?? id) };
}

/** Warns of regions and managers of an audience that nothing in the warehouse has: a slip of the pen empties a site. */
export async function warnOfEmpty(connection: Connection, audience: Audience, effects: Effects): Promise<void> {
  const kysely = createKysely(connection);
  if (audience.regions !== null) {
    const clients = kysely.selectFrom("marts.clients").select("region as value");
    const sales = kysely.selectFrom("metrics.sales_by_month").select("region as value");
    warn(audience, "region", audience.regions, await clients.union(sales).execute(), effects);
  }
  if (audience.managers !== null) {
    const managers = kysely.selectFrom("marts.managers").select("manager_id as value");
    const sales = kysely.selectFrom("metrics.sales_by_month").select("manager_id as value");
    warn(audience, "manager", audience.managers, await managers.union(sales).execute(), effects);
  }
}

function warn(
  audience: Audience,
  kind: "region" | "manager",
  wanted: readonly string[],
  found: readonly { readonly value: string }[],
  effects: Effects,
): void {
  const known = new Set(found.map(({ value }) => value));
  for (const value of wanted)
    if (!known.has(value))
      effects.log.warn(
        `audience ${audience.name ?? ""}: no row has the ${kind} ${JSON.stringify(value)}: it will see none`,
      );
}
