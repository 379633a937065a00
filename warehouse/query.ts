import { type Connection, type Table, withConnection } from "./connection.ts";
import { exitCodes, messageOf, OperatorError } from "./errors.ts";
import type { Settings } from "./settings.ts";

/** Statements that read and nothing else; their first word, after comments. */
const reading = /^(?:select|with|from|values|describe|desc|show|summarize|explain)\b/i;

/**
 * Runs one reading statement on the published warehouse.
 *
 * The file is attached read-only; access to other files, extensions and settings is locked off first, so that a query
 * can neither change anything nor read outside the warehouse.
 * @throws OperatorError exit 2 for anything but one reading statement, and for SQL that does not run.
 */
export async function query(settings: Settings, sql: string): Promise<Table> {
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" as const }];
  return withConnection({ attach }, async (connection) => {
    await lockDown(connection);
    await requireReading(connection, sql);
    try {
      return await connection.table(sql);
    } catch (error) {
      throw queryError(messageOf(error), error);
    }
  });
}

async function lockDown(connection: Connection): Promise<void> {
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
}

/** Refuses what is not one reading statement: several run in one string (reliability.md §3). */
async function requireReading(connection: Connection, sql: string): Promise<void> {
  const text = withoutComments(sql);
  if (!reading.test(text)) {
    throw queryError(
      text === "" ? "there is no statement" : `only reading statements run here, not ${firstWord(text)}`,
    );
  }
  // `explain` and its like are not serialised; they are one statement when no semicolon is followed by more text.
  if (/^(?:select|with|from|values)\b/i.test(text)) await requireOneSelect(connection, sql);
  else if (/;\s*\S/.test(text)) throw queryError("one statement at a time");
}

async function requireOneSelect(connection: Connection, sql: string): Promise<void> {
  const row = await connection.row<{ tree: string }>("select json_serialize_sql(cast($1 as varchar)) as tree", [sql]);
  const tree: { error?: boolean; error_message?: string; statements?: readonly unknown[] } = JSON.parse(
    row?.tree ?? "{}",
  );
  if (tree.error === true) throw queryError(tree.error_message ?? "not valid SQL");
  if (tree.statements?.length !== 1) throw queryError("one statement at a time");
}

function withoutComments(sql: string): string {
  return sql.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, "").trim();
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0].toLowerCase() ?? text;
}

function queryError(message: string, cause?: unknown): OperatorError {
  return new OperatorError(message, {
    exitCode: exitCodes.usage,
    place: { path: "query" },
    remedy: "Write one select over relations of staging, marts, metrics or meta: select * from meta.models.",
    cause,
  });
}
