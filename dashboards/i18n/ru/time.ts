import type { timeEn } from "../en/time.ts";
import { plural } from "../locales.ts";

/** Russian texts of days, weeks and quarters. */
export const timeRu: typeof timeEn = {
  time: {
    grain: "График по",
    grains: { day: "дням", week: "неделям", month: "месяцам", quarter: "кварталам" },
    points: { day: "День", week: "Неделя", quarter: "Квартал" },
    daysOfPoint: "Дни",

    week: (number, year) => `${number}-я нед. ${year}`,
    weekShort: (number, year) => `${number} нед. ${year}`,
    mayArrive: "ещё не пришедшие строки могут прийти позже",
    titles: {
      day: "Чистые продажи по дням",
      week: "Чистые продажи по неделям",
      quarter: "Чистые продажи по кварталам",
    },
    best: {
      day: (name, amount) => `Лучший день: ${name}, ${amount}`,
      week: (name, amount) => `Лучшая неделя: ${name}, ${amount}`,
    },
    planned: (reached, all, format) =>
      `План выполнен в ${format.integer(reached)} из ${format.integer(all)} ${plural("ru", all, { one: "квартала", other: "кварталов" })}`,
    subtitles: {
      day: (range) =>
        `Чистые продажи по дням, ${range}; планы составлены по месяцам; пустая точка — день ещё не закончен`,
      week: (range) =>
        `Чистые продажи по неделям, ${range}; планы составлены по месяцам; пустая точка — неделя ещё не закончена`,
      quarter: "Чистые продажи и план по кварталам финансового года; пустая точка — квартал ещё не закончен",
    },
  },
};
