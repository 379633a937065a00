import type { deliveryEn } from "../en/delivery.ts";

/** Kazakh texts of the page delivery. */
export const deliveryKk: typeof deliveryEn = {
  delivery: {
    headline: (onTime, otif, late, format) =>
      `Тапсырыс жолдарының ${onTime} бөлігі мерзімінде, ${otif} бөлігі мерзімінде әрі толық жеткізілді; кешіккені: ${format.integer(late)} жол.`,
    noLate: "Бұл кезеңде кешіккен жол жоқ",
    lateTitle: (name, share) => `${name}: кешіккен жолдардағы үлесі ${share}`,
    lateSubtitle: (dimension) =>
      `Кешіккен жолдар және олардың мерзімі келген жолдардағы үлесі: ${dimension.toLocaleLowerCase("kk")} бойынша`,
    carriers: "Кешіккен жолдар қаншалықты кешігеді",
    carriersSubtitle: "Есепті күнге дейінгі барлық уақыт; жеткізілмеген жолдар сол күнге дейін саналады",
    title: (value, target, reached) =>
      reached
        ? `Жолдардың ${value} бөлігі мерзімінде, мақсат орындалды (${target})`
        : `Жолдардың ${value} бөлігі мерзімінде, мақсаттан төмен (${target})`,
    subtitle: "Мерзімі осы айға келген тапсырыс жолдарының үлесі",
  },
};
