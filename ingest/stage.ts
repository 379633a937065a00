import { quoteName, quoteText } from "../warehouse/sql.ts";
import { entities } from "./contracts/entities.ts";
import type { InputColumn } from "./formats/reader.ts";
import { findColumn, knownNames } from "./header.ts";
import { planGate } from "./limits.ts";
import { listUnmapped } from "./partial.ts";
import type { Condition } from "./source.ts";
import { extraSql } from "./stage-extra.ts";
import { isAmong, planBad } from "./stage-faults.ts";
import { planValues, requireColumn, type StagedValue, type StageInput, trimSql } from "./stage-values.ts";
import { hasSignSql } from "./values/sign.ts";

/** How records become rows. */
export interface StagePlan {
  /**
   * A query of one row per record, converted, in the order of the file. Texts are kept for bad rows only, as a list that ends
   * with the row's own text.
   */
  readonly query: string;
  /** The same query over another relation of the same columns. */
  over(relation: string): string;
  readonly values: readonly StagedValue[];
}

/** Plans the conversion of the records of one load. */
export function planStage(input: StageInput): StagePlan {
  const { feed, records } = input;
  const values = planValues(input);
  const skip = feed.only.map((condition) => conditionSql(condition, requireColumn(records, condition.column)));
  const isWanted = skip.length === 0 ? "true" : skip.join(" and ");
  const isDeleted = deletionSql(input);
  const { doubted = [] } = records;
  const gates = [
    planGate(feed, records)?.sql ?? "true",
    ...(doubted.length === 0 ? [] : [`not ${isAmong(doubted, "ordinal")}`]),
  ];
  const texts = values.map(({ text }, index) => `${text} as t${index}`);
  const converted = values.map(({ value }, index) => `${value} as v${index}`);
  const bad = planBad(feed, values);
  const named = values.map(({ name }, index) => `v${index} as ${quoteName(name)}`);
  const unknown = feed.partial === true ? listUnmapped(feed, entities[feed.entity]) : [];
  const others = unknown.map(({ name, sqlType }) => `cast(null as ${sqlType}) as ${quoteName(name)}`);
  const extra = extraSql(input);
  const isNumbered = knownNames(feed).includes("$record") || doubted.length > 0;
  const over = (relation: string) => `select
    ${[...named, ...(feed.version === undefined ? ["cast(null as bigint) as _version"] : []), ...others].join(",\n    ")},
    _extra,
    not is_whole as _broken,
    not is_wanted as _skipped,${isDeleted === undefined ? "" : "\n    is_deleted as _deleted,"}
    _bad,
    case when _bad then [${[...values.map((_, index) => `t${index}`), records.rawText].join(", ")}] end as _texts
from (
    select *, is_wanted and (not is_whole or ${bad}) as _bad
    from (
    select *, ${converted.join(", ")}
    from (
        select
            *,
            ${texts.join(",\n            ")},
            ${extra} as _extra,
            coalesce(${gates.join(" and ")}, false) as is_whole,
            coalesce(${isWanted}, false) as is_wanted${isDeleted === undefined ? "" : `,\n            ${isDeleted} as is_deleted`}
        from ${isNumbered ? withOrdinal(relation) : relation}
    )
    )
)`;
  return { values, query: over(records.relation), over };
}

/** Keeps converted rows as `temp.staged`. */
export function stageSql({ query }: StagePlan): string {
  return `create or replace temp table staged as\n${query}`;
}

function conditionSql(condition: Condition, column: InputColumn): string {
  const text = `coalesce(${trimSql(column)}, '')`;
  const list = (words: readonly string[]) => words.map((word) => quoteText(word)).join(", ");
  if (condition.in !== undefined) return `${text} in (${list(condition.in)})`;
  if (condition.not_in !== undefined) return `${text} not in (${list(condition.not_in)})`;
  if (condition.sign !== undefined) return hasSignSql(text, condition.sign);
  return condition.empty ? `${text} = ''` : `${text} <> ''`;
}

/** SQL of whether a row deletes its key; undefined where the feed knows no such rows. */
function deletionSql({ feed, records }: StageInput): string | undefined {
  if (feed.deletes === undefined) return undefined;
  const column = findColumn(records.columns, feed.deletes.column);
  return column === undefined ? "false" : `coalesce(${conditionSql(feed.deletes, column)}, false)`;
}

function withOrdinal(relation: string): string {
  return `(select *, row_number() over () as ordinal from ${relation})`;
}
