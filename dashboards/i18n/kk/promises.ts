import type { promisesEn } from "../en/promises.ts";

/** Kazakh texts of the page of answering times and returns. */
export const promisesKk: typeof promisesEn = {
  promises: {
    headline: (answered, solved, open, late, format) =>
      `Уәде етілген мерзімде шағымдардың ${answered} бөлігіне жауап берілді, ${solved} бөлігі жабылды; ашығы ${format.integer(open)}, оның ішінде мерзімі өткені ${format.integer(late)}.`,
    none: "Бұл кезеңде шағым жоқ",
    answered: "Мерзімінде жауап берілді",
    answeredShort: "Жауап берілді",
    solved: "Мерзімінде жабылды",
    solvedShort: "Жабылды",
    openLate: "Ашық, мерзімі өткен",
    ofOpen: (open, format) => `барлық ашығы: ${format.integer(open)}`,
    hours: (half, most) => `соңғы 365 күн: жартысы ${half} жұмыс сағатында, 90% бөлігі ${most} жұмыс сағатында`,
    slaTitle: (month, share) => `${month}: шағымдардың ${share} бөлігі мерзімінде жабылды`,
    slaSubtitle: "Сол айда түскен шағымдардың үлесі, жұмыс сағатымен; мерзімі бітпегендері күтуде",
    pending: "Мерзімі әлі бітпеген",
    returns: "Қайтарулар",
    returnRate: "Қайтару үлесі, сомасы бойынша",
    returnRateUnits: "Қайтару үлесі, саны бойынша",
    returnTitle: (rate) => `Жеткізілген тауар сомасының ${rate} бөлігі қайтарылды`,
    returnSubtitle: "Қайтарудың жеткізілген тауарға қатынасы, жеткізілген айы бойынша; тым жаңа айлар көрсетілмейді",
    immature: "Соңғы айлар әлі түпкілікті емес: қайтару көбейеді",
    arrived: "Жеткізілді",
    cameBack: "Қайтарылды",
    mature: "Түпкілікті ме",
    yes: "иә",
    notYet: "әлі жоқ",
    reason: "Себеп",
    returnCount: "Қайтару саны",
    noReturns: "Бұл кезеңде қайтару жоқ",
    reasonTitle: (reason, share) => `«${reason}»: қайтару сомасындағы үлесі ${share}`,
    reasonSubtitle: "Себептер бойынша қайтару сомасы мен үлесі, қайтарылған айда",
    reasonShare: "Қайтару сомасындағы үлесі",
    lineReturns: "Жөнелтілген жолға шаққандағы қайтару",
    lineProductTitle: (name: string, rate: string) =>
      `Ең жиі қайтарылатыны — «${name}»: жөнелтілген бірліктердің ${rate} бөлігі`,
    lineManagerTitle: (name: string, rate: string) =>
      `Ең жиі қайтарылатыны — ${name} менеджерінің жолдары: жөнелтілген бірліктердің ${rate} бөлігі`,
    lineReasonTitle: (reason: string, rate: string) =>
      `«${reason}» себебімен жөнелтілген соманың ${rate} бөлігі қайтады`,
    lineSubtitle:
      "Соңғы он екі айда жөнелтілген жолдар: қайтқан бірліктердің жөнелтілгенге қатынасы; тым жаңа айлар есептелмейді",
    lineReasonSubtitle: "Әр себеппен қайтқан соманың сол айларда жөнелтілген сомаға қатынасы",
    shipped: "Жөнелтілді",
    deliveries: "Жөнелту саны",
    fewDeliveries: "30 жөнелтуден аз",
    rates: "Жеткізілген 100 тапсырысқа шаққандағы шағым",
    ratesSubtitle:
      "Таңдалған кезеңде түрлер және тапсырыс менеджерлері бойынша; түрлер барлық тапсырысқа шағып есептеледі",
    by: "Қима",
    name: "Атауы",
    open: "Ашық шағымдар",
    openSubtitle: "Есепті күнге, ескілері бірінші; сағат тек жұмыс күндері саналады",
    complaint: "Шағым",
    received: "Түскен уақыты",
    answer: "Жауап берілді ме",
    hoursSoFar: "Өткен жұмыс сағаты",
    target: "Мерзім, сағат",
    states: { met: "мерзімінде", breached: "мерзімі өтті", pending: "мерзім ішінде", unknown: "уақыты белгісіз" },
  },
};
