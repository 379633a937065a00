import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: what is summed by region and manager. */
export const placesTerms: GlossaryEntries = {
  "metrics.profit_by_place": [
    "فروش، هزینه و سود دوازده ماه کامل اخیر به تفکیک طبقه، منطقه، کارشناس و نوار سود.",
    {
      class: "طبقهٔ کنونی مشتری؛ `prospect` برای مشتریان بدون سفارش.",
      region: "منطقهٔ مشتری، یا `unknown`.",
      manager_id: "کارشناس مسئول کنونی، یا `unknown`.",
      is_costed: "آیا بهای تمام‌شدهٔ کالاهایشان معلوم است.",
      band: "از ۰ تا ۱۹۹: مشتریان از بیشترین سود به کمترین، در هر نوار به شمار برابر؛ ۲۰۰ یعنی بهای تمام‌شده نامشخص است.",
      window_from_date: "نخستین روز بازه.",
      window_to_date: "آخرین روز بازه.",
      client_count: "مشتریان دارای فروش، مرجوعی یا تماس.",
      losing_client_count: "از این میان، زیان‌ده.",
      bare_client_count: "از این میان، آن‌ها که هزینهٔ واحد خدمتشان در تنظیمات نیست.",
      list_amount: "فروش پیش از تخفیف اقلام.",
      discount_amount: "تخفیف اقلام.",
      return_amount: "ارزش کالای برگشتی؛ مثبت.",
      net_amount: "فروش خالص.",
      goods_amount: "بهای تمام‌شدهٔ کالای فروخته‌شده منهای ارزش باقی‌ماندهٔ کالای برگشتی.",
      delivery_amount: "هزینهٔ ارسال‌ها.",
      contact_amount: "هزینهٔ تماس‌ها.",
      complaint_amount: "هزینهٔ شکایت‌ها.",
      campaign_amount: "هزینهٔ کمپین‌ها.",
      cost_to_serve_amount: "ارسال، تماس، شکایت و کمپین.",
      profit_amount: "سود این مشتریان؛ خالی اگر بهای تمام‌شده نامشخص باشد.",
      loss_amount: "زیان روی‌هم‌رفتهٔ مشتریان زیان‌ده؛ مثبت.",
    },
  ],
  "metrics.offers_by_place": [
    "مشتریان هر منطقه و کارشناس که کالا به آن‌ها پیشنهاد می‌شود و ارزش آن.",
    {
      region: "منطقهٔ مشتری، یا `unknown`.",
      manager_id: "کارشناس مسئول کنونی، یا `unknown`.",
      item_id: "کالای پیشنهادی.",
      client_count: "مشتریانی که این بهترین پیشنهاد آن‌هاست.",
      expected_margin_amount: "سود ناخالص مورد انتظار از این پیشنهادها؛ خالی اگر بهای تمام‌شده نامشخص باشد.",
      listed_client_count: "مشتریانی که این یکی از سه پیشنهاد برتر آن‌هاست.",
      listed_margin_amount: "سود ناخالص مورد انتظار از آن‌ها؛ خالی اگر بهای تمام‌شده نامشخص باشد.",
    },
  ],
  "metrics.contacts_due_by_place": [
    "مشتریان هر منطقه، کارشناس و طبقه که بیش از حد در انتظار تماس مانده‌اند.",
    {
      manager_id: "کارشناس مسئول کنونی، یا `unknown`.",
      volume_class: "طبقه در آخرین دورهٔ کامل، یا `none`.",
      severity: "مقدار `warn` تا دو برابر مهلت مجاز، `critical` بیش از آن؛ `planned` اگر تماسی در پیش باشد.",
      client_count: "مشتریان فهرست تماس.",
    },
  ],
  "metrics.debtors_by_place": [
    "مشتریان هر منطقه و کارشناس که بدهی سررسیدگذشته دارند.",
    {
      region: "منطقهٔ مشتری، یا `unknown`.",
      manager_id: "کارشناس مسئول کنونی، یا `unknown`.",
      client_count: "مشتریان دارای مبلغ سررسیدگذشته.",
    },
  ],
  "metrics.rfm_by_place": [
    "مشتریان هر خانهٔ RFM به تفکیک منطقه و کارشناس: اکنون و یک ماه پیش.",
    {
      recency_score: "از ۱ تا ۵؛ ۵ تازه‌ترین یک‌پنجم است.",
      fm_score: "از ۱ تا ۵؛ ۵ بیشترین دفعات و مبلغ خرید است.",
      segment: "بخش این مشتریان.",
      region: "منطقهٔ مشتری، یا `unknown`.",
      manager_id: "کارشناس مسئول کنونی، یا `unknown`.",
      client_count: "مشتریان خانه.",
      net_amount: "درآمد خالص آن‌ها در بازه.",
      recency_day_count: "روزهای گذشته از آخرین سفارش، روی‌هم برای این مشتریان.",
      purchase_day_count: "روزهای دارای سفارش در بازه، روی‌هم برای این مشتریان.",
      previous_client_count: "مشتریان خانه در یک ماه پیش.",
    },
  ],
};
