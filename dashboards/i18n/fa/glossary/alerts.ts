import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: alerts of the settings. */
export const alertsTerms: GlossaryEntries = {
  "metrics.alerts": [
    "هشدارهای تنظیمات: تازه‌ترین مقدار هر شاخص زیر نظر چه نشان داد.",
    {
      position: "جای هشدار در تنظیمات، از ۱.",
      alert_name: "نام هشدار.",
      measure: "آنچه زیر نظر است: `net_sales`، `on_time_rate` و مانند آن.",
      dimension: "مقدارها: `company` شرکت، `region` منطقه، `manager` مدیر فروش.",
      entity_id: "منطقه یا مدیر فروش؛ `all` برای شرکت.",
      entity_name: "نام منطقه یا مدیر فروش؛ برای شرکت خالی.",
      rule: "قاعده: `above` بالاتر، `below` پایین‌تر، `rises` افزایش، `falls` کاهش، `changes` تغییر، `missing` نبود داده.",
      limit_value: "حد مقدار یا حد تغییر آن به صورت سهم؛ برای `missing` خالی.",
      severity: "اهمیت: `warning` هشدار، `critical` بحرانی.",
      period_date: "نخستین روز تازه‌ترین ماه کامل؛ برای مانده‌ها ماه جاری و برای نظرسنجی تازه‌ترین موج.",
      value: "مقدار در این دوره.",
      compared_period_date: "نخستین روز دورهٔ مقایسه.",
      change_share: "تغییر به صورت سهمی از مقدار آن دوره.",
      state: "وضعیت: `raised` گذشته از حد، `ok` در محدودهٔ مجاز، `unknown` بدون داده برای داوری.",
      since_date: "نخستین دوره از دوره‌های پیاپی در این وضعیت.",
      quality_flag:
        "کیفیت: `ok` بی‌اشکال؛ `low_n` موارد اندک؛ `no_value` بدون تازه‌ترین مقدار؛ `no_comparison` بدون مبنای مقایسه؛ `no_figures` بدون هیچ داده‌ای تاکنون.",
    },
  ],
};
