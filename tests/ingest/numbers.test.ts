import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUnits } from "../../ingest/formats/text/totals.ts";
import { mapColumn, readAll } from "./values.ts";

const rub = "decimal: ',', group: ' ', negative: [trailing, parentheses], currencies: [₽, руб., RUB]";

const accepted: readonly (readonly [options: string, text: string, value: string])[] = [
  ["", "۱۲۳٫۵", "123.5000"],
  ["", "١٢٣٫٥", "123.5000"],
  ["", "１２３.５", "123.5000"],
  ["", "\u200e۱۲\u200f", "12.0000"],
  ["", "\u22125", "-5.0000"],
  ["", "1\u00ad2", "12.0000"],
  ["decimal: ','", "۱۲٫۵", "12.5000"],
  ["decimal: '٫', group: '٬'", "۱٬۲۳۴٫۵", "1234.5000"],
  ["group: ','", "۱٬۲۳۴", "1234.0000"],
  ["decimal: ',', group: ' '", "1\u00a0234\u00a0567,89", "1234567.8900"],
  [rub, "1 234,50", "1234.5000"],
  [rub, "-1 234,50", "-1234.5000"],
  [rub, "1 234,50-", "-1234.5000"],
  [rub, "1 234,50 -", "-1234.5000"],
  [rub, "(1 234,50)", "-1234.5000"],
  [rub, "( 5 )", "-5.0000"],
  [rub, "(0)", "0.0000"],
  [rub, "5 ₽", "5.0000"],
  [rub, "₽5", "5.0000"],
  [rub, "-5 ₽", "-5.0000"],
  [rub, "-₽ 5", "-5.0000"],
  [rub, "5\u00a0руб.", "5.0000"],
  [rub, "5 РУБ.", "5.0000"],
  [rub, "1 234,50- RUB", "-1234.5000"],
  [rub, "1 234,50 ₽-", "-1234.5000"],
  [rub, "₽ 5-", "-5.0000"],
  [rub, "(5 ₽)", "-5.0000"],
  [rub, "(5) ₽", "-5.0000"],
  [rub, "₽ (5)", "-5.0000"],
  [rub, "(₽ 5)", "-5.0000"],
  [rub, "۵ ₽", "5.0000"],
  ["negative: [trailing]", "5-", "-5.0000"],
  ["negative: [parentheses]", "(5.25)", "-5.2500"],
  ["currencies: [$]", "$5.25", "5.2500"],
  ["group: ','", "1,25,00,000.50", "12500000.5000"],
  ["group: ','", "-1,25,000", "-125000.0000"],
  ["negative: [trailing], negate: true", "5-", "5.0000"],
  ["percent: true, round: true", "1.235", "0.0124"],
  ["percent: true, round: true", "1.234999999999", "0.0123"],
];

const refused: readonly (readonly [options: string, text: string, rule: string])[] = [
  ["", "۱٬۲۳۴", "number"],
  ["group: ','", "۱٬۲۳", "number"],
  ["group: ','", "1,2,000", "number"],
  ["group: ','", "1,25,00", "number"],
  ["group: '.', decimal: ','", "1.25.000", "number"],
  ["", "5-", "number"],
  ["", "(5)", "number"],
  ["", "5 ₽", "number"],
  ["negative: [trailing]", "(5)", "number"],
  ["negative: [parentheses]", "5-", "number"],
  ["negative: [parentheses]", "(5", "number"],
  ["negative: [parentheses]", "(-5)", "number"],
  ["negative: [trailing]", "-5-", "number"],
  ["negative: [trailing]", "5--", "number"],
  [rub, "₽ 5 ₽", "number"],
  [rub, "(₽ 5 ₽)", "number"],
  [rub, "₽ (5) ₽", "number"],
  [rub, "5 $", "number"],
  [rub, "₽", "number"],
  [rub, "1₽2", "number"],
  [rub, "12 34,5 ₽", "number"],
  [rub, "1,23456 ₽", "scale"],
  [rub, "(100 000 000 000 000 000)", "range"],
];

describe("decimals by locale", () => {
  it.each(accepted)("{ %s } reads %j as %s", async (options, text, value) => {
    expect((await readAll("amount", options, [text]))[0]?.value).toBe(value);
  });

  it.each(refused)("{ %s } sets %j aside: %s", async (options, text, rule) => {
    expect((await readAll("amount", options, [text]))[0]).toMatchObject({ value: null, rule });
  });

  it("reads totals that are added up beside the engine by the same rules", () => {
    const isPlain = ([options]: readonly [string, ...unknown[]]) => !/negate|percent/.test(options);
    for (const [options, text, value] of accepted.filter(isPlain)) {
      const said = parseUnits(text, mapColumn("amount", options).locale);
      expect([options, text, said]).toEqual([options, text, BigInt(value.replace(".", "")) * 1_000_000n]);
    }
    for (const [options, text] of refused.filter(([, , rule]) => rule === "number"))
      expect([options, text, parseUnits(text, mapColumn("amount", options).locale)]).toEqual([
        options,
        text,
        undefined,
      ]);
  });

  const marks = fc.record({
    decimal: fc.constantFrom(".", ",", "٫"),
    group: fc.constantFrom("", " ", "'", "\u00a0", "٬"),
    digits: fc.constantFrom("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"),
    minus: fc.constantFrom("leading", "trailing", "parentheses"),
    currency: fc.constantFrom("", "₽", "so'm", "грн."),
  });

  it("reads what it writes, in any locale, and with another decimal mark nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        marks,
        fc.array(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), { minLength: 20 }),
        async (locale, units) => {
          const { decimal, group, digits, minus, currency } = locale;
          const write = (unit: number, mark: string) => {
            const whole = String(Math.floor(Math.abs(unit) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
            const plain = `${whole}${mark}${String(Math.abs(unit) % 100).padStart(2, "0")}`.replace(/\d/g, (one) =>
              digits.charAt(Number(one)),
            );
            const priced = currency === "" ? plain : `${plain} ${currency}`;
            if (unit >= 0) return priced;
            return minus === "leading" ? `-${priced}` : minus === "trailing" ? `${priced}-` : `(${priced})`;
          };
          const negative = minus === "leading" ? "[]" : `[${minus}]`;
          const options = `decimal: ${JSON.stringify(decimal)}, group: ${JSON.stringify(group)}, negative: ${negative}, currencies: ${currency === "" ? "[]" : JSON.stringify([currency])}`;
          const read = await readAll(
            "amount",
            options,
            units.map((unit) => write(unit, decimal)),
          );
          const expected = units.map((unit) => {
            const text = `${Math.floor(Math.abs(unit) / 100)}.${String(Math.abs(unit) % 100).padStart(2, "0")}00`;
            return unit < 0 ? `-${text}` : text;
          });
          expect(read.map(({ value }) => value)).toEqual(expected);
          const other = await readAll(
            "amount",
            options,
            units.map((unit) => write(unit, "/")),
          );
          expect(other.filter(({ value }) => value !== null)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("whole and floating-point numbers", () => {
  it.each([
    ["۹٫۵", "9.5"],
    ["(2.5)", "-2.5"],
    ["1e1", "10.0"],
  ])("read %j as %s", async (text, value) => {
    expect((await readAll("score", "negative: [parentheses]", [text]))[0]?.value).toBe(value);
  });
});
