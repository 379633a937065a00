import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: surveys. */
export const satisfactionTerms: GlossaryEntries = {
  "metrics.satisfaction_by_wave": [
    "Toʻlqinda mijozlar savolga nima javob bergani: oʻrtacha, mamnunlar, NPS, 95% oraliqlar bilan.",
    {
      wave: "Soʻrov toʻlqini.",
      question: "Nima soʻralgani.",
      dimension: "`all`, `region`, `manager` yoki `class`, soʻrov kunidagi holati boʻyicha.",
      entity_id: "`all`, hudud, menejer yoki sinf; boʻlmasa — `unknown`.",
      first_asked_date: "Javob yoki taklifnomalarning birinchi kuni: toʻlqinlar tartibi.",
      invited_count: "Soʻralgan yoki oʻzi javob bergan mijozlar.",
      responded_count: "Shundan yaroqli bahosi borlari: tanlanma.",
      response_rate: "Javob berganlarning soʻralganlarga nisbati.",
      score_mean: "Oʻrtacha baho.",
      score_mean_lower: "Uning 95% oraligʻi quyi chegarasi (Styudent).",
      score_mean_upper: "Yuqori chegara.",
      csat: "Shkalaning eng yuqori baholari ulushi; NPS shkalalari uchun emas.",
      csat_lower: "Uning 95% oraligʻi quyi chegarasi (Uilson).",
      csat_upper: "Yuqori chegara.",
      promoter_count: "9 va 10 baholar.",
      passive_count: "7 va 8 baholar.",
      detractor_count: "0 dan 6 gacha baholar.",
      nps: "Mijozlar sodiqligi indeksi (NPS).",
      nps_lower: "Uning 95% oraligʻi quyi chegarasi.",
      nps_upper: "Yuqori chegara.",
      nps_change: "Oldingi toʻlqinga nisbatan.",
      nps_verdict:
        "Oʻzgarish oraligʻi nolni oʻz ichiga olmasa — `better` yoki `worse`, aks holda `unchanged` yoki `unknown`.",
      quality_flag: "`ok` — yaxshi; `low_n` — 30 tadan kam javob, koʻrsatilmaydi; `no_answers` — javoblar yoʻq.",
    },
  ],
  "metrics.satisfaction_by_delivery": [
    "Javobdan sal oldin tovari kechikkan mijozlar va qolganlarning baholari.",
    {
      is_total: "Barcha toʻlqinlar birgami? Unda `wave` ichida `all` turadi, u nom emas.",
      wave: "Soʻrov toʻlqini yoki `all`.",
      question: "Nima soʻralgani.",
      has_late_line: "Javobdan oldin sozlamalarda koʻrsatilgan kunlarda mijozning buyurtma qatori kechikkanmi?",
      responded_count: "Javoblar.",
      score_mean: "Oʻrtacha baho.",
      nps: "Mijozlar sodiqligi indeksi (NPS), 0 dan 10 gacha shkalalarda.",
      score_difference: "Oʻrtacha minus boshqa guruh oʻrtachasi.",
      score_difference_lower: "Uning 95% oraligʻi quyi chegarasi (Uelch).",
      score_difference_upper: "Yuqori chegara.",
      quality_flag: "`ok` — yaxshi yoki `low_n` — guruhlardan birida 30 tadan kam javob.",
    },
  ],
  "metrics.survey_words": [
    "Javoblarda kamida beshta mijoz yozgan soʻz.",
    {
      question: "Nima soʻralgani.",
      word: "Soʻz, kichik harflarda; bir soʻzning shakllari alohida sanaladi.",
      client_count: "Uni yozgan mijozlar.",
      score_mean: "Shularning oʻrtacha bahosi.",
    },
  ],
  "metrics.survey_comments": [
    "Yozma javob; `satisfaction.publish_comments` sozlamasi yoqilmagan boʻlsa, yoʻq.",
    {
      survey_answer_id: "Javob.",
      client_id: "Kim javob bergan.",
      wave: "Soʻrov toʻlqini.",
      question: "Nima soʻralgani.",
      score: "Javob bilan berilgan baho.",
      answered_date: "Javob kuni.",
      comment: "Soʻzlar; e-pochta manzillari, havolalar va uzun raqamlar berkitilgan.",
    },
  ],
};
