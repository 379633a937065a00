import type { timeEn } from "../en/time.ts";
import { plural } from "../locales.ts";

/** Ukrainian texts of days, weeks and quarters. */
export const timeUk: typeof timeEn = {
  time: {
    grain: "Графік за",
    grains: { day: "днями", week: "тижнями", month: "місяцями", quarter: "кварталами" },
    points: { day: "День", week: "Тиждень", quarter: "Квартал" },
    daysOfPoint: "Дні",

    week: (number, year) => `${number}-й тиж. ${year}`,
    weekShort: (number, year) => `${number} тиж. ${year}`,
    mayArrive: "позиції, яких ще немає, можуть надійти пізніше",
    titles: { day: "Чисті продажі за днями", week: "Чисті продажі за тижнями", quarter: "Чисті продажі за кварталами" },
    best: {
      day: (name, amount) => `Найкращий день: ${name}, ${amount}`,
      week: (name, amount) => `Найкращий тиждень: ${name}, ${amount}`,
    },
    planned: (reached, all, format) =>
      `План виконано у ${format.integer(reached)} з ${format.integer(all)} ${plural("uk", all, { one: "кварталу", other: "кварталів" })}`,
    subtitles: {
      day: (range) =>
        `Чисті продажі за днями, ${range}; плани складено за місяцями; порожня точка — день ще не завершився`,
      week: (range) =>
        `Чисті продажі за тижнями, ${range}; плани складено за місяцями; порожня точка — тиждень ще не завершився`,
      quarter: "Чисті продажі та план за кварталами фінансового року; порожня точка — квартал ще не завершився",
    },
  },
};
