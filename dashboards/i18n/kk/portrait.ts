import type { portraitEn } from "../en/portrait.ts";

/** Kazakh texts of the page portrait. */
export const portraitKk: typeof portraitEn = {
  portrait: {
    scope: "Тапсырысы бар клиенттер осындай барлық клиентпен салыстырылады; ерекшеліктер статистикалық маңызды (95%)",
    headline: (segment, traits, count, format) =>
      `${segment}: басқалардан жиірек кездесетін белгілер — ${traits}; негізгі клиенттерге ең ұқсас ${format.integer(count)} клиент төменде.`,
    plain: (segment) => `${segment}: деректер бойынша басқалардан статистикалық маңызды ерекшелік жоқ.`,
    trait: (trait, value) => `${value} (${trait.toLocaleLowerCase("kk")})`,
    segmentation: "Клиенттерді бөлу негізі",
    segment: "Сегмент",
    overTitle: (value, times) => `${value}: барлық клиентке қарағанда ${times} есе жиі`,
    overNone: "Статистикалық маңызды жиірек кездесетін белгі жоқ",
    overSubtitle:
      "Сегменттегі үлестің барлық клиенттегі үлеске қатынасы; статистикалық маңызды жиірек кездесетін белгілер; сызықша — барлық клиент",
    underTitle: (value, times) => `${value}: барлық клиенттегі үлеспен салыстырғанда небәрі ${times} есе`,
    underNone: "Статистикалық маңызды сирегірек кездесетін белгі жоқ",
    underSubtitle:
      "Сегменттегі үлестің барлық клиенттегі үлеске қатынасы; статистикалық маңызды сирегірек кездесетін белгілер; сызықша — барлық клиент",
    bar: (share, base) => `${share} · барлығында ${base}`,
    lookAlikes: "Негізгі клиенттерге ұқсас, бірақ әлі негізгі емес",
    lookAlikesSubtitle: "Негізгі клиенттерге тән белгілері бар клиенттер мен әлеуетті клиенттер; ең ұқсастары бірінші",
    table: "Барлық белгілер",
    tableSubtitle: (count, format) => `Сегментте ${format.integer(count)} клиент`,
    prospect: "Әлі тапсырысы жоқ",
    segmentations: { class: "Класс", rfm: "RFM сегменті", region: "Өңір" },
    traits: {
      industry: "Сала",
      region: "Өңір",
      size: "Көлемі",
      kind: "Түрі",
      age: "Жасы",
      years_with_us: "Бізбен бірге, жыл",
      channel: "Арна",
      category: "Сатып алады",
    },
    leanings: { over: "жиірек", under: "сирегірек", none: "басқалармен бірдей" },
    values: { company: "компания", person: "жеке тұлға" },
    columns: {
      trait: "Белгі",
      value: "Мәні",
      count: "Клиенттер",
      share: "Үлесі",
      low: "Төменгі шек, 95%",
      high: "Жоғарғы шек, 95%",
      base: "Барлық клиенттегі үлесі",
      index: "Индекс",
      leaning: "Басқалармен салыстырғанда",
      place: "Орны",
      shared: "Ортақ белгілер",
      because: "Негізгі белгілер",
    },
  },
};
