import type { Formats } from "../../formats.ts";
import type { overviewEn } from "../en/overview.ts";

/** Uzbek texts of the page overview. */
export const overviewUz: typeof overviewEn = {
  overview: {
    net: (amount: string, range: string) => `Sof tushum (${range}): ${amount}`,
    change: (size: string, change: number, range: string) =>
      `taqqoslash davridan (${range}) ${size} ${change < 0 ? "kam" : "koʻp"}`,
    plan: (share: string) => `reja ${share} bajarilgan`,
    best: (name: string, amount: string) => `Eng koʻp oʻsgan hudud: ${name} (${amount}).`,
    worst: (name: string, amount: string) => `Eng koʻp kamaygan hudud: ${name} (${amount}).`,
    averageOrder: (amount: string) => `oʻrtacha buyurtma ${amount}`,
    gained: (fresh: string, back: string) => `yangi ${fresh}, qaytgan ${back}`,
    ofReceivables: (share: string) => `qarzning ${share}`,
    wave: (name: string, range: string) => `${name} · ${range}`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `Reja ${format.integer(all)} oydan ${format.integer(reached)} tasida bajarilgan`,
    trendTitle: "Oylar boʻyicha sof tushum",
    trendSubtitle: "Oylar boʻyicha sof tushum va reja",
    trendOpen: "ichi boʻsh nuqta — hali tugamagan oy",
    changeTitle: (total: string, name: string, part: string) =>
      `Tushum oʻzgarishi: ${total}; eng katta hissa — ${name} (${part})`,
    changeNone: "Taqqoslash uchun oldingi davr yoʻq",
    changeSubtitle: (dimension: string) =>
      `Sof tushum oʻzgarishidagi hissa, ${dimension.toLocaleLowerCase("uz")} boʻyicha`,
    planGapTitle: (total: string, name: string, part: string) =>
      `Rejadan farq ${total}; eng katta hissa — ${name} (${part})`,
    planGapNone: "Reja bunday boʻlinmagan, shuning uchun uning qismlari haqida aytib boʻlmaydi.",
    planGapSubtitle: (dimension: string) => `Sof tushum va reja farqi, ${dimension.toLocaleLowerCase("uz")} boʻyicha`,
  },
  attention: {
    title: "Nimaga eʼtibor berish kerak",
    subtitle: "Shu davrda maqsadga yetmagan koʻrsatkichlar",
    none: "Barcha koʻrsatkichlar maqsadga yetgan.",
    unknown:
      "Maqsad bilan solishtiradigan narsa yoʻq: bu davr uchun reja ham, yetkazish ham, shikoyat ham maʼlum emas.",
    plan: (region: string, share: string, gap: string) => `${region}: reja ${share} bajarilgan, yetishmaydi: ${gap}`,
    delivery: (onTime: string, target: string, otif: string, otifTarget: string) =>
      `Muddatida yetkazilgan qatorlar: ${onTime} (maqsad ${target}); muddatida va toʻliq, OTIF: ${otif} (maqsad ${otifTarget})`,
    complaints: (value: string, target: string) =>
      `100 ta buyurtmaga ${value} ta shikoyat; maqsad — koʻpi bilan ${target}`,
    check: (name: string, value: number, format: Formats) =>
      `«${name}» maʼlumot tekshiruvi ${format.integer(value)} ta satr topdi`,
  },
};
