import { type RawBuilder, sql } from "kysely";
import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import type { SeenTable } from "./tables.ts";

/** What identifies an inbox file, and the state in which it was seen. */
export type SeenFile = Pick<SeenTable, "source" | "name" | "stamp">;

/**
 * What files of the inbox hold, by the state of their directory entry, so that an unchanged file need not be read again.
 * It saves time and decides nothing else: without it every file is hashed.
 */
export interface Seen {
  /** Finds the hash of a file whose state is the one remembered. */
  find(file: SeenFile): string | undefined;
  /** Lists what is remembered of the files of an archive in this state; their stamps begin with it and a slash. */
  membersOf(archive: SeenFile): readonly SeenTable[];
  /** Remembers a hash: for this run, and where `isSettled` for later ones. */
  remember(file: SeenTable, isSettled: boolean): void;
  /** Writes what is new, and forgets files of these sources that are not in the inbox any more. */
  save(connection: Connection, present: readonly Pick<SeenTable, "source" | "name">[]): Promise<void>;
}

/** Reads what earlier runs have seen. */
export async function readSeen(connection: Connection): Promise<Seen> {
  const kept = new Map<string, SeenTable>();
  for (const row of await createLedger(connection).selectFrom("meta.seen").selectAll().execute())
    kept.set(keyOf(row), row);
  let members: ReadonlyMap<string, readonly SeenTable[]> | undefined;
  const now = new Map<string, { readonly file: SeenTable; readonly isSettled: boolean }>();
  return {
    find(file) {
      const known = now.get(keyOf(file))?.file ?? kept.get(keyOf(file));
      return known?.stamp === file.stamp ? known.sha256 : undefined;
    },
    membersOf({ source, stamp }) {
      members ??= groupMembers(kept.values());
      return members.get(keyOf({ source, name: stamp })) ?? [];
    },
    remember(file, isSettled) {
      now.set(keyOf(file), { file, isSettled });
    },
    async save(connection, present) {
      const names = new Set(present.map(keyOf));
      const sources = new Set(present.map(({ source }) => source));
      const settled = [...now.values()].filter(({ isSettled }) => isSettled).map(({ file }) => file);
      const fresh = settled.filter((file) => kept.get(keyOf(file))?.stamp !== file.stamp);
      const renewed = new Set(fresh.map(keyOf));
      const old = [...kept.values()].filter(
        (file) => renewed.has(keyOf(file)) || (sources.has(file.source) && !names.has(keyOf(file))),
      );
      if (fresh.length + old.length > 0) await connection.transaction(() => replaceSeen(connection, old, fresh));
    },
  };
}

function groupMembers(files: Iterable<SeenTable>): ReadonlyMap<string, readonly SeenTable[]> {
  const groups = new Map<string, SeenTable[]>();
  for (const file of files) {
    const [archive = "", rest] = file.stamp.split("/", 2);
    if (rest === undefined) continue;
    const key = keyOf({ source: file.source, name: archive });
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return groups;
}

async function replaceSeen(
  connection: Connection,
  old: readonly SeenTable[],
  fresh: readonly SeenTable[],
): Promise<void> {
  const ledger = createLedger(connection);
  if (old.length > 0)
    await sql`delete from meta.seen where (source, name) in (select (source, name) from ${listed(old)} as old)`.execute(
      ledger,
    );
  if (fresh.length > 0)
    await ledger
      .insertInto("meta.seen")
      .columns(["source", "name", "stamp", "sha256"])
      .expression(sql`select source, name, stamp, sha256 from ${listed(fresh)} as fresh`)
      .execute();
}

/** Hands over any number of rows as one JSON value: thousands of bound values would take seconds. */
function listed(files: readonly SeenTable[]): RawBuilder<unknown> {
  return sql`(select unnest(from_json(${JSON.stringify(files)}, '[{"source": "varchar", "name": "varchar", "stamp": "varchar", "sha256": "varchar"}]'), recursive := true))`;
}

function keyOf({ source, name }: Pick<SeenTable, "source" | "name">): string {
  return JSON.stringify([source, name]);
}
