import { describe, expect, it } from "vitest";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { locales } from "../../dashboards/i18n/locales.ts";
import { balanceKpi, shareOverdue, splitBalance, tellBalance } from "../../dashboards/pages/payments-balance.ts";
import type { AgeingRow, ReceivableRow } from "../../dashboards/pages/payments-data.ts";

const nothing: AgeingRow = {
  region: "North",
  manager_id: "m1",
  currency: "EUR",
  open_count: 0,
  overdue_count: 0,
  not_due_amount: 0,
  days_1_30_amount: 0,
  days_31_60_amount: 0,
  days_61_90_amount: 0,
  days_over_90_amount: 0,
  without_due_date_amount: 0,
  credit_amount: 0,
  unallocated_amount: 0,
  overdue_amount: 0,
  balance_amount: 0,
  balance_in_currency: 0,
  unconverted_count: 0,
};
/** Payments of 5,000 and no invoice at all. */
const paidOnly = { ...nothing, unallocated_amount: -5000, balance_amount: -5000 };
/** 300 past due and 100 not, less 900 paid in advance. */
const mostlyPaid = {
  ...nothing,
  days_1_30_amount: 300,
  overdue_amount: 300,
  not_due_amount: 100,
  unallocated_amount: -900,
  balance_amount: -500,
};
/** The same with 200 paid in advance: less is owed in all than is past due. */
const hidden = { ...mostlyPaid, unallocated_amount: -200, balance_amount: 200 };
const plain = { ...mostlyPaid, unallocated_amount: 0, balance_amount: 400 };

function tell(locale: (typeof locales)[number], rows: readonly AgeingRow[]): string {
  const context = { words: dictionaries[locale], formats: formats(locale, "EUR") };
  return tellBalance(context, splitBalance(rows), shareOverdue(rows), 2);
}

describe("tellBalance(context, balance, share, debtors)", () => {
  it("never says that clients owe an amount below zero, in any language", () => {
    for (const locale of locales) {
      const said = [[paidOnly], [mostlyPaid], [hidden], [plain], [nothing]].map((rows) => tell(locale, rows));
      expect(new Set(said).size, locale).toBe(said.length);
      for (const text of said) expect(text, locale).not.toMatch(/[-\u2212\u2011](?=[^\p{L}]{0,4}[\d\u06F0-\u06F9])/u);
    }
  });

  it("tells what is owed apart from what is the clients', where that is more or hides what is past due", () => {
    expect([[paidOnly], [mostlyPaid], [hidden], [plain]].map((rows) => tell("en", rows))).toEqual([
      "No invoice is open: clients owe nothing, and €5K received in advance, unallocated or credited is theirs.",
      "Clients owe €400 on open invoices, while €900 was received in advance, is unallocated or credited: on balance €500 is theirs. €300 of the invoices (75%) is past due, by 2 clients.",
      "Clients owe €400 on open invoices, while €200 was received in advance, is unallocated or credited: on balance they owe €200. €300 of the invoices (75%) is past due, by 2 clients.",
      "Clients owe €400; €300 of it (75% of open invoices) is past due, by 2 clients.",
    ]);
  });

  it("adds to the balance of the ledger", () => {
    for (const row of [paidOnly, mostlyPaid, hidden, plain, nothing]) {
      const { owed, credit, balance } = splitBalance([row, nothing]);
      expect(owed - credit).toBe(balance);
    }
  });
});

/** What the books said at the end of months, the newest last. */
function past(...balances: readonly number[]): readonly ReceivableRow[] {
  return balances.map((balance, index) => ({
    month: `2025-${String(index + 1).padStart(2, "0")}-01`,
    dimension: "all",
    entity_id: "all",
    balance_amount: balance,
    overdue_amount: 0,
    invoiced_amount: 0,
    dso_days: null,
    dso_count_back_days: null,
    best_possible_dso_days: null,
    delinquent_days: null,
    collection_effectiveness: null,
    quality_flag: "ok",
    is_complete: true,
  }));
}

describe("balanceKpi(context, ageing, recent)", () => {
  const year = Array.from({ length: 13 }, (_, month) => 100 * (month + 1));
  const kpiOf = (locale: (typeof locales)[number], ageing: AgeingRow, recent: readonly ReceivableRow[]) =>
    balanceKpi({ words: dictionaries[locale], formats: formats(locale, "EUR") }, [ageing], recent);

  it("shows what clients are owed as an amount above zero under a name of its own, and compares it with nothing", () => {
    for (const locale of locales) {
      const kpi = kpiOf(locale, mostlyPaid, past(...year.map((balance) => balance - 800)));
      expect(kpi).toMatchObject({ name: dictionaries[locale].payments.owedToClients, value: 500, better: "neither" });
      expect(kpi.before).toBeUndefined();
      expect(kpi.name).not.toBe(dictionaries[locale].payments.balance);
    }
  });

  it("draws its trend as what clients were owed, and says what it is made of", () => {
    const kpi = kpiOf("en", mostlyPaid, past(200, -100, -500));
    expect(kpi.trend).toEqual([-200, 100, 500]);
    expect(kpi.note).toBe("open invoices €400 less €900 received in advance, unallocated or credited");
  });

  it("compares what clients owe with the month a year ago, unless they were owed then", () => {
    expect(kpiOf("en", plain, past(...year))).toMatchObject({
      name: "Receivables",
      value: 400,
      before: 100,
      comparedWith: "January 2025",
    });
    expect(kpiOf("en", plain, past(...year.slice(1))).before).toBeUndefined();
    expect(kpiOf("en", plain, past(-100, ...year.slice(1))).before).toBeUndefined();
    expect(kpiOf("en", plain, past(...year)).note).toBeUndefined();
  });
});
