import type { timeEn } from "../en/time.ts";

/** Uzbek texts of days, weeks and quarters. */
export const timeUz: typeof timeEn = {
  time: {
    grain: "Grafik qadami",
    grains: { day: "Kun", week: "Hafta", month: "Oy", quarter: "Chorak" },
    points: { day: "Kun", week: "Hafta", quarter: "Chorak" },
    daysOfPoint: "Kunlari",

    week: (number, year) => `${year}-yil ${number}-hafta`,
    weekShort: (number, year) => `${number}-hafta ${year}`,
    mayArrive: "hali kelmagan qatorlar keyin yetib kelishi mumkin",
    titles: {
      day: "Kunlar boʻyicha sof tushum",
      week: "Haftalar boʻyicha sof tushum",
      quarter: "Choraklar boʻyicha sof tushum",
    },
    best: {
      day: (name, amount) => `Eng yaxshi kun: ${name}, ${amount}`,
      week: (name, amount) => `Eng yaxshi hafta: ${name}, ${amount}`,
    },
    planned: (reached, all, format) =>
      `Reja ${format.integer(all)} chorakdan ${format.integer(reached)} tasida bajarilgan`,
    subtitles: {
      day: (range) =>
        `Kunlar boʻyicha sof tushum, ${range}; rejalar oylar boʻyicha tuzilgan; ichi boʻsh nuqta — hali tugamagan kun`,
      week: (range) =>
        `Haftalar boʻyicha sof tushum, ${range}; rejalar oylar boʻyicha tuzilgan; ichi boʻsh nuqta — hali tugamagan hafta`,
      quarter: "Moliya yilining choraklari boʻyicha sof tushum va reja; ichi boʻsh nuqta — hali tugamagan chorak",
    },
  },
};
