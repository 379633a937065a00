import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: contracts with clients. */
export const contractsTerms: GlossaryEntries = {
  "metrics.contract_survival": [
    "Shartnomaning birinchi kunidan keyingi oy va undan uzoqroq amal qiladigan shartnomalar ulushi.",
    {
      is_total: "Barcha turlar birgami? Unda `kind` ichida `all` turadi, u nom emas.",
      kind: "Shartnoma turi; `all` — hammasi birga, `unknown` — turi koʻrsatilmagan.",
      month_number: "Birinchi kundan beri oylar; 1 — birinchi oy.",
      at_risk_count: "Shuncha amal qilgan va kuzatilgan shartnomalar.",
      ended_count: "Shundan shu oyda tugaganlari.",
      survival_share: "Undan uzoqroq amal qiladiganlar ulushi (Kaplan–Mayer).",
      survival_share_low: "Quyi chegara, 95%.",
      survival_share_high: "Yuqori chegara.",
    },
  ],
  "metrics.contract_renewals": [
    "Shartnomalarning birinchi, ikkinchi va keyingi uzaytirilishi: nechtasi unga yetgan va nechtasi uzaytirilgan.",
    {
      is_total: "Barcha turlar birgami? Unda `kind` ichida `all` turadi, u nom emas.",
      kind: "Shartnoma turi; `all` — hammasi birga, `unknown` — turi koʻrsatilmagan.",
      renewal_number: "Nechanchi uzaytirish, 1 dan.",
      due_count: "Unga yetgan shartnomalar: uzaytirilgan yoki yoʻqotilgan.",
      renewed_count: "Shundan uzaytirilganlari.",
      lost_count: "Shundan shu uzaytirishda yoki undan oldingi muddatda tugaganlari.",
      renewal_rate: "Uzaytirilganlarning unga yetganlarga nisbati.",
      renewal_rate_low: "Quyi chegara (Uilson, 95%).",
      renewal_rate_high: "Yuqori chegara.",
    },
  ],
  "metrics.renewal_fits": [
    "Siljigan beta-geometrik model boʻyicha uzaytirish: oʻtgan va kelgusi har bir uzaytirishdan nima kutish mumkin.",
    {
      is_total: "Barcha turlar birgami? Unda `kind` ichida `all` turadi, u nom emas.",
      kind: "Shartnoma turi; `all` — hammasi birga, `unknown` — turi koʻrsatilmagan.",
      renewal_number: "Nechanchi uzaytirish, 1 dan.",
      is_seen: "Unga kamida bitta shartnoma yetganmi? Kelgusi haqida faqat model aytadi.",
      expected_renewal_rate: "Unga yetganlarning uzaytirilish ehtimoli.",
      expected_survival_share: "Undan keyin amal qiladigan shartnomalarning jami shartnomalardagi ulushi.",
      quality_flag:
        "`ok` — yaxshi, `low_n` — 100 tadan kam shartnoma, `at_bound` — moslash chegarada, `not_converged` — moslash yakuniga yetmagan.",
    },
  ],
};
