import type { timeEn } from "../en/time.ts";

/** Persian texts of days, weeks and quarters. */
export const timeFa: typeof timeEn = {
  time: {
    grain: "گام نمودار",
    grains: { day: "روز", week: "هفته", month: "ماه", quarter: "سه‌ماهه" },
    points: { day: "روز", week: "هفته", quarter: "سه‌ماهه" },
    daysOfPoint: "روزها",

    week: (_number, _year, start) => `هفتهٔ ${start}`,
    weekShort: (_number, _year, start) => `هفتهٔ ${start}`,
    mayArrive: "اقلامی که هنوز نرسیده‌اند ممکن است بعداً برسند",
    titles: { day: "فروش خالص روزانه", week: "فروش خالص هفتگی", quarter: "فروش خالص سه‌ماهه" },
    best: {
      day: (name, amount) => `بهترین روز: ${name}، ${amount}`,
      week: (name, amount) => `بهترین هفته: ${name}، ${amount}`,
    },
    planned: (reached, all, format) =>
      `برنامه در ${format.integer(reached)} سه‌ماهه از ${format.integer(all)} سه‌ماهه محقق شد`,
    subtitles: {
      day: (range) => `فروش خالص روزانه، ${range}؛ برنامه‌ها ماهانه‌اند؛ نقطهٔ توخالی یعنی روز هنوز تمام نشده است`,
      week: (range) =>
        `فروش خالص هفتگی از شنبه تا جمعه، ${range}؛ برنامه‌ها ماهانه‌اند؛ نقطهٔ توخالی یعنی هفته هنوز تمام نشده است`,
      quarter: "فروش خالص و برنامه به تفکیک سه‌ماهه‌های سال مالی؛ نقطهٔ توخالی یعنی سه‌ماهه هنوز تمام نشده است",
    },
  },
};
