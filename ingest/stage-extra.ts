import { quoteText } from "../warehouse/sql.ts";
import type { InputColumn } from "./formats/reader.ts";
import { findColumn, foldName, knownNames } from "./header.ts";
import type { Feed, Mapping } from "./source.ts";
import type { StageInput } from "./stage-values.ts";

/** Writes columns that no feed of the file maps as JSON text; null when they hold nothing. */
export function extraSql({ feed, siblings, records }: StageInput): string {
  const extras = feed.keepExtra ? findExtras(siblings, records.columns) : [];
  const rest = feed.keepExtra ? records.extra : undefined;
  if (extras.length === 0) return rest ?? "cast(null as varchar)";
  const pairs = extras.map(({ name, sql }) => `${quoteText(name)}, ${sql}`);
  if (rest !== undefined) return mergeExtra(rest, extras, pairs);
  return `case when coalesce(${extras.map(({ sql }) => sql).join(", ")}) is null then null else cast(json_object(${pairs.join(", ")}) as varchar) end`;
}

/** Adds texts that are kept beside their values to what the reader put aside. */
function mergeExtra(rest: string, extras: readonly InputColumn[], pairs: readonly string[]): string {
  const texts = extras.map(({ sql }) => sql).join(", ");
  const merged = `json_merge_patch(json_object(${pairs.join(", ")}), coalesce(${rest}, '{}'))`;
  return `case when coalesce(${texts}, ${rest}) is null then null else cast(${merged} as varchar) end`;
}

function namesOf({ origin }: Mapping): readonly string[] {
  return origin.kind === "value" ? [] : origin.names.map((name) => foldName(name).replace(/#1$/, ""));
}

function findExtras(siblings: readonly Feed[], columns: readonly InputColumn[]): readonly InputColumn[] {
  const mapped = new Set(
    siblings.flatMap((feed) => knownNames(feed)).flatMap((name) => findColumn(columns, name)?.name ?? []),
  );
  const kept = new Set(
    siblings.flatMap(({ mappings }) => mappings.filter(({ keepsText }) => keepsText).flatMap(namesOf)),
  );
  return columns.filter(({ name, isDerived }) => !isDerived && (!mapped.has(name) || kept.has(foldName(name))));
}
