import type { Formats } from "../../formats.ts";
import type { crossSellEn } from "../en/cross-sell.ts";

/** Uzbek texts of the page cross-sell. */
export const crossSellUz: typeof crossSellEn = {
  crossSell: {
    scope: (range: string) => `Savatlar: ${range}; tovarlar — oxirgi 12 toʻliq oy uchun`,
    pairLine: (first: string, second: string, lift: string) =>
      `«${first}» va «${second}» birga tasodifdagidan ${lift} marta koʻp olinadi`,
    offersLine: (count: number, worth: string, format: Formats) =>
      `quyidagi takliflar ${format.integer(count)} ta mijozdan ${worth} marja keltirishi mumkin.`,
    offersUncosted: (count: number, format: Formats) =>
      `${format.integer(count)} ta mijozga taklif bor. Ular qancha marja keltirishi nomaʼlum: tannarx yuklanmagan.`,
    ofPlace: (pair: string, offers: string) => `Butun kompaniya boʻyicha ${pair}; filtrlar hisobga olinganda ${offers}`,
    noPairs: "Savatlarga koʻra, birorta ikki tovar birga tasodifdagidan koʻp olinmaydi.",
    noPairsWith: (product: string) =>
      `Savatlarga koʻra, «${product}» bilan birga tasodifdagidan koʻp olinadigan tovar yoʻq.`,
    pairs: "Tasodifdan ortiq juftliklar",
    pairsNote: (count: number, format: Formats) => `${format.integer(count)} ta savat boʻyicha`,
    clients: "Taklifi bor mijozlar",
    worth: "Birinchi takliflardan kutilayotgan marja",
    worthNote: "ehtimol × savatdagi oʻrtacha marja",
    pairTitle: (first: string, second: string, count: string) =>
      `${first} va ${second}: tasodifdan ${count} ta ortiq savat`,
    pairSubtitle:
      "Ikkala tovar bor savatlarning tasodifdan ortigʻi; faqat karraligining 95% quyi chegarasi 1 dan yuqori juftliklar",
    pairText: (count: string, lift: string) => `+${count} · ${lift}×`,
    matrixTitle: (segment: string, category: string, index: string) =>
      `${segment} mijozlar xaridida «${category}» ulushi umumiydan ${index} marta katta`,
    matrixPlain: "Har bir sinf mijozlari nima oladi",
    matrixSubtitle:
      "Toifaning sinf xaridlaridagi ulushi uning umumiy savdodagi ulushiga nisbatan; 30 tadan kam mijozli sinflar koʻrsatilmagan",
    bestTitle: (name: string, amount: string) => `Eng koʻp sotilgani: ${name}, ${amount}`,
    bestSubtitle: "Oxirgi 12 toʻliq oyning sof tushumi; hudud va yoʻnalish filtrlari amal qiladi",
    profitTitle: (name: string, amount: string) => `Eng koʻp marja keltirgani: ${name}, ${amount}`,
    profitSubtitle: "Tannarxi maʼlum tovarlarning yalpi marjasi, oxirgi 12 toʻliq oy",
    offers: "Kimga nima taklif qilish kerak",
    offersSubtitle:
      "Har bir mijozga koʻpi bilan uchta tovar: u oladigan tovarlar bilan birga sotiladi, oʻzi esa 12 oydan beri olmagan; avval eng qimmatlilari",
    pairTable: "Barcha juftliklar",
    pairTableSubtitle: (count: number, format: Formats) =>
      `${format.integer(count)} ta juftlik, avval tasodifdan eng uzoqlari`,
    columns: {
      first: "Birinchi tovar",
      second: "Ikkinchi tovar",
      both: "Ikkalasi bor savatlar",
      beyond: "Tasodifdan ortiq savatlar",
      confidenceAB: "Birinchisi bilan ikkinchisini olganlar",
      confidenceBA: "Ikkinchisi bilan birinchisini olganlar",
      lift: "Tasodifga nisbatan karralik",
      liftLower: "95% quyi chegara",
      offer: "Taklif",
      because: "Chunki buni oladi",
      confidence: "Ehtimol",
      expected: "Kutilayotgan marja",
      category: "Toifa",
      index: "Indeks",
      penetration: "Oladigan mijozlar ulushi",
      margin: "Yalpi marja",
      marginRate: "Marja foizi",
    },
  },
};
