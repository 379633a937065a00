import type { Formats } from "../../formats.ts";
import { clients, months } from "./words.ts";

/** English texts of the page retention. */
export const retentionEn = {
  retention: {
    scope: (days: string | undefined) =>
      days === undefined
        ? "All clients that ever bought"
        : `All clients that ever bought; churn is no order within ${days} days`,
    headline: (cooling: number, amount: string, format: Formats) =>
      `${format.integer(cooling)} ${clients(cooling)} with ${amount} of recent sales ${cooling === 1 ? "is" : "are"} cooling down.`,
    headlineCohorts: (month: number, share: string) =>
      `Of new clients ${share} order in month ${month} after their first order.`,
    statuses: { active: "Active", cooling: "Cooling", lapsed: "Lapsed", unknown: "No rhythm yet" } as Record<
      string,
      string
    >,
    clientsBy: { cooling: "Clients cooling down", lapsed: "Clients lapsed" },
    salesNote: (amount: string) => `recent sales ${amount}`,
    atRisk: "Sales at risk",
    atRiskNote: "recent sales times churn probability",
    hidden: "the back-test does not allow a probability",
    retentionPlain: "Retention",
    retentionAt: (month: number) => `Retention in month ${month}`,
    noCohorts: "no cohort is old enough",
    clientsNote: (value: number, format: Formats) => `${format.integer(value)} ${clients(value)}, all cohorts`,
    again: "Second order within 90 days",
    againNote: "new clients, those still waiting counted",
    value: "Lifetime value of all clients",
    noValue: "no purchase model could be fitted",
    valueNote: (basis: string, span: number, rate: string) =>
      `${basis} of ${span} ${months(span)}, discounted at ${rate}`,
    bases: { margin: "margin", revenue: "net sales" },
    table: "Whom to call first",
    tableByRule: "Whom to call first (by own rhythm)",
    tableSubtitle: (amount: string) =>
      `Largest sales at risk first; recent sales of the clients shown ${amount}. Reasons stand beside the score, they are no proven causes`,
    tableCut: (listed: string, all: string) =>
      `The list holds ${listed} of ${all} clients, those with the most at stake`,
    tableByRuleSubtitle: (amount: string) =>
      `Cooling clients first, the largest at the top; recent sales of the clients shown ${amount}. Reasons stand beside the status, they are no proven causes`,
    columns: {
      status: "Status",
      probability: "Churn probability",
      atRisk: "Sales at risk",
      recent: "Recent sales",
      rhythm: "Usual gap, days",
      overdue: "Gaps since last order",
      reasons: "What stands out",
      value: "Lifetime value",
      cohort: "Cohort",
      monthNumber: "Month after first order",
      cohortSize: "Clients of the cohort",
      active: "Ordered",
      day: "Days after first order",
      waiting: "Still waiting",
      bin: "Tenth",
      promised: "Promised",
      observed: "Observed",
      cutOff: "Seen from",
      method: "Method",
      orderRate: "Ordered",
      auc: "AUC",
      aucDifference: "AUC over recency",
      skill: "Brier skill",
      lift: "Lift of the best tenth",
      expected: "Orders expected",
      actual: "Orders that came",
      decile: "Tenth",
      valueShare: "Share of value",
      historic: "Net sales so far",
      forecast: "Forecast",
      actualSales: "Came",
    },
    reasons: {
      season: "out of season",
      complaints: (count: number) => `complaints: ${count}`,
      late: (share: string) => `${share} of lines late`,
      overdue: (amount: string) => `${amount} overdue`,
      pays: (days: string) => `pays ${days} days late`,
      rhythm: "no rhythm of its own",
    },
    cohortMeasure: "Cohorts show",
    measures: {
      exact: "Ordered in that month",
      rolling: "Ordered in that month or later",
      cumulative: "Ordered again by then",
      revenue: "Sales of that month to month 0",
    },
    lines: { exact: "in that month", rolling: "then or later", cumulative: "again by then" },
    cohortPlain: "Cohorts by month of first order",
    cohortTitle: (older: string, younger: string) =>
      `In the third month ${younger} of younger cohorts order, ${older} of older ones did`,
    cohortSubtitle: (measure: string) =>
      `${measure}; rows are months of first order with their clients, columns months since; open months are left out`,
    cohortCell: (cohort: string, month: number, share: string) => `${cohort}, month ${month}: ${share}`,
    curvePlain: "Retention of all cohorts",
    curveTitle: (month: number, share: string) => `In month ${month} after the first order ${share} of clients order`,
    curveSubtitle: "Share of clients by months since the first order, with 95% limits; larger cohorts count more",
    curvePoint: (label: string, month: number, share: string) => `Month ${month}, ${label}: ${share}`,
    againPlain: "Time to the second order",
    againTitle: (days: string) => `Half of new clients order again within ${days} days`,
    againLess: (share: string, days: string) => `${share} of new clients order again within ${days} days`,
    againSubtitle: "Share that has ordered again, by days since the first order (Kaplan–Meier, 95% limits)",
    againPoint: (days: string, share: string) => `Day ${days}: ${share}`,
    verdict: {
      shown: "The churn probability has earned its place",
      hidden: "No churn probability is shown",
      none: "There are no clients to judge.",
      reasons: {
        passed: "Seen from three days in the past, it was better than the plain rate and near what came.",
        passed_recalibrated:
          "Seen from three days in the past, it was near what came after correction by what it got wrong before.",
        failed_backtest:
          "Seen from three days in the past, it was too far from what came. The status by own rhythm stands alone.",
        short_history: "The history is too short for three back-tests. The status by own rhythm stands alone.",
        no_fit:
          "Too few clients or repeat buyers, or too short a history: no model could be fitted. The status by own rhythm stands alone.",
      } as Record<string, string>,
      better: (model: string, recency: string) =>
        `It ranks clients better than days since the last order: AUC ${model} against ${recency}.`,
      notBetter: (model: string, recency: string, count: number) =>
        `It does not rank clients reliably better than days since the last order: AUC ${model} against ${recency}, beyond chance at ${count} of 3 cut-offs.`,
      cohorts: (own: number, all: number, format: Formats) =>
        `The model is fitted separately for clients first won in ${format.integer(own)} of ${format.integer(all)} years, where that tells more than one fit for all.`,
      regular: (value: string) =>
        `Clients buy regularly (${value}, chance is 1): gaps since the last order react faster than the probability.`,
      rule: (active: string, lapsed: string, days: string, precision: string | undefined) =>
        `Cooling from ${active} usual gaps without an order, lapsed from ${lapsed} gaps or ${days} days${precision === undefined ? "" : `; ${precision} of those called lapsed in the past did not order`}.`,
    },
    calibrationPlain: "Promised and observed",
    calibrationTitle: (points: string) => `Churn probabilities were off by ${points} points on average`,
    calibrationSubtitle: (day: string) =>
      `Tenths of clients: share promised to order (across) and share that did (up), 95% limits; seen from ${day}`,
    calibrationPoint: (promised: string, observed: string, count: string) =>
      `promised ${promised}, observed ${observed}, clients ${count}`,
    backtest: "Back-test of the churn score",
    backtestSubtitle:
      "Who orders within the horizon, told from three days in the past; the model and what it must beat. AUC 0.5 is chance",
    methods: {
      model: "model",
      recalibrated: "model, corrected",
      recency: "days since last order",
      frequency: "number of orders",
      rule: "own rhythm",
      logistic: "logistic regression",
      base_rate: "plain rate",
      last_year: "last year's sales",
    } as Record<string, string>,
    flags: {
      fallback: "too little data",
      not_converged: "fit did not settle",
      not_identified: "nobody leaves",
      at_bound: "fit at its limit",
      one_outcome: "all or none ordered",
    } as Record<string, string>,
    decile: (number: number) => `Tenth ${number}`,
    decilesPlain: "Lifetime value by tenths of clients",
    decilesTitle: (share: string) => `The most valuable tenth of clients holds ${share} of the value`,
    decilesSubtitle: (basis: string, span: number, rate: string) =>
      `Future ${basis} of ${span} ${months(span)}, discounted at ${rate} a year; what was bought so far is not in it`,
    holdoutPlain: "Hold-out of lifetime value",
    holdoutTitle: (model: string, lastYear: string) =>
      `Forecast in total ${model} off, last year's sales ${lastYear} off`,
    holdoutSubtitle: (days: string) => `Net sales of ${days} days, forecast before them, by tenths of clients`,
  },
};
