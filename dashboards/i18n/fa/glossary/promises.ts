import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: answering times and returns. */
export const promisesTerms: GlossaryEntries = {
  "metrics.sla_by_month": [
    "شکایت‌های دریافتی در ماه به تفکیک نوع و کارشناس مسئول، در برابر مهلت‌ها بر حسب ساعت کاری.",
    {
      month: "نخستین روز ماه دریافت.",
      complaint_type: "نوع، یا `unknown`.",
      manager_id: "کارشناس مسئول، یا `unknown`.",
      complaint_count: "شکایت‌های دریافتی.",
      first_response_met_count: "پاسخ در مهلت.",
      first_response_breached_count: "پاسخ دیرهنگام، یا بی‌پاسخ با مهلت گذشته.",
      first_response_pending_count: "بی‌پاسخ و هنوز در مهلت.",
      resolution_met_count: "بسته‌شده در مهلت.",
      resolution_breached_count: "بسته‌شدهٔ دیرهنگام، یا باز با مهلت گذشته.",
      resolution_pending_count: "باز و هنوز در مهلت.",
    },
  ],
  "metrics.complaint_durations": [
    "ساعت کاری تا نخستین پاسخ یا رسیدگی؛ موارد باز با ساعت‌های سپری‌شده محاسبه می‌شوند.",
    {
      step: "گام: `first_response` نخستین پاسخ یا `resolution` رسیدگی.",
      dimension: "بُعد: `all`، `type` یا `manager` برای ۳۶۵ روز تا روز گزارش؛ `month` ماه دریافت، برای همه.",
      entity_id: "مقدار: `all`، نوع، کارشناس مسئول یا نخستین روز ماه.",
      complaint_count: "شکایت‌ها.",
      open_count: "از این میان، هنوز بی‌پاسخ یا باز.",
      hours_p50: "ساعت کاری تا انجام نیمی از موارد (کاپلان–مایر).",
      hours_p90: "ساعت کاری تا انجام نُه‌دهم موارد (کاپلان–مایر).",
    },
  ],
  "metrics.complaint_rates": [
    "شکایت به ازای ۱۰۰ سفارش تحویل‌شده در ماه: کل، هر نوع، کارشناس فروش یا منطقه.",
    {
      month: "نخستین روز ماه.",
      dimension: "بُعد: `all`، `type`، `manager` یا `region` (منطقهٔ سفارش، وگرنه مشتری).",
      entity_id: "مقدار: `all`، نوع، کارشناس یا منطقه؛ اگر نباشد `unknown`.",
      delivered_order_count: "سفارش‌هایی که تحویلشان در ماه کامل شده است.",
      complaint_count: "شکایت‌های همین سفارش‌ها و شکایت‌های بدون سفارش تحویل‌شده که در ماه دریافت شده‌اند.",
    },
  ],
  "metrics.complaint_times": [
    "یک شکایت و ساعت‌های کاری صرف‌شده برای آن، در برابر مهلت‌های نوع آن.",
    {
      complaint_id: "شکایت.",
      client_id: "شاکی.",
      complaint_type: "نوع، یا `unknown`.",
      severity: "شدت: `low` کم، `medium` متوسط، `high` زیاد.",
      manager_id: "کارشناس مسئول، یا `unknown`.",
      opened_at: "زمان دریافت.",
      is_answered: "آیا مشتری تا روز گزارش پاسخ گرفته است؟",
      first_response_state:
        "وضعیت: `met` در مهلت، `breached` دیرهنگام یا بی‌پاسخ خارج از مهلت، `pending` هنوز در مهلت، یا `unknown`.",
      resolution_hours: "ساعت کاری تا بسته شدن یا تاکنون، بدون زمان انتظار برای مشتری.",
      resolution_target_hours: "مهلت نوع آن.",
      resolution_state: "وضعیت: `met`، `breached`، `pending` یا `unknown`.",
    },
  ],
  "metrics.return_rate_by_month": [
    "سفارش‌های تحویل‌شده در ماه و میزان برگشت آن‌ها، به تفکیک منطقه و کارشناس فروش.",
    {
      month: "نخستین روز ماهی که آخرین بخش سفارش رسیده است.",
      is_mature: "آیا از پایان ماه به همان اندازه گذشته است؟ تا آن زمان مرجوعی بیشتر می‌شود.",
      shipped_quantity: "تعداد کالای این سفارش‌ها.",
      shipped_amount: "ارزش خالص آن‌ها.",
      return_count: "مرجوعی‌های همین کالاها تا روز گزارش.",
      returned_quantity: "تعداد کالای برگشتی.",
      returned_amount: "ارزش کالای برگشتی.",
    },
  ],
  "metrics.line_returns": [
    "سطرهای ارسال‌شده در ماه و مقدار برگشتی از آن‌ها، به تفکیک منطقه، کارشناس و کالا.",
    {
      product_id: "کالا، یا `unknown`.",
      manager_id: "کارشناس سفارش، یا `unknown`.",
      shipment_count: "ارسال‌های سطرها.",
      shipped_quantity: "واحدهای ارسال‌شده.",
      shipped_amount: "ارزش خالص آن‌ها به بهای سطر.",
      return_count: "مرجوعی سطرهایی که نخستین بار در این ماه ارسال شده‌اند، تا روز گزارش.",
      returned_quantity: "واحدهای برگشتی.",
      returned_amount: "ارزش آن‌ها.",
    },
  ],
  "metrics.line_returns_by_reason": [
    "مرجوعی سطرهای ارسال‌شده در ماه به تفکیک علت، در برابر همهٔ ارسال‌ها.",
    {
      reason: "علت، یا `unknown`.",
      return_count: "مرجوعی‌ها.",
      returned_quantity: "واحدهایی که به این علت برگشته‌اند.",
      returned_amount: "ارزش آن‌ها.",
    },
  ],
  "metrics.returns_by_reason": [
    "کالاهای برگشتی در ماه به تفکیک علت و خط کسب‌وکار.",
    {
      month: "نخستین روز ماه برگشت.",
      reason: "علت، به همان صورتی که منبع می‌گوید، یا `unknown`.",
      return_count: "مرجوعی‌ها.",
      returned_amount: "ارزش آن‌ها.",
    },
  ],
};
