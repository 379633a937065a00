import type { Formats } from "../formats.ts";
import { plural } from "./locales.ts";

const months = (value: number) => plural("en", value, { one: "month", other: "months" });
const clients = (value: number) => plural("en", value, { one: "client", other: "clients" });
const rows = (value: number) => plural("en", value, { one: "row", other: "rows" });

/** All texts of the site. The Russian twin must have the same keys, or types fail. */
export const en = {
  description: "Dashboards of sales, clients, delivery and service.",
  skip: "Skip to the page",
  navigation: "Pages",
  language: "Language",
  theme: "Theme",
  themes: { system: "System theme", light: "Light", dark: "Dark" },
  unit: (currency: string) => `amounts in ${currency}`,
  footer: (run: string, marts: number, metrics: number, format: Formats) =>
    `Build ${run} · ${format.integer(marts)} ${rows(marts)} in marts, ${format.integer(metrics)} in metrics`,
  pages: {
    overview: { title: "Overview", short: "Overview" },
    sales: { title: "Sales and plan", short: "Sales and plan" },
    clients: { title: "Clients and classes", short: "Clients" },
    rfm: { title: "RFM segments", short: "RFM" },
    campaigns: { title: "Campaign return", short: "Campaigns" },
    delivery: { title: "Delivery", short: "Delivery" },
    complaints: { title: "Complaints", short: "Complaints" },
    quality: { title: "Data quality", short: "Data quality" },
    glossary: { title: "Glossary", short: "Glossary" },
  },
  notFound: { title: "There is no such page", text: "The address may be old. Choose a page above." },
  freshness: {
    asOf: (date: string) => `as of ${date}`,
    built: (instant: string) => `Built ${instant}`,
    fresh: "fresh",
    aging: "getting old",
    stale: "stale",
    staleText: (days: string, value: number) =>
      `These numbers were built ${days} ${plural("en", value, { one: "day", other: "days" })} ago and may no longer hold. Ask whoever runs Karavan.`,
  },
  states: {
    empty: "Nothing matches these filters.",
    noData: "There are no figures yet. They appear after the first load.",
    error: "This page could not be drawn. Reload it; if that does not help, tell whoever runs Karavan.",
    noScript: "This page needs JavaScript to draw its charts.",
  },
  filters: {
    label: "Filters",
    reset: "Reset filters",
    all: "All",
    period: "Period",
    compare: "Compared with",
    from: "From",
    to: "To",
    presets: {
      month: "Last complete month",
      quarter: "Quarter to date",
      ytd: "Year to date",
      "12m": "Last 12 months",
      all: "All history",
      custom: "Choose months",
    },
    comparisons: { year: "Same period last year", previous: "Previous period", none: "Nothing" },
  },
  period: {
    alone: (range: string) => `${range}, complete months`,
    compared: (range: string, before: string) => `${range}, complete months, compared with ${before}`,
  },
  kpi: {
    noComparison: "no earlier figures to compare with",
    points: (change: string) => `${change} pp`,
    better: "better",
    worse: "worse",
    flat: "unchanged",
    against: (range: string) => `vs ${range}`,
    ofPlan: (share: string) => `${share} of plan`,
    target: "Target",
    targetAtLeast: (value: string) => `target ${value} or more`,
    targetAtMost: (value: string) => `target ${value} or less`,
  },
  charts: { showTable: "Show as table", download: "Download CSV" },
  tables: {
    scrollable: "(table)",
    search: "Search",
    count: (value: number, format: Formats) => `${format.integer(value)} ${rows(value)}`,
    more: (value: number, format: Formats) => `Show ${format.integer(value)} more`,
  },
  values: { unknown: "not given", all: "all", several: "several" } as Record<string, string>,
  dimensions: {
    region: "Region",
    manager: "Manager",
    direction: "Direction",
    carrier: "Carrier",
    type: "Type",
    client: "Client",
    product: "Product",
  },
  metrics: {
    netSales: "Net sales",
    plan: "Plan",
    fact: "Actual",
    attainment: "Plan attainment",
    gap: "Gap to plan",
    marginRate: "Gross margin",
    orders: "Orders",
    activeClients: "Active clients per month",
    newClients: "New clients",
    onTime: "Lines on time",
    onTimeShort: "On time",
    otif: "On time in full (OTIF)",
    otifShort: "OTIF",
    complaintsPer100: "Complaints per 100 orders",
  },
  columns: {
    month: "Month",
    now: "This period",
    before: "Compared",
    change: "Change",
    linesDue: "Lines due",
    complaints: "Complaints",
    deliveredOrders: "Orders delivered",
  },
  overview: {
    net: (amount: string, range: string) => `Net sales of ${range} are ${amount}`,
    change: (size: string, change: number, range: string) => `${size} ${change < 0 ? "less" : "more"} than ${range}`,
    plan: (share: string) => `${share} of plan`,
    best: (name: string, amount: string) => `Largest gain by region: ${name} (${amount}).`,
    worst: (name: string, amount: string) => `Largest loss: ${name} (${amount}).`,
    planTitle: (reached: number, all: number, format: Formats) =>
      `Plan reached in ${format.integer(reached)} of ${format.integer(all)} ${months(all)}`,
    trendTitle: "Net sales by month",
    trendSubtitle: "Net sales and plan by month; a hollow point is a month not over yet",
    changeTitle: (total: string, name: string, part: string) =>
      `Sales changed by ${total}, most of it in ${name} (${part})`,
    changeNone: "No earlier period to compare with",
    changeSubtitle: (dimension: string) => `Contribution to the change of net sales: ${dimension.toLowerCase()}`,
  },
  attention: {
    title: "What needs attention",
    subtitle: "Figures off their target in this period",
    none: "Everything is on target.",
    plan: (region: string, share: string, gap: string) => `${region}: ${share} of plan, ${gap} short`,
    onTime: (value: string, target: string) => `Only ${value} of lines arrive on time; the target is ${target}`,
    complaints: (value: string, target: string) =>
      `${value} complaints per 100 orders; the target is at most ${target}`,
    check: (name: string, value: number, format: Formats) =>
      `Data check “${name}” found ${format.integer(value)} ${rows(value)}`,
  },
  delivery: {
    title: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} of lines on time, target of ${target} reached`
        : `${value} of lines on time, below the target of ${target}`,
    subtitle: "Share of order lines due in the month",
  },
  complaints: {
    rateTitle: (value: string, target: string, reached: boolean) =>
      reached
        ? `${value} complaints per 100 orders, within the target of ${target}`
        : `${value} complaints per 100 orders, above the target of ${target}`,
    rateSubtitle: "Complaints per 100 orders delivered in the month",
  },
  clientWord: clients,
};

/** The shape every language fills. */
export type Dictionary = typeof en;
