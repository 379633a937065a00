import { z } from "zod";
import { exitCodes, OperatorError } from "../errors.ts";
import { openLines, readWholeLines } from "../synced.ts";

const changeSchema = z.object({
  changed_at: z.string(),
  as_of_date: z.string(),
  /** `merge`: it went with all cards of its old client or joined others; `split`: it left its old client's oldest card. */
  kind: z.enum(["merge", "split"]),
  source_client_id: z.string(),
  client_id_before: z.string(),
  client_id: z.string(),
});

/** A card whose client is another one than in the build before. */
export type ClientChange = Readonly<z.infer<typeof changeSchema>>;

/** One build, as the journal tells it: what is another than in the build before. */
const entrySchema = z.object({
  as_of_date: z.string(),
  newest_file_id: z.int(),
  changes: z.array(changeSchema),
  /** Cards of clients with several, by their client; null: the card stands alone now. */
  clients: z.array(z.tuple([z.string(), z.string().nullable()])),
});
type Entry = z.infer<typeof entrySchema>;

/** What the newest build said of clients: whose cards were, up to which file, and what had changed until then. */
export interface ClientHistory {
  readonly asOf: string;
  readonly newestFileId: number;
  /** Cards of clients with several, and their client. */
  readonly clientOf: ReadonlyMap<string, string>;
  readonly changes: readonly ClientChange[];
}

/**
 * Reads the history of clients that outlasts crm.duckdb; undefined where nothing was kept yet.
 * @throws OperatorError exit 6 for a line that cannot be read.
 */
export function readClientJournal(path: string): ClientHistory | undefined {
  const entries = readWholeLines(path).map((line, index) => parseEntry(path, line, index + 1));
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const clientOf = new Map<string, string>();
  for (const [card, client] of entries.flatMap(({ clients }) => clients))
    if (client === null) clientOf.delete(card);
    else clientOf.set(card, client);
  const changes = entries.flatMap((entry) => entry.changes);
  return { asOf: last.as_of_date, newestFileId: last.newest_file_id, clientOf, changes };
}

/** Appends to the journal what it does not say yet, synced; a build that changed nothing leaves no line. */
export function keepClientHistory(path: string, now: ClientHistory): void {
  const kept = readClientJournal(path);
  const entry = tellDifference(kept, now);
  const isNews = kept?.asOf !== now.asOf || kept.newestFileId !== now.newestFileId;
  if (isNews || entry.changes.length + entry.clients.length > 0) openLines(path)(JSON.stringify(entry));
}

function tellDifference(kept: ClientHistory | undefined, now: ClientHistory): Entry {
  const before = kept?.clientOf ?? new Map<string, string>();
  const alone = [...before.keys()].filter((card) => !now.clientOf.has(card)).map((card) => [card, null] as const);
  const together = [...now.clientOf].filter(([card, client]) => before.get(card) !== client);
  return {
    as_of_date: now.asOf,
    newest_file_id: now.newestFileId,
    changes: now.changes.slice(kept?.changes.length ?? 0),
    clients: [...together, ...alone].map(([card, client]) => [card, client]),
  };
}

function parseEntry(path: string, line: string, number: number): Entry {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch (error) {
    throw new OperatorError("this line of the journal of clients cannot be read", {
      exitCode: exitCodes.storage,
      place: { file: path, line: number },
      remedy:
        "It remembers which cards were one client. Restore it from a backup, or move it aside: changes are told from the next build on.",
      cause: error,
    });
  }
}
