import { rmSync } from "node:fs";
import { withConnection } from "../../warehouse/connection.ts";
import { quoteText } from "../../warehouse/sql.ts";
import { reportTask } from "./measure.ts";

const [file = "", database = ""] = process.argv.slice(2);
rmSync(database, { force: true });

/** The baseline: DuckDB alone, told dialect and types, no validation, no lineage. */
await reportTask(() =>
  withConnection({ attach: [{ path: database, as: "bare", mode: "create" }] }, async (connection) => {
    await connection.run(`create table orders as from read_csv(${quoteText(file)}, delim = ';', header = true, auto_detect = false, columns = {
      'number': 'varchar', 'client': 'varchar', 'date': 'date', 'status': 'varchar', 'channel': 'varchar', 'manager': 'varchar', 'campaign': 'varchar',
      'region': 'varchar', 'currency': 'varchar', 'amount': 'decimal(18, 4)', 'requested': 'date', 'promised': 'date'})`);
    return { rows: (await connection.row("select count(*) as rows from orders"))?.rows ?? 0 };
  }),
);
