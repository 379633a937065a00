import type { GlossaryEntries } from "../../glossaries.ts";

/** Ukrainian glossary: surveys. */
export const satisfactionTerms: GlossaryEntries = {
  "metrics.satisfaction_by_wave": [
    "Що клієнти відповіли на запитання у хвилі: середнє, задоволені, NPS, з інтервалами 95%.",
    {
      wave: "Хвиля опитування.",
      question: "Про що питали.",
      dimension: "`all`, `region`, `manager` або `class`, якими вони були в день опитування.",
      entity_id: "`all`, регіон, менеджер або клас; `unknown`, де його немає.",
      first_asked_date: "Перший день відповідей або запрошень: порядок хвиль.",
      invited_count: "Клієнти, яких опитали або які відповіли самі.",
      responded_count: "Із них із придатною оцінкою: вибірка.",
      response_rate: "Ті, хто відповів, до опитаних.",
      score_mean: "Середня оцінка.",
      score_mean_lower: "Нижня межа її інтервалу 95% (Стьюдент).",
      score_mean_upper: "Верхня межа.",
      csat: "Частка найвищих оцінок шкали; не для шкал NPS.",
      csat_lower: "Нижня межа її інтервалу 95% (Вілсон).",
      csat_upper: "Верхня межа.",
      promoter_count: "Оцінки 9 і 10.",
      passive_count: "Оцінки 7 і 8.",
      detractor_count: "Оцінки від 0 до 6.",
      nps: "Індекс споживчої лояльності.",
      nps_lower: "Нижня межа його інтервалу 95%.",
      nps_upper: "Верхня межа.",
      nps_change: "До попередньої хвилі.",
      nps_verdict: "`better` або `worse`, якщо інтервал зміни не містить нуля, `unchanged` або `unknown`.",
      quality_flag: "`ok`; `low_n` — менше ніж 30 відповідей, не показувати; `no_answers` — відповідей немає.",
    },
  ],
  "metrics.satisfaction_by_delivery": [
    "Оцінки клієнтів, у яких незадовго до відповіді запізнився товар, і решти.",
    {
      wave: "Хвиля опитування або `all`.",
      question: "Про що питали.",
      has_late_line: "Чи запізнилася позиція замовлення клієнта за дні перед відповіддю, задані в налаштуваннях?",
      responded_count: "Відповіді.",
      score_mean: "Середня оцінка.",
      nps: "Індекс споживчої лояльності на шкалах від 0 до 10.",
      score_difference: "Середнє мінус середнє іншої групи.",
      score_difference_lower: "Нижня межа інтервалу різниці 95% (Велч).",
      score_difference_upper: "Верхня межа.",
      quality_flag: "`ok` або `low_n` — менше ніж 30 відповідей в одній із груп.",
    },
  ],
  "metrics.survey_words": [
    "Слово з відповідей, яке написали принаймні п’ятеро клієнтів.",
    {
      question: "Про що питали.",
      word: "Слово малими літерами; форми одного слова рахуються окремо.",
      client_count: "Клієнти, які його написали.",
      score_mean: "Середня оцінка відповідей із ним.",
    },
  ],
  "metrics.survey_comments": [
    "Відповідь словами; їх немає, доки не ввімкнено налаштування `satisfaction.publish_comments`.",
    {
      survey_answer_id: "Відповідь.",
      client_id: "Хто відповів.",
      wave: "Хвиля опитування.",
      question: "Про що питали.",
      score: "Оцінка при ній.",
      answered_date: "День відповіді.",
      comment: "Слова; адреси ел. пошти, посилання й довгі номери приховано.",
    },
  ],
};
