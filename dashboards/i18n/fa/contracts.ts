import type { contractsEn } from "../en/contracts.ts";

/** Persian texts of contracts: their renewal, and what is due. */
export const contractsFa: typeof contractsEn = {
  contracts: {
    renewalPlain: "تمدید قراردادها",
    renewalTitle: (rate: string) => `${rate} از قراردادهای رسیده به موعد تمدید، تمدید شد`,
    renewalSubtitle:
      "سهم تمدیدشده در تمدید اول، دوم و بعدی، با حدود ۹۵٪، و انتظار مدل برای آن‌ها و سه تمدید آینده؛ برای کمتر از ۳۰ قرارداد تنها مدل نمایش داده می‌شود",
    renewalPoint: (label: string, number: string, share: string) => `تمدید ${number}، ${label}: ${share}`,
    seen: "مشاهده‌شده",
    told: "مدل",
    survivalPlain: "ماندگاری قراردادها",
    survivalTitle: (share: string) => `یک سال پس از آغاز، ${share} از قراردادها هنوز برقرارند`,
    survivalSubtitle:
      "سهم قراردادهای برقرار به تفکیک ماه از نخستین روز (کاپلان–مایر)؛ قراردادهای جاری به اندازهٔ مدت مشاهده محاسبه می‌شوند",
    survivalPoint: (label: string, month: string, share: string) => `${label}، ماه ${month}: ${share}`,
    table: "تمدیدها به تفکیک نوع قرارداد",
    tableSubtitle:
      "قراردادهای رسیده به موعد تمدید و قراردادهای تمدیدشده؛ ردیف‌های بدون تعداد، پیش‌بینی مدل برای آینده است",
    kinds: {
      all: "همهٔ قراردادها",
      frame: "قرارداد چارچوب",
      service: "خدمات",
      subscription: "اشتراک",
      unknown: "نوع نامشخص",
    } as Record<string, string>,
    columns: {
      kind: "نوع قرارداد",
      renewal: "تمدید",
      due: "رسیده به موعد",
      renewed: "تمدیدشده",
      rate: "سهم تمدید",
      toldRate: "سهم تمدید، مدل",
      toldSurvival: "هنوز برقرار، مدل",
      month: "ماه",
      atRisk: "زیر نظر تا این ماه",
      ended: "پایان‌یافته",
      survival: "هنوز برقرار",
      subject: "موضوع قرارداد",
      monthly: "مبلغ ماهانه",
      renewable: "در صورت بی‌اقدامی",
      ends: "قراردادهای رو به پایان",
      services: "موعد سرویس",
      overdue: "از آن، دیرکرده",
    },
    due: "پایان قراردادها و موعد سرویس",
    dueSubtitle: "روزهای پیش‌رو طبق تنظیمات؛ سرویس دیرکرده تا زمان انجام در فهرست می‌ماند",
    eventKinds: {
      contract_end: "پایان قرارداد",
      service_due: "موعد سرویس",
      service_overdue: "سرویس دیرکرده",
    } as Record<string, string>,
    renews: "خود تمدید می‌شود",
    ends: "پایان می‌یابد",
    byManager: "قراردادهای نیازمند گفت‌وگو، به تفکیک کارشناس فروش",
    byManagerSubtitle: "کارشناسان مسئول کنونی؛ مبلغ، درآمد ماهانهٔ قراردادهای رو به پایان است",
  },
};
