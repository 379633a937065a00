import type { armsEn } from "../en/arms.ts";

/** Uzbek texts of the arms of campaigns. */
export const armsUz: typeof armsEn = {
  arms: {
    label: (campaign: string, arm: string) => `${campaign} · ${arm}`,
    title: (proven: string, all: string) => `${all} variantdan ${proven} tasi tasodifan emas, natija berdi`,
    subtitle:
      "Bir necha variantli kampaniyalar: har biri bitta nazorat guruhiga qarshi, buyurtma bergan mijozlar ulushi, 95 % oraliqli foiz punktlari",
    table: "Har bir variant nazorat guruhiga qarshi",
    tableSubtitle:
      "Tayinlanganlarning hammasi hisoblanadi; ehtimollar kampaniya variantlari soniga Xolm boʻyicha tuzatilgan, nisbiy sonlar nazorat guruhiga nisbatan. Oyna ochiq boʻlsa yoki guruhlar hajmi rejadan chetga chiqsa, hech narsa koʻrsatilmaydi",
    columns: {
      arm: "Variant",
      treated: "Guruhda",
      control: "Nazoratda",
      treatedRate: "Buyurtma berdi, guruh",
      controlRate: "Buyurtma berdi, nazorat",
      range: "Taʼsir, 95 %",
      chance: "Tasodifan chiqardi",
      relative: "Nisbiy taʼsir",
      relativeRange: "Nisbiy, 95 %",
      incrementalRange: "Qoʻshimcha, 95 %",
      amountChance: "Savdo: tasodifan chiqardi",
    },
  },
};
