import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: receivables and payments. */
export const receivablesTerms: GlossaryEntries = {
  "metrics.receivables_by_month": [
    "Oy oxiridagi debitorlik qarzi va u necha kunlik savdoga tengligi: hammasi, hudud yoki menejer boʻyicha.",
    {
      month: "Oyning birinchi kuni; joriy oy hisobot kuni bilan tugaydi.",
      dimension: "`all` — hammasi, `region` — hudud yoki `manager` — menejer (hisob-faktura chiqarilgan buyurtmaniki).",
      entity_id: "`all`, hudud yoki menejer; boʻlmasa — `unknown`.",
      balance_amount:
        "Oy oxiridagi debitorlik qarzi: hisob-fakturalar minus barcha toʻlovlar, taqsimlangan yoki taqsimlanmagan.",
      overdue_amount: "Shundan muddati oʻtgani.",
      invoiced_amount: "Oydagi hisob-fakturalar minus kredit-notalar: nasiyaga savdo.",
      dso_days: "Debitorlik qarzining aylanish davri (DSO), kunlarda, oddiy usul: qoldiq ÷ savdo × kunlar.",
      dso_count_back_days: "DSO, oyma-oy orqaga sanash usulida.",
      best_possible_dso_days: "Muddati oʻtgan qarz boʻlmaganda DSO qancha boʻlardi.",
      delinquent_days: "Oʻrtacha kechikish kunlari: oddiy DSO minus eng yaxshi mumkin boʻlgani.",
      collection_effectiveness:
        "Qarz undirish samaradorligi indeksi: undirish mumkin boʻlganning qanchasi undirilgani, (bosh qoldiq + savdo − oxirgi qoldiq) ÷ (bosh qoldiq + savdo − oxirgi muddati kelmagan qarz).",
      quality_flag:
        "`ok` — yaxshi; `low_n` — 30 tadan kam hisob-faktura; `credit_balance` — biz mijozlardan qarzmiz; `no_sales` — savdo yoʻq; `insufficient_history` — oʻn ikki oydan kam yoki qoldiq maʼlum savdoning hammasidan katta.",
      is_complete: "Oy hisobot kuniga qadar tugaganmi?",
    },
  ],
  "metrics.receivables_ageing": [
    "Hisobot kuniga ochiq summalar, muddatdan keyingi kunlar boʻyicha; qismlar yigʻindisi hisob-fakturalar minus toʻlovlarga teng.",
    {
      region: "Hisob-faktura buyurtmasining hududi, u boʻlmasa — mijozniki, u ham boʻlmasa — `unknown`.",
      manager_id:
        "Hisob-faktura buyurtmasining menejeri, u boʻlmasa — mijozning bugungi menejeri, u ham boʻlmasa — `unknown`.",
      currency: "Hujjatlar valyutasi; quyidagi summalar qayta hisoblangan.",
      open_count: "Ochiq hisob-fakturalar.",
      overdue_count: "Shundan muddati oʻtgani.",
      not_due_amount: "Ochiq, muddati kelmagan; muddati hisobot kuniga toʻgʻri kelsa, hali oʻtgan emas.",
      days_1_30_amount: "Ochiq, muddatidan 1–30 kun oʻtgan.",
      days_31_60_amount: "Ochiq, muddatidan 31–60 kun oʻtgan.",
      days_61_90_amount: "Ochiq, muddatidan 61–90 kun oʻtgan.",
      days_over_90_amount: "Ochiq, muddatidan 90 kundan ortiq oʻtgan.",
      without_due_date_amount: "Ochiq, manbada muddati yoʻq.",
      credit_amount: "Yopilmagan kredit-notalar, minus belgisi bilan.",
      unallocated_amount: "Hali hech qaysi hisob-fakturani yopmagan toʻlovlar, minus belgisi bilan.",
      overdue_amount: "Ochiq va muddati oʻtgan: toʻrtta yosh birga.",
      balance_amount: "Barcha qismlar birga: hisob qoldigʻi.",
      balance_in_currency: "Qoldiq hujjatlarda koʻrsatilganidek.",
      unconverted_count: "Kursi yoʻq hujjatlar: faqat oʻz valyutasidagi qoldiqda.",
    },
  ],
  "metrics.payment_delays": [
    "Pul muddatdan necha kun keyin kelishi, summa vazni bilan; toʻlanmagani shu kungacha oʻtgan kunlar bilan hisoblanadi.",
    {
      dimension:
        "`all`, `region` yoki `manager` — hisobot kunigacha 365 kunlik hisob-fakturalar; chiqarilgan `month` — hammasi.",
      entity_id: "`all`, hudud, menejer yoki oyning birinchi kuni.",
      invoice_count: "Muddati bor hisob-fakturalar.",
      paid_amount: "Shulardan toʻlangani.",
      open_overdue_amount: "Ochigʻidan muddati oʻtgani.",
      delay_days_weighted:
        "Toʻlanganlar boʻyicha muddatdan toʻlovgacha oʻrtacha kunlar, summa vazni bilan: ochiq summa koʻp boʻlsa, past chiqadi.",
      delay_days_p50: "Pulning yarmi muddatdan necha kun keyin kelgan (Kaplan–Mayer).",
      delay_days_p90: "Pulning oʻndan toʻqqiz qismi muddatdan necha kun keyin kelgan (Kaplan–Mayer).",
      paid_by_due_day_share: "Muddatigacha kelgan pul ulushi (Kaplan–Mayer).",
      quality_flag:
        "`ok` — yaxshi; `low_n` — 30 tadan kam hisob-faktura; `mostly_unpaid` — yarmi haqida hali xulosa qilib boʻlmaydi.",
    },
  ],
  "metrics.client_receivables": [
    "Mijoz hisobot kuniga qancha qarzi borligi va qanday toʻlashi.",
    {
      client_id: "Mijoz yoki `unknown`.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      region: "Mijoz hududi yoki `unknown`.",
      overdue_count: "Muddati oʻtgan hisob-fakturalar.",
      overdue_days_max: "Eng eskisining kechikish kunlari.",
      overdue_amount: "Ochiq va muddati oʻtgan.",
      days_over_90_amount: "Shundan 90 kundan ortigʻi.",
      credit_amount: "Hali hech narsani yopmagan kredit-nota va toʻlovlar, minus belgisi bilan.",
      balance_amount: "Barcha ochiq summa minus kreditlar va taqsimlanmagan toʻlovlar.",
      dso_days: "Qoldiqning oxirgi 365 kunda boshlangan oylar savdosiga nisbati × ularning birinchisidan beri kunlar.",
      delay_days_weighted:
        "Toʻlanganlar boʻyicha muddatdan toʻlovgacha oʻrtacha kunlar, summa vazni bilan; muddati oʻtgani yonida turadi.",
    },
  ],
};
