import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainNumber } from "../../ingest/formats/xlsx/number.ts";
import { persianText, serialText } from "../../ingest/formats/xlsx/serial.ts";
import { builtInKind, formatKind, type NumberKind } from "../../ingest/formats/xlsx/styles.ts";

describe("plainNumber(stored)", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["007.50", "7.5"],
    ["1E-7", "0.0000001"],
    ["-1.5e3", "-1500"],
    ["1.0000000000000001E-5", "0.00001"],
    ["1234.5600000000002", "1234.56"],
    ["99.990000000000009", "99.99"],
    ["2.9999999999999996", "3"],
    ["98765432109.876007", "98765432109.876"],
    ["0.3333333333333333", "0.3333333333333333"],
    ["1234567890123.4567", "1234567890123.4567"],
    ["12345678901234567", "12345678901234567"],
    ["1e21", "1000000000000000000000"],
    ["abc", undefined],
    ["", undefined],
    [".", undefined],
  ])("writes %s as %s", (stored, gives) => {
    expect(plainNumber(stored)).toBe(gives);
  });

  it("gives every decimal of fifteen digits back, however a double is written", () => {
    const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat({ max: 6 }));
    fc.assert(
      fc.property(decimal, ([digits, scale]) => {
        const text = (Number(digits) / 10 ** scale).toFixed(scale);
        const plain = scale === 0 ? text : text.replace(/\.?0+$/, "");
        expect(plainNumber(Number(text).toPrecision(17))).toBe(plain);
        expect(plainNumber(text)).toBe(plain);
      }),
    );
  });
});

describe("serialText(stored, kind, is1904)", () => {
  it.each<readonly [string, NumberKind, boolean, string | undefined]>([
    ["1", "date", false, "1900-01-01"],
    ["59", "date", false, "1900-02-28"],
    ["61", "date", false, "1900-03-01"],
    ["0", "date", false, "1900-01-00"],
    ["0", "date", true, "1904-01-01"],
    ["2958465", "date", false, "9999-12-31"],
    ["2958466", "date", false, undefined],
    ["45351.999999999", "date", false, "2024-03-01"],
    ["45351.123456", "date", false, "2024-02-29T02:57:46.598"],
    ["45351.5", "time", false, "2024-02-29T12:00:00"],
    ["x", "date", false, undefined],
  ])("writes %s as a %s (1904: %s) as %s", (stored, kind, is1904, gives) => {
    expect(serialText(stored, kind, is1904)).toBe(gives);
  });
});

describe("persianText(iso)", () => {
  it.each([
    ["2024-03-20", "1403-01-01"],
    ["2024-05-01T13:45:00", "1403-02-12T13:45:00"],
    ["2025-03-20", "1403-12-30"],
    ["1900-02-29", "1900-02-29"],
    ["13:45:00", "13:45:00"],
  ])("writes %s as %s", (iso, gives) => {
    expect(persianText(iso)).toBe(gives);
  });
});

describe("formatKind(code)", () => {
  it.each<readonly [string, NumberKind]>([
    ["General", "number"],
    ["Standard", "number"],
    ["Основной", "number"],
    ["@", "number"],
    ["0.00E+00", "number"],
    ['#,##0.00\\ "руб."', "number"],
    ["[$USD-409] #,##0.00", "number"],
    ["USD #,##0.00", "number"],
    ["[Red]-#,##0;[Blue]0", "number"],
    ["0.0%", "percent"],
    ["dd/mm/yyyy", "date"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"],
    ["[$-fa-IR,16]yyyy/mm/dd;@", "date"],
    ["ДД.ММ.ГГГГ", "date"],
    ["mmm-yy", "date"],
    ["mmmm", "date"],
    ["d.m.yy h:mm", "date"],
    ['yyyy"年"m"月"', "date"],
    ["h:mm AM/PM", "time"],
    ["mm:ss.0", "time"],
    ["[h]:mm:ss", "elapsed"],
    ["[mm]:ss", "elapsed"],
  ])("takes %s for a %s", (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  it("knows the built-in dates", () => {
    expect([0, 2, 10, 14, 22, 20, 46, 30, 57, 49].map(builtInKind)).toEqual([
      "number",
      "number",
      "percent",
      "date",
      "date",
      "time",
      "elapsed",
      "date",
      "date",
      "number",
    ]);
  });
});
