import type { Formats } from "../../formats.ts";
import type { paymentsEn } from "../en/payments.ts";
import { plural } from "../locales.ts";
import { by } from "./words.ts";

/** Russian texts of the page payments. */
export const paymentsRu: typeof paymentsEn = {
  payments: {
    scope: "Открыто на отчётный день; дни продаж — по последним двенадцати месяцам",
    headline: (balance: string, overdue: string, share: string, debtors: number, format: Formats) =>
      `Клиенты должны ${balance}; просрочено ${overdue} (${share} открытых счетов) у ${format.integer(debtors)} ${plural("ru", debtors, { one: "клиента", other: "клиентов" })}.`,
    nothingOverdue: (balance: string) => `Клиенты должны ${balance}, просрочки нет.`,
    nothingOpen: (credit: string) =>
      `Открытых счетов нет: клиенты ничего не должны, а ${credit} авансов, неразнесённых платежей и кредит-нот — их деньги.`,
    split: (owed: string, credit: string, onBalance: string) =>
      `По открытым счетам клиенты должны ${owed}, а авансов, неразнесённых платежей и кредит-нот — ${credit}: ${onBalance}.`,
    theirs: (amount: string) => `в итоге мы должны клиентам ${amount}`,
    ours: (amount: string) => `в итоге клиенты должны ${amount}`,
    pastDue: (overdue: string, share: string, debtors: number, format: Formats) =>
      `Просрочено ${overdue} (${share} открытых счетов) у ${format.integer(debtors)} ${plural("ru", debtors, { one: "клиента", other: "клиентов" })}.`,
    nonePastDue: "Просрочки нет.",
    owedToClients: "Долг перед клиентами, в итоге",
    lessCredit: (owed: string, credit: string) =>
      `открытые счета ${owed} минус ${credit} авансов, неразнесённых платежей и кредит-нот`,
    balance: "Дебиторка",
    overdue: "Просрочено",
    overdueShare: "Доля просрочки",
    dso: "Дни продаж в дебиторке (DSO)",
    dsoShort: "DSO",
    countBack: "DSO обратным счётом",
    best: "Лучший возможный DSO",
    bestShort: "Лучший возможный",
    delinquent: "Средние дни просрочки",
    effectiveness: "Эффективность взыскания, %",
    delay: "Медиана дней после срока",
    paidByDueDay: (share: string) => `К сроку приходит ${share} денег`,
    oneOnly: "Известно для региона или менеджера, но не для обоих сразу",
    unconverted: (count: number, format: Formats) => `Не учтены документы без курса валюты: ${format.integer(count)}`,
    flags: {
      low_n: "мало счетов",
      insufficient_history: "меньше двенадцати месяцев продаж",
      credit_balance: "должны мы клиентам",
      no_sales: "за двенадцать месяцев нет продаж",
      mostly_unpaid: "оплачено меньше половины",
    } as Record<string, string>,
    buckets: {
      not_due_amount: "Срок не наступил",
      days_1_30_amount: "Просрочка 1–30 дней",
      days_31_60_amount: "31–60 дней",
      days_61_90_amount: "61–90 дней",
      days_over_90_amount: "Больше 90 дней",
      without_due_date_amount: "Без срока",
      credit_amount: "Кредит-ноты",
      unallocated_amount: "Неразнесённые платежи",
    },
    age: "Возраст",
    noneOverdueTitle: "Просрочки нет",
    ageTitle: (share: string, amount: string) => `${share} просрочки старше 90 дней: ${amount}`,
    ageSubtitle: "Открытые суммы по дням после срока; все полосы вместе — дебиторка",
    whoTitle: (name: string, share: string) => `${name}: ${share} просрочки`,
    whoSubtitle: (dimension: string) => `Просрочено${by(dimension)} заказов и доля в открытых счетах`,
    dsoTitle: (days: string, best: string) => `Деньги в пути ${days} дн.; без просрочки было бы ${best}`,
    dsoSubtitle: "Дебиторка на конец месяца к продажам двенадцати месяцев, в днях",
    delays: "Насколько поздно приходят деньги",
    delaysSubtitle:
      "Счета за 365 дней по менеджеру заказа, с весом суммы; неоплаченное считается с прошедшими днями (Каплан — Мейер)",
    delayMedian: "Половина ко дню",
    delayP90: "90 % ко дню",
    delayPaid: "Средняя задержка оплаченного",
    byDueDay: "Пришло к сроку",
    invoices: "Счета",
    debtors: "Кому напомнить сегодня",
    debtorsSubtitle: "Клиенты с просроченными счетами, от большего; менеджер — нынешний владелец клиента",
    oldest: "Старейший, дней",
    over90: "Больше 90 дней",
  },
};
