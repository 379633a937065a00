import type { PageContext, PageView } from "../components/context.ts";
import { dimensionChoice, filterBar, managerChoice, ofEntity, ofPlace } from "../components/filters.ts";
import { readLongList } from "../components/long-list.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { columns, emptyChoice, emptyPage, headline, stack } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import { filterRows, sumOf } from "../figures.ts";
import { shareOverdue, splitBalance, tellBalance } from "./payments-balance.ts";
import { ageBars, overdueBars } from "./payments-bars.ts";
import type { AgeingRow, DebtorCountRow, DelayRow, PaymentsData, ReceivableRow } from "./payments-data.ts";
import { daysTrend, delayTable } from "./payments-days.ts";
import { debtorTable, readDebtors } from "./payments-debtors.ts";
import { paymentKpis } from "./payments-kpis.ts";

/** Draws payments: who owes, since when, and how long the money stays away. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const all: PaymentsData = {
    receivables: await readRows<ReceivableRow>(files.receivables),
    ageing: await readRows<AgeingRow>(files.ageing),
    delays: await readRows<DelayRow>(files["payment-delays"]),
    counts: await readRows<DebtorCountRow>(files["debtor-counts"]),
    debtors: await readLongList(context, ["debtors", "payments-clients"], () => readDebtors(context)),
    managers: await readManagers(context),
  };
  if (all.receivables.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    dimensionChoice(context, "region", all.ageing),
    managerChoice(context, all.ageing, (id) => managerName(context, all.managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, all) };
}

function draw(context: PageContext, all: PaymentsData): readonly Node[] {
  const { words, state } = context;
  const data: PaymentsData = {
    ...all,
    ageing: ofPlace(context, all.ageing),
    counts: ofPlace(context, all.counts),
    receivables: ofEntity(context, all.receivables),
    delays: ofEntity(context, all.delays),
  };
  if (data.ageing.length === 0 && data.receivables.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data), words.payments.scope),
    paymentKpis(context, data),
    daysTrend(context, data),
    columns(
      stack(
        ageBars(context, data),
        overdueBars(
          context,
          { ...data, ageing: filterRows(all.ageing, { manager_id: state.get("manager") }) },
          "region",
        ),
      ),
      overdueBars(context, { ...data, ageing: filterRows(all.ageing, { region: state.get("region") }) }, "manager"),
    ),
    unfiltered(context, ["region"], delayTable(context, all)),
    debtorTable(context, data),
  ];
}

function summarize(context: PageContext, { ageing, counts }: PaymentsData): string {
  const debtors = sumOf(counts, (row) => row.client_count);
  return tellBalance(context, splitBalance(ageing), shareOverdue(ageing), debtors);
}
