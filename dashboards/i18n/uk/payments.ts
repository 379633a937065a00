import type { Formats } from "../../formats.ts";
import type { paymentsEn } from "../en/payments.ts";
import { by, ofClients } from "./words.ts";

/** Ukrainian texts of the page payments. */
export const paymentsUk: typeof paymentsEn = {
  payments: {
    scope: "Відкрито на звітну дату; DSO — за останні дванадцять місяців",
    headline: (balance: string, overdue: string, share: string, debtors: number, format: Formats) =>
      `Клієнти винні ${balance}; прострочено ${overdue} (${share} відкритих рахунків) у ${format.integer(debtors)} ${ofClients(debtors)}.`,
    nothingOverdue: (balance: string) => `Клієнти винні ${balance}, прострочення немає.`,
    nothingOpen: (credit: string) =>
      `Відкритих рахунків немає: клієнти нічого не винні, а ${credit} авансів, нерозподілених платежів і кредит-нот — їхні гроші.`,
    split: (owed: string, credit: string, onBalance: string) =>
      `За відкритими рахунками клієнти винні ${owed}, а авансів, нерозподілених платежів і кредит-нот — ${credit}: ${onBalance}.`,
    theirs: (amount: string) => `у підсумку ми винні клієнтам ${amount}`,
    ours: (amount: string) => `у підсумку клієнти винні ${amount}`,
    pastDue: (overdue: string, share: string, debtors: number, format: Formats) =>
      `Прострочено ${overdue} (${share} відкритих рахунків) у ${format.integer(debtors)} ${ofClients(debtors)}.`,
    nonePastDue: "Прострочення немає.",
    owedToClients: "Борг перед клієнтами, у підсумку",
    lessCredit: (owed: string, credit: string) =>
      `відкриті рахунки ${owed} мінус ${credit} авансів, нерозподілених платежів і кредит-нот`,
    balance: "Дебіторська заборгованість",
    overdue: "Прострочено",
    overdueShare: "Частка прострочення",
    dso: "Період обороту заборгованості, днів (DSO)",
    dsoShort: "DSO",
    countBack: "DSO зворотним рахунком",
    best: "Найкращий можливий DSO",
    bestShort: "Найкращий можливий",
    delinquent: "Середні дні прострочення",
    effectiveness: "Ефективність стягнення, %",
    delay: "Медіана днів після строку",
    paidByDueDay: (share: string) => `До строку надходить ${share} грошей`,
    oneOnly: "Відомо для регіону або менеджера, але не для обох одразу",
    unconverted: (count: number, format: Formats) =>
      `Документів без курсу валюти, не врахованих тут: ${format.integer(count)}`,
    flags: {
      low_n: "мало рахунків",
      insufficient_history: "менше дванадцяти місяців продажів",
      credit_balance: "винні ми клієнтам",
      no_sales: "за дванадцять місяців продажів немає",
      mostly_unpaid: "оплачено менше половини",
    },
    buckets: {
      not_due_amount: "Строк не настав",
      days_1_30_amount: "Прострочено 1–30 днів",
      days_31_60_amount: "31–60 днів",
      days_61_90_amount: "61–90 днів",
      days_over_90_amount: "Понад 90 днів",
      without_due_date_amount: "Без строку",
      credit_amount: "Кредит-ноти",
      unallocated_amount: "Нерозподілені платежі",
    },
    age: "Вік",
    noneOverdueTitle: "Прострочення немає",
    ageTitle: (share: string, amount: string) => `${share} прострочення — понад 90 днів: ${amount}`,
    ageSubtitle: "Відкриті суми за днями після строку; усі смуги разом — дебіторська заборгованість",
    whoTitle: (name: string, share: string) => `${name}: ${share} прострочення`,
    whoSubtitle: (dimension: string) => `Прострочено${by(dimension)} замовлення та частка від відкритих рахунків`,
    dsoTitle: (days: string, best: string) => `Гроші надходять за ${days} дн.; без прострочення було б ${best}`,
    dsoSubtitle: "Дебіторська заборгованість на кінець місяця до продажів дванадцяти місяців, у днях",
    delays: "Наскільки пізно надходять гроші",
    delaysSubtitle:
      "Рахунки за останні 365 днів за менеджером замовлення, зважено за сумою; неоплачене враховано з днями, що минули (Каплан — Маєр)",
    delayMedian: "Половина до дня",
    delayP90: "90% до дня",
    delayPaid: "Середня затримка оплаченого",
    byDueDay: "Надійшло до строку",
    invoices: "Рахунки",
    debtors: "Кому нагадати сьогодні",
    debtorsSubtitle: "Клієнти з простроченими рахунками, від найбільших; менеджер — теперішній відповідальний",
    oldest: "Найдавніший, днів",
    over90: "Понад 90 днів",
  },
};
