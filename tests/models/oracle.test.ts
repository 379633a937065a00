import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOf } from "./odd-company.ts";
import { makeOdderCompany, type Odd } from "./odd-details.ts";
import { rawOf } from "./odd-raw.ts";
import { type Answer, type Figure, type Figures, listDifferences, type Oracle } from "./oracle.ts";
import { activityOracles } from "./plain-activity.ts";
import { callOracles } from "./plain-calls.ts";
import { campaignOracles } from "./plain-campaigns.ts";
import { cardOracles } from "./plain-cards.ts";
import { classOracles } from "./plain-classes.ts";
import { dateOracles } from "./plain-dates.ts";
import { dealOracles } from "./plain-deals.ts";
import { delayOracles } from "./plain-delays.ts";
import {
  classifyAbc,
  countComplaints,
  countSilence,
  judgeLines,
  moveClients,
  scoreClients,
  sellBy,
} from "./plain-figures.ts";
import { goodsOracles, goodsSettings } from "./plain-goods.ts";
import { concentrate, followCohorts, spreadMonths } from "./plain-habits.ts";
import { ageReceivables, buckets, countSalesDays } from "./plain-money.ts";
import { movementOracles } from "./plain-movement.ts";
import { offerOracles } from "./plain-offers.ts";
import { planOracles } from "./plain-plans.ts";
import { profitOracles, profitSettings } from "./plain-profit.ts";
import { quarterOracles } from "./plain-quarters.ts";
import { rankOracles } from "./plain-ranks.ts";
import { returnOracles } from "./plain-returns.ts";
import { takeSales, valueOrders } from "./plain-sales.ts";
import { serviceOracles } from "./plain-service.ts";
import { shippedOracles } from "./plain-shipped.ts";
import { surveyOracles } from "./plain-surveys.ts";
import { termOracles } from "./plain-terms.ts";
import { type Recipe, withWarehouse } from "./warehouse.ts";

/** Figures most read, as a warehouse of an odd company tells them: rows by name of the question. */
const questions = {
  sales: `select month || ' ' || region || ' ' || manager_id as key, cast(sum(gross_amount) as double) as a,
    cast(sum(return_amount) as double) as b from metrics.sales_by_month where gross_amount <> 0 or return_amount <> 0 group by 1`,
  kpi: `select cast(month as varchar) as key, order_count as a, active_client_count as b, cast(net_amount as double) as c
    from metrics.kpi_by_month`,
  otif: `select cast(due_month as varchar) as key, cast(sum(lines_due_count) as bigint) as a,
    cast(sum(on_time_count) as bigint) as b, cast(sum(in_full_count) as bigint) as c, cast(sum(otif_count) as bigint) as d
    from metrics.otif_by_month group by 1`,
  days: `select cast(month as varchar) as key, cast(balance_amount as double) as a, dso_days as b, dso_count_back_days as c
    from metrics.receivables_by_month where dimension = 'all'`,
  ages: `select client_id as key, ${buckets.map((bucket, index) => `cast(sum(${bucket}_amount) as double) as ${"abcdefgh"[index]}`).join(", ")}
    from metrics.receivables_ageing
    group by 1
    having ${buckets.map((bucket) => `sum(${bucket}_amount) <> 0`).join(" or ")}`,
  movement: `select cast(month as varchar) as key, cast(sum(new_count) as bigint) as a, cast(sum(lost_count) as bigint) as b,
    cast(sum(won_back_count) as bigint) as c, cast(sum(closing_count) as bigint) as d
    from metrics.client_movement_by_month group by 1`,
  complaints: `select cast(month as varchar) as key, complaint_count as a, delivered_order_count as b
    from metrics.complaint_rate_by_month where complaint_count + delivered_order_count > 0`,
  rfm: "select client_id as key, rfm as a from metrics.rfm",
  abc: "select client_id as key, abc as a from metrics.client_abc_xyz",
  cohorts: `select cohort_month || ' ' || month_number as key, cohort_size as a, active_count as b, cumulative_repeat_rate as c,
    cast(net_amount as double) as d from metrics.cohort_retention where is_complete`,
  spread: `select client_id as key, eligible_month_count as a, coefficient_of_variation as b
    from metrics.client_abc_xyz`,
  concentration: `select dimension as key, entity_count as a, gini as b, top20_share as c, k80_count as d
    from metrics.pareto_summary where dimension = 'client' and period = 'all_history'`,
  silence: `select client_id as key, date_diff('day', cast(max(last_contact_at) as date), date '${asOf}') as a
    from metrics.client_contact_months group by 1`,
};
type Question = keyof typeof questions;

