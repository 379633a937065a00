import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: one client in many systems. */
export const duplicatesTerms: GlossaryEntries = {
  "metrics.client_pair_review": [
    "Bitta boʻlishi mumkin boʻlgan ikki mijoz: qarorni inson qabul qiladi.",
    {
      source_client_id: "Eskiroq kartochka.",
      other_source_client_id: "Yangiroq kartochka.",
      name: "Eskiroq kartochkadagi nom.",
      other_name: "Yangiroq kartochkadagi nom.",
      source: "Eskiroq kartochka tizimi.",
      other_source: "Yangiroq kartochka tizimi.",
      place: "Eskiroq kartochkadagi shahar, u boʻlmasa — hudud.",
      other_place: "Yangiroq kartochkadagi shahar, u boʻlmasa — hudud.",
      state: "`review` — belgilar shubha qoldiradi, `refused` — bogʻlanishni himoya qoidasi bekor qilgan.",
      reason:
        "`likely` — oʻxshash, `names_differ` — nomlari har xil, `ambiguous` — ikki mijozga mos, `branch` — filial, `tax_conflict` — STIR har xil, `cannot_link` — inson qarori, `too_many` — kartochkalar juda koʻp.",
      score: "Bu bitta mijoz ekani ehtimoli.",
      evidence: "Tarafdor va qarshi belgilar turlari, bitlardagi vazni bilan; qiymatlarning oʻzi koʻrsatilmaydi.",
      net_amount: "Hisobot kunigacha ikkalasining sof tushumi.",
    },
  ],
  "metrics.client_match_summary": [
    "Mijoz kartochkalari juftliklari natija va sabab boʻyicha.",
    {
      state: "`linked` — bitta mijoz, `review` — inson qarori kerak, `refused` — bogʻlanish bekor qilingan.",
      reason: "Juftlikni nima bogʻlagani, nima shubhali ekani yoki qaysi qoida bogʻlanishni bekor qilgani.",
      pair_count: "Kartochka juftliklari.",
    },
  ],
  "metrics.client_cards_by_source": [
    "Tizimdagi mijoz kartochkalari.",
    {
      source: "Tizim.",
      card_count: "Mijoz kartochkalari.",
      shared_card_count: "Boshqa kartochkalari ham bor mijozlarning kartochkalari.",
      client_count:
        "Eng eski kartochkasi shu tizimda boʻlgan mijozlar; barcha tizimlar boʻyicha — kartochkasi bor barcha mijozlar.",
    },
  ],
};
