import { readLinks } from "../../ingest/links.ts";
import type { Connection } from "../connection.ts";
import { createTable, createTableAs, emptySelect, type TypedColumn } from "../engines/duckdb.ts";
import { quoteText } from "../sql.ts";
import { type Catalog, insertRows, type MetaInput } from "./meta.ts";

const varchar = (name: string): TypedColumn => ({ name, sqlType: "varchar" });
const bigint = (name: string): TypedColumn => ({ name, sqlType: "bigint" });

const decisionColumns = ["verdict", "client_id", "other_client_id"].map(varchar);
const rankColumns = [...["attribute", "source"].map(varchar), bigint("source_rank")];
const firstLoadColumns = [varchar("client_id"), bigint("file_id")];

/**
 * Makes what client matching reads in schema `meta`: `client_decisions` (what people decided), `source_ranks` (whom the
 * settings trust, by attribute; `any` is the general order) and `client_first_loads` (the file that first told of a card,
 * where a newer version of the card has replaced the first).
 */
export async function buildClientMeta(connection: Connection, input: MetaInput, rawFile: Catalog): Promise<void> {
  const { clients, paths } = input.settings;
  await connection.run(createTable("meta.client_decisions", decisionColumns));
  await insertRows(connection, "meta.client_decisions", decisionColumns, readLinks(paths.links));
  await connection.run(createTable("meta.source_ranks", rankColumns));
  const ranks = Object.entries({ ...clients.survivorship, any: clients.sources });
  await insertRows(
    connection,
    "meta.source_ranks",
    rankColumns,
    ranks.flatMap(([attribute, sources]) =>
      sources.map((source, index) => ({ attribute, source, source_rank: index + 1 })),
    ),
  );
  await connection.run(createTableAs("meta.client_first_loads", firstLoads(input, rawFile)));
}

/** Cards with one version need no row: their file is the first. */
function firstLoads({ knownBefore }: MetaInput, rawFile: Catalog): string {
  const present = rawFile.get("raw.clients");
  if (present?.has("_closed_at") !== true || !present.has("_file_id")) return emptySelect(firstLoadColumns);
  const known = knownBefore === null ? "true" : `_loaded_at < timestamp ${quoteText(knownBefore)}`;
  return `
    select client_id, cast(min(_file_id) as bigint) as file_id from raw_file.raw.clients
    where ${known} and client_id in (select client_id from raw_file.raw.clients where _closed_at is not null)
    group by 1`;
}
