import type { Formats } from "../../formats.ts";
import type { crossSellEn } from "../en/cross-sell.ts";

/** Persian texts of the page cross-sell. */
export const crossSellFa: typeof crossSellEn = {
  crossSell: {
    scope: (range: string) => `سبدهای خرید ${range}؛ کالاها در ۱۲ ماه کامل اخیر`,
    pairLine: (first: string, second: string, lift: string) =>
      `«${first}» و «${second}» ${lift} برابرِ حالت تصادفی با هم خریده می‌شوند`,
    offersLine: (count: number, worth: string, format: Formats) =>
      `پیشنهادهای زیر می‌تواند ${worth} سود ناخالص از ${format.integer(count)} مشتری به همراه داشته باشد.`,
    offersUncosted: (count: number, format: Formats) =>
      `برای ${format.integer(count)} مشتری پیشنهاد هست. سود ناخالص آن‌ها معلوم نیست، زیرا بهای تمام‌شده بارگذاری نشده است.`,
    ofPlace: (pair: string, offers: string) => `در کل شرکت، ${pair}؛ با اعمال فیلترها ${offers}`,
    noPairs: "بر پایهٔ سبدهای خرید، هیچ دو کالایی بیش از حد تصادف با هم خریده نمی‌شوند.",
    noPairsWith: (product: string) => `بر پایهٔ سبدهای خرید، هیچ کالایی بیش از حد تصادف با «${product}» خریده نمی‌شود.`,
    pairs: "جفت‌های معنادار",
    pairsNote: (count: number, format: Formats) => `از ${format.integer(count)} سبد خرید`,
    clients: "مشتریان دارای پیشنهاد",
    worth: "سود ناخالص مورد انتظار پیشنهادهای نخست",
    worthNote: "احتمال × میانگین سود ناخالص در سبد",
    pairTitle: (first: string, second: string, count: string) => `${first} با ${second}: ${count} سبد بیش از حد تصادف`,
    pairSubtitle: "سبدهای دارای هر دو کالا، مازاد بر حد تصادف؛ تنها جفت‌هایی که حد پایین ۹۵٪ نسبت آن‌ها بالاتر از ۱ است",
    pairText: (count: string, lift: string) => `\u2066+${count}\u2069 · \u2066${lift}×\u2069`,
    matrixTitle: (segment: string, category: string, index: string) =>
      `مشتریان «${segment}» ${index} برابر میانگین از دستهٔ «${category}» می‌خرند`,
    matrixPlain: "خرید هر طبقه از مشتریان",
    matrixSubtitle: "سهم دسته از خرید طبقه نسبت به سهم آن از کل فروش؛ طبقه‌های کمتر از ۳۰ مشتری نمایش داده نمی‌شوند",
    bestTitle: (name: string, amount: string) => `پرفروش‌ترین: ${name}، ${amount}`,
    bestSubtitle: "فروش خالص ۱۲ ماه کامل اخیر؛ فیلترهای منطقه و خط کسب‌وکار اثر دارند",
    profitTitle: (name: string, amount: string) => `سودآورترین: ${name}، ${amount}`,
    profitSubtitle: "سود ناخالص کالاهایی که بهای تمام‌شدهٔ آن‌ها معلوم است، ۱۲ ماه کامل اخیر",
    offers: "به هر مشتری چه پیشنهاد کنیم",
    offersSubtitle:
      "حداکثر سه کالا برای هر مشتری که همراه خریدهای او فروش می‌رود و خودش ۱۲ ماه است نخریده؛ از ارزشمندترین",
    pairTable: "همهٔ جفت‌ها",
    pairTableSubtitle: (count: number, format: Formats) => `${format.integer(count)} جفت، از دورترین از حالت تصادفی`,
    columns: {
      first: "کالای نخست",
      second: "کالای دوم",
      both: "سبدهای دارای هر دو",
      beyond: "سبدهای مازاد بر تصادف",
      confidenceAB: "همراه اولی، دومی هم",
      confidenceBA: "همراه دومی، اولی هم",
      lift: "نسبت به حالت تصادفی",
      liftLower: "حد پایین ۹۵٪",
      offer: "پیشنهاد",
      because: "چون می‌خرد",
      confidence: "احتمال تناسب",
      expected: "سود ناخالص مورد انتظار",
      category: "دسته",
      index: "شاخص",
      penetration: "سهم مشتریان خریدار",
      margin: "سود ناخالص",
      marginRate: "حاشیهٔ سود",
    },
  },
};
