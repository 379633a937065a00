import type { Formats } from "../../formats.ts";
import type { retentionEn } from "../en/retention.ts";
import { plural } from "../locales.ts";

const clients = (value: number) =>
  plural("ru", value, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" });
const months = (value: number) =>
  plural("ru", value, { one: "месяц", few: "месяца", many: "месяцев", other: "месяца" });

/** Russian texts of the page retention. */
export const retentionRu: typeof retentionEn = {
  retention: {
    scope: (days: string | undefined) =>
      days === undefined
        ? "Все клиенты, которые когда-либо покупали"
        : `Все клиенты, которые когда-либо покупали; отток — ни одного заказа за ${days} дн.`,
    headline: (cooling: number, amount: string, format: Formats) =>
      `${plural("ru", cooling, { one: "Остывает", other: "Остывают" })} ${format.integer(cooling)} ${clients(cooling)} с недавними продажами ${amount}.`,
    headlineCohorts: (month: number, share: string) =>
      `На ${month}-й месяц после первого заказа покупают ${share} новых клиентов.`,
    statuses: { active: "Активен", cooling: "Остывает", lapsed: "Ушёл", unknown: "Ритм неизвестен" },
    clientsBy: { cooling: "Остывающие клиенты", lapsed: "Ушедшие клиенты" },
    salesNote: (amount: string) => `недавние продажи ${amount}`,
    atRisk: "Продажи под угрозой",
    atRiskNote: "недавние продажи на вероятность оттока",
    hidden: "проверка на прошлом не позволяет показать вероятность",
    retentionPlain: "Удержание",
    retentionAt: (month: number) => `Удержание, ${month}-й месяц`,
    noCohorts: "ни одна когорта ещё не дожила",
    clientsNote: (value: number, format: Formats) => `${format.integer(value)} ${clients(value)}, все когорты`,
    again: "Второй заказ за 90 дней",
    againNote: "новые клиенты, с учётом тех, кто ещё ждёт",
    value: "Ценность всех клиентов",
    noValue: "модель покупок построить не удалось",
    valueNote: (basis: string, span: number, rate: string) =>
      `${basis} за ${span} ${months(span)}, ставка ${rate} в год`,
    bases: { margin: "маржа", revenue: "чистые продажи" },
    table: "Кому звонить первым",
    tableByRule: "Кому звонить первым (по собственному ритму)",
    tableSubtitle: (amount: string) =>
      `Сначала наибольшие продажи под угрозой; недавние продажи показанных клиентов ${amount}. Признаки стоят рядом с оценкой и причин не доказывают`,
    tableCut: (listed: string, all: string) => `В списке ${listed} из ${all} — те, у кого под угрозой больше всего`,
    tableByRuleSubtitle: (amount: string) =>
      `Сначала остывающие, крупнейшие наверху; недавние продажи показанных клиентов ${amount}. Признаки стоят рядом с состоянием и причин не доказывают`,
    columns: {
      status: "Состояние",
      probability: "Вероятность оттока",
      atRisk: "Под угрозой",
      recent: "Недавние продажи",
      rhythm: "Обычный промежуток, дней",
      overdue: "Промежутков без заказа",
      reasons: "Что бросается в глаза",
      value: "Ценность",
      cohort: "Когорта",
      monthNumber: "Месяц после первого заказа",
      cohortSize: "Клиентов в когорте",
      active: "Купили",
      day: "Дней после первого заказа",
      waiting: "Ещё ждут",
      bin: "Десятая часть",
      promised: "Обещано",
      observed: "Вышло",
      cutOff: "Взгляд с даты",
      method: "Метод",
      orderRate: "Купили",
      auc: "AUC",
      aucDifference: "AUC сверх давности",
      skill: "Выигрыш по Брайеру",
      lift: "Отрыв лучшей десятой",
      expected: "Заказов ожидалось",
      actual: "Заказов пришло",
      decile: "Десятая часть",
      valueShare: "Доля ценности",
      historic: "Продажи до сих пор",
      forecast: "Прогноз",
      actualSales: "Вышло",
    },
    reasons: {
      season: "вне сезона",
      complaints: (count: number) => `жалобы: ${count}`,
      late: (share: string) => `опоздали ${share} строк`,
      overdue: (amount: string) => `просрочено ${amount}`,
      pays: (days: string) => `платит на ${days} дн. позже`,
      rhythm: "своего ритма нет",
    },
    cohortMeasure: "Когорты показывают",
    measures: {
      exact: "Купили в этом месяце",
      rolling: "Купили в этом месяце или позже",
      cumulative: "Уже купили снова",
      revenue: "Продажи месяца к месяцу 0",
    },
    lines: { exact: "в этом месяце", rolling: "в этом или позже", cumulative: "уже снова" },
    cohortPlain: "Когорты по месяцу первого заказа",
    cohortTitle: (older: string, younger: string) =>
      `На третий месяц покупают ${younger} новых когорт, у старых было ${older}`,
    cohortSubtitle: (measure: string) =>
      `${measure}; строки — месяцы первого заказа и число клиентов, столбцы — месяцы после него; незаконченные месяцы опущены`,
    cohortCell: (cohort: string, month: number, share: string) => `${cohort}, месяц ${month}: ${share}`,
    curvePlain: "Удержание всех когорт",
    curveTitle: (month: number, share: string) => `На ${month}-й месяц после первого заказа покупают ${share} клиентов`,
    curveSubtitle: "Доля клиентов по месяцам после первого заказа, с пределами 95 %; крупные когорты весят больше",
    curvePoint: (label: string, month: number, share: string) => `Месяц ${month}, ${label}: ${share}`,
    againPlain: "Время до второго заказа",
    againTitle: (days: string) => `Половина новых клиентов покупает снова за ${days} дн.`,
    againLess: (share: string, days: string) => `За ${days} дн. снова покупают ${share} новых клиентов`,
    againSubtitle: "Доля купивших снова по дням после первого заказа (Каплан — Мейер, пределы 95 %)",
    againPoint: (days: string, share: string) => `День ${days}: ${share}`,
    verdict: {
      shown: "Вероятность оттока проверку прошла",
      hidden: "Вероятность оттока не показана",
      none: "Клиентов для оценки нет.",
      reasons: {
        passed: "При взгляде с трёх дат в прошлом она была лучше простой доли и близка к тому, что вышло.",
        passed_recalibrated:
          "При взгляде с трёх дат в прошлом она была близка к тому, что вышло, после поправки на прежние ошибки.",
        failed_backtest:
          "При взгляде с трёх дат в прошлом она была слишком далека от того, что вышло. Остаётся состояние по собственному ритму.",
        short_history: "История слишком коротка для трёх проверок. Остаётся состояние по собственному ритму.",
        no_fit:
          "Слишком мало клиентов, повторных покупателей или истории: модель построить не удалось. Остаётся состояние по собственному ритму.",
      },
      better: (model: string, recency: string) =>
        `Она упорядочивает клиентов лучше, чем дни с последнего заказа: AUC ${model} против ${recency}.`,
      notBetter: (model: string, recency: string, count: number) =>
        `Она не упорядочивает клиентов надёжно лучше, чем дни с последнего заказа: AUC ${model} против ${recency}, не случайно в ${count} из 3 проверок.`,
      cohorts: (own: number, all: number, format: Formats) =>
        `Модель подобрана отдельно для клиентов, впервые купивших в ${format.integer(own)} из ${format.integer(all)} лет: там это точнее, чем одна модель на всех.`,
      regular: (value: string) =>
        `Клиенты покупают ровно (${value} при случайных 1): промежутки без заказа реагируют быстрее вероятности.`,
      rule: (active: string, lapsed: string, days: string, precision: string | undefined) =>
        `Остывает — от ${active} обычных промежутков без заказа, ушёл — от ${lapsed} или ${days} дн.${precision === undefined ? "" : `; из названных ушедшими в прошлом не купили ${precision}.`}`,
    },
    calibrationPlain: "Обещано и вышло",
    calibrationTitle: (points: string) => `Вероятности ухода расходятся с фактом в среднем на ${points} п. п.`,
    calibrationSubtitle: (day: string) =>
      `Десятые части клиентов: обещанная доля покупающих (вправо) и вышедшая (вверх), пределы 95 %; взгляд с ${day}`,
    calibrationPoint: (promised: string, observed: string, count: string) =>
      `обещано ${promised}, вышло ${observed}, клиентов ${count}`,
    backtest: "Проверка оценки оттока на прошлом",
    backtestSubtitle:
      "Кто купит за срок, сказано с трёх дат в прошлом; модель и то, что она должна превзойти. AUC 0,5 — случайность",
    methods: {
      model: "модель",
      recalibrated: "модель с поправкой",
      recency: "дни с последнего заказа",
      frequency: "число заказов",
      rule: "собственный ритм",
      logistic: "логистическая регрессия",
      base_rate: "простая доля",
      last_year: "продажи прошлого года",
    },
    flags: {
      fallback: "слишком мало данных",
      not_converged: "подбор не сошёлся",
      not_identified: "никто не уходит",
      at_bound: "подбор на границе",
      one_outcome: "купили все или никто",
    },
    decile: (number: number) => `Часть ${number}`,
    decilesPlain: "Ценность по десятым частям клиентов",
    decilesTitle: (share: string) => `На самую ценную десятую часть клиентов приходится ${share} ценности`,
    decilesSubtitle: (basis: string, span: number, rate: string) =>
      `Будущее (${basis}) за ${span} ${months(span)}, ставка ${rate} в год; купленное до сих пор не входит`,
    holdoutPlain: "Проверка ценности на прошлом",
    holdoutTitle: (model: string, lastYear: string) =>
      `Прогноз в сумме: отклонение ${model}, продажи прошлого года: ${lastYear}`,
    holdoutSubtitle: (days: string) =>
      `Чистые продажи за ${days} дн., предсказанные до них, по десятым частям клиентов`,
  },
};
