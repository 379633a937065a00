import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../ingest/discover.ts";
import { foldName, nameCells, nearest } from "../../ingest/header.ts";
import { parseSource, sourceJsonSchema } from "../../ingest/source.ts";
import { checkDateFormat, findAmbiguous } from "../../ingest/values/date-format.ts";

const source = (columns: string, more = "") => `source: erp
title: ERP
feeds:
  - entity: clients
    match: "*.csv"
    mode: upsert
${more}    columns:
      client_id: { from: Номер }
${columns}`;

describe("parseSource(yaml, file)", () => {
  it.each([
    {
      fault: "a column the contract lacks",
      yaml: source("      nam: { from: N }\n"),
      line: 9,
      says: /clients has no column nam/,
    },
    { fault: "a required column not mapped", yaml: source(""), line: 8, says: /required column name of clients/ },
    {
      fault: "an unknown key",
      yaml: source("      name: { frm: N }\n"),
      line: 9,
      says: /either `from` or `value`|unknown key frm/,
    },
    { fault: "both from and value", yaml: source("      name: { from: N, value: x }\n"), line: 9, says: /either/ },
    {
      fault: "a date format of unknown letters",
      yaml: source("      name: { from: N }\n      birth_date: { from: B, dates: [YYYY-MM-dd] }\n"),
      line: 10,
      says: /Y is no part of a date/,
    },
    {
      fault: "an unknown encoding",
      yaml: source("      name: { from: N }\n", "    encoding: klingon\n"),
      line: 7,
      says: /not an encoding/,
    },
    {
      fault: "a version type without a version",
      yaml: source("      name: { from: N }\n", "    version_type: date\n"),
      line: 7,
      says: /needs `version`/,
    },
  ])("refuses $fault, naming its line", ({ yaml, line, says }) => {
    expect(() => parseSource(yaml, "erp.yaml")).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: expect.stringMatching(says),
        place: expect.objectContaining({ line }),
      }),
    );
  });

  it("prefixes keys and references, and no other ids", () => {
    const yaml = source(
      "      name: { from: N }\n      tax_id: { from: T }\n      manager_id: { from: M, namespace: crm }\n",
    );
    const prefixes = parseSource(yaml, "erp.yaml").feeds[0]?.mappings.map(({ column, prefix }) => [
      column.name,
      prefix,
    ]);
    expect(prefixes).toEqual([
      ["client_id", "erp:"],
      ["name", ""],
      ["tax_id", ""],
      ["manager_id", "crm:"],
    ]);
  });

  it("lets a column override its feed and a feed its source", () => {
    const yaml = `source: erp
title: ERP
locale: { decimal: ",", nulls: ["-"] }
feeds:
  - entity: clients
    match: x
    mode: upsert
    locale: { dates: [dd.MM.yyyy] }
    columns:
      client_id: { from: A, nulls: ["NULL"] }
      name: { from: B }
`;
    const locales = parseSource(yaml, "erp.yaml").feeds[0]?.mappings.map(({ locale }) => [
      locale.decimal,
      locale.dates,
      locale.nulls,
    ]);
    expect(locales).toEqual([
      [",", ["dd.MM.yyyy"], ["NULL"]],
      [",", ["dd.MM.yyyy"], ["-"]],
    ]);
  });
});

describe("parseSource(yaml, file): what values must be", () => {
  it.each([
    ["birth_date: { from: B, range: [1, 2] }", /birth_date is date: its range has other ends/],
    ["birth_date: { from: B, range: [null, null] }", /give at least one end/],
    ['phone: { from: P, matches: "(?=7)[0-9]+" }', /\(\?= is not known/],
    ['phone: { from: P, matches: "([0-9]" }', /Unterminated group/],
    ["phone: { from: P, required: true, optional: true }", /`required` and `optional` contradict/],
  ])("refuses %s", (column, message) => {
    expect(() => parseSource(source(`      name: { from: N }\n      ${column}\n`), "erp.yaml")).toThrow(message);
  });
});

describe("sourceJsonSchema()", () => {
  it("names the entities and modes there are", () => {
    const text = JSON.stringify(sourceJsonSchema());
    for (const word of ["order_lines", "snapshot", "max_closed_share"]) expect(text).toContain(word);
  });
});

describe("matchesGlob(glob, name)", () => {
  it.each([
    ["orders*.csv", "orders-2025.CSV", true],
    ["orders*.csv", "x/orders.csv", false],
    ["**/orders.csv", "a/b/orders.csv", true],
    ["**/orders.csv", "orders.csv", true],
    ["2025/*.csv", "2025/a.csv", true],
    ["o?.csv", "o1.csv", true],
    ["o.csv", "oxcsv", false],
    ["заказы*.csv", "Заказы (1).csv", true],
  ])("%s and %s: %s", (glob, name, fits) => {
    expect(matchesGlob(glob, name)).toBe(fits);
  });
});

describe("names of columns", () => {
  it("compare without case, width and extra spaces", () => {
    expect(foldName("  Сумма\u00a0  с НДС ")).toBe(foldName("сумма с ндс"));
    expect(foldName("Ｎumber")).toBe("number");
  });

  it("get a number when they stand twice", () => {
    expect(nameCells(["a", "A", "", "b"])).toEqual(["a", "A#2", "column 3", "b"]);
  });

  it("know the nearest of others", () => {
    expect(nearest("Сумма", ["Дата", "Сумма с НДС"])).toBe("Сумма с НДС");
    expect(nearest("Сумма", ["Дата"])).toBeUndefined();
  });
});

describe("checkDateFormat(format)", () => {
  it.each(["yyyy-MM-dd", "dd.MM.yy", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "yyyy-MM", "M/d/yyyy h:mm a"])(
    "accepts %s",
    (format) => {
      expect(checkDateFormat(format)).toBeUndefined();
    },
  );

  it.each([
    "DD.MM.yyyy",
    "dd.MM",
    "yyyy-MM-ddTHH:mm",
    "yyyy-MM-yy",
    "yyyy-MM-'dd",
    "M/d/yyyy h:mm",
    "M/d/yyyy HH:mm a",
  ])("refuses %s", (format) => {
    expect(checkDateFormat(format)).toMatch(/./);
  });
});

describe("findAmbiguous(formats)", () => {
  it.each([
    [
      ["dd/MM/yyyy", "MM/dd/yyyy"],
      ["dd/MM/yyyy", "MM/dd/yyyy"],
    ],
    [
      ["yyyy-MM-dd", "d.M.yyyy", "MM.dd.yyyy"],
      ["d.M.yyyy", "MM.dd.yyyy"],
    ],
    [["MM/dd/yyyy", "MM-dd-yy"], undefined],
    [["dd.MM.yyyy", "d.M.yyyy"], undefined],
  ])("in %j finds %j", (formats, pair) => {
    expect(findAmbiguous(formats)).toEqual(pair);
  });

  it("is refused in a source", () => {
    const yaml = source("      name: { from: N }\n      birth_date: { from: B, dates: [dd/MM/yyyy, MM/dd/yyyy] }\n");
    expect(() => parseSource(yaml, "erp.yaml")).toThrow(/list only one of them/);
  });
});
