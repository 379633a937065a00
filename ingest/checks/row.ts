import { quoteText } from "../../warehouse/sql.ts";
import type { Feed } from "../source.ts";
import { type Check, namesRead, todayName, writeExpression } from "./check.ts";

/** One value of a row as checks see it. */
export interface CheckedValue {
  readonly name: string;
  /** Its name for a person: that of the column, and of the export. */
  readonly shown: string;
  /** SQL of its text, and of the value made of it. */
  readonly text: string;
  readonly value: string;
}

/** Lists the checks by which rows of a feed are set aside. */
export function rejectingChecks({ checks }: Feed): readonly Check[] {
  return (checks ?? []).filter(({ of, severity }) => of === "row" && severity === "reject");
}

/**
 * Writes SQL of whether a row, or a file, meets a check: a condition that is null is met, as in SQL's own checks, and one
 * that cannot be evaluated is null.
 */
export function meetsSql(check: Check, feed: Feed, sqlOf: (name: string) => string | undefined): string {
  const written = writeExpression(check.sql, (name) =>
    name === todayName ? `date ${quoteText(feed.today ?? "")}` : sqlOf(name),
  );
  return `((${written}) is not false)`;
}

/** Writes SQL of whether a row with these values breaks a check. */
export function breaksSql(check: Check, feed: Feed, values: readonly CheckedValue[]): string {
  const writtenOf = (name: string) => {
    const found = values.find((value) => value.name === name);
    return found === undefined ? undefined : `(${found.value})`;
  };
  return `not coalesce(try(${meetsSql(check, feed, writtenOf)}), false)`;
}

/** Writes the fault of rows that break a check, whose columns could all be read. */
export function checkFaultSql(check: Check, feed: Feed, values: readonly CheckedValue[], place: number): string {
  const read = namesRead(
    check.sql,
    values.map(({ name }) => name),
  );
  const involved = read.flatMap((name) => values.find((value) => value.name === name) ?? []);
  const isRead = involved.map(({ text, value }) => `(${text} is null or (${value}) is not null)`);
  const told = involved.map(({ shown, text }) => `${quoteText(`${shown} `)} || ${shownText(text)}`);
  const texts = involved.map(({ text }) => text).join(", ");
  const value = involved.length === 0 ? "cast(null as varchar)" : `nullif(concat_ws(', ', ${texts}), '')`;
  const message = `concat_ws(', ', ${[...told, "cast(null as varchar)"].join(", ")}) || ${quoteText(`: ${describeCheck(check)}`)}`;
  const when = [...isRead, breaksSql(check, feed, values)].join(" and ");
  return `case when ${when} then {place: ${place}, rule: 'check', column_name: ${quoteText(read.join(", "))}, value: ${value}, message: ${message}} end`;
}

/** Says what a check asks for. */
export function describeCheck({ sql, message, unique }: Check): string {
  const shown = unique === undefined ? sql.replace(/\s+/g, " ").trim() : `unique ${unique.join(", ")}`;
  return message === undefined ? `does not meet ${shown}` : `${message} (${shown})`;
}

function shownText(text: string): string {
  return `coalesce('"' || left(${text}, 200) || '"', 'without a value')`;
}
