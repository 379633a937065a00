import type { GlossaryEntries } from "../../glossaries.ts";

/** Russian glossary: contracts with clients. */
export const contractsTerms: GlossaryEntries = {
  "metrics.contract_survival": [
    "Месяц после первого дня договора и доля договоров, которые действуют дольше.",
    {
      kind: "Вид договора; `all` — все вместе, `unknown` — вид не указан.",
      month_number: "Месяцы с первого дня; 1 — первый месяц.",
      at_risk_count: "Договоры, которые действовали столько и наблюдались.",
      ended_count: "Из них закончились в этом месяце.",
      survival_share: "Доля действующих дольше (Каплан — Мейер).",
      survival_share_low: "Нижняя граница, 95 %.",
      survival_share_high: "Верхняя граница.",
    },
  ],
  "metrics.contract_renewals": [
    "Первое, второе, … продление договоров: сколько до него дошло и сколько продлено.",
    {
      kind: "Вид договора; `all` — все вместе, `unknown` — вид не указан.",
      renewal_number: "Какое по счёту продление, с 1.",
      due_count: "Договоры, дошедшие до него: продлены или потеряны.",
      renewed_count: "Из них продлены.",
      lost_count: "Из них закончились на нём или в сроке перед ним.",
      renewal_rate: "Продлено из дошедших.",
      renewal_rate_low: "Нижняя граница (Уилсон, 95 %).",
      renewal_rate_high: "Верхняя граница.",
    },
  ],
  "metrics.renewal_fits": [
    "Продление по сдвинутой бета-геометрической модели: чего ждать от каждого продления, прошлого и будущего.",
    {
      kind: "Вид договора; `all` — все вместе, `unknown` — вид не указан.",
      renewal_number: "Какое по счёту продление, с 1.",
      is_seen: "Дошёл ли до него хоть один договор? О будущем говорит одна модель.",
      expected_renewal_rate: "Вероятность продления дошедших.",
      expected_survival_share: "Доля всех договоров, действующих после него.",
      quality_flag:
        "`ok`, `low_n` — меньше 100 договоров, `at_bound` — подбор упёрся в границу, `not_converged` — не сошёлся.",
    },
  ],
};
