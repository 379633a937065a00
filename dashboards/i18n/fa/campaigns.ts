import type { Formats } from "../../formats.ts";
import type { campaignsEn } from "../en/campaigns.ts";

/** Persian texts of the page campaigns. */
export const campaignsFa: typeof campaignsEn = {
  campaigns: {
    scope: "فروش منتسب به معنای اثر نیست؛ اثر را تنها گروه شاهد نشان می‌دهد",
    attributedSentence: (amount: string, times: string | undefined, isAllCosted: boolean) => {
      const timesCost = isAllCosted ? `، ${times} برابر هزینه` : `؛ آنجا که هزینه معلوم است، ${times} برابر آن`;
      return `فروش منتسب طبق قاعده: ${amount}${times === undefined ? "" : timesCost}.`;
    },
    incrementalSentence: (amount: string) => `فروش افزوده به گواهی گروه‌های شاهد: ${amount}.`,
    proven: (proven: number, measured: number, format: Formats) =>
      measured === 0
        ? "هیچ‌یک از این کمپین‌ها گروه شاهد کامل ندارد؛ اثر قابل نمایش نیست."
        : `از ${format.integer(measured)} کمپین دارای گروه شاهد، ${format.integer(proven)} کمپین سفارش‌ها را به‌طور معنادار افزایش داده است.`,
    costMissing: (count: number, format: Formats) => `بدون ${format.integer(count)} کمپین با هزینهٔ نامشخص`,
    attributedNote: "طبق قاعدهٔ تنظیمات",
    incrementalNote: (count: number, format: Formats) => `از ${format.integer(count)} کمپین دارای گروه شاهد`,
    responseNote: "پاسخ به ازای هر مشتری پوشش‌یافته",
    noControl: "هیچ‌یک از این کمپین‌ها گروه شاهد کامل ندارد",
    liftTitle: (name: string, points: string) => `کمپین «${name}» مؤثر بود: ${points} در سهم مشتریان سفارش‌دهنده`,
    liftNone: "هیچ اثری از نظر آماری معنادار نیست",
    liftSubtitle: "تفاضل سهم سفارش‌دهندگان گروه هدف و گروه شاهد، واحد درصد، با بازهٔ ۹۵٪",
    noCost: "هزینهٔ این کمپین‌ها نامشخص است",
    roiTitle: (paid: number, all: number, format: Formats) =>
      `سود ناخالص منتسب در ${format.integer(paid)} کمپین از ${format.integer(all)} کمپین بیش از هزینه بود`,
    roiSubtitle: "سود ناخالص منتسب منهای هزینه، به ازای هر واحد هزینه",
    table: "کمپین‌ها",
    rulesTitle: (share: string) => `${share} از فروش منتسب به انتخاب قاعده بستگی دارد`,
    rulesSame: "همهٔ قاعده‌ها نتیجهٔ یکسان دارند: هیچ سفارشی زیر اثر دو کمپین نبوده است",
    rulesSubtitle: "فروشی که هر قاعده منتسب می‌کند؛ در همهٔ قاعده‌ها جمع کمپین‌ها و فروش بدون کمپین برابر کل فروش است",
    rules: {
      last_touch: "آخرین تعامل",
      first_touch: "نخستین تعامل",
      linear: "تقسیم برابر",
      time_decay: "کاهش با زمان",
      position: "بر حسب جایگاه",
    },
    chosenRule: (name: string) => `${name} (در تنظیمات)`,
    organic: "بدون کمپین",
    ruleSpread: "اختلاف قاعده‌ها",
    funnel: "از ارسال تا پاسخ",
    funnelTitle: (share: string) => `${share} از مشتریان پوشش‌یافته پاسخ دادند`,
    funnelSubtitle: "مشتریان در هر گام، جمع کمپین‌های نمایش‌داده‌شده، و سهم آن‌ها از گیرندگان",
    steps: {
      sent: "ارسال‌شده",
      delivered: "رسیده",
      opened: "بازشده",
      clicked: "کلیک‌شده",
      responded: "پاسخ‌داده",
    },
    step: "گام",
    ofSent: "سهم از گیرندگان",
    notRecorded: "چیزی ثبت نشده",
    costPerResponse: "هزینهٔ هر پاسخ",
    responseRange: "نرخ پاسخ، بازهٔ ۹۵٪",
    incrementalRoasRange: "iROAS، بازهٔ ۹۵٪",
    balance: {
      title: (alike: string, all: string) => `در ${alike} کمپین از ${all} کمپین گروه شاهد مشابه گروه هدف بود`,
      subtitle:
        "۳۶۵ روز پیش از تخصیص؛ تفاوت بیش از یک‌دهم انحراف معیار یعنی «متفاوت»؛ در گروه‌های کوچک این اغلب تصادفی است",
      figure: "شاخص",
      figures: { orders: "سفارش‌ها", amount: "فروش", active: "مشتریان دارای سفارش" } as Record<string, string>,
      treatedMean: "گروه هدف، میانگین",
      controlMean: "گروه شاهد، میانگین",
      difference: "تفاوت بر حسب انحراف معیار",
      verdict: "نتیجه",
      alike: "مشابه",
      unlike: "متفاوت",
    },
    incrementalMargin: "سود ناخالص افزوده",
    incrementalRoiRange: "iROI، بازهٔ ۹۵٪",
    incrementalTitle: (paid: string, lost: string, all: string) =>
      `در مقایسه با گروه شاهد، ${paid} کمپین از ${all} کمپین به‌طور معنادار هزینهٔ خود را جبران کرد؛ ${lost} کمپین به‌طور معنادار زیان داد`,
    incrementalSubtitle:
      "سود ناخالص افزوده منهای هزینه، به ازای هر واحد هزینه، با بازهٔ ۹۵٪؛ سود نیز مانند فروش در مقایسه با گروه شاهد سنجیده شده است",
  },
};
