import type { stagesEn } from "../en/stages.ts";

/** Uzbek texts of what stages of deals promise. */
export const stagesUz: typeof stagesEn = {
  stagePromises: {
    plain: "Bosqichlar ehtimoli: vaʼda va natija",
    title: (points: string) => `Bosqichlar ehtimoli amaldagidan oʻrtacha ${points} foiz band farq qiladi`,
    subtitle:
      "Chorak boshida bosqich vaʼda qilgan ehtimol boʻyicha bitimlar (gorizontal) va yutilgan ulush (vertikal), 95% chegaralar; faqat bitimlari hal boʻlgan choraklar",
    point: (promised: string, came: string, count: string) => `vaʼda ${promised}, yutildi ${came}, bitimlar ${count}`,
    tenth: "Vaʼda qilingan ehtimol",
    upTo: (share: string) => `${share} gacha`,
    table: "Har bir bosqich nimani vaʼda qilgan",
    tableSubtitle: "Bitimlar bosqichga kirmasdan oldin aytilgani va ularning natijasi",
    stage: "Bosqich",
    promised: "Vaʼda",
    came: "Yutilgan ulush",
  },
};
