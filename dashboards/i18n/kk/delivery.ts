import type { deliveryEn } from "../en/delivery.ts";

/** Kazakh texts of the page delivery. */
export const deliveryKk: typeof deliveryEn = {
  delivery: {
    noDay:
      "Ешбір тапсырыста оның қай күнге керек не уәде етілгені айтылмаған, сондықтан уақтылы келгенін білу мүмкін емес. Дереккөз сипаттамасында тапсырыстардың `requested_date` немесе `promised_date` бағанын көрсетіңіз.",
    headline: (onTime, otif, late, format) =>
      `Тапсырыс позицияларының ${onTime === otif ? `${otif} бөлігі мерзімінде әрі толық` : `${onTime} бөлігі мерзімінде, ${otif} бөлігі мерзімінде әрі толық`} жеткізілді; кешіккені: ${format.integer(late)} позиция.`,
    noLate: "Бұл кезеңде кешіккен позиция жоқ",
    lateTitle: (name, share) => `${name}: кешіккен позициялардағы үлесі ${share}`,
    lateSubtitle: (dimension) =>
      `Кешіккен позициялар және олардың мерзімі келген позициялардағы үлесі: ${dimension.toLocaleLowerCase("kk")} бойынша`,
    carriers: "Кешіккен позициялар қаншалықты кешігеді",
    carriersSubtitle: "Есепті күнге дейінгі барлық уақыт; жеткізілмеген позициялар сол күнге дейін саналады",
    title: (value, target, reached) =>
      reached
        ? `Позициялардың ${value} бөлігі мерзімінде, мақсат орындалды (${target})`
        : `Позициялардың ${value} бөлігі мерзімінде, мақсаттан төмен (${target})`,
    subtitle: "Мерзімі осы айға келген тапсырыс позицияларының үлесі",
    orderOtif: "Тұтас тапсырыстар OTIF",
    orderOtifNote: "әр жол мерзімінде және толық",
  },
};
