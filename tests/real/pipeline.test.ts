import { beforeAll, describe, expect, it } from "vitest";
import { readExport } from "./exports.ts";
import { absence, dataFile, type Road, takeRoad } from "./road.ts";

const missing = absence("crm-sales-opportunities");

describe.skipIf(missing !== undefined)(
  `the road of a deals pipeline${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    let road: Road;
    const deals = () => readExport(dataFile("crm-sales-opportunities", "sales_pipeline.csv"));

    beforeAll(async () => {
      road = await takeRoad("pipeline", "crm-sales-opportunities", new Date("2026-11-22T12:00:00Z"));
    });

    it("loads 8,800 deals, 85 accounts, 35 agents and 7 products, and rejects none", () => {
      const counts = Object.fromEntries(
        road.ingested.files.map((file) => [file.feed, [file.file?.rows_read, file.file?.rows_rejected]]),
      );
      expect(counts).toEqual({ clients: [85, 0], managers: [35, 0], products: [7, 0], deals: [8800, 0] });
    });

    it("has each stage's deals as the file has them", async () => {
      const stages = new Map<string, number>();
      for (const deal of deals()) stages.set(deal.deal_stage ?? "", (stages.get(deal.deal_stage ?? "") ?? 0) + 1);
      const counted =
        "select string_agg(stage || '=' || n, ' ') from (select stage, count(*) as n from marts.deals group by 1 order by 1)";
      expect(await road.value(counted)).toBe(
        [...stages]
          .sort(([left], [right]) => left.localeCompare(right))
          .map(([stage, n]) => `${stage}=${n}`)
          .join(" "),
      );
      expect(await road.value("select count(*) from marts.deals where status = 'won'")).toBe(4238);
    });

    it("won 10,005,534, of which Darcel Schlecht 1,153,214", async () => {
      const won = deals().filter((deal) => deal.deal_stage === "Won");
      const sum = won.reduce((total, deal) => total + Number(deal.close_value), 0);
      expect(sum).toBe(10005534);
      expect(Number(await road.value("select sum(amount) from marts.deals where status = 'won'"))).toBe(sum);
      const agent =
        "select sum(amount) from marts.deals where status = 'won' and manager_id = 'pipeline:Darcel Schlecht'";
      expect(Number(await road.value(agent))).toBe(1153214);
    });

    it("explains what is missing: 1,425 deals without an account, and no product left unmatched once GTXPro is mapped", async () => {
      expect(await road.value("select count(*) from marts.deals where client_id is null")).toBe(
        deals().filter((deal) => deal.account === "").length,
      );
      expect(
        await road.value(
          "select count(*) from marts.deals as d left join marts.products as p on d.product_id = p.product_id where p.product_id is null",
        ),
      ).toBe(0);
    });

    it("wins 4,238 of 6,711 closed deals, weighs open ones by that, and shows deals without amounts as unknown", async () => {
      const closed = deals().filter((deal) => deal.deal_stage === "Won" || deal.deal_stage === "Lost");
      const rate = closed.filter((deal) => deal.deal_stage === "Won").length / closed.length;
      expect(closed.length).toBe(6711);
      const results = "from metrics.deal_results where is_total and window_name = 'all'";
      expect(Number(await road.value(`select win_rate_count ${results}`))).toBeCloseTo(rate, 12);
      const days = closed
        .filter((deal) => deal.deal_stage === "Won")
        .map((deal) => (Date.parse(deal.close_date ?? "") - Date.parse(deal.engage_date ?? "")) / 86_400_000)
        .sort((left, right) => left - right);
      const middle = ((days[days.length / 2 - 1] ?? 0) + (days[days.length / 2] ?? 0)) / 2;
      expect(Number(await road.value(`select cycle_days_p50 ${results}`))).toBe(middle);
      // No move is recorded here: every stage of open deals has the win rate of all.
      expect(await road.value("select count(distinct win_probability) from metrics.deal_stages")).toBe(1);
      const whole = "from metrics.pipeline where is_total and close_quarter = 'all'";
      expect(Number(await road.value(`select open_count ${whole}`))).toBe(8800 - 6711);
      expect(await road.value(`select weighted_amount ${whole}`)).toBeNull();
      expect(await road.value(`select velocity_per_day > 0 ${whole}`)).toBe(true);
    });

    it("gives empty tables, not errors, for all that has no data here", async () => {
      expect(await road.value("select count(*) from metrics.rfm")).toBe(0);
      expect(await road.value("select count(*) from metrics.sales_by_month")).toBe(0);
    });
  },
);
