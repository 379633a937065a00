import type { Formats } from "../../formats.ts";
import type { explorerEn } from "../en/explorer.ts";

/** Kazakh texts of the SQL explorer. */
export const explorerKk: typeof explorerEn = {
  explorer: {
    headline: (tables: number, format: Formats) =>
      `Жарияланған ${format.integer(tables)} кестеге өз сұрағыңызды қойыңыз: браузерден ештеңе шықпайды.`,
    scope: "Браузердегі DuckDB; сомалар жарияланған күйінде, көрсету үшін",
    query: "Сұрау",
    run: "Орындау",
    keys: "Ctrl+Enter — орындау; сұрау мекенжайда тұрады, сілтеме оны сақтайды",
    starting: "Қозғалтқыш іске қосылуда, бір рет шамамен 6 МБ…",
    running: "Орындалуда…",
    failed: "Сұрау орындалмады",
    remedy: "Сұрауды түзетіп, қайта орындаңыз. Кестелер мен бағандар төменде; бір ретте бір SELECT.",
    nothing: "Сұрау орындалды, жол табылмады.",
    found: (count: number, format: Formats) => `${format.integer(count)} жол`,
    took: (milliseconds: string) => `${milliseconds} мс`,
    cut: (most: number, format: Formats) => `алғашқы ${format.integer(most)} жол көрсетілген`,
    picture: (value: string, name: string) => `${name} бойынша ${value}`,
    pictureNote: "Бірінші атау бойынша бірінші сан, нәтиже ретімен",
    try: "Неден бастау керек",
    examples: {
      regions: "Он екі айдағы сату, өңірлер бойынша",
      classes: "Клиенттер мен сату, сыныптар бойынша",
      sleeping: "Жарты жыл үнсіз үздік клиенттер",
      plan: "Жоспар мен сату, айлар бойынша",
    },
    look: "100 жолды көрсету",
    from: "көзі:",
    tables: "Кестелер",
    tablesNote: "Беттер осылардан құралады; жеке деректер жоқ",
  },
};
