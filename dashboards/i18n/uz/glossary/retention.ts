import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: churn, cohorts, lifetime value. */
export const retentionTerms: GlossaryEntries = {
  "metrics.churn": [
    "Qachondir xarid qilgan mijoz: oʻz ritmi boʻyicha holati, davr ichida xarid qilmaslik ehtimoli va uni ketishga undagan boʻlishi mumkin narsalar. Ehtimol tarixiy tekshiruv yoʻl qoʻyganida koʻrsatiladi.",
    {
      client_id: "Mijoz.",
      status:
        "Oʻz ritmi boʻyicha `active` — faol, `cooling` — soviyotgan, `lapsed` — ketgan; hali hech kim ikki marta xarid qilmagan boʻlsa, `unknown`.",
      last_purchase_date: "Oxirgi haqiqiy buyurtma kuni.",
      days_since_last: "Shundan beri kunlar.",
      median_gap_days: "Xaridlar orasidagi oraliq medianasi: oʻziniki, sinfniki yoki hammaniki.",
      gap_source: "`own` — oʻziniki, `class` — sinfniki, `population` — hammaniki, `none` — yoʻq.",
      overdue_ratio: "Oxirgi buyurtmadan beri kunlar (rejali yopilishlarsiz), mediana oraliqlarida.",
      is_off_season: "Oʻtgan yilning shu kunlarida ham shunday jim boʻlganmi? Unda faol hisoblanadi.",
      churn_probability: "Davr ichida birorta ham buyurtma bermaslik ehtimoli: ketish bahosi.",
      recent_amount: "Oxirgi toʻrt davr sof tushumi.",
      amount_at_risk: "Shu tushum × ketish ehtimoli.",
      complaint_count: "Oʻn ikki oydagi shikoyatlar.",
      late_line_count: "Oʻn ikki oyda kechikkan buyurtma qatorlari.",
      late_line_share: "Ularning muddati kelgan qatorlardagi ulushi.",
      average_payment_delay_days:
        "Oʻn ikki oyda muddatdan toʻlovgacha oʻrtacha kunlar, summa vazni bilan; muddatidan oldin toʻlansa, manfiy.",
      overdue_amount: "Ochiq va muddati oʻtgan.",
    },
  ],
  "metrics.churn_by_status": [
    "Mijozlar ketish holati boʻyicha va nima xavf ostida.",
    {
      status: "`active`, `cooling`, `lapsed` yoki `unknown`.",
      client_count: "Mijozlar.",
      recent_amount: "Ularning oxirgi toʻrt davr sof tushumi.",
      amount_at_risk: "Shu tushum × ketish ehtimoli.",
      troubled_client_count: "Shikoyati, kechikkan qatori yoki muddati oʻtgan hisob-fakturasi bor mijozlar.",
    },
  ],
  "metrics.churn_gate": [
    "Tarixiy tekshiruv ketish boʻyicha nimani koʻrsatishga yoʻl qoʻyadi.",
    {
      model: "Sozlamalardagi model: `mbg` yoki `bg`; mijozlar boʻlmasa, boʻsh.",
      shown: "`model` — model, `recalibrated` — tuzatilgan model, `rule` — ehtimolsiz, faqat holat.",
      reason:
        "`passed` — oʻtgan, `passed_recalibrated` — tuzatish bilan oʻtgan, `failed_backtest` — oʻtmagan, `short_history` — tarix qisqa, `no_fit` — model yoʻq.",
      cut_off_count: "3 ta kesim sanasidan modelni tekshirib boʻlganlari.",
      model_pass_count: "Model oʻtgan kesim sanalari.",
      better_than_recency_count: "Model yaqinlikdan tasodifdan ortiq yaxshiroq tartiblagan kesim sanalari.",
      is_better_than_recency: "Uchalasida hammi?",
      model_auc: "Modelning egri chiziq ostidagi oʻrtacha maydoni (AUC).",
      recency_auc: "Xuddi shu, yaqinlik uchun.",
      cohort_fit_count: "Mijozlari oʻz modeliga ega birinchi xarid yillari.",
      cohort_count: "Birinchi xarid yillarining hammasi.",
      gap_regularity:
        "Uit–Morrison bahosi: 1 — tasodifiy oraliqlar, 1,5 dan boshlab bir maromda va oʻz ritmi modeldan tezroq sezadi. Ikki oraliqli mijozlar 30 tadan kam boʻlsa, boʻsh.",
      quality_flag: "Bugungi moslash sifati.",
    },
  ],
  "metrics.churn_rule": [
    "Mijoz buyurtmasiz necha oʻz oraligʻidan keyin soviyotgan yoki ketgan hisoblanadi.",
    {
      active_ratio: "Necha oraliqqacha faol.",
      lapsed_ratio: "Necha oraliqdan keyin ketgan.",
      lapsed_basis:
        "`backtest` — kerakli aniqlikka yetadigan eng kichigi, `settings` — sozlamalardan, `default` — andoza.",
      lapsed_after_days: "Har qanday holatda necha kundan keyin ketgan.",
      lapsed_precision: "Uchta kesim sanasida ketgan deb topilganlardan xarid qilmaganlari ulushi.",
      lapsed_recall: "Xarid qilmaganlardan ketgan deb topilganlari ulushi.",
    },
  ],
  "metrics.churn_backtest": [
    "Usul oʻtmishdagi sanadan davr ichida kim xarid qilishini qanchalik yaxshi aytgani.",
    {
      cut_number: "Kesim sanasi; 0 — hisobot kuni, har keyingisi bir davr oldin.",
      method:
        "`model` — model, `recalibrated` — tuzatilgan model va ular yengishi kerak boʻlganlar: `recency`, `frequency`, `rule`, `logistic`, `base_rate`.",
      cut_date: "Usul biladigan oxirgi kun.",
      horizon_days: "Necha kun oldinga.",
      client_count: "Baholangan mijozlar.",
      order_rate: "Xarid qilganlar ulushi.",
      auc: "Egri chiziq ostidagi maydon: xarid qilgan mijoz xarid qilmaganidan qanchalik tez-tez yuqori turadi; 0,5 — tasodif. Hamma yoki hech kim xarid qilmagan boʻlsa, boʻsh.",
      auc_difference: "Model maydoni minus yaqinlik maydoni.",
      auc_difference_low: "Farqning quyi chegarasi, 95% (DeLong).",
      auc_difference_high: "Yuqori chegara.",
      brier_skill:
        "1 minus xatoning bir davr oldingi oddiy ulush xatosiga nisbati; 0 dan yuqori boʻlsa, undan yaxshiroq.",
      top_decile_lift: "Eng yaxshi oʻndan bir qismdagi xarid ulushi jami ulushga nisbatan.",
      expected_calibration_error: "Qismlar boʻyicha vaʼda qilingan va amaldagi orasidagi oʻrtacha masofa.",
      expected_order_count: "Model barcha mijozlardan kutgan xaridlar.",
      actual_order_count: "Kelgan xaridlar.",
      quality_flag:
        "`ok` — yaxshi, `low_n` — 500 tadan kam mijoz, `one_outcome` — hamma yoki hech kim xarid qilmagan, yoxud moslash belgisi.",
    },
  ],
  "metrics.churn_calibration": [
    "Kesim sanasida model vaʼdasi boʻyicha mijozlarning oʻndan bir qismi va amalda nima boʻlgani.",
    {
      cut_number: "Kesim sanasi; 0 — hisobot kuni, har keyingisi bir davr oldin.",
      variant: "`model` — model, `recalibrated` — oldingi kesim sanasi boʻyicha tuzatilgan.",
      bin: "1 (ehtimoli eng past) dan 10 gacha; tenglari birga turadi, shuning uchun biri boʻlmasligi mumkin.",
      client_count: "Mijozlar.",
      mean_probability: "Buyurtmaning oʻrtacha ehtimoli.",
      order_rate: "Xarid qilganlar ulushi.",
      order_rate_low: "Uilson quyi chegarasi, 95%.",
      order_rate_high: "Uilson yuqori chegarasi, 95%.",
    },
  ],
  "metrics.cohort_retention": [
    "Birinchi buyurtmasi bir oyda boʻlgan mijozlar va shuncha oydan keyin nechtasi qaytgani. Tugamagan oy nol emas, boʻsh.",
    {
      cohort_month: "Butun tarix boʻyicha birinchi haqiqiy buyurtma oyi.",
      month_number: "Birinchi buyurtma oyidan keyingi kalendar oylar.",
      cohort_size: "Kogortadagi mijozlar.",
      active_count: "Shu oyda xarid qilgan mijozlar.",
      retention_rate: "Shu oyda xarid qilganlar ulushi.",
      retention_low: "Uilson quyi chegarasi, 95%; 0-oyda boʻsh.",
      retention_high: "Uilson yuqori chegarasi.",
      rolling_retention_rate:
        "Shu oyda yoki keyinroq xarid qilganlar ulushi; faqat undan keyin uchta toʻliq oy oʻtgan boʻlsa.",
      cumulative_repeat_rate: "1-oydan shu oygacha kamida bir oyda xarid qilganlar ulushi.",
      revenue_retention_rate: "Shu oy sof tushumining 0-oy sof tushumiga nisbati.",
    },
  ],
  "metrics.retention_curve": [
    "Barcha kogortalar birga, birinchi buyurtmadan shuncha oy keyin.",
    {
      month_number: "Birinchi buyurtma oyidan keyingi kalendar oylar.",
      cohort_count: "Bu oyi tugagan kogortalar.",
      client_count: "Ularning mijozlari.",
      retention_rate: "Shu oyda xarid qilganlar ulushi.",
      retention_low: "Uilson quyi chegarasi, 95%; 0-oyda boʻsh.",
      retention_high: "Uilson yuqori chegarasi.",
      rolling_retention_rate:
        "Shu oyda yoki keyinroq xarid qilganlar ulushi; faqat undan keyin uchta toʻliq oy oʻtgan boʻlsa.",
      cumulative_repeat_rate: "1-oydan shu oygacha kamida bir oyda xarid qilganlar ulushi.",
      quality_flag: "`ok` — yaxshi yoki `low_n` — 30 tadan kam mijoz.",
    },
  ],
  "metrics.second_order_curve": [
    "Birinchi buyurtmadan keyingi kun va shu kungacha qayta xarid qilgan mijozlar ulushi. Hali kutayotganlar kuzatilgan vaqtigacha hisobga olinadi.",
    {
      day_number: "Birinchi buyurtmadan keyingi kunlar.",
      at_risk_count: "Shuncha kuzatilgan va hali qayta xarid qilmagan mijozlar.",
      returned_share: "Qayta xarid qilganlar ulushi (Kaplan–Mayer).",
      returned_share_low: "Quyi chegara, 95%.",
      returned_share_high: "Yuqori chegara.",
    },
  ],
  "metrics.client_lifetime_value": [
    "Mijozning kelgusi oylardagi buyurtmalari bugun qancha turishi.",
    { client_id: "Mijoz.", value_amount: "Qiymat (LTV): faqat kelgusi buyurtmalar; xarid modeli boʻlmasa, boʻsh." },
  ],
  "metrics.lifetime_value_deciles": [
    "Mijozlarning qiymat boʻyicha oʻndan bir qismi.",
    {
      value_decile: "1 — eng qimmatlilari, 10 gacha; tenglari birga turadi.",
      basis: "`margin` — marja, `revenue` — sof tushum.",
      horizon_months: "Necha oyga baholangani.",
      annual_discount: "Yillik diskont stavkasi.",
      client_count: "Mijozlar.",
      value_amount: "Qiymat (LTV): faqat kelgusi buyurtmalar.",
      value_share: "Qiymati noldan yuqori barcha mijozlar qiymatidagi ulushi.",
      historic_amount: "Shu paytgacha sof tushum.",
    },
  ],
  "metrics.lifetime_value_holdout": [
    "Mijozlarning toʻrt davr oldingi prognoz boʻyicha oʻndan bir qismi va shundan beri xarid qilgani.",
    {
      method: "`model` — model, `last_year` — undan oldingi toʻrt davr savdosi.",
      decile: "1 — eng katta prognozlar; tenglari birga turadi, shuning uchun biri boʻlmasligi mumkin.",
      holdout_days: "Necha kunga prognoz qilingani.",
      client_count: "Mijozlar.",
      forecast_amount: "Sof tushum prognozi, diskontsiz.",
      actual_amount: "Amalda kelgan sof tushum.",
    },
  ],
};
