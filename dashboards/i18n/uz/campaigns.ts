import type { Formats } from "../../formats.ts";
import type { campaignsEn } from "../en/campaigns.ts";

/** Uzbek texts of the page campaigns. */
export const campaignsUz: typeof campaignsEn = {
  campaigns: {
    scope: "Biriktirilgan tushum hali samara emas: samarani faqat nazorat guruhi koʻrsatadi",
    attributedSentence: (amount: string, times: string | undefined, isAllCosted: boolean) => {
      const timesCost = isAllCosted
        ? `, xarajatga nisbati ${times}`
        : `; xarajati maʼlum kampaniyalarda xarajatga nisbati ${times}`;
      return `Qoida boʻyicha biriktirilgan tushum: ${amount}${times === undefined ? "" : timesCost}.`;
    },
    incrementalSentence: (amount: string) => `Nazorat guruhlari tasdiqlagan qoʻshimcha tushum: ${amount}.`,
    proven: (proven: number, measured: number, format: Formats) =>
      measured === 0
        ? "Bu yerda birorta kampaniyaning yakunlangan nazorat guruhi yoʻq, shuning uchun samarani koʻrsatib boʻlmaydi."
        : `Nazorat guruhi bor ${format.integer(measured)} ta kampaniyadan ${format.integer(proven)} tasi tasodifdan ortiq buyurtma keltirdi.`,
    costMissing: (count: number, format: Formats) =>
      `xarajati nomaʼlum ${format.integer(count)} ta kampaniya hisobga kirmagan`,
    attributedNote: "sozlamalardagi qoida boʻyicha",
    incrementalNote: (count: number, format: Formats) =>
      `nazorat guruhi bor ${format.integer(count)} ta kampaniya boʻyicha`,
    responseNote: "qamrab olingan mijozlarga nisbatan javoblar",
    noControl: "Bu yerda birorta kampaniyaning yakunlangan nazorat guruhi yoʻq",
    liftTitle: (name: string, points: string) => `«${name}» kampaniyasi ish berdi: buyurtma berganlar ulushi ${points}`,
    liftNone: "Birorta samara tasodifdan aniq farq qilmaydi",
    liftSubtitle: "Buyurtma berganlar ulushi: ishtirokchilar va nazorat guruhi farqi, foiz bandlarda, 95% oraliq",
    noCost: "Bu kampaniyalarning xarajati nomaʼlum",
    roiTitle: (paid: number, all: number, format: Formats) =>
      `${format.integer(all)} ta kampaniyadan ${format.integer(paid)} tasida biriktirilgan marja xarajatdan yuqori`,
    roiSubtitle: "Biriktirilgan marja minus xarajat, xarajat birligiga",
    table: "Kampaniyalar",
    rulesTitle: (share: string) => `Biriktirilgan tushumning ${share} qismi qoida tanloviga bogʻliq`,
    rulesSame: "Barcha qoidalar bir xil natija beradi: birorta buyurtmaga bu kampaniyalardan ikkitasi taʼsir qilmagan",
    rulesSubtitle:
      "Har bir qoida biriktiradigan tushum; har qanday qoidada kampaniyalar va kampaniyasiz savdo yigʻindisi butun tushumga teng",
    rules: {
      last_touch: "Oxirgi aloqa",
      first_touch: "Birinchi aloqa",
      linear: "Teng taqsimlash",
      time_decay: "Vaqt boʻyicha kamayish",
      position: "Oʻrniga qarab",
    },
    chosenRule: (name: string) => `${name} (sozlamalarda)`,
    organic: "Kampaniyasiz",
    ruleSpread: "Qoidalar orasidagi farq",
    funnel: "Yuborishdan javobgacha",
    funnelTitle: (share: string) => `Qamrab olingan mijozlardan javob berganlari: ${share}`,
    funnelSubtitle:
      "Koʻrsatilgan barcha kampaniyalarning har bosqichidagi mijozlar va ularning yuborilganlarga nisbati",
    steps: {
      sent: "Yuborilgan",
      delivered: "Yetib borgan",
      opened: "Ochgan",
      clicked: "Havolaga oʻtgan",
      responded: "Javob bergan",
    },
    step: "Bosqich",
    ofSent: "Yuborilganlarga nisbati",
    notRecorded: "hech narsa yozilmagan",
    costPerResponse: "Bitta javobga xarajat",
    responseRange: "Javob ulushi, 95%",
    incrementalRoasRange: "iROAS, 95%",
    balance: {
      title: (alike: string, all: string) =>
        `${all} ta kampaniyadan ${alike} tasida nazorat guruhi ishtirokchilarga oʻxshash`,
      subtitle:
        "Guruhlarga ajratilgunga qadar 365 kun; farq standart ogʻishning oʻndan biridan katta boʻlsa — oʻxshash emas; kichik guruhlarda bu koʻpincha tasodifan boʻladi",
      figure: "Koʻrsatkich",
      figures: { orders: "Buyurtmalar", amount: "Tushum", active: "Buyurtma bergan mijozlar" } as Record<
        string,
        string
      >,
      treatedMean: "Ishtirokchilar, oʻrtacha",
      controlMean: "Nazorat, oʻrtacha",
      difference: "Farq, standart ogʻishlarda",
      verdict: "Xulosa",
      alike: "oʻxshash",
      unlike: "oʻxshash emas",
    },
    incrementalMargin: "Qoʻshimcha marja",
    incrementalRoiRange: "iROI, 95%",
    incrementalTitle: (paid: string, lost: string, all: string) =>
      `Nazorat guruhiga nisbatan ${all} tadan ${paid} tasi xarajatini ishonchli qopladi; ${lost} tasi ishonchli zararli`,
    incrementalSubtitle:
      "Qoʻshimcha marja minus xarajat, xarajat birligiga, 95% oraliq bilan; marja tushum kabi nazorat guruhiga nisbatan oʻlchangan",
  },
};
