import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../ingest/source.ts";
import { readAll } from "./values.ts";

describe("ids", () => {
  it.each([
    ["", '="00123"', "00123"],
    ["", "'00123", "00123"],
    ["", "'tHooft", "'tHooft"],
    ["", "۰۰۱۲۳", "00123"],
    ["", "\u200e123\u200f", "123"],
    ["", "Ж-12", "Ж-12"],
    ["pad: 9", "123", "000000123"],
    ["pad: 9", '="123"', "000000123"],
    ["pad: 9", "۱۲۳", "000000123"],
    ["pad: 3", "1234", "1234"],
    ["pad: 9", "A-1", "A-1"],
  ])("{ %s } reads %j as %s", async (options, text, value) => {
    expect((await readAll("tax", options, [text]))[0]?.value).toBe(value);
  });

  it.each(["7,70123E+11", "7.7E+11", "7E+11"])("say that %s lost its digits", async (text) => {
    expect((await readAll("tax", "pad: 9", [text]))[0]).toMatchObject({ value: null, rule: "id_scientific" });
  });
});

/** Check digits computed the long way, from the published rules. */
const control = {
  inn10: (d: readonly number[]) => (dot(d, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10,
  iran: (d: readonly number[]) => {
    const rest = dot(d, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return rest < 2 ? rest : 11 - rest;
  },
  edrpou: (d: readonly number[]) => {
    const number = Number(d.join("")) * 10;
    const weights = number >= 30_000_000 && number <= 60_000_000 ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
    const first = dot(d, weights) % 11;
    return first < 10
      ? first
      : (dot(
          d,
          weights.map((weight) => weight + 2),
        ) %
          11) %
          10;
  },
};

function dot(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0);
}

const known = [
  ["inn", "7707083893", true],
  ["inn", "7736050003", true],
  ["inn", "500100732259", true],
  ["inn", "7707083894", false],
  ["inn", "500100732258", false],
  ["inn", "770708389", false],
  ["inn", "0000000000", false],
  ["bin", "971240001315", true],
  ["bin", "971240001316", false],
  ["bin", "111111111111", false],
  ["edrpou", "00032129", true],
  ["edrpou", "14360570", true],
  ["edrpou", "14360571", false],
  ["ir_national_id", "0499370899", true],
  ["ir_national_id", "0790419904", true],
  ["ir_national_id", "0684159415", false],
  ["ir_national_id", "1111111111", false],
] as const;

describe("tax ids", () => {
  it.each(known)("check: %s of %s is %s", async (check, text, isValid) => {
    const [read] = await readAll("tax", `check: ${check}`, [text]);
    expect(read).toMatchObject(isValid ? { value: text } : { value: null, rule: "tax_id" });
  });

  it.each([
    ["inn", 9, control.inn10],
    ["ir_national_id", 9, control.iran],
    ["edrpou", 7, control.edrpou],
  ] as const)(
    "check: %s takes one last digit of ten",
    async (check, length, find) => {
      const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
      await fc.assert(
        fc.asyncProperty(fc.array(digits, { minLength: 20, maxLength: 20 }), async (bodies) => {
          const mixed = bodies.filter((body) => new Set(body).size > 1);
          const texts = mixed.flatMap((body) => Array.from({ length: 10 }, (_, last) => [...body, last].join("")));
          const read = await readAll("tax", `check: ${check}`, texts);
          const accepted = read.flatMap(({ value }) => (value === null ? [] : [value]));
          expect(accepted).toEqual(mixed.map((body) => [...body, find(body)].join("")));
        }),
        { numRuns: 10 },
      );
    },
    30_000,
  );

  it("takes any of several checks, after guards, padding and digits of other scripts", async () => {
    const read = await readAll("tax", "check: [inn, ir_national_id], pad: 10", [
      '="7707083893"',
      "۴۹۹۳۷۰۸۹۹",
      "x",
      "1E+09",
    ]);
    expect(read.map(({ value, rule }) => value ?? rule)).toEqual([
      "7707083893",
      "0499370899",
      "tax_id",
      "id_scientific",
    ]);
  });
});

describe("keys of a column that do not fit it", () => {
  const source = (columns: string, more = "") =>
    `source: erp\ntitle: E\nfeeds:\n  - { entity: clients, match: x, mode: upsert, ${more}columns: { client_id: { from: A }, ${columns} } }\n`;

  it.each([
    ["name: { from: N, invalid: 'null' }", "", /must have a value/],
    ["name: { from: N }, phone: { from: P, invalid: 'null' }", "keep_extra: false, ", /would be lost/],
    ["name: { from: N, pad: 5 }", "", /not an id/],
    ["name: { from: N }, birth_date: { from: B, check: inn }", "", /not text/],
    ["name: { from: N }, email: { from: E, check: [inn, email] }", "", /stands alone/],
  ])("%s is refused", (columns, more, says) => {
    expect(() => parseSource(source(columns, more), "x.yaml")).toThrow(says);
  });
});
