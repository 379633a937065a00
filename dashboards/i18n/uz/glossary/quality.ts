import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: data quality. */
export const qualityTerms: GlossaryEntries = {
  "metrics.data_quality_by_file": [
    "Taqdim etilgan fayl va uning satrlari bilan nima boʻlgani.",
    {
      source: "Manba.",
      entity: "Fayl moslangan obyekt.",
      name: "Fayl nomi.",
      state: "`committed` — yuklangan, `held` — ushlab turilgan, `rejected` — rad etilgan.",
      loaded_at: "Qachon yuklangan.",
      rows_read: "Oʻqilgan yozuvlar.",
      rows_accepted: "Qabul qilingan yozuvlar.",
      rows_rejected: "Chetga olingan yozuvlar.",
      rows_skipped: "Oqim atayin boshqalarga qoldirgan yozuvlar: oʻqilgan, qabul qilinmagan va chetga olinmagan.",
      rows_changed: "Qoʻshilgan, oʻzgargan yoki yopilgan satrlar.",
      quality_flag:
        "`ok` — yaxshi, `rejects` — chetga olinganlar sozlamalardagi ulushdan koʻp, `held` — ushlab turilgan, `rejected` — rad etilgan.",
    },
  ],
  "metrics.scored_models": [
    "Maʼlumotlar boʻyicha tuziladigan yoki baholaydigan model: versiyasi va nechta kuzatuvga asoslangani.",
    {
      model_name:
        "`churn` — ketish, `lifetime_value` — qiymat, `forecast` — prognoz, `stage_probability` — bosqichlar ehtimoli, `deal_value` — ochiq bitimlar, `pipeline` — voronka, `renewal` — uzaytirish, `next_product` — keyingi mahsulot, `look_alike` — oʻxshash mijozlar, `rfm` — RFM.",
      model_version: "Nomi hamda formula va sozlamalar belgisi: ular bilan oʻzgaradi, maʼlumot yoki kun bilan emas.",
      row_count: "Model bergan satrlar.",
      sound_row_count: "Ulardan eʼtirozsizlari (`ok`).",
      observation_count:
        "Nimaga asoslangani: mijozlar, tarix oylari, bosqichga oʻtishlar, ochiq bitimlar, shartnomalar, savatlar, asosiy mijozlar.",
    },
  ],
  "metrics.future_rows": [
    "Obyektning hisobot kunidan keyingi sanali, shu sababli hisobga kirmagan satrlari.",
    {
      entity: "Obyekt.",
      source: "Manba.",
      future_row_count: "Hisobga kirmagan satrlar.",
      first_future_date: "Ularning eng erta sanasi.",
      last_future_date: "Ularning eng kech sanasi.",
    },
  ],
  "metrics.money_reconciliation": [
    "Obyektning yoʻldagi bosqichdagi satrlari va puli, oldingi bosqich bilan taqqoslangan.",
    {
      entity: "Obyekt.",
      source: "Manba; uni endi bilmaydigan koʻrsatkichlar uchun `all`.",
      stage: "`file` — fayl, `raw` — xom maʼlumot, `staging` — tayyorlash, `mart` — vitrina, `metric` — koʻrsatkich.",
      row_count: "Shu bosqichdagi satrlar.",
      amount: "Shu bosqichdagi pul.",
      explained_row_count:
        "Oldingi bosqichdan keyin atayin chiqib ketgan satrlar: yangi yuklashlar bilan almashgan, hisobot kunidan keyingi sanali.",
      row_difference: "Satrlar minus oldingi bosqich satrlari plus izohlangani: 0 boʻlishi kerak.",
      difference: "Summa minus oldingi bosqich summasi plus izohlangani; birlik oʻzgarganda boʻsh.",
      is_reconciled: "Izohlanmagan farq yoʻqmi?",
    },
  ],
  "metrics.rejects_by_rule": [
    "Chetga olingan yozuvlar, buzilgan qoida boʻyicha.",
    {
      source: "Manba.",
      entity: "Obyekt yoki `unknown`.",
      rule: "Buzilgan qoida.",
      column_name: "Xatoli ustun yoki `unknown`.",
      record_count: "Yozuvlar.",
      file_count: "Fayllar.",
    },
  ],
  "metrics.remarks_by_file": [
    "Faylda satrlardan tashqari nima topildi va yuklashda satrlar qanday tuzatildi.",
    {
      source: "Manba yoki `unknown`.",
      entity: "Obyekt yoki `unknown`.",
      name: "Fayl nomi.",
      kind: "`footer` — jami satri, `hidden_rows` — kitobdagi yashirin satrlar; qolganlari — tuzatishlar: `inner_quote`, `plain_quote`, `empty_tail`, `padded`.",
      message: "Nima topildi yoki tuzatildi.",
      remark_count: "Fayldagi joylar soni.",
      first_line: "Birinchisining satri.",
      is_total_missed: "Fayldagi jami satrlar yigʻindisidan farq qiladimi?",
    },
  ],
  "metrics.source_freshness": [
    "Manbaning maʼlumot oqimi va uning yangiligi.",
    {
      source: "Manba.",
      feed: "Oqim.",
      entity: "Obyekt.",
      is_expected: "Sozlamalar uni kutadimi?",
      file_count: "Yuklangan fayllar.",
      last_loaded_at: "Oxirgi yuklash; yuklash boʻlmagan boʻlsa, boʻsh.",
      newest_event_date: "Obyektning shu manbadagi oxirgi voqeasi, hisobot kunidan kech emas.",
      warn_hours: "Oxirgi yuklash shu yoshga yetganda ogohlantiriladi.",
      error_hours: "Oxirgi yuklash shu yoshda eskirgan hisoblanadi.",
    },
  ],
};
