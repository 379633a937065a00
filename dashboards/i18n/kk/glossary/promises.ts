import type { GlossaryEntries } from "../../glossaries.ts";

/** Kazakh glossary: answering times and returns. */
export const promisesTerms: GlossaryEntries = {
  "metrics.sla_by_month": [
    "Айда түскен шағымдар, түрлері мен жауапты менеджерлер бойынша, жұмыс сағатымен берілген мерзімдермен салыстырғанда.",
    {
      month: "Шағым түскен айдың бірінші күні.",
      complaint_type: "Түрі немесе `unknown`.",
      manager_id: "Жауапты менеджер немесе `unknown`.",
      complaint_count: "Түскен шағымдар.",
      first_response_met_count: "Мерзімінде жауап берілгені.",
      first_response_breached_count: "Кеш жауап берілгені немесе мерзімі өтсе де жауап берілмегені.",
      first_response_pending_count: "Жауап берілмегені, мерзімі әлі бітпеген.",
      resolution_met_count: "Мерзімінде жабылғаны.",
      resolution_breached_count: "Кеш жабылғаны немесе мерзімі өтсе де ашық тұрғаны.",
      resolution_pending_count: "Ашық, мерзімі әлі бітпеген.",
    },
  ],
  "metrics.complaint_durations": [
    "Бірінші жауапқа немесе шешімге дейінгі жұмыс сағаттары; ашық шағым осы уақытқа дейінгі сағатымен есептеледі.",
    {
      step: "`first_response` — бірінші жауап, `resolution` — шешім.",
      dimension: "`all`, `type` немесе `manager` — есепті күнге дейінгі 365 күн; `month` — түскен айы бойынша барлығы.",
      entity_id: "`all`, түрі, жауапты менеджер немесе айдың бірінші күні.",
      complaint_count: "Шағымдар.",
      open_count: "Оның ішінде әлі жауапсыз немесе ашық.",
      hours_p50: "Жартысы орындалған жұмыс сағаты (Каплан–Мейер).",
      hours_p90: "Оннан тоғызы орындалған жұмыс сағаты (Каплан–Мейер).",
    },
  ],
  "metrics.complaint_rates": [
    "Айда жеткізілген 100 тапсырысқа шаққандағы шағым: барлығы, түрі, менеджері немесе өңірі бойынша.",
    {
      month: "Айдың бірінші күні.",
      dimension: "`all`, `type`, `manager` немесе `region` (тапсырыстікі, болмаса клиенттікі).",
      entity_id: "`all`, түрі, менеджер немесе өңір; жоқ болса, `unknown`.",
      delivered_order_count: "Жеткізілуі осы айда аяқталған тапсырыстар.",
      complaint_count: "Осы тапсырыстар бойынша шағымдар және айда түскен, жеткізілген тапсырысы жоқ шағымдар.",
    },
  ],
  "metrics.complaint_times": [
    "Шағым және оған кеткен жұмыс сағаты, түріне берілген мерзімдермен салыстырғанда.",
    {
      complaint_id: "Шағым.",
      client_id: "Шағымданған клиент.",
      complaint_type: "Түрі немесе `unknown`.",
      severity: "`low` — төмен, `medium` — орташа, `high` — жоғары.",
      manager_id: "Жауапты менеджер немесе `unknown`.",
      opened_at: "Түскен уақыты.",
      is_answered: "Есепті күнге клиентке жауап берілді ме?",
      first_response_state:
        "`met` — мерзімінде, `breached` — кеш немесе мерзімі өтсе де жауапсыз, `pending` — мерзім ішінде, `unknown` — белгісіз.",
      resolution_hours: "Жабылғанға немесе осы уақытқа дейінгі жұмыс сағаты, клиентті күткен уақыт кірмейді.",
      resolution_target_hours: "Түріне берілген мерзім.",
      resolution_state: "`met`, `breached`, `pending` немесе `unknown`.",
    },
  ],
  "metrics.return_rate_by_month": [
    "Айда жеткізілген тапсырыстар және олардан қайтарылған тауар, өңір мен менеджер бойынша.",
    {
      month: "Тапсырыстың соңғы бөлігі жеткен айдың бірінші күні.",
      is_mature: "Ай аяқталғалы жеткілікті күн өтті ме? Оған дейін қайтару көбейеді.",
      shipped_quantity: "Сол тапсырыстардың бірліктері.",
      shipped_amount: "Олардың таза құны.",
      return_count: "Сол тауарлардың есепті күнге дейінгі қайтарулары.",
      returned_quantity: "Қайтарылған бірліктер.",
      returned_amount: "Олардың құны.",
    },
  ],
  "metrics.returns_by_reason": [
    "Айда қайтарылған тауарлар, себептері мен бағыттары бойынша.",
    {
      month: "Қайтарылған айдың бірінші күні.",
      reason: "Дереккөзде көрсетілген себеп немесе `unknown`.",
      return_count: "Қайтарулар.",
      returned_amount: "Олардың құны.",
    },
  ],
};
