import type { salesEn } from "../en/sales.ts";

/** Kazakh texts of the page sales. */
export const salesKk: typeof salesEn = {
  sales: {
    noPlan: "Бұл таңдау үшін жоспар жоқ.",
    planCoarser: "жоспар мұндай егжей-тегжейлі бөлінбеген",
    short: (amount) => `жетпегені ${amount}`,
    over: (amount) => `жоспардан артығы ${amount}`,
    lowest: (name, share) => `Жоспардан ең алысы: ${name}, ${share}`,
    largest: (name, share) => `Ең ірісі: ${name}, сатылымдағы үлесі ${share}`,
    barsWithPlan: (dimension) =>
      `Таза сатылым және жоспардың орындалуы: ${dimension.toLocaleLowerCase("kk")} бойынша; белгі — жоспар`,
    bars: (dimension) => `Таза сатылым: ${dimension.toLocaleLowerCase("kk")} бойынша`,
    heat: "Өңірлер мен айлар бойынша таза сатылым, кезеңнің соңғы 12 айы",
    heatTitle: (region, month, amount) => `Бір өңірдің ең жақсы айы: ${region}, ${month}, ${amount}`,
    table: "Өңірлер, менеджерлер және бағыттар бойынша сатылым",
  },
  demandTypes: {
    smooth: "біркелкі",
    intermittent: "үзілісті",
    erratic: "құбылмалы",
    lumpy: "секірмелі",
  },
  products: {
    gridTitle: (abc, count, share, format) =>
      `${abc} класындағы ${format.integer(count)} тауардың сатылымдағы үлесі: ${share}`,
    gridSubtitle: (range) =>
      `Тауарлар: сатылым көлемі (A–C) және сұраныстың біркелкілігі (X–Z) бойынша, ${range}; тек бағыт сүзгісі қолданылады`,
    noHistory: "6 айдан аз",
    table: "Тауарлар",
    tableSubtitle: (range) => `ABC — сатылым бойынша, XYZ — сатылымның біркелкілігі бойынша, ${range}`,
  },
};
