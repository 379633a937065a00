import type { Formats } from "../../formats.ts";
import type { activityEn } from "../en/activity.ts";

/** Uzbek texts of the page of managers' activity. */
export const activityUz: typeof activityEn = {
  activity: {
    headline: (coverage: string, late: number, key: number, format: Formats) =>
      `Bir oyda mijozlarning ${coverage} qismi bilan aloqa boʻlgan; ${format.integer(late)} ta mijoz oʻz sinfi meʼyoridan uzoq kutmoqda, shundan ${format.integer(key)} tasi asosiy.`,
    contacts: "Aloqalar",
    calls: "Qoʻngʻiroqlar",
    meetings: "Uchrashuv va tashriflar",
    messages: "Xabarlar",
    coverage: "Bir oyda aloqa qilingan mijozlar",
    coverageNote: "oy oxiridagi portfelga nisbatan, kim aloqa qilganidan qatʼi nazar",
    perDay: "Menejerning bir ish kunidagi aloqalari",
    missed: "Rejadagi aloqalardan boʻlmay qolgani",
    missedCount: "Boʻlmay qolgan",
    outgoing: "Bizdan chiqqan",
    gaps: "Maʼlumotlarda bironta ham aloqa yoʻq kunlar bor: bu maʼlumot yetishmasligi, bekor oʻtirish emas",
    mostTitle: (month: string, count: string) => `Aloqalar eng koʻp boʻlgan oy — ${month}: ${count}`,
    trendSubtitle: "Amalga oshgan aloqalar, kanallar boʻyicha; avtomatik xabarlar hisobga kirmaydi",
    nobodyWaits: "Hech kim sinf meʼyoridan uzoq kutmayapti",
    waitTitle: (name: string, count: string) => `Kutayotgan mijozi eng koʻp menejer — ${name}: ${count}`,
    waitNobodyTitle: (count: string) => `Menejeri yoʻq, aloqa kutayotgan mijozlar: ${count}`,
    waitSubtitle: "Sinf meʼyoridan uzoq vaqt aloqa qilinmagan mijozlar, masʼul menejerlar boʻyicha, hisobot kuniga",
    waiting: "Kutayotgan mijozlar",
    critical: "Meʼyordan ikki baravar uzoq",
    keyWaiting: "Asosiy mijozlar",
    mediumWaiting: "Oʻrta mijozlar",
    bar: (late: number, critical: number, format: Formats) =>
      critical === 0 ? format.integer(late) : `${format.integer(late)}, jiddiysi ${format.integer(critical)}`,
    table: "Menejerlar",
    tableSubtitle:
      "Davrdagi aloqalar, portfel va portfel tushumi; aytilgan boʻlsa, ishda boʻlmagan kunlar hisoblanmaydi",
    portfolio: "Portfeldagi mijozlar",
    todo: "Ish roʻyxatlari",
    todoSubtitle:
      "Kimga qoʻngʻiroq qilish, kimga eslatish, kimga xizmat koʻrsatish va nimani hal qilish kerak; har bir roʻyxatni yuklab olish mumkin",
    call: "Bugun qoʻngʻiroq qiling",
    callSubtitle:
      "Juda uzoq kutayotgan mijozlar, avval muhimlari: kechikish × qiymat × buyurtma kechikishi; rejalashtirilgan aloqa shoshilinchlikni olib tashlaydi",
    optedOut: (count: string) => `Qoʻngʻiroq qilmaslikni soʻraganlar koʻrsatilmagan: ${count}.`,
    severities: { warn: "kechikkan", critical: "juda kechikkan", planned: "aloqa rejalashtirilgan" },
    days: "Aloqasiz kunlar",
    allowed: "Meʼyor, kun",
    lastContact: "Oxirgi aloqa",
    next: "Keyingi reja",
    worth: "Qiymati",
    orderGaps: "Buyurtmasiz vaqt, odatdagi oraliqlarda",
    channels: {
      call: "qoʻngʻiroq",
      meeting: "uchrashuv",
      visit: "tashrif",
      message: "xabar",
      email: "e-pochta",
    },
    events: "Tugʻilgan kunlar va rejadagi aloqalar",
    eventsSubtitle: "Sozlamalardagi yaqin kunlar va undan oldingi shuncha kunda boʻlmay qolgan aloqalar",
    eventKinds: {
      birthday: "tugʻilgan kun",
      planned_contact: "aloqa rejalashtirilgan",
      missed_contact: "aloqa boʻlmay qolgan",
    },
    day: "Kun",
    what: "Nima",
    daysLeft: "Qolgan kunlar",
  },
};
