import { describe, expect, it } from "vitest";
import { formats } from "../../dashboards/formats.ts";
import { by, dative, prepositional, times } from "../../dashboards/i18n/ru/words.ts";

const { month, monthRange } = formats("ru", "RUB");
const months = Array.from({ length: 12 }, (_, index) => month(`2025-${String(index + 1).padStart(2, "0")}-01`));
const firstWord = (text: string) => text.split(" ")[0];

describe("dative(period), prepositional(month)", () => {
  it("declines every month", () => {
    expect(months.map(dative).map(firstWord)).toEqual(
      "январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю".split(" "),
    );
    expect(months.map(prepositional).map(firstWord)).toEqual(
      "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(" "),
    );
  });

  it("declines months in ranges and quarters, and leaves shortened months and other words alone", () => {
    expect(dative(monthRange("2025-03-01", "2025-05-01"))).toBe("марту – маю 2025");
    expect(dative(monthRange("2025-01-01", "2025-10-01"))).toBe("янв. – окт. 2025");
    expect(dative("3-й кв. 2026")).toBe("3-му кв. 2026");
    expect(dative("прошлому месяцу")).toBe("прошлому месяцу");
  });
});

describe("times(written), by(dimension)", () => {
  it("counts times", () => {
    expect(["2", "5", "21", "2,4"].map(times)).toEqual(["раза", "раз", "раз", "раза"]);
  });

  it("names a dimension it knows, and one it does not", () => {
    expect([by("Регион"), by("Склад")]).toEqual([" по регионам", ": склад"]);
  });
});
