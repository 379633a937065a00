import type { Formats } from "../../formats.ts";
import type { complaintsEn } from "../en/complaints.ts";

/** Uzbek texts of the page complaints. */
export const complaintsUz: typeof complaintsEn = {
  complaints: {
    headline: (count: number, type: string, share: string, overdue: number, format: Formats) =>
      `${format.integer(count)} ta shikoyat, eng koʻpi — ${type} (${share}); muddati oʻtgan: ${format.integer(overdue)}.`,
    none: "Bu davrda shikoyatlar yoʻq",
    most: {
      day: (day, count) => `Shikoyat eng koʻp kelgan kun — ${day}: ${count}`,
      week: (week, count) => `Shikoyat eng koʻp kelgan hafta — ${week}: ${count}`,
      month: (month, count) => `Shikoyat eng koʻp kelgan oy — ${month}: ${count}`,
      quarter: (quarter, count) => `Shikoyat eng koʻp kelgan chorak — ${quarter}: ${count}`,
    },
    countSubtitles: {
      day: (range) => `Kunlar boʻyicha kelib tushgan shikoyatlar, ${range}; ichi boʻsh nuqta — hali tugamagan kun`,
      week: (range) => `Haftalar boʻyicha kelib tushgan shikoyatlar, ${range}; ichi boʻsh nuqta — hali tugamagan hafta`,
      month: "Oylar boʻyicha kelib tushgan shikoyatlar",
      quarter:
        "Moliya yilining choraklari boʻyicha kelib tushgan shikoyatlar; ichi boʻsh nuqta — hali tugamagan chorak",
    },
    closedWithin: (days, format) => `${format.integer(days)} kun ichida yopilgan`,
    openLonger: (days, format) => `${format.integer(days)} kundan ortiq ochiq`,
    stillInTime: "oxirgilari hali muddatida yopilishi mumkin",
    rateAllSubtitle: "Oyda yetkazilgan har 100 ta buyurtmaga barcha shikoyatlar, filtrlardan qatʼi nazar",
    barsTitle: (name: string, share: string) => `${name}: shikoyatlardagi ulushi ${share}`,
    barsSubtitle: (dimension: string) => `Kelib tushgan shikoyatlar, ${dimension.toLocaleLowerCase("uz")} boʻyicha`,
    cellTitle: (type: string, month: string, count: string) => `Eng yuqori nuqta — ${type}, ${month}: ${count}`,
    cellSubtitle: "Turi va oylar boʻyicha kelib tushgan shikoyatlar",
    table: "Turi va menejer boʻyicha shikoyatlar",
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `100 ta buyurtmaga ${value} ta shikoyat — maqsad (${target}) doirasida`
        : `100 ta buyurtmaga ${value} ta shikoyat — maqsaddan (${target}) yuqori`,
    rateSubtitle: "Oyda yetkazilgan har 100 ta buyurtmaga shikoyatlar",
  },
};
