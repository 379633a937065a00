import type { armsEn } from "../en/arms.ts";

/** Persian texts of the arms of campaigns. */
export const armsFa: typeof armsEn = {
  arms: {
    names: { treated: "گروه هدف", control: "گروه شاهد", letter: "نامه", letter_and_call: "نامه و تماس" },
    label: (campaign: string, arm: string) => `${arm} · ${campaign}`,
    title: (proven: string, all: string) => `${proven} گونه از ${all} گونه سفارش‌ها را به‌طور معنادار افزایش داد`,
    subtitle: "کمپین‌های چندگونه: هر گونه در برابر همان گروه شاهد، سهم مشتریان سفارش‌دهنده، واحد درصد با بازهٔ ۹۵٪",
    table: "هر گونه در برابر گروه شاهد",
    tableSubtitle:
      "طبق تخصیص اولیه؛ احتمال‌ها به روش هولم برای تعداد گونه‌ها تعدیل شده و ارقام نسبی در برابر گروه شاهد است. تا وقتی دورهٔ اثر باز است یا اندازهٔ گروه‌ها با طرح نمی‌خواند، چیزی نمایش داده نمی‌شود",
    columns: {
      arm: "گونه",
      treated: "گروه هدف",
      control: "گروه شاهد",
      treatedRate: "سفارش در گروه هدف",
      controlRate: "سفارش در گروه شاهد",
      range: "اثر، بازهٔ ۹۵٪",
      chance: "احتمال تصادفی بودن",
      relative: "اثر نسبی",
      relativeRange: "اثر نسبی، بازهٔ ۹۵٪",
      incrementalRange: "فروش افزوده، بازهٔ ۹۵٪",
      amountChance: "احتمال تصادفی بودن، فروش",
    },
  },
};
