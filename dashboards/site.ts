import type { Locale } from "./i18n/locales.ts";

/** Pages in the order of the navigation, with the datasets each needs (warehouse/publish/datasets.ts). */
export const pages = [
  {
    name: "overview",
    path: "index",
    datasets: [
      "kpi",
      "overview-sales",
      "overview-plan",
      "overview-delivery",
      "overview-movement",
      "overview-receivables",
      "overview-nps",
      "complaint-rate",
      "alerts",
      "checks",
      "campaign-starts",
      "kpi-days",
      "overview-days",
      "forecast-months",
    ],
  },
  {
    name: "sales",
    path: "sales",
    datasets: [
      "kpi",
      "sales",
      "plan",
      "managers",
      "products",
      "product-abc",
      "campaign-starts",
      "kpi-days",
      "sales-days",
      "sales-trend-days",
      "sales-manager-days",
      "forecast-months",
    ],
  },
  {
    name: "forecast",
    path: "forecast",
    datasets: [
      "forecast",
      "forecast-history",
      "plan-months",
      "pipeline",
      "deal-stages",
      "stale-deals",
      "win-rates",
      "lost-deals",
      "pipeline-backtest",
      "pipeline-scores",
      "stage-calibration",
      "sales-bridge",
      "manager-profit",
      "forecast-clients",
      "managers",
    ],
  },
  {
    name: "clients",
    path: "clients",
    datasets: [
      "classes",
      "migration",
      "thresholds",
      "clients",
      "client-classes",
      "client-abc",
      "managers",
      "pareto",
      "pareto-summary",
      "movement",
    ],
  },
  {
    name: "client",
    path: "client",
    datasets: ["client-names", "client-name", "client-card", "client-events", "managers", "products"],
  },
  { name: "rfm", path: "rfm", datasets: ["rfm-places", "rfm", "rfm-cuts", "clients", "managers"] },
  {
    name: "portrait",
    path: "portrait",
    datasets: ["portrait", "look-alikes", "look-alike-names", "opted-out", "managers"],
  },
  {
    name: "cross-sell",
    path: "cross-sell",
    datasets: [
      "product-pairs",
      "offer-counts",
      "next-products",
      "opted-out",
      "product-segments",
      "product-sales",
      "products",
      "offer-clients",
      "managers",
    ],
  },
  {
    name: "profit",
    path: "profitability",
    datasets: [
      "profit-places",
      "profit-bands",
      "client-profit",
      "profit-clients",
      "client-class-now",
      "profit-by-segment",
      "discounts",
      "managers",
    ],
  },
  {
    name: "retention",
    path: "retention",
    datasets: [
      "churn",
      "opted-out",
      "churn-status",
      "churn-gate",
      "churn-rule",
      "churn-backtest",
      "churn-calibration",
      "cohorts",
      "retention-curve",
      "second-orders",
      "contract-survival",
      "contract-renewals",
      "renewal-fits",
      "value-deciles",
      "client-values",
      "value-holdout",
      "retention-clients",
      "managers",
    ],
  },
  {
    name: "campaigns",
    path: "campaigns",
    datasets: ["campaigns", "campaign-arms", "campaign-balance", "campaign-rules"],
  },
  {
    name: "delivery",
    path: "delivery",
    datasets: ["kpi", "kpi-days", "delivery", "delivery-days", "order-delivery", "carriers", "managers"],
  },
  {
    name: "payments",
    path: "payments",
    datasets: ["receivables", "ageing", "payment-delays", "debtor-counts", "debtors", "payments-clients", "managers"],
  },
  {
    name: "complaints",
    path: "complaints",
    datasets: ["kpi", "kpi-days", "complaints", "complaint-days", "complaint-rate", "managers"],
  },
  {
    name: "promises",
    path: "promises",
    datasets: [
      "kpi",
      "sla",
      "complaint-durations",
      "complaint-rates",
      "open-complaints",
      "returns",
      "return-reasons",
      "line-returns-by-product",
      "line-returns-by-manager",
      "line-returns-by-reason",
      "products",
      "promises-clients",
      "managers",
    ],
  },
  {
    name: "satisfaction",
    path: "satisfaction",
    datasets: [
      "satisfaction",
      "satisfaction-delivery",
      "survey-words",
      "survey-comments",
      "satisfaction-clients",
      "managers",
    ],
  },
  {
    name: "activity",
    path: "activity",
    datasets: [
      "kpi",
      "activity",
      "contact-counts",
      "contacts-due",
      "contact-clients",
      "opted-out",
      "calendar-events",
      "calendar-clients",
      "managers",
    ],
  },
  {
    name: "duplicates",
    path: "duplicates",
    datasets: ["pair-review", "match-summary", "client-cards", "match-limits"],
  },
  {
    name: "quality",
    path: "quality",
    datasets: [
      "files",
      "freshness",
      "reconciliation",
      "rejects",
      "future-rows",
      "scored-models",
      "remarks",
      "checks",
      "changes",
      "alerts",
    ],
  },
  { name: "sql", path: "sql", datasets: ["tables"], hasAllTables: true },
  { name: "glossary", path: "glossary", datasets: ["glossary"] },
] as const satisfies readonly PageEntry[];