const oracles: readonly Oracle[] = [
  ...planOracles,
  ...dealOracles,
  ...serviceOracles,
  ...surveyOracles,
  ...campaignOracles,
  ...delayOracles,
  ...goodsOracles,
  ...profitOracles,
  ...activityOracles,
  ...returnOracles,
  ...classOracles,
  ...callOracles,
  ...rankOracles,
  ...termOracles,
  ...offerOracles,
  ...movementOracles,
  ...shippedOracles,
  ...dateOracles,
  ...cardOracles,
  ...quarterOracles,
];

const settings = {
  ...goodsSettings,
  ...profitSettings,
  clients: { matching: false },
  movement: { lost_after_months: 3 },
  otif: { early_days: 2, late_days: 1 },
};

/** One lives ten hours before UTC and never changes its clocks, the other two or three, and does. */
const companies = [
  [75, "Asia/Vladivostok"],
  [102, "Europe/Kyiv"],
] as const;

describe.each(companies)(
  "figures of an odd company, recomputed by a plain reading of its files (%i, %s)",
  (seed, zone) => {
    const company = makeOdderCompany(seed);
    const told = new Map<Question | Oracle, readonly Answer[]>();

    beforeAll(async () => {
      await withWarehouse(recipeOf(company, zone), async ({ connection }) => {
        for (const [name, sql] of Object.entries(questions))
          told.set(name as Question, await connection.rows<Answer>(sql));
        for (const oracle of oracles) told.set(oracle, await connection.rows<Answer>(oracle.sql));
      });
    }, 300_000);
    afterAll(() => told.clear());

    const expectEqual = (question: Question | Oracle, expected: Readonly<Record<string, Figures | Figure>>) => {
      const found = told.get(question) ?? [];
      expect(listDifferences(found, expected)).toEqual([]);
      expect(found.length).toBeGreaterThan(0);
    };

    it("sales by month, region and manager, less what came back of them", () => {
      const takings = takeSales(company, asOf);
      expectEqual(
        "sales",
        sellBy(takings, (one) => `${one.month} ${one.region} ${one.manager_id}`),
      );
    });

    it("orders, active clients and net sales by month", () => {
      const orders = valueOrders(company, asOf).filter(({ isValid }) => isValid);
      const net = sellBy(takeSales(company, asOf), (one) => one.month);
      expectEqual(
        "kpi",
        Object.fromEntries(
          Object.entries(net).map(([month, [gross = 0, returned = 0]]) => {
            const own = orders.filter(({ order_date }) => order_date.startsWith(month.slice(0, 7)));
            return [month, [own.length, new Set(own.map(({ client_id }) => client_id)).size, gross - returned]];
          }),
        ),
      );
    });

    it("lines due, on time, in full and both", () => expectEqual("otif", judgeLines(company, asOf, settings.otif)));

    it("days of sales outstanding, simple and counted back", () => {
      const months = (told.get("days") ?? []).map(({ key }) => String(key));
      const plain = months.map((month) => [month, countSalesDays(company, month, asOf)]);
      expectEqual("days", Object.fromEntries(plain));
    });

    it("what each client owes by days past due", () => expectEqual("ages", ageReceivables(company, asOf)));
    it("clients new, lost, won back and active", () => expectEqual("movement", moveClients(company, asOf, 3)));
    it("complaints and the orders they are held against", () =>
      expectEqual("complaints", countComplaints(company, asOf)));
    it("RFM scores", () => expectEqual("rfm", scoreClients(company, asOf)));
    it("ABC classes", () => expectEqual("abc", classifyAbc(company, asOf)));
    it("cohorts: back in a month, by it at least once, and net sales", () =>
      expectEqual("cohorts", followCohorts(company, asOf)));
    it("spread of months since the first order", () => expectEqual("spread", spreadMonths(company, asOf)));
    it("concentration", () => expectEqual("concentration", { client: concentrate(company, asOf) }));
    it("days without contact", () => expectEqual("silence", countSilence(company, asOf)));
    it.each(oracles)("$says", (oracle) => expectEqual(oracle, oracle.plain(company, asOf, zone)));
  },
);

function recipeOf(company: Odd, zone: string): Recipe {
  return {
    asOf,
    settings: { ...settings, time_zone: zone },
    raw: rawOf(company, zone),
    relations: [
      "metrics.sales_by_month",
      "metrics.kpi_by_month",
      "metrics.otif_by_month",
      "metrics.receivables_by_month",
      "metrics.receivables_ageing",
      "metrics.client_movement_by_month",
      "metrics.complaint_rate_by_month",
      "metrics.rfm",
      "metrics.client_abc_xyz",
      "metrics.client_contact_months",
      "metrics.cohort_retention",
      "metrics.pareto_summary",
      ...oracles.flatMap((oracle) => oracle.relations),
    ],
  };
}
