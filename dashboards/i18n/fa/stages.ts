import type { stagesEn } from "../en/stages.ts";

/** Persian texts of what stages of deals promise. */
export const stagesFa: typeof stagesEn = {
  stagePromises: {
    plain: "احتمال مرحله‌ها: وعده و نتیجه",
    title: (points: string) => `احتمال مرحله‌ها به‌طور میانگین ${points} واحد خطا دارد`,
    subtitle:
      "معامله‌ها بر حسب احتمالی که مرحله در آغاز فصل وعده داد (افقی) و سهم برده (عمودی)، حدود ۹۵ ٪؛ تنها فصل‌هایی که معامله‌هایشان تعیین تکلیف شده",
    point: (promised: string, came: string, count: string) => `وعده ${promised}، برده ${came}، معامله ${count}`,
    tenth: "احتمال وعده‌شده",
    upTo: (share: string) => `تا ${share}`,
    table: "هر مرحله چه وعده داد",
    tableSubtitle: "پیش از ورود معامله‌ها به مرحله گفته شده، و سرانجام آن‌ها",
    stage: "مرحله",
    promised: "وعده",
    came: "سهم برده",
  },
};
