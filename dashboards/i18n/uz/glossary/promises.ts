import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: answering times and returns. */
export const promisesTerms: GlossaryEntries = {
  "metrics.sla_by_month": [
    "Oyda kelib tushgan shikoyatlar, turi va masʼul menejer boʻyicha, ish soatlaridagi muddatlar bilan taqqoslangan.",
    {
      month: "Kelib tushgan oyning birinchi kuni.",
      complaint_type: "Turi yoki `unknown`.",
      manager_id: "Masʼul menejer yoki `unknown`.",
      complaint_count: "Kelib tushgan shikoyatlar.",
      first_response_met_count: "Muddatida javob berilgan.",
      first_response_breached_count: "Kech javob berilgan yoki javobsiz, muddati oʻtgan.",
      first_response_pending_count: "Javobsiz, muddati hali tugamagan.",
      resolution_met_count: "Muddatida yopilgan.",
      resolution_breached_count: "Kech yopilgan yoki ochiq, muddati oʻtgan.",
      resolution_pending_count: "Ochiq, muddati hali tugamagan.",
    },
  ],
  "metrics.complaint_durations": [
    "Birinchi javobgacha yoki hal boʻlguncha ish soatlari; ochiqlari shu kungacha oʻtgan soatlar bilan hisoblanadi.",
    {
      step: "`first_response` — birinchi javob, `resolution` — hal etish.",
      dimension:
        "`all`, `type` yoki `manager` — hisobot kunigacha 365 kun uchun; kelib tushgan `month` — hammasi uchun.",
      entity_id: "`all`, turi, masʼul menejer yoki oyning birinchi kuni.",
      complaint_count: "Shikoyatlar.",
      open_count: "Shundan hali javobsiz yoki ochiq.",
      hours_p50: "Yarmi bajarilgan ish soatlari (Kaplan–Mayer).",
      hours_p90: "Oʻndan toʻqqiz qismi bajarilgan ish soatlari (Kaplan–Mayer).",
    },
  ],
  "metrics.complaint_rates": [
    "Oyda yetkazilgan 100 ta buyurtmaga shikoyatlar: hammasi, turi, menejer yoki hudud boʻyicha.",
    {
      month: "Oyning birinchi kuni.",
      dimension: "`all`, `type`, `manager` yoki `region` (buyurtmaniki, u boʻlmasa — mijozniki).",
      entity_id: "`all`, turi, menejer yoki hudud; boʻlmasa — `unknown`.",
      delivered_order_count: "Yetkazib berish shu oyda yakunlangan buyurtmalar.",
      complaint_count: "Shu buyurtmalar boʻyicha shikoyatlar va oyda kelgan, yetkazilgan buyurtmasi yoʻq shikoyatlar.",
    },
  ],
  "metrics.complaint_times": [
    "Shikoyat va u olgan ish soatlari, turi uchun belgilangan muddatlar bilan taqqoslangan.",
    {
      complaint_id: "Shikoyat.",
      client_id: "Kim shikoyat qilgan.",
      complaint_type: "Turi yoki `unknown`.",
      severity: "`low` — past, `medium` — oʻrta, `high` — yuqori.",
      manager_id: "Masʼul menejer yoki `unknown`.",
      opened_at: "Qachon kelib tushgan.",
      is_answered: "Mijoz hisobot kunigacha javob olganmi?",
      first_response_state:
        "`met` — muddatida, `breached` — kech yoki muddati oʻtib javobsiz, `pending` — muddati tugamagan, `unknown` — nomaʼlum.",
      resolution_hours: "Yopilguncha yoki shu paytgacha ish soatlari, mijozni kutish vaqtisiz.",
      resolution_target_hours: "Turi uchun belgilangan muddat.",
      resolution_state: "`met`, `breached`, `pending` yoki `unknown`.",
    },
  ],
  "metrics.return_rate_by_month": [
    "Oyda yetib kelgan buyurtmalar va ularning qanchasi qaytgani, hudud va menejer boʻyicha.",
    {
      month: "Buyurtmaning oxirgi qismi yetib kelgan oyning birinchi kuni.",
      is_mature: "Oy tugaganiga yetarlicha vaqt oʻtganmi? Ungacha yana qaytadi.",
      shipped_quantity: "Shu buyurtmalardagi birliklar.",
      shipped_amount: "Ularning sof qiymati.",
      return_count: "Shu tovarlarning hisobot kunigacha qaytarishlari.",
      returned_quantity: "Qaytgan birliklar.",
      returned_amount: "Ularning qiymati.",
    },
  ],
  "metrics.line_returns": [
    "Oyda joʻnatilgan qatorlar va ulardan qanchasi qaytgani, hudud, menejer va tovar boʻyicha.",
    {
      product_id: "Tovar yoki `unknown`.",
      manager_id: "Buyurtma menejeri yoki `unknown`.",
      shipment_count: "Qatorlarning joʻnatmalari.",
      shipped_quantity: "Joʻnatilgan birliklar.",
      shipped_amount: "Ularning qator narxidagi sof qiymati.",
      return_count: "Oyda birinchi marta joʻnatilgan qatorlarning hisobot kunigacha qaytarishlari.",
      returned_quantity: "Qaytgan birliklar.",
      returned_amount: "Ularning qiymati.",
    },
  ],
  "metrics.line_returns_by_reason": [
    "Oyda joʻnatilgan qatorlarning sabablar boʻyicha qaytarishlari — oʻsha paytda joʻnatilganlarning hammasiga nisbatan.",
    {
      reason: "Sabab yoki `unknown`.",
      return_count: "Qaytarishlar.",
      returned_quantity: "Shu sababli qaytgan birliklar.",
      returned_amount: "Ularning qiymati.",
    },
  ],
  "metrics.returns_by_reason": [
    "Oyda qaytgan tovarlar, sabab va yoʻnalish boʻyicha.",
    {
      month: "Qaytgan oyning birinchi kuni.",
      reason: "Manbada koʻrsatilgan sabab yoki `unknown`.",
      return_count: "Qaytarishlar.",
      returned_amount: "Ularning qiymati.",
    },
  ],
};
