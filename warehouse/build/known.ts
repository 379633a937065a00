import { entityNames } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import type { Log } from "../effects.ts";
import type { Settings } from "../settings.ts";
import { quoteRelation } from "../sql.ts";
import { endOfDay, parseDay } from "./as-of.ts";
import { type MetaInput, readCatalog } from "./meta.ts";

/**
 * Decides what was known (DECISIONS 4): by `--known-by`, else by the as-of day; where nothing was loaded by then,
 * everything loaded since counts, and the log says so.
 */
export async function resolveKnown(
  connection: Connection,
  settings: Settings,
  option: string | undefined,
  asOf: string,
  log: Log,
): Promise<Pick<MetaInput, "knownBy" | "knownBefore">> {
  if (option !== undefined) {
    const knownBy = parseDay(option, "--known-by");
    return { knownBy, knownBefore: endOfDay(knownBy, settings.time_zone) };
  }
  const knownBefore = endOfDay(asOf, settings.time_zone);
  if (await isAnythingLoaded(connection, knownBefore)) return { knownBy: asOf, knownBefore };
  log.info(`nothing was loaded by ${asOf}: everything loaded since counts as known (decide with --known-by)`);
  return { knownBy: null, knownBefore: null };
}

async function isAnythingLoaded(connection: Connection, before: string): Promise<boolean> {
  const rawFile = await readCatalog(connection, "raw_file");
  for (const entity of entityNames) {
    if (!rawFile.get(`raw.${entity}`)?.has("_loaded_at")) continue;
    const found = await connection.row(
      `select 1 as found from ${quoteRelation(`raw_file.raw.${entity}`)} where _loaded_at < cast($1 as timestamp) limit 1`,
      [before],
    );
    if (found !== undefined) return true;
  }
  return false;
}
