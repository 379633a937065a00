import type { stagesEn } from "../en/stages.ts";

/** Persian texts of what stages of deals promise. */
export const stagesFa: typeof stagesEn = {
  stagePromises: {
    plain: "احتمال مرحله‌ها: پیش‌بینی و نتیجه",
    title: (points: string) => `خطای میانگین احتمال مرحله‌ها: ${points} واحد درصد`,
    subtitle:
      "معاملات بر حسب احتمال مرحله در آغاز سه‌ماهه (افقی) و سهم معاملات موفق (عمودی)، حدود ۹۵٪؛ تنها سه‌ماهه‌هایی که نتیجهٔ معاملاتشان روشن شده است",
    point: (promised: string, came: string, count: string) => `پیش‌بینی ${promised}، موفق ${came}، ${count} معامله`,
    tenth: "احتمال پیش‌بینی‌شده",
    upTo: (share: string) => `تا ${share}`,
    table: "پیش‌بینی هر مرحله",
    tableSubtitle: "پیش‌بینی پیش از ورود معاملات به مرحله، و سرانجام آن‌ها",
    stage: "مرحله",
    promised: "پیش‌بینی",
    came: "سهم معاملات موفق",
  },
};
