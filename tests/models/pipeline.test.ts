import { describe, expect, it } from "vitest";
import { type Recipe, withWarehouse } from "./warehouse.ts";

const relations = [
  "metrics.deal_results",
  "metrics.deal_stage_stays",
  "metrics.deal_stages",
  "metrics.lost_deals",
  "metrics.open_deals",
  "metrics.pipeline",
  "metrics.pipeline_at_quarter_starts",
  "metrics.pipeline_backtest",
  "metrics.pipeline_backtest_scores",
  "metrics.stage_calibration",
  "metrics.stage_probability_tests",
  "metrics.win_rates",
];
const checks = ["pipeline_adds_up"];

describe("metrics.pipeline", () => {
  it.each([
    [80, 22, 100, 45_000, 72, 11_000],
    [100, 25, 100, 50_000, 60, 20_833.333333],
  ])(
    "has the published velocity: %i deals, %i of %i won of %i in %i days",
    async (open, won, closed, amount, days, perDay) => {
      const deals = `
      select 'w' || i as deal_id, 'm' as manager_id, 'Won' as stage, 'won' as status, cast(${amount} as decimal(18, 4)) as amount,
        date '2026-03-01' as created_date, date '2026-03-01' + ${days} as closed_date from range(${won}) as t(i)
      union all select 'l' || i, 'm', 'Lost', 'lost', 7, date '2026-03-01', date '2026-05-01' from range(${closed - won}) as t(i)
      union all select 'o' || i, 'm', 'Offer', 'open', 1000, date '2026-05-01', null from range(${open}) as t(i)`;
      const found = await build({ deals }, "2026-06-30", (connection) =>
        connection.row<Record<string, number>>(
          `select velocity_per_day, open_count, cast(weighted_amount as double) as weighted_amount,
           cast(weighted_upper_amount - weighted_lower_amount as double) as width
         from metrics.pipeline where not is_total and close_quarter = 'all'`,
        ),
      );
      const rate = won / closed;
      expect(found?.velocity_per_day).toBeCloseTo(perDay, 4);
      expect(found?.open_count).toBe(open);
      // No move of these deals is recorded: the win rate of all deals is their probability.
      expect(found?.weighted_amount).toBeCloseTo(open * 1000 * rate, 2);
      expect(found?.width).toBeCloseTo(2 * 1.959964 * 1000 * Math.sqrt(open * rate * (1 - rate)), 2);
    },
  );

  it("leaves out deals whose closing has passed and those that stand still, and adds up", async () => {
    const found = await build(world(), "2026-06-30", async (connection) => ({
      stale: await connection.rows("select stale_reason, count(*) as n from metrics.open_deals group by 1 order by 1"),
      all: await connection.row(
        `select open_count + stale_count as deals, stale_count from metrics.pipeline
         where is_total and close_quarter = 'all'`,
      ),
      open: await connection.row("select count(*) as n from marts.deals where status = 'open'"),
    }));
    expect(found.stale.map((row) => ({ ...row }).stale_reason)).toEqual(["both", "close_date_passed", "idle", "none"]);
    expect(found.all?.deals).toBe(found.open?.n);
  });

  it("never weighs a later stage less, and finds the planted chances, out of time too", async () => {
    const { stages, kept } = await build(world(), "2026-06-30", async (connection) => ({
      stages: await connection.rows<{ stage: string; win_probability: number }>(
        "select stage, win_probability from metrics.deal_stages order by stage_number",
      ),
      kept: await connection.rows<Record<"promised_probability" | "win_rate" | "deal_count", number>>(
        "select promised_probability, win_rate, deal_count from metrics.stage_calibration where dimension = 'stage' order by entity",
      ),
    }));
    [0.25, 0.5, 0.5].forEach((planted, index) => {
      expect(kept[index]?.deal_count).toBeGreaterThan(100);
      expect(Math.abs((kept[index]?.promised_probability ?? 0) - planted)).toBeLessThan(0.08);
      expect(Math.abs((kept[index]?.win_rate ?? 0) - planted)).toBeLessThan(0.08);
    });
    expect(stages.map(({ stage }) => stage)).toEqual(["Lead", "Offer", "Talks"]);
    const chances = stages.map(({ win_probability }) => win_probability);
    expect([...chances].sort((left, right) => left - right)).toEqual(chances);
    [0.25, 0.5, 0.5].forEach((planted, index) => {
      expect(Math.abs((chances[index] ?? 0) - planted)).toBeLessThan(0.08);
    });
  });

  it("is tested on quarters as they stood, and a fact of later changes nothing", async () => {
    const backtest = (raw: Recipe["raw"]) =>
      build(raw, "2026-03-31", async (connection) => [
        ...(await connection.rows("select * from metrics.pipeline_backtest order by quarter_start_date, method")),
        ...(await connection.rows("select * from metrics.stage_probability_tests order by quarter_start_date, stage")),
      ]);
    const full = await backtest(world());
    expect(full.length).toBeGreaterThan(20);
    expect(await backtest(world("2026-03-31"))).toEqual(full);
    const scores = await build(world(), "2026-06-30", (connection) =>
      connection.rows<{ method: string; count_wape: number; quarter_count: number }>(
        "select method, count_wape, quarter_count from metrics.pipeline_backtest_scores order by method",
      ),
    );
    expect(scores.map(({ method }) => method)).toEqual(["last_year", "mean_4_quarters", "pipeline"]);
    for (const { count_wape } of scores) expect(count_wape).toBeLessThan(0.5);
  });

  it("shows deals without amounts and without any history as unknown, not as zero", async () => {
    const deals = "select 'a' as deal_id, 'New' as stage, 'open' as status";
    const row = await build({ deals }, "2026-06-30", (connection) =>
      connection.row(
        "select open_count, open_amount, weighted_amount, velocity_per_day, quality_flag from metrics.pipeline where is_total and close_quarter = 'all'",
      ),
    );
    expect({ ...row }).toEqual({
      open_count: 1,
      open_amount: null,
      weighted_amount: null,
      velocity_per_day: null,
      quality_flag: "no_history",
    });
    const counts = await build({ deals: `${deals} where false` }, "2026-06-30", (connection) =>
      connection.rows<{ n: number }>(
        relations.map((relation) => `select count(*) as n from ${relation}`).join(" union all "),
      ),
    );
    expect(counts.map(({ n }) => n)).toEqual(relations.map(() => 0));
  });
});

