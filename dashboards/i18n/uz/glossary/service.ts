import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: delivery and complaints. */
export const serviceTerms: GlossaryEntries = {
  "metrics.order_otif_by_month": [
    "Muddati shu oyga toʻgʻri kelgan buyurtmalar: barcha qatorlari muddatida va toʻliq.",
    {
      due_month: "Buyurtmaning oxirgi qatori muddati tushgan oyning birinchi kuni.",
      region: "Hudud yoki `unknown`.",
      manager_id: "Menejer yoki `unknown`.",
      carrier: "Barcha qatorlarning tashuvchisi, `several` yoki `unknown`.",
      orders_due_count: "Hisobot kunigacha qatorlari muddati kelgan buyurtmalar.",
      otif_order_count: "Shulardan barcha qatorlari muddatida va toʻliq.",
    },
  ],
  "metrics.complaint_rate_by_month": [
    "Oyda yetkazilgan 100 ta buyurtmaga shikoyatlar.",
    {
      month: "Oyning birinchi kuni.",
      delivered_order_count: "Yetkazib berish shu oyda yakunlangan buyurtmalar.",
      complaint_count: "Shu buyurtmalar boʻyicha shikoyatlar va oyda kelgan, yetkazilgan buyurtmasi yoʻq shikoyatlar.",
      complaints_per_100_orders: "Shikoyatlar × 100, yetkazilgan buyurtmalarga nisbatan.",
      lower: "95% quyi chegara: 20 ta shikoyatgacha aniq Puasson, 20 tadan boshlab Uilson.",
      upper: "95% yuqori chegara.",
      is_complete: "Oy hisobot kuniga qadar tugaganmi?",
    },
  ],
  "metrics.complaints_by_day": [
    "Shu kuni kelib tushgan shikoyatlar, turi va masʼul menejer boʻyicha, hisobot kunidagi holati.",
    {
      day: "Kelib tushgan kun.",
      complaint_type: "Turi yoki `unknown`.",
      manager_id: "Masʼul menejer yoki `unknown`.",
      opened_count: "Shu kuni kelib tushgani.",
      closed_count: "Shundan hisobot kunigacha yopilgani.",
      open_count: "Shundan hali ochigʻi.",
      overdue_count: "Shundan sozlamalar ruxsat berganidan uzoq ochiq turgani.",
      unanswered_count: "Shundan birinchi javobsizi.",
      within_target_count: "Shundan sozlamalar ruxsat bergan kunlarda yopilgani.",
    },
  ],
  "metrics.complaints_by_month": [
    "Oyda kelib tushgan shikoyatlar, turi va masʼul menejer boʻyicha, hisobot kunidagi holati.",
    {
      month: "Kelib tushgan oyning birinchi kuni.",
      complaint_type: "Turi yoki `unknown`.",
      manager_id: "Masʼul menejer yoki `unknown`.",
      opened_count: "Oyda kelib tushgani.",
      closed_count: "Shundan hisobot kunigacha yopilgani.",
      open_count: "Shundan hali ochigʻi.",
      overdue_count: "Shundan sozlamalar ruxsat berganidan uzoq ochiq turgani.",
      unanswered_count: "Shundan birinchi javobsizi.",
      within_target_count: "Shundan sozlamalar ruxsat bergan kunlarda yopilgani.",
    },
  ],
  "metrics.late_days_by_carrier": [
    "Tashuvchi va uning kechikkan qatorlari qancha kechikkani.",
    {
      carrier: "Tashuvchi, `several` — bir nechta, yoki `unknown`.",
      lines_due_count: "Muddati kelgan qatorlar, yetkazib beruvchi bekor qilganlaridan tashqari.",
      late_line_count: "Ruxsat etilgan chetlanishdan ortiq kechikkan qatorlar, yetkazilgan yoki yetkazilmagan.",
      undelivered_line_count: "Shundan hali yetkazilmagani: kunlari hisobot kunigacha sanaladi va oshib boradi.",
      late_rate: "Kechikkanlarning muddati kelganlarga nisbati.",
      late_days_p50: "Kechikkan qatorlarning kechikish kunlari medianasi.",
      late_days_p90: "90-persentil (7-tur).",
      late_days_max: "Eng katta kechikish.",
    },
  ],
  "metrics.otif_by_day": [
    "Shu kuni muddati kelgan buyurtma qatorlari: muddatida, toʻliq, ikkalasi.",
    {
      due_date: "Muddat kuni.",
      region: "Hudud yoki `unknown`.",
      manager_id: "Menejer yoki `unknown`.",
      carrier: "Tashuvchi, `several` — bir nechta, yoki `unknown`.",
      lines_due_count: "Hisobot kunigacha muddati kelgan qatorlar.",
      on_time_count: "Shundan muddatida yetkazilgani.",
      in_full_count: "Shundan muddatigacha toʻliq yetkazilgani.",
      otif_count: "Shundan ham muddatida, ham toʻliq.",
      undelivered_count: "Shundan hech narsa yetib kelmagani: bajarilmagan hisoblanadi.",
    },
  ],
  "metrics.otif_by_month": [
    "Oyda muddati kelgan buyurtma qatorlari: muddatida, toʻliq, ikkalasi.",
    {
      due_month: "Qatorlar muddati kelgan oyning birinchi kuni.",
      region: "Hudud yoki `unknown`.",
      manager_id: "Menejer yoki `unknown`.",
      carrier: "Tashuvchi, `several` — bir nechta, yoki `unknown`.",
      lines_due_count: "Hisobot kunigacha muddati kelgan qatorlar.",
      on_time_count: "Shundan muddatida yetkazilgani.",
      in_full_count: "Shundan muddatigacha toʻliq yetkazilgani.",
      otif_count: "Shundan ham muddatida, ham toʻliq.",
      undelivered_count: "Shundan hech narsa yetib kelmagani: bajarilmagan hisoblanadi.",
    },
  ],
};
