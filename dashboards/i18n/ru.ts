import type { Formats } from "../formats.ts";
import type { Dictionary } from "./en.ts";
import { plural } from "./locales.ts";

const rows = (value: number) => plural("ru", value, { one: "строка", few: "строки", many: "строк", other: "строки" });
const days = (value: number) => plural("ru", value, { one: "день", few: "дня", many: "дней", other: "дня" });

/** Russian texts. */
export const ru: Dictionary = {
  description: "Продажи, клиенты, доставка и сервис в цифрах.",
  skip: "К содержанию страницы",
  navigation: "Страницы",
  language: "Язык",
  theme: "Тема",
  themes: { system: "Тема системы", light: "Светлая", dark: "Тёмная" },
  unit: (currency: string) => `суммы в ${currency}`,
  footer: (run: string, marts: number, metrics: number, format: Formats) =>
    `Сборка ${run} · ${format.integer(marts)} ${rows(marts)} в витринах, ${format.integer(metrics)} в показателях`,
  pages: {
    overview: { title: "Обзор", short: "Обзор" },
    sales: { title: "Продажи и план", short: "Продажи и план" },
    clients: { title: "Клиенты и классы", short: "Клиенты" },
    rfm: { title: "Сегменты RFM", short: "RFM" },
    campaigns: { title: "Отдача кампаний", short: "Кампании" },
    delivery: { title: "Доставка", short: "Доставка" },
    complaints: { title: "Жалобы", short: "Жалобы" },
    quality: { title: "Качество данных", short: "Качество данных" },
    glossary: { title: "Словарь показателей", short: "Словарь" },
  },
  notFound: { title: "Такой страницы нет", text: "Возможно, адрес устарел. Выберите страницу в меню." },
  freshness: {
    asOf: (date: string) => `на ${date}`,
    built: (instant: string) => `Собрано ${instant}`,
    fresh: "свежие данные",
    aging: "данные стареют",
    stale: "данные устарели",
    staleText: (count: string, value: number) =>
      `Эти цифры собраны ${count} ${days(value)} назад и могут быть неверны. Обратитесь к тому, кто ведёт Karavan.`,
  },
  states: {
    empty: "По этим фильтрам ничего не найдено.",
    noData: "Данных пока нет. Они появятся после первой загрузки.",
    error: "Страницу не удалось построить. Обновите её; если не поможет, сообщите тому, кто ведёт Karavan.",
    noScript: "Для графиков на этой странице нужен JavaScript.",
  },
  filters: {
    label: "Фильтры",
    reset: "Сбросить фильтры",
    all: "Все",
    period: "Период",
    compare: "Сравнить с",
    from: "С",
    to: "По",
    presets: {
      month: "Последний полный месяц",
      quarter: "С начала квартала",
      ytd: "С начала года",
      "12m": "Последние 12 месяцев",
      all: "Вся история",
      custom: "Выбрать месяцы",
    },
    comparisons: { year: "Тот же период год назад", previous: "Предыдущий период", none: "Не сравнивать" },
  },
  period: {
    alone: (range: string) => `${range}, полные месяцы`,
    compared: (range: string, before: string) => `${range}, полные месяцы, в сравнении с ${before}`,
  },
  kpi: {
    noComparison: "сравнить не с чем",
    points: (change: string) => `${change} п. п.`,
    better: "лучше",
    worse: "хуже",
    flat: "без изменений",
    against: (range: string) => `к ${range}`,
    ofPlan: (share: string) => `${share} плана`,
    target: "Цель",
    targetAtLeast: (value: string) => `цель не менее ${value}`,
    targetAtMost: (value: string) => `цель не более ${value}`,
  },
  charts: { showTable: "Показать таблицей", download: "Скачать CSV" },
  tables: {
    scrollable: "(таблица)",
    search: "Поиск",
    count: (value: number, format: Formats) => `${format.integer(value)} ${rows(value)}`,
    more: (value: number, format: Formats) => `Показать ещё ${format.integer(value)}`,
  },
  values: { unknown: "не указано", all: "все", several: "несколько" },
  dimensions: {
    region: "Регион",
    manager: "Менеджер",
    direction: "Направление",
    carrier: "Перевозчик",
    type: "Вид",
    client: "Клиент",
    product: "Товар",
  },
  metrics: {
    netSales: "Чистые продажи",
    plan: "План",
    fact: "Факт",
    attainment: "Выполнение плана",
    gap: "Отклонение от плана",
    marginRate: "Валовая маржа",
    orders: "Заказы",
    activeClients: "Активные клиенты в месяц",
    newClients: "Новые клиенты",
    onTime: "Строки в срок",
    onTimeShort: "В срок",
    otif: "В срок и полностью (OTIF)",
    otifShort: "OTIF",
    complaintsPer100: "Жалобы на 100 заказов",
  },
  columns: {
    month: "Месяц",
    now: "Этот период",
    before: "Период сравнения",
    change: "Изменение",
    linesDue: "Строки к сроку",
    complaints: "Жалобы",
    deliveredOrders: "Доставлено заказов",
  },
  overview: {
    net: (amount: string, range: string) => `Чистые продажи за ${range}: ${amount}`,
    change: (size: string, change: number, range: string) =>
      `на ${size} ${change < 0 ? "меньше" : "больше"}, чем за ${range}`,
    plan: (share: string) => `${share} плана`,
    best: (name: string, amount: string) => `Больше всех прибавил регион ${name} (${amount}).`,
    worst: (name: string, amount: string) => `Больше всех потерял ${name} (${amount}).`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `План выполнен в ${format.integer(reached)} из ${format.integer(all)} ${plural("ru", all, { one: "месяца", other: "месяцев" })}`,
    trendTitle: "Чистые продажи по месяцам",
    trendSubtitle: "Чистые продажи и план по месяцам; пустая точка — месяц ещё не закончен",
    changeTitle: (total: string, name: string, part: string) =>
      `Продажи изменились на ${total}, больше всего — ${name} (${part})`,
    changeNone: "Нет прошлого периода для сравнения",
    changeSubtitle: (dimension: string) => `Вклад в изменение чистых продаж: ${dimension.toLocaleLowerCase("ru")}`,
  },
  attention: {
    title: "На что обратить внимание",
    subtitle: "Показатели, не достигшие цели за период",
    none: "Все показатели достигли цели.",
    plan: (region: string, share: string, gap: string) => `${region}: ${share} плана, не хватает ${gap}`,
    onTime: (value: string, target: string) => `В срок приходит только ${value} строк; цель — ${target}`,
    complaints: (value: string, target: string) => `${value} жалобы на 100 заказов; цель — не более ${target}`,
    check: (name: string, value: number, format: Formats) =>
      `Проверка данных «${name}» нашла ${format.integer(value)} ${rows(value)}`,
  },
  delivery: {
    title: (value: string, target: string, reached: boolean) =>
      reached ? `${value} строк в срок, цель ${target} достигнута` : `${value} строк в срок, ниже цели ${target}`,
    subtitle: "Доля строк заказов со сроком в этом месяце",
  },
  complaints: {
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} жалобы на 100 заказов — в пределах цели ${target}`
        : `${value} жалобы на 100 заказов — выше цели ${target}`,
    rateSubtitle: "Жалобы на 100 заказов, доставленных в месяце",
  },
  clientWord: (value: number) =>
    plural("ru", value, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" }),
};