interface PageEntry {
  readonly name: string;
  readonly path: string;
  readonly datasets: readonly string[];
  /** The page may ask for any table that is published: files are fetched when a query names them. */
  readonly hasAllTables?: true;
}

export type SitePage = (typeof pages)[number];
export type PageName = SitePage["name"];

/** Names of all pages. */
export const pageNames: readonly PageName[] = pages.map((page) => page.name);

/** What each page is about, by entity: what of it was never loaded is told on the page. */
export const needs: Readonly<Record<PageName, readonly string[]>> = {
  overview: ["orders", "sales_plans", "shipments", "complaints"],
  sales: ["orders", "sales_plans", "managers", "products"],
  forecast: ["orders", "deals", "sales_plans"],
  "cross-sell": ["order_lines", "products"],
  profit: ["orders", "order_lines"],
  campaigns: ["campaigns", "campaign_members"],
  clients: ["orders", "clients"],
  client: ["clients"],
  rfm: ["orders"],
  portrait: ["orders", "clients"],
  retention: ["orders"],
  activity: ["interactions", "managers"],
  delivery: ["orders", "shipments"],
  payments: ["invoices", "payments"],
  complaints: ["complaints"],
  promises: ["complaints", "returns"],
  satisfaction: ["surveys"],
  duplicates: ["clients"],
  quality: [],
  sql: [],
  glossary: [],
};

/** Parts of the navigation in their order. */
export const pageGroups = ["sales", "clients", "service", "data"] as const;

/** Where each page stands in the navigation. */
export const groupOf: Readonly<Record<PageName, (typeof pageGroups)[number]>> = {
  overview: "sales",
  sales: "sales",
  forecast: "sales",
  "cross-sell": "sales",
  profit: "sales",
  campaigns: "sales",
  clients: "clients",
  client: "clients",
  rfm: "clients",
  portrait: "clients",
  retention: "clients",
  activity: "clients",
  delivery: "service",
  payments: "service",
  complaints: "service",
  promises: "service",
  satisfaction: "service",
  duplicates: "data",
  quality: "data",
  sql: "data",
  glossary: "data",
};

/** Names a page's file without extension: the first language stands at the root, others in a folder of their own. */
export function pagePath(page: SitePage, locale: Locale, locales: readonly Locale[]): string {
  return locale === locales[0] ? page.path : `${locale}/${page.path}`;
}

/** Names a page's address from the root of the site: `/`, `/sales`, `/ru/sales`. */
export function pageHref(page: SitePage, locale: Locale, locales: readonly Locale[]): string {
  return `/${pagePath(page, locale, locales)}`.replace(/\/index$/, "/");
}
