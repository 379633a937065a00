import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeLimits, mayBeChance } from "../../dashboards/change-limits.ts";
import { chainSteps } from "../../dashboards/charts/bars.ts";
import { wrapLabel } from "../../dashboards/charts/base.ts";
import { judgeChange } from "../../dashboards/components/kpi.ts";
import { withCommonFilters } from "../../dashboards/components/state.ts";
import { filterRows, foldBetween } from "../../dashboards/figures.ts";
import { holdsWord } from "../../dashboards/pages/satisfaction-data.ts";
import { attainmentOf } from "../../dashboards/plan.ts";
import { listWords } from "../../transforms/words/words.ts";

describe("attainmentOf(rows)", () => {
  it("divides sums, and leaves out months without a plan", () => {
    const row = (month: string, plan: number | null, actual: number) => ({
      month,
      plan_amount: plan,
      actual_amount: actual,
    });
    const rows = [
      row("2026-01", 100, 50),
      row("2026-01", null, 25),
      row("2026-02", 300, 300),
      row("2026-03", null, 999),
    ];
    expect(attainmentOf(rows)).toEqual({ plan: 400, actual: 375, gap: -25, rate: 0.9375, months: 2 });
    expect(attainmentOf([row("2026-03", null, 5)])).toBeUndefined();
  });
});

describe("filterRows(rows, filter)", () => {
  it("keeps the rows of all values chosen; an empty choice keeps all", () => {
    const rows = ["aa", "ab", "ba"].map(([region = "", direction = ""]) => ({ region, direction }));
    expect(filterRows(rows, { region: "", direction: "" })).toEqual(rows);
    expect(filterRows(rows, { region: "a", direction: "" })).toEqual(rows.slice(0, 2));
    expect(filterRows(rows, { region: "a", direction: "b" })).toEqual(rows.slice(1, 2));
  });
});

describe("holdsWord(text, word)", () => {
  it("finds every word the models cut out of a text, and no part of one", () => {
    const piece = fc.constantFrom(
      "Срок",
      "е",
      "́",
      "don't",
      "-",
      "’",
      " ",
      "7",
      "می",
      "\u200c",
      "خواهم",
      "Ol",
      "ʻ",
      ".",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(listWords(text).filter((word) => !holdsWord(text, word))).toEqual([]);
      }),
    );
    expect(holdsWord("Срок сорван", "срок")).toBe(true);
    expect(holdsWord("Сроки сорваны", "срок")).toBe(false);
  });
});

describe("foldBetween(rows, first, last)", () => {
  it("keeps every row in its order, and puts together only what is more than one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 12 }), fc.nat(5), fc.nat(5), (rows, first, last) => {
        const folds = foldBetween(rows, first, last);
        expect(folds.flatMap((fold) => fold.rows)).toEqual(rows);
        const between = rows.length - first - last;
        expect(folds.flatMap((fold) => (fold.only === undefined ? [fold.rows.length] : []))).toEqual(
          between > 1 ? [between] : [],
        );
      }),
    );
  });
});

describe("judgeChange(kpi)", () => {
  it("knows up, down, and too little to speak of", () => {
    const judge = (
      value: number | null,
      before: number | null | undefined,
      kind: "amount" | "share" | "rate" = "amount",
    ) => judgeChange({ value, before, kind, better: "more" });
    expect([judge(110, 100), judge(90, 100), judge(100.4, 100)]).toEqual(["up", "down", "flat"]);
    expect([judge(0.9, 0.8, "share"), judge(0.8005, 0.8, "share")]).toEqual(["up", "flat"]);
    expect([judge(32.8, 32.7, "rate"), judge(33, 32.7, "rate"), judge(2.1, 2, "rate")]).toEqual(["flat", "up", "up"]);
    expect([judge(1, undefined), judge(null, 1), judge(5, 0), judge(-90, -100)]).toEqual([
      undefined,
      undefined,
      "up",
      "up",
    ]);
  });
});

describe("withCommonFilters(href, search)", () => {
  it("carries the filters all pages share, and no others", () => {
    expect(withCommonFilters("./sales?old=1", "?region=A%26B&class=key&period=12m")).toBe(
      "./sales?region=A%26B&period=12m",
    );
    expect(withCommonFilters("./sales?region=A", "")).toBe("./sales");
  });
});

describe("wrapLabel(label, room)", () => {
  it("keeps something of both names a plus joins, where there is no room for them", () => {
    expect(wrapLabel("Дрель ударная Стандарт + Набор ключей малый", 110)).toBe("Дрель ударная…\n+ Набор ключе…");
    expect(wrapLabel("Дрель ударная Стандарт профессиональная", 110)).toBe("Дрель ударная\nСтандарт проф…");
  });
});

describe("chainSteps(steps)", () => {
  it("begins each step where the one before it ends, and what they lead to at zero", () => {
    const step = (label: string, value: number, isWhole = false) => ({ label, value, text: "", isWhole });
    const bars = chainSteps([step("list", 100), step("discount", -30), step("goods", -50), step("profit", 20, true)]);
    expect(bars.map(({ label, from, value }) => [label, from, value])).toEqual([
      ["list", 0, 100],
      ["discount", 100, -30],
      ["goods", 70, -50],
      ["profit", 0, 20],
    ]);
  });
});

describe("changeLimits(now, before)", () => {
  const before = { value: 40, lower: 28, upper: 50 };

  it("reaches further than either sample, and is not symmetric where they are not", () => {
    const now = { value: 30, lower: 25, upper: 39 };
    const [lower, upper] = changeLimits(now, before);
    expect([lower, upper].map((limit) => Math.round(limit * 100) / 100)).toEqual([-21.18, 5]);
    expect(mayBeChance([lower, upper])).toBe(true);
  });

  it("tells a change beyond chance, in either direction", () => {
    expect(mayBeChance(changeLimits({ value: 5, lower: 0, upper: 10 }, before))).toBe(false);
    expect(mayBeChance(changeLimits({ value: 70, lower: 62, upper: 78 }, before))).toBe(false);
  });
});
