import type { GlossaryEntries } from "../../glossaries.ts";

/** Russian glossary: surveys. */
export const satisfactionTerms: GlossaryEntries = {
  "metrics.satisfaction_by_wave": [
    "Что клиенты ответили на вопрос в волне: среднее, довольные, NPS, с интервалами 95 %.",
    {
      wave: "Волна опроса.",
      question: "О чём спрашивали.",
      dimension: "`all`, `region`, `manager` или `class`, какими они были в день опроса.",
      entity_id: "`all`, регион, менеджер или класс; `unknown`, где его нет.",
      first_asked_date: "Первый день ответов или приглашений: порядок волн.",
      invited_count: "Клиенты, которых спросили или которые ответили сами.",
      responded_count: "Из них с годной оценкой: выборка.",
      response_rate: "Ответившие к опрошенным.",
      score_mean: "Средняя оценка.",
      score_mean_lower: "Нижняя граница её интервала 95 % (Стьюдент).",
      score_mean_upper: "Верхняя граница.",
      csat: "Доля высших оценок шкалы; не для шкал NPS.",
      csat_lower: "Нижняя граница её интервала 95 % (Уилсон).",
      csat_upper: "Верхняя граница.",
      promoter_count: "Оценки 9 и 10.",
      passive_count: "Оценки 7 и 8.",
      detractor_count: "Оценки от 0 до 6.",
      nps: "Индекс потребительской лояльности.",
      nps_lower: "Нижняя граница его интервала 95 %.",
      nps_upper: "Верхняя граница.",
      nps_change: "К прошлой волне.",
      nps_verdict: "`better` или `worse`, если интервал изменения не содержит нуля, `unchanged` или `unknown`.",
      quality_flag: "`ok`; `low_n` — меньше 30 ответов, не показывать; `no_answers` — ответов нет.",
    },
  ],
  "metrics.satisfaction_by_delivery": [
    "Оценки клиентов, у которых незадолго до ответа опоздал товар, и остальных.",
    {
      wave: "Волна опроса или `all`.",
      question: "О чём спрашивали.",
      has_late_line: "Опоздала ли строка заказа клиента за дни перед ответом, которые называют настройки?",
      responded_count: "Ответы.",
      score_mean: "Средняя оценка.",
      nps: "Индекс потребительской лояльности на шкалах от 0 до 10.",
      score_difference: "Среднее минус среднее другой группы.",
      score_difference_lower: "Нижняя граница его интервала 95 % (Уэлч).",
      score_difference_upper: "Верхняя граница.",
      quality_flag: "`ok` или `low_n` — меньше 30 ответов в одной из групп.",
    },
  ],
  "metrics.survey_words": [
    "Слово ответов, которое написали хотя бы пять клиентов.",
    {
      question: "О чём спрашивали.",
      word: "Слово строчными буквами; формы одного слова считаются порознь.",
      client_count: "Клиенты, которые его написали.",
      score_mean: "Средняя оценка ответов с ним.",
    },
  ],
  "metrics.survey_comments": [
    "Ответ словами; их нет, пока не включена настройка `satisfaction.publish_comments`.",
    {
      survey_answer_id: "Ответ.",
      client_id: "Кто ответил.",
      wave: "Волна опроса.",
      question: "О чём спрашивали.",
      score: "Оценка при нём.",
      answered_date: "День ответа.",
      comment: "Слова; адреса почты, ссылки и длинные номера закрыты.",
    },
  ],
};
