import { quoteText } from "../warehouse/sql.ts";
import { breaksSql, type CheckedValue, checkFaultSql, rejectingChecks } from "./checks/row.ts";
import { entities } from "./contracts/entities.ts";
import { planGate } from "./limits.ts";
import type { Feed } from "./source.ts";
import type { StagedValue, StageInput } from "./stage-values.ts";

/** Plans whether a row is bad; one that deletes its key needs nothing but the key. */
export function planBad(feed: Feed, values: readonly StagedValue[]): string {
  const { deletes, entity } = feed;
  const key: readonly string[] = entities[entity].key;
  const all = values.map((value, index) => ({ isKey: key.includes(value.name), bad: badSql(value, index) }));
  const join = (parts: readonly string[]) => (parts.length === 0 ? "false" : parts.join(" or "));
  const checked = values.map((value, index) => ({ ...seenByCheck(value), value: `v${index}` }));
  const checks = rejectingChecks(feed).map((check) => breaksSql(check, feed, checked));
  if (deletes === undefined) return join([...all.flatMap(({ bad }) => bad), ...checks]);
  const ofKey = join(all.filter(({ isKey }) => isKey).flatMap(({ bad }) => bad));
  const ofOthers = join([...all.filter(({ isKey }) => !isKey).flatMap(({ bad }) => bad), ...checks]);
  return `(${ofKey}) or (not is_deleted and (${ofOthers}))`;
}

/** Plans `create temp table faulty`: the texts of bad rows; most files have none. */
export function planFaulty(values: readonly StagedValue[]): string {
  const texts = values.map((_, index) => `_texts[${index + 1}] as t${index}`);
  return `create or replace temp table faulty as
select
    rowid + 1 as record,
    _broken,
    ${texts.join(",\n    ")},
    _texts[${values.length + 1}] as raw_text
from temp.staged
where _bad`;
}

/** Plans a query of the faults of rows in `temp.faulty`: `record`, `error_number`, `rule`, `column_name`, `value`, `message`. */
export function planFaults({ feed, records }: StageInput, values: readonly StagedValue[]): string {
  const gate = planGate(feed, records);
  const { doubted = [] } = records;
  const whole = ({ rule, message }: { readonly rule: string; readonly message: string }) =>
    `{place: 0, rule: ${quoteText(rule)}, column_name: cast(null as varchar), value: cast(null as varchar), message: ${quoteText(message)}}`;
  const ofGate = whole(gate ?? { rule: "", message: "" });
  const inDoubt = doubted.length === 0 ? "" : `when _broken and ${isAmong(doubted, "record")} then ${whole(doubt)} `;
  const broken = `case ${inDoubt}when _broken then ${ofGate} end`;
  const found = values.flatMap((value, index) => faultSql(value, index));
  const checked = values.map((value, index) => ({ ...seenByCheck(value), text: `t${index}` }));
  const broke = rejectingChecks(feed).map((check, index) =>
    checkFaultSql(check, feed, checked, values.length + index + 1),
  );
  return `select record, row_number() over (partition by record order by fault.place) as error_number,
    fault.rule as rule, fault.column_name as column_name, fault.value as value, fault.message as message, raw_text
from (
    select record, raw_text, unnest([${[broken, ...found, ...broke].join(",\n        ")}]) as fault
    from temp.faulty
)
where fault is not null`;
}

const doubt = {
  rule: "quote_early",
  message:
    "its last quoted text may be closed too early: the line below that was set aside reads as the rest of this record",
};

/** SQL of whether a record is one of some, by its place. */
export function isAmong(ordinals: readonly number[], name: string): string {
  return `${name} in (${ordinals.join(", ")})`;
}

function badSql({ isRequired, faults }: StagedValue, index: number): readonly string[] {
  if (isRequired) return [`v${index} is null`];
  return faults.length === 0 ? [] : [`(t${index} is not null and v${index} is null)`];
}

function seenByCheck(staged: StagedValue): CheckedValue {
  const { name, text, value } = staged;
  return { name, shown: shownName(staged), text, value };
}

function shownName({ name, origin }: StagedValue): string {
  return name === origin || name === "_version" ? origin : `${name} (${origin})`;
}

function faultSql(value: StagedValue, index: number): readonly string[] {
  const { name, faults, isRequired } = value;
  const text = `t${index}`;
  const shown = shownName(value);
  const fault = (rule: string, message: string) =>
    `{place: ${index + 1}, rule: ${quoteText(rule)}, column_name: ${quoteText(name)}, value: ${text}, message: ${message}}`;
  const cases = faults.map(
    ({ rule, when, message }) =>
      `when ${text} is not null and (${value.value}) is null and (${when}) then ${fault(rule, `${quoteText(`${shown} "`)} || left(${text}, 200) || '" ' || ${message}`)}`,
  );
  const missing = isRequired
    ? [
        `when ${text} is null and (${value.value}) is null then ${fault("required", quoteText(`${shown} has no value`))}`,
      ]
    : [];
  const all = [...missing, ...cases];
  return all.length === 0 ? [] : [`case ${all.join(" ")} end`];
}
