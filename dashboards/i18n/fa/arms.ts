import type { armsEn } from "../en/arms.ts";

/** Persian texts of the arms of campaigns. */
export const armsFa: typeof armsEn = {
  arms: {
    label: (campaign: string, arm: string) => `${campaign} · ${arm}`,
    title: (proven: string, all: string) => `${proven} از ${all} گونه فراتر از تصادف سفارش آوردند`,
    subtitle:
      "کارزارهایی با چند گونه: هر یک در برابر همان گروه شاهد، سهم مشتریانی که سفارش دادند، واحد درصد با بازهٔ ۹۵ ٪",
    table: "هر گونه در برابر گروه شاهد",
    tableSubtitle:
      "همهٔ تخصیص‌یافتگان شمرده می‌شوند؛ احتمال‌ها به روش هولم برای شمار گونه‌ها تعدیل شده و ارقام نسبی در برابر گروه شاهد است. تا وقتی پنجره باز است یا اندازهٔ گروه‌ها از طرح دور باشد چیزی نشان داده نمی‌شود",
    columns: {
      arm: "گونه",
      treated: "در گروه",
      control: "در شاهد",
      treatedRate: "سفارش در گروه",
      controlRate: "سفارش در شاهد",
      range: "اثر، ۹۵ ٪",
      chance: "احتمال تصادف",
      relative: "اثر نسبی",
      relativeRange: "نسبی، ۹۵ ٪",
      incrementalRange: "افزوده، ۹۵ ٪",
      amountChance: "فروش: احتمال تصادف",
    },
  },
};
