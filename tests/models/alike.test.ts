import { beforeAll, describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { asOf } from "./odd-company.ts";
import { makeOdderCompany, type Odd } from "./odd-details.ts";
import { rawOf } from "./odd-raw.ts";
import { withWarehouse } from "./warehouse.ts";

type Relation = keyof typeof contracts;
/** Values of each column of each relation, sorted: an answer whatever the order of rows. */
type Answers = ReadonlyMap<string, readonly (string | null)[]>;

const relations = (Object.keys(contracts) as Relation[]).filter((name) => !name.startsWith("staging."));
const zone = "America/St_Johns";
const [years, times] = [28, 1000];

/** Columns that tell a year by its number, where a row came from, or which settings and models made it. */
const isDated = /(^|_)year(_number)?$|^_|^model_version$/;

/** The logistic baseline of churn rests on ln(1 + spend) (models.md §3c), which knows how large a unit of money is. */
const isLogistic = /^metrics\.churn_(baseline_fits|training|score)|logistic|^metrics\.churn_(ranking|errors|backtest)/;

describe("all models of an odd company", () => {
  // In one currency, so that no amount is rounded where it is converted.
  const company = changeValues(makeOdderCompany(77), (name, value) => (name === "currency" ? null : value));
  let plain: Answers = new Map();

  beforeAll(async () => {
    plain = await answer(company, asOf);
  }, 300_000);

  it("say the same of rows in any order, and as much later as the calendar takes to repeat", {
    timeout: 300_000,
  }, async () => {
    const later = changeValues(reverseRows(company), (_, value) =>
      typeof value === "string" ? shiftDay(value) : value,
    );
    const found = await answer(later, shiftDay(asOf));
    expect(listChanges(plain, found, (name, value) => (isDated.test(name) ? "" : unshift(value)))).toEqual([]);
  });

  it("count alike, and tell the same shares, where every amount is a thousandfold", { timeout: 300_000 }, async () => {
    const dearer = changeValues(company, (name, value) =>
      name.endsWith("amount") && typeof value === "number" ? value * times : value,
    );
    const found = await answer(dearer, asOf);
    const compared = (answers: Answers) =>
      new Map([...answers].filter(([name]) => isCount(name) && !isLogistic.test(name)));
    expect(listChanges(compared(plain), compared(found), (_, value) => value)).toEqual([]);
  });
});

/** Builds everything and reads it, column by column. */
async function answer(company: Odd, day: string): Promise<Answers> {
  const settings = { clients: { matching: false }, time_zone: zone };
  return withWarehouse({ asOf: day, raw: rawOf(company, zone), relations, settings }, async ({ connection }) => {
    const answers = new Map<string, readonly (string | null)[]>();
    for (const relation of relations)
      for (const { name } of listColumns(contracts[relation])) {
        const rows = await connection.rows<{ value: string | null }>(
          `select cast(${name} as varchar) as value from ${relation} order by 1`,
        );
        answers.set(
          `${relation}.${name}`,
          rows.map(({ value }) => value),
        );
      }
    return answers;
  });
}

/** Names the columns whose values differ, numbers by more than the last digits. */
function listChanges(
  before: Answers,
  after: Answers,
  read: (name: string, value: string) => string,
): readonly string[] {
  return [...before].flatMap(([name, values]) => {
    const column = name.split(".").at(-1) ?? "";
    const others = (after.get(name) ?? []).map((value) => (value === null ? null : read(column, value))).sort();
    const own = values
      .map((value) => (value === null ? null : isDated.test(column) ? read(column, value) : value))
      .sort();
    const differs = own.length !== others.length || own.some((value, index) => !isAlike(value, others[index] ?? null));
    return differs ? [name] : [];
  });
}

function isAlike(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === "" || b === "") return false;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x));
}

/** Is it a count, a flag or a share, which an amount a thousandfold leaves as it is? */
function isCount(name: string): boolean {
  const [schema, relation, column] = name.split(".");
  const found = listColumns(contracts[`${schema}.${relation}` as Relation]).find((one) => one.name === column);
  return found?.sqlType === "boolean" || found?.sqlType === "bigint" || /^share 0\.\.1/.test(found?.unit ?? "");
}

function reverseRows(company: Odd): Odd {
  return Object.fromEntries(
    Object.entries(company).map(([entity, rows]) => [entity, [...rows].reverse()]),
  ) as unknown as Odd;
}

function changeValues(company: Odd, change: (name: string, value: unknown) => unknown): Odd {
  const changeRow = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(name, value)]));
  return Object.fromEntries(
    Object.entries(company).map(([entity, rows]) => [entity, (rows as readonly object[]).map(changeRow)]),
  ) as unknown as Odd;
}

function shiftDay(text: string): string {
  return text.replace(/^(20\d\d)(-\d\d-\d\d)/, (_, year, rest) => `${Number(year) + years}${rest}`);
}

function unshift(text: string): string {
  return text.replace(/\b(\d{4})(-\d\d-\d\d)/g, (_, year, rest) => `${Number(year) - years}${rest}`);
}
