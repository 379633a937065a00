import type { GlossaryEntries } from "../../glossaries.ts";

/** Russian glossary: alerts of the settings. */
export const alertsTerms: GlossaryEntries = {
  "metrics.alerts": [
    "Оповещения из настроек: что показало последнее значение каждого отслеживаемого показателя.",
    {
      position: "Место оповещения в настройках, с 1.",
      alert_name: "Имя оповещения.",
      measure: "За чем следят: `net_sales`, `on_time_rate`, …",
      dimension: "`company` — компания, `region` — регион, `manager` — менеджер.",
      entity_id: "Регион или менеджер; `all` — компания.",
      entity_name: "Название региона или имя менеджера; пусто у компании.",
      rule: "`above` — выше, `below` — ниже, `rises` — растёт, `falls` — падает, `changes` — меняется, `missing` — нет данных.",
      limit_value: "Предел значения или его изменения (долей); пусто у `missing`.",
      severity: "`warning` — предупреждение, `critical` — критично.",
      period_date: "Первый день последнего месяца: полного, а у остатков — текущего; у опросов — последней волны.",
      value: "Значение за этот период.",
      compared_period_date: "Первый день периода, с которым сравнивают.",
      change_share: "Изменение как доля значения того периода.",
      state: "`raised` — за пределом, `ok` — в норме, `unknown` — судить не по чему.",
      since_date: "Первый из идущих подряд периодов в этом состоянии.",
      quality_flag:
        "`ok`; `low_n` — мало наблюдений; `no_value` — нет последнего значения; `no_comparison` — не с чем сравнить; `no_figures` — данных не было никогда.",
    },
  ],
};
