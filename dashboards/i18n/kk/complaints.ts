import type { complaintsEn } from "../en/complaints.ts";

/** Kazakh texts of the page complaints. */
export const complaintsKk: typeof complaintsEn = {
  complaints: {
    headline: (count, type, share, overdue, format) =>
      `${format.integer(count)} шағым түсті, ең жиі түрі: ${type} (${share}); мерзімі өткені: ${format.integer(overdue)}.`,
    none: "Бұл кезеңде шағым жоқ",
    most: {
      day: (day, count) => `Шағым ең көп түскен күн: ${day}, ${count}`,
      week: (week, count) => `Шағым ең көп түскен апта: ${week}, ${count}`,
      month: (month, count) => `Шағым ең көп түскен ай: ${month}, ${count}`,
      quarter: (quarter, count) => `Шағым ең көп түскен тоқсан: ${quarter}, ${count}`,
    },
    countSubtitles: {
      day: (range) => `Күндер бойынша түскен шағымдар, ${range}; іші бос нүкте — аяқталмаған күн`,
      week: (range) => `Апталар бойынша түскен шағымдар, ${range}; іші бос нүкте — аяқталмаған апта`,
      month: "Айлар бойынша түскен шағымдар",
      quarter: "Қаржы жылының тоқсандары бойынша түскен шағымдар; іші бос нүкте — аяқталмаған тоқсан",
    },
    closedWithin: (days, format) => `${format.integer(days)} күн ішінде жабылғаны`,
    openLonger: (days, format) => `${format.integer(days)} күннен ұзақ ашық тұр`,
    stillInTime: "соңғы түскендері әлі мерзімінде жабылуы мүмкін",
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
