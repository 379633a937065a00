import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: contracts with clients. */
export const contractsTerms: GlossaryEntries = {
  "metrics.contract_survival": [
    "ماه پس از آغاز قرارداد و سهم قراردادهایی که بیش از آن برقرار می‌مانند.",
    {
      is_total: "آیا همهٔ انواع با هم است؟ آنگاه در `kind` مقدار `all` می‌آید که نام نیست.",
      kind: "نوع قرارداد؛ `all` همه با هم، `unknown` نوع نامشخص.",
      month_number: "ماه از نخستین روز؛ ۱ ماه نخست است.",
      at_risk_count: "قراردادهایی که تا این مدت برقرار و زیر نظر بوده‌اند.",
      ended_count: "از این میان، پایان‌یافته در این ماه.",
      survival_share: "سهم قراردادهایی که بیش از آن برقرار می‌مانند (کاپلان–مایر).",
      survival_share_low: "حد پایین ۹۵٪.",
      survival_share_high: "حد بالا.",
    },
  ],
  "metrics.contract_renewals": [
    "تمدید اول، دوم و بعدی قراردادها: چند قرارداد به آن رسیده و چند قرارداد تمدید شده است.",
    {
      is_total: "آیا همهٔ انواع با هم است؟ آنگاه در `kind` مقدار `all` می‌آید که نام نیست.",
      kind: "نوع قرارداد؛ `all` همه با هم، `unknown` نوع نامشخص.",
      renewal_number: "شمارهٔ تمدید، از ۱.",
      due_count: "قراردادهای رسیده به آن: تمدیدشده یا ازدست‌رفته.",
      renewed_count: "از این میان، تمدیدشده.",
      lost_count: "از این میان، پایان‌یافته در همین تمدید یا در دورهٔ پیش از آن.",
      renewal_rate: "تمدیدشده نسبت به رسیده.",
      renewal_rate_low: "حد پایین ۹۵٪ (ویلسون).",
      renewal_rate_high: "حد بالا.",
    },
  ],
  "metrics.renewal_fits": [
    "تمدید بر پایهٔ مدل بتا-هندسی انتقال‌یافته: انتظار از هر تمدید گذشته و آینده.",
    {
      is_total: "آیا همهٔ انواع با هم است؟ آنگاه در `kind` مقدار `all` می‌آید که نام نیست.",
      kind: "نوع قرارداد؛ `all` همه با هم، `unknown` نوع نامشخص.",
      renewal_number: "شمارهٔ تمدید، از ۱.",
      is_seen: "آیا قراردادی تاکنون به آن رسیده است؟ دربارهٔ آینده تنها مدل سخن می‌گوید.",
      expected_renewal_rate: "احتمال تمدید قراردادهای رسیده.",
      expected_survival_share: "سهم کل قراردادها که پس از آن برقرارند.",
      quality_flag:
        "کیفیت: `ok`، `low_n` کمتر از ۱۰۰ قرارداد، `at_bound` برازش در مرز مجاز، `not_converged` همگرا نشد.",
    },
  ],
};
