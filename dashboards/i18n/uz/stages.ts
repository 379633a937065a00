import type { stagesEn } from "../en/stages.ts";

/** Uzbek texts of what stages of deals promise. */
export const stagesUz: typeof stagesEn = {
  stagePromises: {
    plain: "Bosqichlar ehtimoli: vaʼda va natija",
    title: (points: string) => `Bosqichlar ehtimoli oʻrtacha ${points} punktga adashadi`,
    subtitle:
      "Chorak boshida bosqich vaʼda qilgan ehtimol boʻyicha bitimlar (koʻndalang) va yutilgan ulush (tik), 95% chegaralari; faqat bitimlari hal boʻlgan choraklar",
    point: (promised: string, came: string, count: string) => `vaʼda ${promised}, yutildi ${came}, bitimlar ${count}`,
    tenth: "Vaʼda qilingan ehtimol",
    upTo: (share: string) => `${share} gacha`,
    table: "Har bosqich nimani vaʼda qildi",
    tableSubtitle: "Bitimlar bosqichga kirmasdan aytilgan va ularning natijasi",
    stage: "Bosqich",
    promised: "Vaʼda",
    came: "Yutilgan ulush",
  },
};
