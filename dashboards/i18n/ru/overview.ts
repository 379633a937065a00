import type { Formats } from "../../formats.ts";
import type { overviewEn } from "../en/overview.ts";
import { plural } from "../locales.ts";
import { by, rowsFound } from "./words.ts";

/** Russian texts of the page overview. */
export const overviewRu: typeof overviewEn = {
  overview: {
    net: (amount: string, range: string) => `Чистые продажи за ${range}: ${amount}`,
    change: (size: string, change: number, range: string) =>
      `на ${size} ${change < 0 ? "меньше" : "больше"}, чем за ${range}`,
    plan: (share: string) => `${share} плана`,
    best: (name: string, amount: string) => `Больше всех прибавил регион ${name} (${amount}).`,
    worst: (name: string, amount: string) => `Больше всех потерял регион ${name} (${amount}).`,
    averageOrder: (amount: string) => `средний заказ ${amount}`,
    gained: (fresh: string, back: string) => `новых ${fresh}, вернулось ${back}`,
    ofReceivables: (share: string) => `${share} задолженности`,
    wave: (name: string, range: string) => `${name} · ${range}`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `План выполнен в ${format.integer(reached)} из ${format.integer(all)} ${plural("ru", all, { one: "месяца", other: "месяцев" })}`,
    trendTitle: "Чистые продажи по месяцам",
    trendSubtitle: "Чистые продажи и план по месяцам",
    trendOpen: "пустая точка — месяц ещё не закончен",
    changeTitle: (total: string, name: string, part: string) =>
      `Продажи изменились на ${total}, больше всего — ${name} (${part})`,
    changeNone: "Нет прошлого периода для сравнения",
    changeSubtitle: (dimension: string) => `Вклад в изменение чистых продаж${by(dimension)}`,
    planGapTitle: (total: string, name: string, part: string) =>
      `Отклонение от плана ${total}, больше всего — ${name} (${part})`,
    planGapNone: "План так не разделён, поэтому о его частях сказать нечего.",
    planGapSubtitle: (dimension: string) => `Чистые продажи за вычетом плана${by(dimension)}`,
  },
  attention: {
    title: "На что обратить внимание",
    subtitle: "Показатели, не достигшие цели за период",
    none: "Все показатели достигли цели.",
    unknown: "Сравнить с целями нечего: за этот период нет ни плана, ни доставок, ни жалоб.",
    plan: (region: string, share: string, gap: string) => `${region}: ${share} плана, не хватает ${gap}`,
    delivery: (onTime: string, target: string, otif: string, otifTarget: string) =>
      `В срок — ${onTime} строк заказов (цель ${target}), в срок и полностью, OTIF, — ${otif} (цель ${otifTarget})`,
    complaints: (value: string, target: string) => `Жалоб на 100 заказов: ${value}; цель — не более ${target}`,
    check: (name: string, value: number, format: Formats) =>
      `Проверка данных «${name}» нашла ${format.integer(value)} ${rowsFound(value)}`,
  },
};
