import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";
import { formatTable } from "../table.ts";

/**
 * Builds `karavan query`: one SELECT on crm.duckdb, read only. Exit 0; 2 for SQL that does not run, 6 without a
 * warehouse.
 */
export function queryCommand(): Command {
  return new Command("query")
    .description("read-only SQL on the finished crm.duckdb")
    .argument("<sql>", "one SELECT; relations are schema.name, such as marts.orders")
    .option("--json", "one JSON document on stdout: columns, types, rows")
    .addHelpText(
      "after",
      examples(
        'karavan query "select * from metrics.sales_by_month limit 10"',
        'karavan query "select count(*) from marts.orders" --json',
      ),
    )
    .action((sql: string, _options: unknown, command: Command) =>
      perform(command, async ({ settings, answer }) => {
        const { query } = await import("../../query.ts");
        const table = await query(settings, sql);
        answer(table, formatTable(table.columns, table.rows));
        return exitCodes.done;
      }),
    );
}
