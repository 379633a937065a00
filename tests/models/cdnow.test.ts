import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { home } from "../../warehouse/settings.ts";
import { quoteText } from "../../warehouse/sql.ts";
import { type Built, withWarehouse } from "./warehouse.ts";

const file = resolve(home, "../shared/data/cdnow/CDNOW_master.txt");
const isPresent = existsSync(file);
if (!isPresent) console.warn("CDNOW is not beside the checkout: its published figures are not compared");

/** The purchase log as raw orders: fixed width, no order number, 80 purchases of 0.00. */
const orders = `
  select 'cdnow:' || row_number() over () as order_id, fields[1] as client_id,
    cast(strptime(fields[2], '%Y%m%d') as date) as order_date, cast(fields[4] as decimal(18, 4)) as amount
  from (
    select regexp_split_to_array(trim(line), '\\s+') as fields
    from read_csv(${quoteText(file)}, columns = {'line': 'varchar'}, delim = '\t', header = true, quote = '')
  )`;

describe.skipIf(!isPresent)("the CDNOW log, 23,570 customers", () => {
  it("gives the published concentration, RFM cut points of type 7, and a class to everyone", async () => {
    const recipe = {
      asOf: "1998-06-30",
      raw: { orders },
      relations: [
        "metrics.pareto_summary",
        "metrics.rfm_cut_points",
        "metrics.rfm_grid",
        "metrics.rfm_segments",
        "metrics.client_class_summary",
      ],
      checks: [
        "pareto_curves_end_at_one",
        "equal_clients_have_equal_rfm_scores",
        "rfm_segments_hold_every_client",
        "every_client_has_one_class",
        "class_shares_sum_to_one",
      ],
    };
    await withWarehouse(recipe, async (built) => {
      await compareConcentration(built);
      await compareRfm(built);
      await compareClasses(built);
    });
  }, 180_000);
});

async function compareConcentration({ connection, countFaults }: Built): Promise<void> {
  const summary = await connection.row<Record<string, number | string>>(
    "select * from metrics.pareto_summary where dimension = 'client' and period = 'all_history'",
  );
  expect(summary).toMatchObject({ entity_count: 23570, k80_count: 7695, total_amount: "2500315.6300" });
  expect(summary?.gini).toBeCloseTo(0.634571, 6);
  expect(summary?.top20_share).toBeCloseTo(0.6778, 4);
  expect(summary?.k80_share).toBeCloseTo(0.3265, 4);
  const curveEnd = await connection.row<Record<string, number>>(
    "select max(cumulative_share) as share, count(*) as entities from metrics.pareto where period = 'all_history'",
  );
  expect({ ...curveEnd }).toEqual({ share: 1, entities: 23570 });
  expect(await countFaults("pareto_curves_end_at_one")).toBe(0);
}

async function compareRfm({ connection, countFaults }: Built): Promise<void> {
  const oracle = (measure: string, column: string) =>
    `select '${measure}' as measure, unnest([1, 2, 3, 4]) as cut_number,
       unnest(quantile_cont(cast(${column} as double), [0.2, 0.4, 0.6, 0.8])) as value
     from metrics.rfm_base where is_current`;
  const differences = await connection.row<{ largest: number; cuts: number }>(
    `select max(abs(cut_points.value - oracle.value)) as largest, count(*) as cuts
     from metrics.rfm_cut_points as cut_points
     join (${oracle("recency", "recency_days")} union all ${oracle("frequency", "frequency")}
       union all ${oracle("monetary", "monetary_amount")}) as oracle using (measure, cut_number)`,
  );
  expect(differences?.cuts).toBe(12);
  expect(differences?.largest).toBeLessThan(1e-9);
  expect(await countFaults("equal_clients_have_equal_rfm_scores")).toBe(0);
  expect(await countFaults("rfm_segments_hold_every_client")).toBe(0);
  const buyers = await connection.row<{ buyers: number; occasions: number }>(
    "select count(*) as buyers, sum(frequency) as occasions from metrics.rfm",
  );
  const paying = await connection.row<{ buyers: number; occasions: number }>(
    "select count(distinct client_id) as buyers, count(*) as occasions from (" +
      `select distinct client_id, order_date from (${orders}) where amount > 0)`,
  );
  expect({ ...buyers }).toEqual({ ...paying });
}

async function compareClasses({ connection, countFaults }: Built): Promise<void> {
  expect(await countFaults("every_client_has_one_class")).toBe(0);
  expect(await countFaults("class_shares_sum_to_one")).toBe(0);
  const oracle = await connection.row<{ key: number; medium: number }>(
    `select abs(max(key_from_amount) - quantile_cont(average_per_period, 0.8)) as key,
       abs(max(medium_from_amount) - quantile_cont(average_per_period, 0.5)) as medium
     from metrics.client_class_windows as windows join metrics.class_thresholds using (month)
     where windows.is_current and windows.activity = 'regular'`,
  );
  expect(oracle?.key).toBeLessThan(1e-9);
  expect(oracle?.medium).toBeLessThan(1e-9);
}
