import type { Formats } from "../../formats.ts";
import type { satisfactionEn } from "../en/satisfaction.ts";

/** Ukrainian texts of the page satisfaction. */
export const satisfactionUk: typeof satisfactionEn = {
  satisfaction: {
    scope: (question: string, wave: string) => `Запитання «${question}», хвиля ${wave}, одна відповідь від клієнта`,
    questions: { nps: "NPS", csat: "задоволеність" },
    npsHeadline: (nps: string, range: readonly [string, string], count: string, rate: string, verdict: string) =>
      `NPS — ${nps} (95%: від ${range[0]} до ${range[1]}), відповідей: ${count}, це ${rate} опитаних${verdict === "" ? "" : `; ${verdict}`}.`,
    meanHeadline: (mean: string, count: string, rate: string) =>
      `Середня оцінка — ${mean}, відповідей: ${count}, це ${rate} опитаних.`,
    tooFew: (wave: string, count: string) => `У хвилі «${wave}» замало відповідей: ${count}; показуємо від 30.`,
    verdicts: {
      better: "значущо краще за попередню хвилю",
      worse: "значущо гірше за попередню хвилю",
      unchanged: "без значущих змін від попередньої хвилі",
    },
    nps: "Індекс NPS",
    csat: "Задоволені",
    mean: "Середня оцінка",
    responseRate: "Частка відповідей",
    ofInvited: (responded: number, invited: number, format: Formats) =>
      `${format.integer(responded)} з ${format.integer(invited)} опитаних`,
    interval: (low: string, high: string) => `95%: від ${low} до ${high}`,
    hidden: "менше ніж 30 відповідей",
    question: "Запитання",
    wave: "Хвиля",
    newest: "Остання з 30 відповідями",
    wavesTitle: "Хвилі та їхні інтервали 95%",
    changeTitle: (wave: string, change: string, verdict: string) => `${wave}: ${change} п., ${verdict}`,
    wavesSubtitle: (measure: string) =>
      `${measure} за хвилями з інтервалом 95%; хвилі, де менше ніж 30 відповідей, не показано`,
    invited: "Опитано",
    responded: "Відповіли",
    segments: "За регіонами, менеджерами й класами",
    segmentsSubtitle: "Якими вони були в день опитування; якщо відповідей менше ніж 30, оцінки не показано",
    by: "Розріз",
    name: "Назва",
    dimensions: { region: "Регіон", manager: "Менеджер", class: "Клас" },
    before: "Перед відповіддю",
    late: "позиція запізнилася",
    notLate: "запізнень не було",
    difference: "Різниця",
    lateUnknown: "Запізнення й оцінки: замало відповідей для висновку",
    lateTitle: (difference: string, low: string, high: string, isOpen: boolean) =>
      isOpen
        ? `Різниця оцінок клієнтів із запізненнями: ${difference}, можливо, випадковість (від ${low} до ${high})`
        : `Різниця оцінок клієнтів із запізненнями: ${difference} (від ${low} до ${high})`,
    lateSubtitle:
      "Усі хвилі разом: середнє клієнтів, у яких незадовго до відповіді запізнилася позиція, проти решти; вони відрізняються й іншим",
    wordsTitle: "Про що пишуть клієнти",
    noWords: "Немає слів, які написали принаймні п’ятеро клієнтів.",
    wordTitle: (word: string, count: string) => `Найчастіше пишуть «${word}», клієнтів: ${count}`,
    wordsSubtitle:
      "Скільки клієнтів написали слово та їхня середня оцінка; слова менше ніж п’ятьох клієнтів не показано",
    word: "Слово",
    meanWith: "Середня оцінка з ним",
    comments: "Відповіді словами",
    noComments:
      "Відповіді словами можуть містити персональні дані, тож лишаються у сховищі. Показати їх дає налаштування satisfaction.publish_comments; номери й адреси буде приховано.",
    commentsSubtitle: "Спочатку нові; адреси ел. пошти, посилання й довгі номери приховано",
    answered: "Дата відповіді",
    score: "Оцінка",
    comment: "Відповідь",
  },
};
