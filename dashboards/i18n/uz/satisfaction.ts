import type { Formats } from "../../formats.ts";
import type { satisfactionEn } from "../en/satisfaction.ts";

/** Uzbek texts of the page satisfaction. */
export const satisfactionUz: typeof satisfactionEn = {
  satisfaction: {
    scope: (question: string, wave: string) => `Savol — «${question}», toʻlqin — ${wave}, har bir mijozdan bitta javob`,
    questions: { nps: "NPS", csat: "mamnunlik" },
    npsHeadline: (nps: string, range: readonly [string, string], count: string, rate: string, verdict: string) =>
      `NPS — ${nps} (95%: ${range[0]} dan ${range[1]} gacha), ${count} ta javob, soʻralganlarning ${rate} qismi${verdict === "" ? "" : `; ${verdict}`}.`,
    meanHeadline: (mean: string, count: string, rate: string) =>
      `Oʻrtacha baho — ${mean}, ${count} ta javob, soʻralganlarning ${rate} qismi.`,
    tooFew: (wave: string, count: string) =>
      `Toʻlqin (${wave}) boʻyicha javoblar xulosa uchun juda kam: ${count}; raqamlar kamida 30 ta javobda koʻrsatiladi.`,
    verdicts: {
      better: "oldingi toʻlqindan yaxshiroq, bu tasodif emas",
      worse: "oldingi toʻlqindan yomonroq, bu tasodif emas",
      unchanged: "oldingi toʻlqinga nisbatan tasodifdan ortiq oʻzgarish yoʻq",
    },
    nps: "NPS indeksi",
    csat: "Mamnun mijozlar",
    mean: "Oʻrtacha baho",
    responseRate: "Javob berganlar ulushi",
    ofInvited: (responded: number, invited: number, format: Formats) =>
      `soʻralgan ${format.integer(invited)} mijozdan ${format.integer(responded)} tasi`,
    interval: (low: string, high: string) => `95%: ${low} dan ${high} gacha`,
    hidden: "30 tadan kam javob",
    question: "Savol",
    wave: "Toʻlqin",
    newest: "Kamida 30 ta javobli oxirgisi",
    wavesTitle: "Toʻlqinlar va ularning 95% oraliqlari",
    changeTitle: (wave: string, change: string, verdict: string) => `${wave}: ${change} punkt, ${verdict}`,
    wavesSubtitle: (measure: string) =>
      `${measure}, toʻlqinlar boʻyicha, 95% oraliq bilan; 30 tadan kam javobli toʻlqinlar koʻrsatilmagan`,
    invited: "Soʻralgan",
    responded: "Javob bergan",
    segments: "Hudud, menejer va sinf boʻyicha",
    segmentsSubtitle: "Soʻrov kunidagi holat; 30 tadan kam javobli raqamlar koʻrsatilmaydi",
    by: "Kesim",
    name: "Nomi",
    dimensions: { region: "Hudud", manager: "Menejer", class: "Sinf" },
    before: "Javobdan oldin",
    late: "qator kechikkan",
    notLate: "kechikish boʻlmagan",
    difference: "Farq",
    lateUnknown: "Kechikishlar va baholar: xulosa uchun javoblar juda kam",
    lateTitle: (difference: string, low: string, high: string, isOpen: boolean) =>
      isOpen
        ? `Tovari kechikkan mijozlar bahosidagi farq: ${difference}, tasodif boʻlishi mumkin (${low} dan ${high} gacha)`
        : `Tovari kechikkan mijozlar bahosidagi farq: ${difference} (${low} dan ${high} gacha)`,
    lateSubtitle:
      "Barcha toʻlqinlar birga: javobdan oldingi kunlarda qatori kechikkan mijozlar oʻrtachasi qolganlarga nisbatan; ular boshqa jihatlari bilan ham farq qiladi",
    wordsTitle: "Mijozlar nima haqida yozadi",
    noWords: "Kamida beshta mijoz yozgan soʻz yoʻq.",
    wordTitle: (word: string, count: string) => `Eng koʻp yozilgani — «${word}»: ${count} ta mijoz`,
    wordsSubtitle:
      "Soʻzni yozgan mijozlar soni va ularning oʻrtacha bahosi; beshtadan kam mijoz yozgan soʻzlar koʻrsatilmaydi",
    word: "Soʻz",
    meanWith: "Shu soʻzli oʻrtacha baho",
    comments: "Yozma javoblar",
    noComments:
      "Yozma javoblarda shaxsiy maʼlumotlar boʻlishi mumkin, ular omborda qoladi. satisfaction.publish_comments sozlamasi ularni eʼlon qiladi, bunda raqam va manzillar berkitiladi.",
    commentsSubtitle: "Avval yangilari; e-pochta manzillari, havolalar va uzun raqamlar berkitilgan",
    answered: "Javob kuni",
    score: "Baho",
    comment: "Javob",
  },
};
