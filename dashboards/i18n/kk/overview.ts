import type { overviewEn } from "../en/overview.ts";

/** Kazakh texts of the page overview. */
export const overviewKk: typeof overviewEn = {
  overview: {
    net: (amount, range) => `Таза сатылым (${range}): ${amount}`,
    change: (size, change, range) => `${range} деңгейіне қарағанда ${change < 0 ? "төмендеу" : "өсім"} ${size}`,
    plan: (share) => `жоспардың орындалуы ${share}`,
    best: (name, amount) => `Ең көп өскен өңір: ${name} (${amount}).`,
    worst: (name, amount) => `Ең көп төмендеген өңір: ${name} (${amount}).`,
    averageOrder: (amount: string) => `орташа тапсырыс ${amount}`,
    gained: (fresh: string, back: string) => `жаңа ${fresh}, қайтқан ${back}`,
    ofReceivables: (share: string) => `берешектің ${share}`,
    wave: (name: string, range: string) => `${name} · ${range}`,
    planTitle: (reached, all, format) =>
      `Жоспар ${format.integer(all)} айдың ішінде ${format.integer(reached)} айда орындалды`,
    trendTitle: "Айлар бойынша таза сатылым",
    trendSubtitle: "Айлар бойынша таза сатылым мен жоспар",
    trendOpen: "іші бос нүкте — аяқталмаған ай",
    changeTitle: (total, name, part) => `Сатылым өзгерісі: ${total}, ең үлкен үлес: ${name} (${part})`,
    changeNone: "Салыстыратын бұрынғы кезең жоқ",
    changeSubtitle: (dimension) =>
      `Таза сатылым өзгерісіне қосылған үлес: ${dimension.toLocaleLowerCase("kk")} бойынша`,
    planGapTitle: (total: string, name: string, part: string) =>
      `Жоспардан ауытқу ${total}, ең үлкен үлес: ${name} (${part})`,
    planGapNone: "Жоспар бұлай бөлінбеген, сондықтан оның бөліктері туралы айту мүмкін емес.",
    planGapSubtitle: (dimension: string) =>
      `Таза сатылым мен жоспардың айырмасы: ${dimension.toLocaleLowerCase("kk")} бойынша`,
  },
  attention: {
    title: "Назар аударатын мәселелер",
    subtitle: "Осы кезеңде мақсатқа жетпеген көрсеткіштер",
    none: "Барлық көрсеткіш мақсатқа жетті.",
    unknown: "Мақсатпен салыстыратын ештеңе жоқ: бұл кезеңде жоспар да, жеткізу де, шағым да жоқ.",
    plan: (region, share, gap) => `${region}: жоспардың орындалуы ${share}, жетпегені ${gap}`,
    delivery: (onTime, target, otif, otifTarget) =>
      `Мерзімінде жеткізілген позициялар: ${onTime} (мақсат ${target}); мерзімінде әрі толық, OTIF: ${otif} (мақсат ${otifTarget})`,
    complaints: (value, target) => `100 тапсырысқа ${value} шағым; мақсат: ең көбі ${target}`,
    check: (name, value, format) => `Деректерді тексеру: ${format.integer(value)} жолда орындалмады — «${name}»`,
  },
};