async function build<T>(
  raw: Recipe["raw"],
  asOf: string,
  read: (connection: Parameters<Parameters<typeof withWarehouse>[1]>[0]["connection"]) => Promise<T>,
): Promise<T> {
  return withWarehouse({ asOf, raw, relations, checks }, async ({ connection, countFaults }) => {
    expect(await countFaults("pipeline_adds_up")).toBe(0);
    return read(connection);
  });
}

/** Deals of 2.5 years: half get from Lead to Offer, all of them to Talks, and half of those are won; 8 to 38 days a stage. */
function world(until?: string): Recipe["raw"] {
  const pick = (seed: number, count: number) => `cast(hash(i * 7919 + ${seed}) % ${count} as integer)`;
  const paths = `select 'd' || i as deal_id, 'm' || (i % 4) as manager_id, date '2024-01-02' + ${pick(1, 900)} as first_day,
      8 + ${pick(2, 30)} as stay1, 8 + ${pick(3, 30)} as stay2, 8 + ${pick(4, 30)} as stay3, ${pick(5, 2)} = 0 as gets_on, ${pick(6, 2)} = 0 as wins,
      cast(100 + ${pick(7, 900)} as decimal(18, 4)) as amount from (select cast(range as integer) as i from range(1500)) as t`;
  const moves = `
    with paths as (${paths})
    select deal_id, cast(first_day as timestamp) as changed_at, null as from_stage, 'Lead' as to_stage from paths
    union all select deal_id, cast(first_day + stay1 as timestamp), 'Lead', case when gets_on then 'Offer' else 'Lost' end from paths
    union all select deal_id, cast(first_day + stay1 + stay2 as timestamp), 'Offer', 'Talks' from paths where gets_on
    union all select deal_id, cast(first_day + stay1 + stay2 + stay3 as timestamp), 'Talks', case when wins then 'Won' else 'Lost' end from paths where gets_on`;
  const closed = "case when gets_on then first_day + stay1 + stay2 + stay3 else first_day + stay1 end";
  const deals = `
    with paths as (${paths}), known as (select *, ${closed} as closed from paths)
    select deal_id, manager_id, 'x' as stage, amount, first_day as created_date,
      case when substr(deal_id, 2) like '%3' then first_day + 20 else first_day + 200 end as expected_close_date,
      ${until === undefined ? "closed" : `case when closed <= date '${until}' then closed end`} as closed_date,
      ${until === undefined ? "" : `case when closed > date '${until}' then 'open' else `}case when gets_on and wins then 'won' else 'lost' end${until === undefined ? "" : " end"} as status,
      from known${until === undefined ? "" : ` where first_day <= date '${until}'`}
    union all select 'idle', 'm1', 'Lead', 500, date '2026-01-05', date '2026-12-01', null, 'open'
    union all select 'both', 'm1', 'Lead', 500, date '2026-01-05', date '2026-02-01', null, 'open'`;
  const idle = `select 'idle' as deal_id, timestamp '2026-01-05' as changed_at, null as from_stage, 'Lead' as to_stage
    union all select 'both', timestamp '2026-01-05', null, 'Lead'`;
  return {
    deals,
    deal_stage_changes: `select * from (${moves} union all ${idle})${until === undefined ? "" : ` where cast(changed_at as date) <= date '${until}'`}`,
  };
}
