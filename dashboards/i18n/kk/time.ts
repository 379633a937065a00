import type { timeEn } from "../en/time.ts";

/** Kazakh texts of days, weeks and quarters. */
export const timeKk: typeof timeEn = {
  time: {
    grain: "Графиктің қадамы",
    grains: { day: "Күн", week: "Апта", month: "Ай", quarter: "Тоқсан" },
    points: { day: "Күн", week: "Апта", quarter: "Тоқсан" },
    daysOfPoint: "Күндері",

    week: (number, year) => `${year} ж. ${number}-апта`,
    weekShort: (number, year) => `${number}-апта ${year}`,
    mayArrive: "әлі келмеген позициялар кейін жетуі мүмкін",
    titles: {
      day: "Күндер бойынша таза сатылым",
      week: "Апталар бойынша таза сатылым",
      quarter: "Тоқсандар бойынша таза сатылым",
    },
    best: {
      day: (name, amount) => `Ең жақсы күн: ${name}, ${amount}`,
      week: (name, amount) => `Ең жақсы апта: ${name}, ${amount}`,
    },
    planned: (reached, all, format) =>
      `Жоспар ${format.integer(all)} тоқсанның ішінде ${format.integer(reached)} тоқсанда орындалды`,
    subtitles: {
      day: (range) =>
        `Күндер бойынша таза сатылым, ${range}; жоспарлар айлар бойынша жасалған; іші бос нүкте — аяқталмаған күн`,
      week: (range) =>
        `Апталар бойынша таза сатылым, ${range}; жоспарлар айлар бойынша жасалған; іші бос нүкте — аяқталмаған апта`,
      quarter: "Қаржы жылының тоқсандары бойынша таза сатылым мен жоспар; іші бос нүкте — аяқталмаған тоқсан",
    },
  },
};
