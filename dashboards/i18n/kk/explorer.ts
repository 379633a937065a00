import type { explorerEn } from "../en/explorer.ts";

/** Kazakh texts of the SQL explorer. */
export const explorerKk: typeof explorerEn = {
  explorer: {
    headline: (tables, format) =>
      `Жарияланған ${format.integer(tables)} кестеге өз сұрағыңызды қойыңыз: браузерден тыс ештеңе жіберілмейді.`,
    scope: "Браузердегі DuckDB; сомалар жарияланған күйінде, көрсетуге арналған",
    query: "Сұрау",
    run: "Орындау",
    keys: "Ctrl+Enter — орындау; сұрау мекенжайда сақталады, сондықтан сілтемемен бірге жіберіледі",
    starting: "Қозғалтқыш іске қосылуда, бір реттік жүктеу — шамамен 6 МБ…",
    running: "Орындалуда…",
    failed: "Сұрау орындалмады",
    remedy: "Сұрауды түзетіп, қайта орындаңыз. Кестелер мен бағандар төменде; бір ретте бір SELECT.",
    nothing: "Сұрау орындалды, жол табылмады.",
    found: (count, format) => `${format.integer(count)} жол`,
    took: (milliseconds) => `${milliseconds} мс`,
    cut: (most, format) => `алғашқы ${format.integer(most)} жол көрсетілген`,
    picture: (value, name) => `${value}: ${name} бойынша`,
    pictureNote: "Бірінші атау бағаны бойынша бірінші сан бағаны, нәтиже ретімен",
    try: "Неден бастауға болады",
    examples: {
      regions: "Он екі айдағы сатылым, өңірлер бойынша",
      classes: "Клиенттер мен сатылым, кластар бойынша",
      sleeping: "Жарты жыл тапсырыс бермеген үздік клиенттер",
      plan: "Жоспар мен сатылым, айлар бойынша",
    },
    look: "100 жолды көрсету",
    from: "көзі:",
    tables: "Кестелер",
    tablesNote: "Беттер осы кестелерден құралады, басқа дерек жоқ",
  },
};
