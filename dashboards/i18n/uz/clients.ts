import type { Formats } from "../../formats.ts";
import type { clientsEn } from "../en/clients.ts";

/** Uzbek texts of the page clients. */
export const clientsUz: typeof clientsEn = {
  movement: {
    title: "Oylar boʻyicha kelgan va ketgan mijozlar",
    finding: (fresh: number, wonBack: number, lost: number, month: string, format: Formats) =>
      `${month}: yangi — ${format.integer(fresh)}, qaytgan — ${format.integer(wonBack)}, ketgan — ${format.integer(lost)}`,
    subtitle:
      "Toʻliq oylar boʻyicha mijozlar; sozlamalarda belgilangan oylar davomida buyurtma bermagan mijoz — ketgan",
    opening: "Oy boshida faol",
    fresh: "Yangi",
    wonBack: "Qaytgan",
    won: "Kelgan",
    lost: "Ketgan",
    closing: "Oy oxirida faol",
    freshAmount: "Yangi mijozlar tushumi",
    wonBackAmount: "Qaytgan mijozlar tushumi",
    keptAmount: "Qolgan mijozlar tushumi",
  },
  clients: {
    scope: (month: string) => `${month} holatiga sinflar, undan oldingi toʻliq davrlar boʻyicha`,
    headline: (count: number, share: string, sales: string, format: Formats) =>
      `${format.integer(count)} ta asosiy mijoz (jami mijozlarning ${share} qismi) tushumda ${sales} ulushga ega.`,
    noKey: "Asosiy mijozlar hozircha yoʻq.",
    giniNote: (gini: string) => `Jini koeffitsiyenti ${gini}: 0 — hamma teng, 1 — hammasi bitta mijozda`,
    classTitle: (name: string, share: string) => `${name} mijozlar tushumda ${share} ulushga ega`,
    classSubtitle: "Hisob davrida har bir sinfning sof tushumi",
    classThreshold: (key: string, medium: string) =>
      `Sinflarning sof tushumi; davriga oʻrtacha: asosiy — kamida ${key}, oʻrta — kamida ${medium}`,
    classBar: (share: string, count: number, format: Formats) => `${share}, ${format.integer(count)} ta mijoz`,
    historyTitle: (size: string, change: number, month: string) =>
      change === 0
        ? `Asosiy mijozlar soni oʻzgarmagan (taqqos: ${month})`
        : `Asosiy mijozlar soni: ${size} (taqqos: ${month})`,
    historySubtitle: "Har davr oxirida sinflar boʻyicha mijozlar",
    migrationTitle: (up: number, down: number, format: Formats) =>
      `${format.integer(up)} ta mijoz yuqoriga koʻtarilgan, ${format.integer(down)} tasi pastga tushgan`,
    migrationSubtitle: "Mijozlar oldingi (satrlar) va hozirgi (ustunlar) sinfi boʻyicha",
    paretoPlain: "Tushum eng yirik mijozlarda qanday toʻplangan",
    paretoTitle: (count: number, share: string, format: Formats) =>
      `Tushumning 80% qismini ${format.integer(count)} ta mijoz (${share}) beradi`,
    paretoSubtitle: "Eng yirigidan boshlab mijozlar ulushi va ular bergan sof tushum ulushi; oxirgi 12 toʻliq oy",
    paretoPoint: (clientShare: string, sales: string) => `mijozlar: ${clientShare}, tushum: ${sales}`,
    table: "Mijozlar",
    tableSubtitle: (amount: string, share: string) => `Sof tushum ${amount}, umumiy tushumdagi ulushi ${share}`,
  },
  classes: {
    key: "Asosiy",
    medium: "Oʻrta",
    small: "Kichik",
    occasional: "Onda-sonda",
    inactive: "Nofaol",
    new: "Yangi",
    none: "Hali mijoz emas",
  },
};
