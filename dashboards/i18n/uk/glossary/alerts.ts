import type { GlossaryEntries } from "../../glossaries.ts";

/** Ukrainian glossary: alerts of the settings. */
export const alertsTerms: GlossaryEntries = {
  "metrics.alerts": [
    "Сповіщення з налаштувань: що показало останнє значення кожного відстежуваного показника.",
    {
      position: "Місце сповіщення в налаштуваннях, від 1.",
      alert_name: "Назва сповіщення.",
      measure: "За чим стежать: `net_sales`, `on_time_rate`, …",
      dimension: "`company` — компанія, `region` — регіон, `manager` — менеджер.",
      entity_id: "Регіон або менеджер; `all` — компанія.",
      entity_name: "Назва регіону або ім’я менеджера; порожньо для компанії.",
      rule: "`above` — вище, `below` — нижче, `rises` — зростає, `falls` — падає, `changes` — змінюється, `missing` — немає даних.",
      limit_value: "Межа значення або його зміни (часткою); порожньо для `missing`.",
      severity: "`warning` — попередження, `critical` — критично.",
      period_date:
        "Перший день останнього місяця: повного, а для залишків — поточного; для опитувань — останньої хвилі.",
      value: "Значення за цей період.",
      compared_period_date: "Перший день періоду, з яким порівнюють.",
      change_share: "Зміна як частка значення того періоду.",
      state: "`raised` — поза межею, `ok` — у нормі, `unknown` — немає за чим судити.",
      since_date: "Перший із послідовних періодів у цьому стані.",
      quality_flag:
        "`ok`; `low_n` — мало спостережень; `no_value` — немає останнього значення; `no_comparison` — немає з чим порівняти; `no_figures` — даних не було ніколи.",
    },
  ],
};
