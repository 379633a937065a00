import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: profitability, cost to serve, discounts. */
export const profitTerms: GlossaryEntries = {
  "metrics.client_profit": [
    "آنچه از هر مشتری پس از بهای کالا، مرجوعی، ارسال، تماس، شکایت و کمپین در دوازده ماه کامل اخیر می‌ماند.",
    {
      client_id: "مشتری.",
      delivery_count: "ارسال‌ها.",
      contact_count: "تماس‌های انسانی: تلفن، جلسه، بازدید، پیام.",
      list_amount: "فروش پیش از تخفیف اقلام.",
      discount_amount: "تخفیف اقلام.",
      return_amount: "ارزش کالای برگشتی؛ مثبت.",
      net_amount: "فروش خالص: پیش از تخفیف منهای تخفیف و مرجوعی.",
      goods_amount: "بهای تمام‌شدهٔ کالای فروخته‌شده منهای ارزش باقی‌ماندهٔ کالای برگشتی؛ خالی اگر نامشخص باشد.",
      delivery_amount: "ارسال‌ها × هزینهٔ واحد تنظیمات.",
      contact_amount: "تماس‌ها × هزینه‌های واحد تنظیمات.",
      complaint_amount: "شکایت‌ها × هزینهٔ واحد تنظیمات.",
      campaign_amount: "سهم مشتری از هزینهٔ کمپین‌های ارسال‌شده به او.",
      cost_to_serve_amount: "ارسال، تماس، شکایت و کمپین.",
      profit_amount: "فروش خالص منهای بهای کالا و هزینهٔ خدمت‌رسانی؛ خالی اگر بهای تمام‌شده نامشخص باشد.",
      costed_share: "سهم فروش با بهای تمام‌شدهٔ معلوم.",
      quality_flag:
        "کیفیت: `ok`؛ `no_cost` بدون بهای تمام‌شده؛ `partial_cost` معلوم برای کمتر از ۹۵٪ فروش؛ `no_unit_costs` هزینه‌های واحد در تنظیمات نیست.",
    },
  ],
  "metrics.client_segments": [
    "بخشی که هر مشتری دارای سفارش اکنون در آن است: بر حسب طبقه، RFM و منطقه.",
    { client_id: "مشتری.", segment: "طبقه، بخش RFM (`inactive` بدون سفارش در بازه) یا منطقه." },
  ],
  "metrics.profit_by_segment": [
    "فروش، هزینه و سود مشتریان یک طبقه، بخش RFM یا منطقه، در دوازده ماه کامل اخیر.",
    {
      segmentation: "مبنای تقسیم مشتریان: `class`، `rfm` یا `region`.",
      segment: "بخش؛ در طبقه‌ها `prospect` برای مشتریان بدون سفارش.",
      client_count: "مشتریان دارای فروش، مرجوعی یا تماس.",
      losing_client_count: "از این میان، زیان‌ده.",
      net_amount: "فروش خالص.",
      cost_to_serve_amount: "ارسال، تماس، شکایت و کمپین.",
      profit_amount: "سود مشتریان با بهای تمام‌شدهٔ معلوم.",
      profit_rate: "سود نسبت به فروش خالص همین مشتریان.",
      quality_flag:
        "کیفیت: `ok`؛ `no_cost`؛ `partial_cost` برخی مشتریان بهای تمام‌شده ندارند؛ `no_unit_costs` هزینه‌های واحد در تنظیمات نیست؛ `low_n` کمتر از ۳۰ مشتری.",
    },
  ],
  "metrics.discounts": [
    "تخفیف‌ها و تحقق قیمت در دوازده ماه کامل اخیر به تفکیک کارشناس فروش، طبقهٔ مشتری و دستهٔ کالا.",
    {
      manager_id: "کارشناس سفارش، یا `unknown`.",
      class: "طبقهٔ کنونی مشتری، یا `unknown`.",
      category: "دستهٔ کالا، یا `unknown`.",
      line_count: "اقلام فروخته‌شده.",
      list_amount: "فروش پیش از تخفیف، در اقلامی که تخفیف آن‌ها ذکر شده است (حتی ۰٪).",
      discount_amount: "تخفیف همین اقلام.",
      net_amount: "فروش همهٔ اقلام پس از تخفیف، پیش از مرجوعی.",
      margin_amount: "سود ناخالص اقلام با بهای تمام‌شدهٔ معلوم.",
      discount_rate: "تخفیف نسبت به فروش پیش از آن.",
      usual_rate: "همان برای همهٔ کارشناسان در این طبقه و دسته.",
      leak_amount: "تخفیف مازاد بر نرخ معمول؛ صفر اگر بالاتر نباشد.",
      price_realisation: "فروش نسبت به ارزش آن با قیمت فهرست.",
      quality_flag: "کیفیت: `ok`؛ `low_n` کمتر از ۳۰ قلم.",
    },
  ],
};
