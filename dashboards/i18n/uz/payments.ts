import type { Formats } from "../../formats.ts";
import type { paymentsEn } from "../en/payments.ts";

/** Uzbek texts of the page payments. */
export const paymentsUz: typeof paymentsEn = {
  payments: {
    scope: "Hisobot kuniga ochiq qoldiqlar; savdo kunlari — oxirgi oʻn ikki oy boʻyicha",
    headline: (balance: string, overdue: string, share: string, debtors: number, format: Formats) =>
      `Mijozlar qarzi ${balance}; ${format.integer(debtors)} ta mijozda muddati oʻtgan qarz ${overdue} (ochiq hisob-fakturalarning ${share} qismi).`,
    nothingOverdue: (balance: string) => `Mijozlar qarzi ${balance}, muddati oʻtgan qarz yoʻq.`,
    nothingOpen: (credit: string) =>
      `Ochiq hisob-faktura yoʻq: mijozlarning qarzi yoʻq, oldindan toʻlangan, taqsimlanmagan yoki kredit-nota boʻyicha ${credit} esa ularning pulidir.`,
    split: (owed: string, credit: string, onBalance: string) =>
      `Ochiq hisob-fakturalar boʻyicha mijozlar qarzi ${owed}, oldindan toʻlangan, taqsimlanmagan va kredit-nota boʻyicha esa ${credit}: ${onBalance}.`,
    theirs: (amount: string) => `yakunda biz mijozlardan ${amount} qarzmiz`,
    ours: (amount: string) => `yakunda mijozlar qarzi ${amount}`,
    pastDue: (overdue: string, share: string, debtors: number, format: Formats) =>
      `${format.integer(debtors)} ta mijozda muddati oʻtgan qarz ${overdue} (ochiq hisob-fakturalarning ${share} qismi).`,
    nonePastDue: "Muddati oʻtgan qarz yoʻq.",
    owedToClients: "Yakunda mijozlardan qarzimiz",
    lessCredit: (owed: string, credit: string) =>
      `ochiq hisob-fakturalar ${owed}, undan oldindan toʻlangan, taqsimlanmagan yoki kredit-nota boʻyicha ${credit} ayiriladi`,
    balance: "Debitorlik qarzi",
    overdue: "Muddati oʻtgan",
    overdueShare: "Muddati oʻtgan qarz ulushi",
    dso: "Debitorlik qarzining aylanish davri (DSO)",
    dsoShort: "DSO",
    countBack: "DSO, orqaga sanash usulida",
    best: "Eng yaxshi mumkin boʻlgan DSO",
    bestShort: "Eng yaxshi mumkin",
    delinquent: "Oʻrtacha kechikish kunlari",
    effectiveness: "Qarz undirish samaradorligi, %",
    delay: "Muddatdan keyingi kunlar medianasi",
    paidByDueDay: (share: string) => `Pulning ${share} qismi muddatigacha kelgan`,
    oneOnly: "Hudud yoki menejer boʻyicha maʼlum, ikkalasi boʻyicha birga emas",
    unconverted: (count: number, format: Formats) =>
      `valyuta kursi yoʻq ${format.integer(count)} ta hujjat hisobga kirmagan`,
    flags: {
      low_n: "hisob-fakturalar kam",
      insufficient_history: "savdo tarixi oʻn ikki oydan kam",
      credit_balance: "biz mijozlardan qarzmiz",
      no_sales: "oʻn ikki oyda savdo yoʻq",
      mostly_unpaid: "yarmidan kami toʻlangan",
    },
    buckets: {
      not_due_amount: "Muddati kelmagan",
      days_1_30_amount: "1–30 kun kechikkan",
      days_31_60_amount: "31–60 kun",
      days_61_90_amount: "61–90 kun",
      days_over_90_amount: "90 kundan ortiq",
      without_due_date_amount: "Muddati koʻrsatilmagan",
      credit_amount: "Kredit-notalar",
      unallocated_amount: "Taqsimlanmagan toʻlovlar",
    },
    age: "Qarz yoshi",
    noneOverdueTitle: "Muddati oʻtgan qarz yoʻq",
    ageTitle: (share: string, amount: string) => `Muddati oʻtgan qarzning ${share} qismi 90 kundan eski: ${amount}`,
    ageSubtitle: "Muddatdan keyingi kunlar boʻyicha ochiq summalar; barcha ustunlar birga — debitorlik qarzi",
    whoTitle: (name: string, share: string) => `${name}: muddati oʻtgan qarzdagi ulushi ${share}`,
    whoSubtitle: (dimension: string) =>
      `Muddati oʻtgan qarz va ochiq hisob-fakturalardagi ulushi, buyurtma kesimida: ${dimension.toLocaleLowerCase("uz")}`,
    dsoTitle: (days: string, best: string) =>
      `Pul ${days} kunda qaytadi; muddati oʻtgan qarz boʻlmasa, ${best} kun boʻlardi`,
    dsoSubtitle: "Oy oxiridagi debitorlik qarzi oʻn ikki oylik savdoga nisbatan, kunlarda",
    delays: "Pul qancha kechikib keladi",
    delaysSubtitle:
      "Oxirgi 365 kunlik hisob-fakturalar, buyurtma menejeri boʻyicha, summa vazni bilan; toʻlanmagan pul shu kungacha oʻtgan kunlar bilan hisoblanadi (Kaplan–Mayer)",
    delayMedian: "Yarmi kelgan kun",
    delayP90: "90% kelgan kun",
    delayPaid: "Toʻlanganlarning oʻrtacha kechikishi",
    byDueDay: "Muddatigacha kelgan",
    invoices: "Hisob-fakturalar",
    debtors: "Bugun kimga eslatish kerak",
    debtorsSubtitle: "Muddati oʻtgan hisob-fakturasi bor mijozlar, eng yirigidan; menejer — mijozning bugungi masʼuli",
    oldest: "Eng eskisi, kun",
    over90: "90 kundan ortiq",
  },
};
