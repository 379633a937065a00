import type { satisfactionEn } from "../en/satisfaction.ts";

/** Kazakh texts of the page satisfaction. */
export const satisfactionKk: typeof satisfactionEn = {
  satisfaction: {
    scope: (question, wave) => `Сұрақ: «${question}», толқын: ${wave}, әр клиенттен бір жауап`,
    questions: { nps: "NPS", csat: "қанағаттану" },
    npsHeadline: (nps, range, count, rate, verdict) =>
      `NPS: ${nps} (95% аралық: ${range[0]} … ${range[1]}), жауап саны ${count}, сұралғандардың ${rate} бөлігі${verdict === "" ? "" : `; ${verdict}`}.`,
    meanHeadline: (mean, count, rate) => `Орташа баға: ${mean}, жауап саны ${count}, сұралғандардың ${rate} бөлігі.`,
    tooFew: (wave, count) => `Жауап тым аз (толқын: ${wave}): ${count}; көрсеткіштер 30 жауаптан бастап шығады.`,
    verdicts: {
      better: "алдыңғы толқыннан жақсы, айырма статистикалық маңызды",
      worse: "алдыңғы толқыннан нашар, айырма статистикалық маңызды",
      unchanged: "алдыңғы толқыннан бері статистикалық маңызды өзгеріс жоқ",
    },
    nps: "Клиенттердің адалдық индексі (NPS)",
    csat: "Қанағаттанғандар үлесі",
    mean: "Орташа баға",
    responseRate: "Жауап бергендер үлесі",
    ofInvited: (responded, invited, format) =>
      `сұралғаны ${format.integer(invited)}, жауап бергені ${format.integer(responded)}`,
    interval: (low, high) => `95% аралық: ${low} … ${high}`,
    hidden: "30 жауаптан аз",
    question: "Сұрақ",
    wave: "Толқын",
    newest: "Кемінде 30 жауабы бар соңғысы",
    wavesTitle: "Толқындар және олардың 95% аралықтары",
    changeTitle: (wave, change, verdict) => `${wave}: ${change} тармақ, ${verdict}`,
    wavesSubtitle: (measure) => `${measure}: толқындар бойынша, 95% аралығымен; 30 жауаптан азы көрсетілмейді`,
    invited: "Сұралғаны",
    responded: "Жауап бергені",
    segments: "Өңірлер, менеджерлер және кластар бойынша",
    segmentsSubtitle: "Сұралған күнгі жағдай бойынша; 30 жауаптан аз көрсеткіштер шығарылмайды",
    by: "Қима",
    name: "Атауы",
    dimensions: { region: "Өңір", manager: "Менеджер", class: "Класс" },
    before: "Жауаптың алдында",
    late: "позиция кешіккен",
    notLate: "кешігу болмаған",
    difference: "Айырма",
    lateUnknown: "Кешігу және баға: қорытынды жасау үшін жауап тым аз",
    lateTitle: (difference, low, high, isOpen) =>
      isOpen
        ? `Тауары кешіккен клиенттер бағасының айырмасы: ${difference}, кездейсоқ болуы мүмкін (${low} … ${high})`
        : `Тауары кешіккен клиенттер бағасының айырмасы: ${difference} (${low} … ${high})`,
    lateSubtitle:
      "Барлық толқын бірге: жауап алдында позициясы кешіккен клиенттердің орташа бағасы басқалармен салыстырылады; олардың басқа да айырмашылықтары бар",
    wordsTitle: "Клиенттер не туралы жазады",
    noWords: "Кемінде бес клиент жазған сөз жоқ.",
    wordTitle: (word, count) => `Ең жиі жазылатын сөз: «${word}», ${count} клиент`,
    wordsSubtitle:
      "Сөзді жазған клиенттер саны және олардың орташа бағасы; бес клиентке жетпейтін сөздер көрсетілмейді",
    word: "Сөз",
    meanWith: "Осы сөзбен орташа баға",
    comments: "Жазбаша жауаптар",
    noComments:
      "Жазбаша жауаптарда жеке деректер болуы мүмкін, сондықтан олар деректер қоймасында қалады. Оларды satisfaction.publish_comments баптауы ашады; нөмірлер мен мекенжайлар жасырылады.",
    commentsSubtitle: "Жаңасы бірінші; пошта мекенжайлары, сілтемелер және ұзын нөмірлер жасырылған",
    answered: "Жауап күні",
    score: "Баға",
    comment: "Жауап",
  },
};
