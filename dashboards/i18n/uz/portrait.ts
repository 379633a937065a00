import type { Formats } from "../../formats.ts";
import type { portraitEn } from "../en/portrait.ts";

/** Uzbek texts of the page portrait. */
export const portraitUz: typeof portraitEn = {
  portrait: {
    scope: "Buyurtma bergan mijozlar barcha shunday mijozlar bilan taqqoslangan; farqlar tasodifiy emas (95%)",
    headline: (segment: string, traits: string, count: number, format: Formats) =>
      `${segment}: boshqalardan koʻp uchraydigan belgilar — ${traits}; asosiylarga eng oʻxshash ${format.integer(count)} ta boshqa mijoz quyida.`,
    plain: (segment: string) => `${segment}: maʼlumotlarga koʻra, boshqalardan tasodifiy boʻlmagan farqi yoʻq.`,
    trait: (trait: string, value: string) => `${value} (${trait.toLocaleLowerCase("uz")})`,
    segmentation: "Mijozlarni boʻlish",
    segment: "Guruh",
    overTitle: (value: string, times: string) => `${value}: jami mijozlardagidan ${times} marta koʻp`,
    overNone: "Tasodifdan ortiq koʻp uchraydigan belgi yoʻq",
    overSubtitle:
      "Guruhdagi ulush jami mijozlardagi ulushga nisbatan; tasodifdan ortiq koʻp uchraydigan belgilar; chiziqcha — barcha mijozlar",
    underTitle: (value: string, times: string) => `${value}: jami mijozlardagi ulushga nisbati atigi ${times}`,
    underNone: "Tasodifdan ortiq kam uchraydigan belgi yoʻq",
    underSubtitle:
      "Guruhdagi ulush jami mijozlardagi ulushga nisbatan; tasodifdan ortiq kam uchraydigan belgilar; chiziqcha — barcha mijozlar",
    bar: (share: string, base: string) => `${share} · jami ${base}`,
    lookAlikes: "Asosiy mijozlarga oʻxshash, lekin hali asosiy emas",
    lookAlikesSubtitle:
      "Asosiy mijozlarda koʻproq uchraydigan belgilarga ega mijozlar va potensial mijozlar; avval eng oʻxshashlari",
    table: "Barcha belgilar",
    tableSubtitle: (count: number, format: Formats) => `Guruhda ${format.integer(count)} ta mijoz`,
    prospect: "Hali buyurtma yoʻq",
    segmentations: { class: "Sinf", rfm: "RFM segmenti", region: "Hudud" },
    traits: {
      industry: "Soha",
      region: "Hudud",
      size: "Hajmi",
      kind: "Turi",
      age: "Yoshi",
      years_with_us: "Biz bilan, yil",
      channel: "Kanal",
      category: "Nima oladi",
    },
    leanings: { over: "koʻproq", under: "kamroq", none: "boshqalardek" },
    values: { company: "tashkilot", person: "jismoniy shaxs" },
    columns: {
      trait: "Belgi",
      value: "Qiymati",
      count: "Mijozlar",
      share: "Ulush",
      low: "95% quyi chegara",
      high: "95% yuqori chegara",
      base: "Jami mijozlardagi ulush",
      index: "Indeks",
      leaning: "Jamiga nisbatan",
      place: "Oʻrin",
      shared: "Umumiy belgilar",
      because: "Asosiy belgilar",
    },
  },
};
