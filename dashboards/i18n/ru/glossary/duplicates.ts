import type { GlossaryEntries } from "../../glossaries.ts";

/** Russian glossary: one client in many systems. */
export const duplicatesTerms: GlossaryEntries = {
  "metrics.client_pair_review": [
    "Два клиента, которые могут быть одним: решает человек.",
    {
      source_client_id: "Карточка, которая старше.",
      other_source_client_id: "Карточка, которая моложе.",
      name: "Название в старшей карточке.",
      other_name: "Название в младшей карточке.",
      source: "Система старшей карточки.",
      other_source: "Система младшей карточки.",
      place: "Город, иначе регион, в старшей карточке.",
      other_place: "Город, иначе регион, в младшей карточке.",
      state: "`review` — признаки оставляют сомнение, `refused` — связь отменена защитным правилом.",
      reason:
        "`likely` — похожи, `names_differ` — названия разные, `ambiguous` — подходит к двум клиентам, `branch` — филиал, `tax_conflict` — разные налоговые номера, `cannot_link` — так решил человек, `too_many` — слишком много карточек.",
      score: "Вероятность, что это один клиент.",
      evidence: "Виды признаков за и против с весами в битах; самих значений здесь нет.",
      net_amount: "Чистые продажи обоих по отчётный день.",
    },
  ],
  "metrics.client_match_summary": [
    "Пары карточек клиентов по исходу и причине.",
    {
      state: "`linked` — один клиент, `review` — решать человеку, `refused` — связь отменена.",
      reason: "Что связало пару, в чём сомнение или какое правило отменило связь.",
      pair_count: "Пары карточек.",
    },
  ],
  "metrics.client_cards_by_source": [
    "Карточки клиентов в системе.",
    {
      source: "Система.",
      card_count: "Карточки клиентов.",
      shared_card_count: "Карточки клиентов, у которых есть и другие карточки.",
      client_count: "Клиенты, чья старшая карточка здесь; по всем системам — все клиенты с карточкой.",
    },
  ],
};
