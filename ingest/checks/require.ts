import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { exitCodes, OperatorError } from "../../warehouse/errors.ts";
import { findLine } from "../../warehouse/yaml.ts";
import type { Feed, Source } from "../source.ts";
import type { Check } from "./check.ts";
import { findCheckFault } from "./expression.ts";

/** A source, and the text it was read from. */
export interface WrittenSource {
  readonly source: Source;
  readonly yaml: string;
}

/**
 * Lets the engine judge the checks that sources write, by what expressions may do. Where no source writes any, no engine
 * is started; rules of entities are held by a test.
 * @throws OperatorError exit 2 naming file, line and path of the first that cannot be one.
 */
export async function requireChecks(written: readonly WrittenSource[]): Promise<void> {
  const some = written.filter(({ source }) => source.feeds.some(({ checks }) => checks?.some(isOwn)));
  if (some.length === 0) return;
  await withConnection({ attach: [], threads: 1 }, async (connection) => {
    for (const one of some)
      for (const [index, feed] of one.source.feeds.entries()) await requireFeed(connection, one, index, feed);
  });
}

async function requireFeed(connection: Connection, one: WrittenSource, index: number, feed: Feed): Promise<void> {
  const columns = feed.mappings.map(({ column }) => column);
  for (const [place, check] of (feed.checks ?? []).filter(isOwn).entries()) {
    const path = ["feeds", String(index), "checks", String(place)];
    if (check.unique !== undefined) {
      requireMapped(one, [...path, "unique"], check.unique, columns);
      continue;
    }
    const fault = await findCheckFault(connection, check, columns);
    if (fault !== undefined) throw checkError(one, [...path, "sql"], fault);
  }
}

function requireMapped(
  one: WrittenSource,
  path: readonly string[],
  names: readonly string[],
  columns: readonly { readonly name: string }[],
): void {
  const unknown = names.find((name) => !columns.some((column) => column.name === name));
  if (unknown !== undefined) throw checkError(one, path, `${unknown} is no column that the feed maps`);
}

function isOwn({ isOfEntity }: Check): boolean {
  return isOfEntity !== true;
}

function checkError({ source, yaml }: WrittenSource, path: readonly string[], fault: string): OperatorError {
  return new OperatorError(fault, {
    exitCode: exitCodes.usage,
    place: { file: source.file, line: findLine(yaml, path), path: path.join(".") },
    remedy:
      path.at(-1) === "unique"
        ? "List columns the feed maps, such as unique: [email]."
        : "Write one condition over columns the feed maps, such as amount >= 0 or status = 'cancelled'.",
  });
}
