import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { entityNames } from "../../ingest/contracts/entities.ts";
import { readLinks } from "../../ingest/links.ts";
import type { Connection } from "../connection.ts";
import type { Settings } from "../settings.ts";
import { quoteName, quoteRelation } from "../sql.ts";

import { type MetaInput, readCatalog } from "./meta.ts";

/** Code whose change may change the result: models, and what makes tables of them. */
const builders = ["warehouse/build", "warehouse/engines", "warehouse/graph", "ingest/contracts"];

/**
 * Computes one text that changes when anything a build depends on does: the loads in the raw file, the models and the
 * code that builds them, the settings, the day and the watched feeds.
 */
export async function computeFingerprint(
  connection: Connection,
  transforms: string,
  input: MetaInput,
): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of [transforms, ...builders.map((part) => join(input.settings.home, part))])
    hashFolder(hash, folder);
  hash.update(
    JSON.stringify([publicSettings(input.settings), input.asOf, input.knownBy, input.knownBefore, input.feeds]),
  );
  hash.update(JSON.stringify(readLinks(input.settings.paths.links)));
  hash.update(JSON.stringify(await readRawState(connection)));
  return hash.digest("hex");
}

/** The settings without the places of this machine. */
function publicSettings({ file, home, paths, ...rest }: Settings): unknown {
  return rest;
}

function hashFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    hash.update(`\0${name}\0`);
    if (statSync(path).isDirectory()) hashFolder(hash, path);
    else hash.update(readFileSync(path));
  }
}

/** Reads what tells one state of the raw file from another: its ledger, and counts of rows where it has none. */
async function readRawState(connection: Connection): Promise<unknown> {
  const state: unknown[] = [];
  const rawFile = await readCatalog(connection, "raw_file");
  for (const relation of ["meta.files", "meta.rejects"]) {
    const present = rawFile.get(relation);
    if (present === undefined) continue;
    const list = [...present].sort().map(quoteName).join(", ");
    state.push(
      await connection.table(
        `select count(*), cast(bit_xor(hash(${list})) as varchar) from ${quoteRelation(`raw_file.${relation}`)}`,
      ),
    );
  }
  for (const entity of entityNames) {
    const relation = `raw.${entity}`;
    const present = rawFile.get(relation);
    if (present === undefined) continue;
    const newest = ["_file_id", "_loaded_at", "_closed_at"].filter((name) => present.has(name));
    const list = newest.map((name) => `, cast(max(${quoteName(name)}) as varchar)`).join("");
    state.push(
      entity,
      [...present],
      (await connection.table(`select count(*)${list} from ${quoteRelation(`raw_file.${relation}`)}`)).rows,
    );
  }
  return state;
}
