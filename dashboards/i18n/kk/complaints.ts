import type { complaintsEn } from "../en/complaints.ts";

/** Kazakh texts of the page complaints. */
export const complaintsKk: typeof complaintsEn = {
  complaints: {
    headline: (count, type, share, overdue, format) =>
      `${format.integer(count)} шағым түсті, ең жиі түрі: ${type} (${share}); мерзімі өткені: ${format.integer(overdue)}.`,
    none: "Бұл кезеңде шағым жоқ",
    mostTitle: (month, count) => `Шағым ең көп түскен ай: ${month}, ${count}`,
    countSubtitle: "Айлар бойынша түскен шағымдар",
    rateAllSubtitle: "Сол айда жеткізілген 100 тапсырысқа шаққандағы барлық шағым, сүзгілер ескерілмейді",
    barsTitle: (name, share) => `${name}: шағымдардағы үлесі ${share}`,
    barsSubtitle: (dimension) => `Түскен шағымдар: ${dimension.toLocaleLowerCase("kk")} бойынша`,
    cellTitle: (type, month, count) => `Ең жоғары көрсеткіш: ${type}, ${month}, ${count}`,
    cellSubtitle: "Түрлер мен айлар бойынша түскен шағымдар",
    table: "Түрлер мен менеджерлер бойынша шағымдар",
    rateTitle: (value, target, reached) =>
      reached
        ? `100 тапсырысқа ${value} шағым — мақсат шегінде (${target})`
        : `100 тапсырысқа ${value} шағым — мақсаттан жоғары (${target})`,
    rateSubtitle: "Сол айда жеткізілген 100 тапсырысқа шаққандағы шағым",
  },
};
