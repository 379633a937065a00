import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: data quality. */
export const qualityTerms: GlossaryEntries = {
  "metrics.data_quality_by_file": [
    "فایل ارائه‌شده و سرانجام ردیف‌های آن.",
    {
      source: "منبع.",
      entity: "موجودیتی که فایل به آن نگاشته شده است.",
      name: "نام فایل.",
      state: "وضعیت: `committed` بارگذاری‌شده، `held` متوقف‌شده یا `rejected` ردشده.",
      loaded_at: "زمان بارگذاری.",
      rows_read: "رکوردهای خوانده‌شده.",
      rows_accepted: "رکوردهای پذیرفته.",
      rows_rejected: "رکوردهای کنارگذاشته.",
      rows_skipped: "رکوردهایی که ورودی عمداً به دیگران وامی‌گذارد: خوانده‌شده، نه پذیرفته و نه کنارگذاشته.",
      rows_changed: "ردیف‌های افزوده، تغییریافته یا بسته‌شده.",
      quality_flag: "کیفیت: `ok`، `rejects` کنارگذاشته بیش از سهم تنظیمات، `held` متوقف‌شده یا `rejected` ردشده.",
    },
  ],
  "metrics.future_rows": [
    "ردیف‌های موجودیت با تاریخ پس از روز گزارش که در محاسبه نیامده‌اند.",
    {
      entity: "موجودیت.",
      source: "منبع.",
      future_row_count: "ردیف‌های محاسبه‌نشده.",
      first_future_date: "نخستین تاریخ آن‌ها.",
      last_future_date: "آخرین تاریخ آن‌ها.",
    },
  ],
  "metrics.money_reconciliation": [
    "ردیف‌ها و مبالغ موجودیت در هر مرحلهٔ مسیر، در برابر مرحلهٔ پیش.",
    {
      entity: "موجودیت.",
      source: "منبع، یا `all` برای شاخص‌ها که دیگر منبع ندارند.",
      stage: "مرحله: `file` فایل، `raw` دادهٔ خام، `staging` آماده‌سازی، `mart` دیتامارت، `metric` شاخص.",
      row_count: "ردیف‌های این مرحله.",
      amount: "مبلغ در این مرحله.",
      explained_row_count:
        "ردیف‌هایی که پس از مرحلهٔ پیش عمداً کنار رفته‌اند: جایگزین‌شده با بارگذاری تازه‌تر یا دارای تاریخ پس از روز گزارش.",
      row_difference: "ردیف‌ها منهای ردیف‌های مرحلهٔ پیش به‌علاوهٔ توضیح‌داده‌شده‌ها: باید صفر باشد.",
      difference: "مبلغ منهای مبلغ مرحلهٔ پیش به‌علاوهٔ توضیح‌داده‌شده؛ خالی جایی که واحد تغییر می‌کند.",
      is_reconciled: "آیا اختلاف بی‌توضیحی نیست؟",
    },
  ],
  "metrics.rejects_by_rule": [
    "رکوردهای کنارگذاشته به تفکیک قاعدهٔ نقض‌شده.",
    {
      source: "منبع.",
      entity: "موجودیت، یا `unknown`.",
      rule: "قاعدهٔ نقض‌شده.",
      column_name: "ستون ایراددار، یا `unknown`.",
      record_count: "رکوردها.",
      file_count: "فایل‌ها.",
    },
  ],
  "metrics.remarks_by_file": [
    "آنچه در فایل جز ردیف‌ها یافت شد، و چگونگی اصلاح ردیف‌ها هنگام بارگذاری.",
    {
      source: "منبع، یا `unknown`.",
      entity: "موجودیت، یا `unknown`.",
      name: "نام فایل.",
      kind: "`footer` خط جمع است و `hidden_rows` ردیف‌های پنهان کارپوشه؛ بقیه اصلاح‌اند: `inner_quote`، `plain_quote`، `empty_tail`، `padded`.",
      message: "آنچه یافت یا اصلاح شد.",
      remark_count: "تعداد جاها در فایل.",
      first_line: "خط نخستین آن‌ها.",
      is_total_missed: "آیا جمع فایل با جمع ردیف‌هایش فرق دارد؟",
    },
  ],
  "metrics.source_freshness": [
    "ورودی یک منبع و میزان به‌روز بودن آن.",
    {
      source: "منبع.",
      feed: "ورودی.",
      entity: "موجودیت.",
      is_expected: "آیا طبق تنظیمات مورد انتظار است؟",
      file_count: "فایل‌های بارگذاری‌شده.",
      last_loaded_at: "آخرین بارگذاری؛ خالی اگر چیزی بارگذاری نشده باشد.",
      newest_event_date: "آخرین رویداد موجودیت از این منبع، تا روز گزارش.",
      warn_hours: "سن آخرین بارگذاری که هشدار می‌دهد.",
      error_hours: "سنی که از آن به بعد کهنه است.",
    },
  ],
};
