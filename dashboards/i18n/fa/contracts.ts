import type { contractsEn } from "../en/contracts.ts";

/** Persian texts of contracts: their renewal, and what is due. */
export const contractsFa: typeof contractsEn = {
  contracts: {
    renewalPlain: "تمدید قراردادها",
    renewalTitle: (rate: string) => `از قراردادهایی که به موعد تمدید رسیدند ${rate} تمدید شد`,
    renewalSubtitle:
      "سهم تمدیدشده در تمدید اول، دوم، … با حدود ۹۵ ٪ و انتظار مدل برای آن‌ها و سه تمدید بعدی؛ زیر ۳۰ قرارداد تنها مدل کشیده می‌شود",
    renewalPoint: (label: string, number: string, share: string) => `تمدید ${number}، ${label}: ${share}`,
    seen: "دیده‌شده",
    told: "مدل",
    survivalPlain: "قراردادها چه مدت می‌مانند",
    survivalTitle: (share: string) => `یک سال پس از آغاز، ${share} قراردادها هنوز برقرارند`,
    survivalSubtitle:
      "سهم قراردادهای برقرار بر حسب ماه از نخستین روز (کاپلان–مایر)؛ قراردادهای جاری به اندازهٔ مدتی که دیده شده‌اند شمرده می‌شوند",
    survivalPoint: (label: string, month: string, share: string) => `${label}، ماه ${month}: ${share}`,
    table: "تمدیدها بر حسب نوع قرارداد",
    tableSubtitle: "قراردادهایی که به تمدید رسیدند و آن‌ها که تمدید شدند؛ ردیف‌های بی‌شمار، پیش‌بینی مدل برای آینده‌اند",
    kinds: {
      all: "همهٔ قراردادها",
      frame: "قرارداد چارچوب",
      service: "خدمات و نگهداری",
      subscription: "اشتراک",
      unknown: "نوع نامشخص",
    } as Record<string, string>,
    columns: {
      kind: "نوع قرارداد",
      renewal: "تمدید",
      due: "به موعد رسید",
      renewed: "تمدید شد",
      rate: "سهم تمدید",
      toldRate: "مدل: تمدید",
      toldSurvival: "مدل: هنوز برقرار",
      month: "ماه",
      atRisk: "این مدت دیده شد",
      ended: "پایان یافت",
      survival: "هنوز برقرار",
      subject: "موضوع قرارداد",
      monthly: "در ماه",
      renewable: "اگر کاری نشود",
      ends: "قراردادهای رو به پایان",
      services: "موعد سرویس",
      overdue: "گذشته از موعد",
    },
    due: "پایان قراردادها و موعد سرویس",
    dueSubtitle: "روزهای پیش رو طبق تنظیمات؛ سرویس گذشته از موعد تا انجام آن می‌ماند",
    eventKinds: {
      contract_end: "دوره پایان می‌یابد",
      service_due: "موعد سرویس",
      service_overdue: "سرویس عقب افتاده",
    } as Record<string, string>,
    renews: "خود تمدید می‌شود",
    ends: "پایان می‌یابد",
    byManager: "قراردادهای نیازمند گفت‌وگو، به تفکیک مدیر",
    byManagerSubtitle: "صاحبان امروز مشتریان؛ مبلغ، درآمد ماهانهٔ قراردادهای رو به پایان است",
  },
};
