import type { armsEn } from "../en/arms.ts";

/** Kazakh texts of the arms of campaigns. */
export const armsKk: typeof armsEn = {
  arms: {
    label: (campaign: string, arm: string) => `${campaign} · ${arm}`,
    title: (proven: string, all: string) => `${all} нұсқаның ${proven} кездейсоқ емес нәтиже берді`,
    subtitle:
      "Бірнеше нұсқасы бар науқандар: әрқайсысы бір бақылау тобымен салыстырылады, тапсырыс берген клиенттер үлесі, 95 % аралықпен пайыздық тармақ",
    table: "Әр нұсқа бақылау тобына қарсы",
    tableSubtitle:
      "Тағайындалғандардың бәрі саналады; ықтималдық науқандағы нұсқалар санына Холм бойынша түзетілген, салыстырмалы сандар бақылау тобына қатысты. Терезе ашық кезде немесе топ өлшемдері жоспардан ауытқыса, ештеңе көрсетілмейді",
    columns: {
      arm: "Нұсқа",
      treated: "Топта",
      control: "Бақылауда",
      treatedRate: "Тапсырыс берді, топ",
      controlRate: "Тапсырыс берді, бақылау",
      range: "Әсер, 95 %",
      chance: "Кездейсоқ болар еді",
      relative: "Салыстырмалы әсер",
      relativeRange: "Салыстырмалы, 95 %",
      incrementalRange: "Өсім, 95 %",
      amountChance: "Сату: кездейсоқ болар еді",
    },
  },
};
