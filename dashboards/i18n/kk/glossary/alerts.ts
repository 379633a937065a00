import type { GlossaryEntries } from "../../glossaries.ts";

/** Kazakh glossary: alerts of the settings. */
export const alertsTerms: GlossaryEntries = {
  "metrics.alerts": [
    "Баптаулардағы ескертулер: бақыланатын әр көрсеткіштің соңғы мәні не көрсетті.",
    {
      position: "Ескертудің баптаулардағы орны, 1-ден бастап.",
      alert_name: "Ескертудің аты.",
      measure: "Не бақыланады: `net_sales`, `on_time_rate`, …",
      dimension: "`company` — компания, `region` — өңір, `manager` — менеджер.",
      entity_id: "Өңір немесе менеджер; `all` — компания.",
      entity_name: "Өңірдің немесе менеджердің аты; компанияда бос.",
      rule: "`above` — жоғары, `below` — төмен, `rises` — өседі, `falls` — төмендейді, `changes` — өзгереді, `missing` — дерек жоқ.",
      limit_value: "Мәннің немесе оның өзгерісінің (үлеспен) шегі; `missing` үшін бос.",
      severity: "`warning` — ескерту, `critical` — өте маңызды.",
      period_date:
        "Соңғы айдың бірінші күні: толық айдың, қалдықтарда — ағымдағы айдың; сауалнамада — соңғы толқынның.",
      value: "Осы кезеңдегі мән.",
      compared_period_date: "Салыстырылатын кезеңнің бірінші күні.",
      change_share: "Сол кезең мәніне қатысты өзгеріс үлесі.",
      state: "`raised` — шектен шыққан, `ok` — шегінде, `unknown` — бағалайтын дерек жоқ.",
      since_date: "Осы күйде қатарынан тұрған кезеңдердің біріншісі.",
      quality_flag:
        "`ok`; `low_n` — бақылау аз; `no_value` — соңғы мән жоқ; `no_comparison` — салыстыратын дерек жоқ; `no_figures` — дерек ешқашан болмаған.",
    },
  ],
};
