import type { GlossaryEntries } from "../../glossaries.ts";

/** Ukrainian glossary: contracts with clients. */
export const contractsTerms: GlossaryEntries = {
  "metrics.contract_survival": [
    "Місяць після першого дня договору й частка договорів, які діють довше.",
    {
      kind: "Вид договору; `all` — усі разом, `unknown` — вид не вказано.",
      month_number: "Місяці від першого дня; 1 — перший місяць.",
      at_risk_count: "Договори, які діяли стільки й за якими спостерігали.",
      ended_count: "Із них закінчилися цього місяця.",
      survival_share: "Частка тих, що діють довше (Каплан — Маєр).",
      survival_share_low: "Нижня межа, 95%.",
      survival_share_high: "Верхня межа.",
    },
  ],
  "metrics.contract_renewals": [
    "Перше, друге, … поновлення договорів: скільки до нього дійшло і скільки поновлено.",
    {
      kind: "Вид договору; `all` — усі разом, `unknown` — вид не вказано.",
      renewal_number: "Яке за порядком поновлення, від 1.",
      due_count: "Договори, що дійшли до нього: поновлені або втрачені.",
      renewed_count: "Із них поновлено.",
      lost_count: "Із них закінчилися на ньому або у строку перед ним.",
      renewal_rate: "Поновлено з тих, що дійшли.",
      renewal_rate_low: "Нижня межа (Вілсон, 95%).",
      renewal_rate_high: "Верхня межа.",
    },
  ],
  "metrics.renewal_fits": [
    "Поновлення за зсунутою бета-геометричною моделлю: чого чекати від кожного поновлення, минулого й майбутнього.",
    {
      kind: "Вид договору; `all` — усі разом, `unknown` — вид не вказано.",
      renewal_number: "Яке за порядком поновлення, від 1.",
      is_seen: "Чи дійшов до нього хоч один договір? Про майбутнє говорить лише модель.",
      expected_renewal_rate: "Імовірність поновлення тих, що дійшли.",
      expected_survival_share: "Частка всіх договорів, що діють після нього.",
      quality_flag:
        "`ok`, `low_n` — менше ніж 100 договорів, `at_bound` — підбір уперся в межу, `not_converged` — не збігся.",
    },
  ],
};
