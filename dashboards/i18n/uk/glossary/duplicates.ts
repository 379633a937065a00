import type { GlossaryEntries } from "../../glossaries.ts";

/** Ukrainian glossary: one client in many systems. */
export const duplicatesTerms: GlossaryEntries = {
  "metrics.client_pair_review": [
    "Два клієнти, які можуть бути одним: вирішує людина.",
    {
      source_client_id: "Старша картка.",
      other_source_client_id: "Молодша картка.",
      name: "Назва в старшій картці.",
      other_name: "Назва в молодшій картці.",
      source: "Система старшої картки.",
      other_source: "Система молодшої картки.",
      place: "Місто, інакше регіон, у старшій картці.",
      other_place: "Місто, інакше регіон, у молодшій картці.",
      state: "`review` — ознаки лишають сумнів, `refused` — зв’язок скасувало захисне правило.",
      reason:
        "`likely` — схожі, `names_differ` — назви різні, `ambiguous` — підходить двом клієнтам, `branch` — філія, `tax_conflict` — різні податкові номери, `cannot_link` — так вирішила людина, `too_many` — надто багато карток.",
      score: "Імовірність, що це один клієнт.",
      evidence: "Види ознак за і проти з вагами в бітах; самих значень тут немає.",
      net_amount: "Чисті продажі обох по звітну дату.",
    },
  ],
  "metrics.client_match_summary": [
    "Пари карток клієнтів за результатом і причиною.",
    {
      state: "`linked` — один клієнт, `review` — вирішує людина, `refused` — зв’язок скасовано.",
      reason: "Що пов’язало пару, у чому сумнів або яке правило скасувало зв’язок.",
      pair_count: "Пари карток.",
    },
  ],
  "metrics.client_cards_by_source": [
    "Картки клієнтів у системі.",
    {
      source: "Система.",
      card_count: "Картки клієнтів.",
      shared_card_count: "Картки клієнтів, які мають і інші картки.",
      client_count: "Клієнти, чия найстарша картка тут; за всіма системами — усі клієнти з карткою.",
    },
  ],
};
