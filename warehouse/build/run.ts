import type { Connection } from "../connection.ts";
import { constantRow, createTable, createTableAs, type TypedColumn } from "../engines/duckdb.ts";
import type { Assembled } from "./assemble.ts";
import { insertRows, type MetaInput } from "./meta.ts";

/** Columns of `meta.models`. */
const modelColumns: readonly TypedColumn[] = [
  { name: "relation", sqlType: "varchar" },
  { name: "kind", sqlType: "varchar" },
  { name: "rows", sqlType: "bigint" },
  { name: "duration_ms", sqlType: "double" },
];

/** Columns of `meta.checks`. */
const checkColumns: readonly TypedColumn[] = [
  { name: "name", sqlType: "varchar" },
  { name: "severity", sqlType: "varchar" },
  { name: "rows", sqlType: "bigint" },
  { name: "state", sqlType: "varchar" },
  { name: "question", sqlType: "varchar" },
];

/** What is told of a finished build. */
export interface RunInput extends Assembled {
  readonly meta: MetaInput;
  readonly fingerprint: string;
  readonly builtAt: Date;
}

/** Writes the tables of schema `meta` about the build itself: `models`, `checks` and `run`. */
export async function writeRun(connection: Connection, input: RunInput): Promise<void> {
  await connection.run(createTable("meta.models", modelColumns));
  const models = input.models.map(({ milliseconds, ...model }) => ({ ...model, duration_ms: milliseconds }));
  await insertRows(connection, "meta.models", modelColumns, models);
  await connection.run(createTable("meta.checks", checkColumns));
  await insertRows(connection, "meta.checks", checkColumns, input.checks);
  const builtAt = input.builtAt.toISOString().slice(0, 23).replace("T", " ");
  await connection.run(
    createTableAs(
      "meta.run",
      constantRow([
        { name: "built_at", sqlType: "timestamp", value: builtAt },
        { name: "as_of_date", sqlType: "date", value: input.meta.asOf },
        { name: "known_by", sqlType: "date", value: input.meta.knownBy },
        { name: "model_count", sqlType: "bigint", value: input.models.length },
        { name: "check_count", sqlType: "bigint", value: input.checks.length },
        {
          name: "warning_count",
          sqlType: "bigint",
          value: input.checks.filter(({ state }) => state === "warning").length,
        },
        { name: "fingerprint", sqlType: "varchar", value: input.fingerprint },
      ]),
    ),
  );
}
