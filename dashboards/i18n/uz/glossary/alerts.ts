import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: alerts of the settings. */
export const alertsTerms: GlossaryEntries = {
  "metrics.alerts": [
    "Sozlamalardagi ogohlantirishlar: kuzatilayotgan har bir koʻrsatkichning oxirgi qiymati nimani koʻrsatdi.",
    {
      position: "Ogohlantirishning sozlamalardagi oʻrni, 1 dan boshlab.",
      alert_name: "Ogohlantirish nomi.",
      measure: "Nima kuzatiladi: `net_sales`, `on_time_rate`, …",
      dimension: "`company` — kompaniya, `region` — hudud, `manager` — menejer.",
      entity_id: "Hudud yoki menejer; `all` — kompaniya.",
      entity_name: "Hudud nomi yoki menejer ismi; kompaniyada boʻsh.",
      rule: "`above` — yuqori, `below` — past, `rises` — oʻsadi, `falls` — pasayadi, `changes` — oʻzgaradi, `missing` — maʼlumot yoʻq.",
      limit_value: "Qiymat yoki uning oʻzgarishi (ulushda) chegarasi; `missing` uchun boʻsh.",
      severity: "`warning` — ogohlantirish, `critical` — juda muhim.",
      period_date:
        "Oxirgi oyning birinchi kuni: toʻliq oyning, qoldiqlarda — joriy oyning; soʻrovlarda — oxirgi toʻlqinning.",
      value: "Shu davrdagi qiymat.",
      compared_period_date: "Solishtiriladigan davrning birinchi kuni.",
      change_share: "Oʻsha davr qiymatiga nisbatan oʻzgarish ulushi.",
      state: "`raised` — chegaradan chiqqan, `ok` — chegara ichida, `unknown` — baholash uchun maʼlumot yoʻq.",
      since_date: "Shu holatda ketma-ket kelgan davrlarning birinchisi.",
      quality_flag:
        "`ok`; `low_n` — kuzatuvlar kam; `no_value` — oxirgi qiymat yoʻq; `no_comparison` — solishtirish uchun maʼlumot yoʻq; `no_figures` — maʼlumot hech qachon boʻlmagan.",
    },
  ],
};
