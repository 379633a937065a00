import type { Formats } from "../../formats.ts";
import type { satisfactionEn } from "../en/satisfaction.ts";

/** Russian texts of the page satisfaction. */
export const satisfactionRu: typeof satisfactionEn = {
  satisfaction: {
    scope: (question: string, wave: string) => `Вопрос «${question}», волна ${wave}, один ответ от клиента`,
    questions: { nps: "NPS", csat: "удовлетворённость" } as Record<string, string>,
    npsHeadline: (nps: string, range: readonly [string, string], count: string, rate: string, verdict: string) =>
      `NPS — ${nps} (95 %: от ${range[0]} до ${range[1]}), ответов: ${count}, это ${rate} опрошенных${verdict === "" ? "" : `; ${verdict}`}.`,
    meanHeadline: (mean: string, count: string, rate: string) =>
      `Средняя оценка — ${mean}, ответов: ${count}, это ${rate} опрошенных.`,
    tooFew: (wave: string, count: string) => `В волне «${wave}» слишком мало ответов: ${count}; показываем от 30.`,
    verdicts: {
      better: "лучше прошлой волны, и это не случайность",
      worse: "хуже прошлой волны, и это не случайность",
      unchanged: "с прошлой волны без изменений сверх случайных",
    } as Record<string, string>,
    nps: "Индекс NPS",
    csat: "Довольны",
    mean: "Средняя оценка",
    responseRate: "Доля ответивших",
    ofInvited: (responded: number, invited: number, format: Formats) =>
      `${format.integer(responded)} из ${format.integer(invited)} опрошенных`,
    interval: (low: string, high: string) => `95 %: от ${low} до ${high}`,
    hidden: "меньше 30 ответов",
    question: "Вопрос",
    wave: "Волна",
    newest: "Последняя от 30 ответов",
    wavesTitle: "Волны и их интервалы 95 %",
    changeTitle: (wave: string, change: string, verdict: string) => `${wave}: ${change} п., ${verdict}`,
    wavesSubtitle: (measure: string) =>
      `${measure} по волнам с интервалом 95 %; волны с числом ответов до 30 не показаны`,
    invited: "Опрошено",
    responded: "Ответило",
    segments: "По регионам, менеджерам и классам",
    segmentsSubtitle: "Какими они были в день опроса; при числе ответов до 30 оценки не показаны",
    by: "Разрез",
    name: "Название",
    dimensions: { region: "Регион", manager: "Менеджер", class: "Класс" } as Record<string, string>,
    before: "Перед ответом",
    late: "строка опоздала",
    notLate: "опозданий не было",
    difference: "Разница",
    lateUnknown: "Опоздания и оценки: ответов мало для вывода",
    lateTitle: (difference: string, low: string, high: string, isOpen: boolean) =>
      isOpen
        ? `Оценка клиентов с опозданиями: ${difference}, возможно, случайность (от ${low} до ${high})`
        : `Оценка клиентов с опозданиями: ${difference} (от ${low} до ${high})`,
    lateSubtitle:
      "Все волны вместе: среднее клиентов, у которых незадолго до ответа опоздала строка, против остальных; они отличаются и другим",
    wordsTitle: "О чём пишут клиенты",
    noWords: "Нет слов, которые написали хотя бы пять клиентов.",
    wordTitle: (word: string, count: string) => `Чаще всего пишут «${word}», клиентов: ${count}`,
    wordsSubtitle: "Сколько клиентов написали слово и их средняя оценка; слова меньше чем пяти клиентов не показаны",
    word: "Слово",
    meanWith: "Средняя оценка с ним",
    comments: "Ответы словами",
    noComments:
      "В ответах словами могут быть личные данные, они остаются в хранилище. Их выпускает настройка satisfaction.publish_comments; номера и адреса при этом закрываются.",
    commentsSubtitle: "Сначала новые; адреса почты, ссылки и длинные номера закрыты",
    answered: "Ответ дан",
    score: "Оценка",
    comment: "Ответ",
  },
};
