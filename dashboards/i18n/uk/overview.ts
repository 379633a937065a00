import type { Formats } from "../../formats.ts";
import type { overviewEn } from "../en/overview.ts";
import { plural } from "../locales.ts";
import { by, rows } from "./words.ts";

/** Ukrainian texts of the page overview. */
export const overviewUk: typeof overviewEn = {
  overview: {
    net: (amount: string, range: string) => `Чисті продажі за ${range}: ${amount}`,
    change: (size: string, change: number, range: string) =>
      `на ${size} ${change < 0 ? "менше" : "більше"}, ніж за ${range}`,
    plan: (share: string) => `${share} плану`,
    best: (name: string, amount: string) => `Найбільше зростання за регіонами: ${name} (${amount}).`,
    worst: (name: string, amount: string) => `Найбільше падіння: ${name} (${amount}).`,
    averageOrder: (amount: string) => `середнє замовлення ${amount}`,
    gained: (fresh: string, back: string) => `нових ${fresh}, повернулося ${back}`,
    ofReceivables: (share: string) => `${share} заборгованості`,
    wave: (name: string, range: string) => `${name} · ${range}`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `План виконано у ${format.integer(reached)} з ${format.integer(all)} ${plural("uk", all, { one: "місяця", other: "місяців" })}`,
    trendTitle: "Чисті продажі за місяцями",
    trendSubtitle: "Чисті продажі та план за місяцями",
    trendOpen: "порожня точка — місяць ще не завершився",
    changeTitle: (total: string, name: string, part: string) =>
      `Продажі змінилися на ${total}, найбільше — ${name} (${part})`,
    changeNone: "Немає попереднього періоду для порівняння",
    changeSubtitle: (dimension: string) => `Внесок у зміну чистих продажів${by(dimension)}`,
    planGapTitle: (total: string, name: string, part: string) =>
      `Відхилення від плану ${total}, найбільше — ${name} (${part})`,
    planGapNone: "План так не поділено, тож про його частини сказати нічого.",
    planGapSubtitle: (dimension: string) => `Чисті продажі мінус план${by(dimension)}`,
  },
  attention: {
    title: "На що звернути увагу",
    subtitle: "Показники, що не досягли цілі за період",
    none: "Усі показники досягли цілі.",
    unknown: "Порівняти з цілями нічого: за цей період немає ні плану, ні доставок, ні скарг.",
    plan: (region: string, share: string, gap: string) => `${region}: ${share} плану, бракує ${gap}`,
    delivery: (onTime: string, target: string, otif: string, otifTarget: string) =>
      `Вчасно доставлено ${onTime} позицій замовлень (ціль ${target}), вчасно й повністю, OTIF, — ${otif} (ціль ${otifTarget})`,
    complaints: (value: string, target: string) => `Скарг на 100 замовлень: ${value}; ціль — не більше ніж ${target}`,
    check: (name: string, value: number, format: Formats) =>
      `Перевірка даних «${name}» виявила ${format.integer(value)} ${rows(value)}`,
  },
};
