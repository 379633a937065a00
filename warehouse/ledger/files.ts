import type { Connection } from "../connection.ts";
import { createLedger } from "../kysely.ts";
import { quoteName, quoteText } from "../sql.ts";
import type { Slot } from "./loads.ts";
import { ledgerTables } from "./schema.ts";
import type { FilesTable } from "./tables.ts";

/** Removes what an earlier attempt of a load wrote to the ledger. Call it inside the transaction of the load. */
export async function clearSlot(connection: Connection, { fileId, isRetry }: Slot): Promise<void> {
  if (!isRetry) return;
  const ledger = createLedger(connection);
  for (const table of ["meta.files", "meta.rejects", "meta.lines", "meta.remarks"] as const)
    await ledger.deleteFrom(table).where("file_id", "=", fileId).execute();
}

/** Writes the row of a load. It goes as one value, so that its statement is planned once. */
export async function insertFile(connection: Connection, file: FilesTable): Promise<void> {
  await connection.runAgain(insertSql, [JSON.stringify(file)]);
}

const columns = ledgerTables["meta.files"] ?? [];
/** Amounts and moments pass as the text they are, and are cast by the table. */
const shape = Object.fromEntries(
  columns.map(({ name, sqlType }) => [name, sqlType === "bigint" ? sqlType : "varchar"]),
);
const insertSql = `insert into meta.files (${columns.map(({ name }) => quoteName(name)).join(", ")})
select ${columns.map(({ name, sqlType }) => `cast(file.${quoteName(name)} as ${sqlType})`).join(", ")}
from (select from_json($1::varchar, ${quoteText(JSON.stringify(shape))}) as file)`;
