import type { contractsEn } from "../en/contracts.ts";

/** Uzbek texts of contracts: their renewal, and what is due. */
export const contractsUz: typeof contractsEn = {
  contracts: {
    renewalPlain: "Shartnomalarni uzaytirish",
    renewalTitle: (rate: string) => `Uzaytirish muddatiga yetgan shartnomalarning ${rate} qismi uzaytirildi`,
    renewalSubtitle:
      "Birinchi, ikkinchi va keyingi uzaytirishlardagi ulush, 95% chegaralari bilan hamda modelning ular va keyingi uchtasi uchun kutgani; 30 tadan kam shartnomada faqat model",
    renewalPoint: (label: string, number: string, share: string) => `${number}-uzaytirish, ${label}: ${share}`,
    seen: "amalda",
    told: "model",
    survivalPlain: "Shartnomalar qancha vaqt amal qiladi",
    survivalTitle: (share: string) => `Boshlanganidan bir yil oʻtib shartnomalarning ${share} qismi amalda`,
    survivalSubtitle:
      "Birinchi kundan oʻtgan oylar boʻyicha amaldagi shartnomalar ulushi (Kaplan–Mayer); amaldagilari kuzatilgan vaqtigacha hisoblanadi",
    survivalPoint: (label: string, month: string, share: string) => `${label}, ${month}-oy: ${share}`,
    table: "Shartnoma turlari boʻyicha uzaytirishlar",
    tableSubtitle: "Uzaytirishga yetgan va uzaytirilgan shartnomalar; soni yoʻq satrlar — modelning kelgusi bahosi",
    kinds: {
      all: "barcha shartnomalar",
      frame: "doiraviy",
      service: "xizmat koʻrsatish",
      subscription: "obuna",
      unknown: "turi koʻrsatilmagan",
    } as Record<string, string>,
    columns: {
      kind: "Shartnoma turi",
      renewal: "Uzaytirish",
      due: "Muddati yetgan",
      renewed: "Uzaytirildi",
      rate: "Uzaytirilgan ulush",
      toldRate: "Model: uzaytiriladi",
      toldSurvival: "Model: hali amalda",
      month: "Oy",
      atRisk: "Shuncha kuzatildi",
      ended: "Tugadi",
      survival: "Hali amalda",
      subject: "Shartnoma mavzusi",
      monthly: "Oyiga",
      renewable: "Hech kim harakat qilmasa",
      ends: "Tugaydigan shartnomalar",
      services: "Xizmat koʻrsatish vaqti kelgan",
      overdue: "Shundan muddati oʻtgan",
    },
    due: "Tugaydigan shartnomalar va xizmat koʻrsatish muddatlari",
    dueSubtitle: "Sozlamalardagi yaqin kunlar; muddati oʻtgan xizmat bajarilguncha qoladi",
    eventKinds: {
      contract_end: "muddati tugaydi",
      service_due: "xizmat koʻrsatish vaqti keldi",
      service_overdue: "xizmat koʻrsatish muddati oʻtdi",
    } as Record<string, string>,
    renews: "oʻzi uzayadi",
    ends: "tugaydi",
    byManager: "Qaysi shartnomalar haqida gaplashish kerak, menejerlar boʻyicha",
    byManagerSubtitle:
      "Mijozlarning bugungi masʼul menejerlari; pul — tugaydigan shartnomalar oyiga keltiradigan summa",
  },
};
