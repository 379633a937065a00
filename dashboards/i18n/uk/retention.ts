import type { Formats } from "../../formats.ts";
import type { retentionEn } from "../en/retention.ts";
import { plural } from "../locales.ts";
import { clients, months } from "./words.ts";

/** Ukrainian texts of the page retention. */
export const retentionUk: typeof retentionEn = {
  retention: {
    scope: (days: string | undefined) =>
      days === undefined
        ? "Усі клієнти, які будь-коли купували"
        : `Усі клієнти, які будь-коли купували; відтік — жодного замовлення за ${days} дн.`,
    headline: (cooling: number, amount: string, format: Formats) =>
      `${plural("uk", cooling, { one: "Остигає", other: "Остигають" })} ${format.integer(cooling)} ${clients(cooling)} із недавніми продажами ${amount}.`,
    headlineCohorts: (month: number, share: string) =>
      `У ${month}-му місяці після першого замовлення купують ${share} нових клієнтів.`,
    statuses: { active: "Активний", cooling: "Остигає", lapsed: "Втрачений", unknown: "Ритм невідомий" },
    clientsBy: { cooling: "Клієнти, що остигають", lapsed: "Втрачені клієнти" },
    salesNote: (amount: string) => `недавні продажі ${amount}`,
    atRisk: "Продажі під загрозою",
    atRiskNote: "недавні продажі × імовірність відтоку",
    hidden: "перевірка на минулому не дає показати ймовірність",
    retentionPlain: "Утримання",
    retentionAt: (month: number) => `Утримання, ${month}-й місяць`,
    noCohorts: "жодна когорта ще не досягла цього віку",
    clientsNote: (value: number, format: Formats) => `${format.integer(value)} ${clients(value)}, усі когорти`,
    again: "Друге замовлення за 90 днів",
    againNote: "нові клієнти, з урахуванням тих, хто ще чекає",
    value: "Довічна цінність усіх клієнтів",
    noValue: "модель покупок побудувати не вдалося",
    valueNote: (basis: string, span: number, rate: string) =>
      `${basis} за ${span} ${months(span)}, ставка дисконтування ${rate}`,
    bases: { margin: "маржа", revenue: "чисті продажі" },
    table: "Кому телефонувати першому",
    tableByRule: "Кому телефонувати першому (за власним ритмом)",
    tableSubtitle: (amount: string) =>
      `Спочатку найбільші продажі під загрозою; недавні продажі показаних клієнтів — ${amount}. Ознаки наведено поруч з оцінкою, це не доведені причини`,
    tableCut: (listed: string, all: string) => `У списку ${listed} із ${all} — ті, у кого під загрозою найбільше`,
    tableByRuleSubtitle: (amount: string) =>
      `Спочатку ті, хто остигає, найбільші вгорі; недавні продажі показаних клієнтів — ${amount}. Ознаки наведено поруч зі станом, це не доведені причини`,
    columns: {
      status: "Стан",
      probability: "Імовірність відтоку",
      atRisk: "Під загрозою",
      recent: "Недавні продажі",
      rhythm: "Звичайний інтервал, днів",
      overdue: "Інтервалів без замовлення",
      reasons: "Що впадає в око",
      value: "Довічна цінність",
      cohort: "Когорта",
      monthNumber: "Місяць після першого замовлення",
      cohortSize: "Клієнтів у когорті",
      active: "Купили",
      day: "Днів після першого замовлення",
      waiting: "Ще чекають",
      bin: "Дециль",
      promised: "Прогноз",
      observed: "Факт",
      cutOff: "Станом на",
      method: "Метод",
      orderRate: "Купили",
      auc: "AUC",
      aucDifference: "AUC понад давність",
      skill: "Виграш за Браєром",
      lift: "Ліфт найкращого дециля",
      expected: "Замовлень очікувалося",
      actual: "Замовлень надійшло",
      decile: "Дециль",
      valueShare: "Частка цінності",
      historic: "Чисті продажі дотепер",
      forecast: "Прогноз",
      actualSales: "Факт",
    },
    reasons: {
      season: "поза сезоном",
      complaints: (count: number) => `скарги: ${count}`,
      late: (share: string) => `${share} позицій із запізненням`,
      overdue: (amount: string) => `прострочено ${amount}`,
      pays: (days: string) => `платить на ${days} дн. пізніше`,
      rhythm: "власного ритму немає",
    },
    cohortMeasure: "Когорти показують",
    measures: {
      exact: "Купили в тому місяці",
      rolling: "Купили в тому місяці або пізніше",
      cumulative: "Уже купили знову",
      revenue: "Продажі місяця до місяця 0",
    },
    lines: { exact: "у тому місяці", rolling: "тоді або пізніше", cumulative: "уже знову" },
    cohortPlain: "Когорти за місяцем першого замовлення",
    cohortTitle: (older: string, younger: string) =>
      `У третьому місяці купують ${younger} нових когорт, у старих було ${older}`,
    cohortSubtitle: (measure: string) =>
      `${measure}; рядки — місяці першого замовлення й кількість клієнтів, стовпці — місяці після нього; незавершені місяці не показано`,
    cohortCell: (cohort: string, month: number, share: string) => `${cohort}, місяць ${month}: ${share}`,
    curvePlain: "Утримання всіх когорт",
    curveTitle: (month: number, share: string) =>
      `У ${month}-му місяці після першого замовлення купують ${share} клієнтів`,
    curveSubtitle: "Частка клієнтів за місяцями після першого замовлення, з межами 95%; більші когорти важать більше",
    curvePoint: (label: string, month: number, share: string) => `Місяць ${month}, ${label}: ${share}`,
    againPlain: "Час до другого замовлення",
    againTitle: (days: string) => `Половина нових клієнтів купує знову за ${days} дн.`,
    againLess: (share: string, days: string) => `За ${days} дн. знову купують ${share} нових клієнтів`,
    againSubtitle: "Частка тих, хто купив знову, за днями після першого замовлення (Каплан — Маєр, межі 95%)",
    againPoint: (days: string, share: string) => `День ${days}: ${share}`,
    verdict: {
      shown: "Імовірність відтоку пройшла перевірку",
      hidden: "Імовірність відтоку не показано",
      none: "Клієнтів для оцінки немає.",
      reasons: {
        passed: "Під час перевірки на трьох датах у минулому вона була кращою за просту частку й близькою до факту.",
        passed_recalibrated:
          "Під час перевірки на трьох датах у минулому вона була близькою до факту після поправки на попередні похибки.",
        failed_backtest:
          "Під час перевірки на трьох датах у минулому вона була надто далекою від факту. Лишається стан за власним ритмом.",
        short_history: "Історія надто коротка для трьох перевірок. Лишається стан за власним ритмом.",
        no_fit:
          "Замало клієнтів, повторних покупців або історії: модель побудувати не вдалося. Лишається стан за власним ритмом.",
      },
      better: (model: string, recency: string) =>
        `Вона впорядковує клієнтів краще, ніж дні від останнього замовлення: AUC ${model} проти ${recency}.`,
      notBetter: (model: string, recency: string, count: number) =>
        `Вона впорядковує клієнтів не надійніше, ніж дні від останнього замовлення: AUC ${model} проти ${recency}, значущо — у ${count} з 3 перевірок.`,
      cohorts: (own: number, all: number, format: Formats) =>
        `Модель підібрано окремо для клієнтів, які вперше купили у ${format.integer(own)} з ${format.integer(all)} років: там це точніше, ніж одна модель для всіх.`,
      regular: (value: string) =>
        `Клієнти купують регулярно (${value}, за випадкових покупок — 1): інтервали без замовлення реагують швидше за ймовірність.`,
      rule: (active: string, lapsed: string, days: string, precision: string | undefined) =>
        `Остигає — від ${active} звичайних інтервалів без замовлення, втрачений — від ${lapsed} або ${days} дн.${precision === undefined ? "" : `; з названих утраченими в минулому не купили ${precision}.`}`,
    },
    calibrationPlain: "Прогноз і факт",
    calibrationTitle: (points: string) => `Імовірності відтоку розходяться з фактом у середньому на ${points} в. п.`,
    calibrationSubtitle: (day: string) =>
      `Децилі клієнтів: прогнозована частка покупців (праворуч) і фактична (угору), межі 95%${day === "" ? "" : `; станом на ${day}`}`,
    calibrationPoint: (promised: string, observed: string, count: string) =>
      `прогноз ${promised}, факт ${observed}, клієнтів ${count}`,
    backtest: "Перевірка оцінки відтоку на минулому",
    backtestSubtitle:
      "Прогноз, хто купить за горизонт, зроблений на трьох датах у минулому; модель і те, що вона має перевершити. AUC 0,5 — випадковість",
    methods: {
      model: "модель",
      recalibrated: "модель із поправкою",
      recency: "дні від останнього замовлення",
      frequency: "кількість замовлень",
      rule: "власний ритм",
      logistic: "логістична регресія",
      base_rate: "проста частка",
      last_year: "продажі минулого року",
    },
    flags: {
      fallback: "замало даних",
      not_converged: "підбір не збігся",
      not_identified: "ніхто не йде",
      at_bound: "підбір на межі",
      one_outcome: "купили всі або ніхто",
    },
    decile: (number: number) => `Дециль ${number}`,
    decilesPlain: "Довічна цінність за децилями клієнтів",
    decilesTitle: (share: string) => `На найцінніші 10% клієнтів припадає ${share} цінності`,
    decilesSubtitle: (basis: string, span: number, rate: string) =>
      `Майбутнє (${basis}) за ${span} ${months(span)}, ставка дисконтування ${rate} на рік; куплене дотепер не входить`,
    holdoutPlain: "Перевірка довічної цінності на минулому",
    holdoutTitle: (model: string, lastYear: string) =>
      `Відхилення в сумі: прогноз — ${model}, продажі минулого року — ${lastYear}`,
    holdoutSubtitle: (days: string) => `Чисті продажі за ${days} дн., спрогнозовані заздалегідь, за децилями клієнтів`,
  },
};
