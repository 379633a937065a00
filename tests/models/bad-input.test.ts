import { describe, expect, it } from "vitest";
import { alertMeasures } from "../../dashboards/alerts.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import type { Connection } from "../../warehouse/connection.ts";
import { type Built, readModels, withWarehouse } from "./warehouse.ts";
import { type World, worldDay, worlds } from "./worlds.ts";

const relations = Object.keys(contracts) as readonly (keyof typeof contracts)[];

/** Metrics whose shares need no order: there they are true figures, elsewhere they would be made up. */
const withoutOrders =
  /^metrics\.(campaign_|contract_|churn_rule|deal_|lost_deals|manager_activity|pareto\.cumulative_entity|pipeline|plan_vs_actual|satisfaction_|sla_|win_rates)/;

/** Every figure that may be watched, of the company and of each region or manager, for a change of any size. */
const alerts = alertMeasures.flatMap(({ name, splits }) =>
  ["company", ...splits].map((dimension) => ({
    name: `${name}-${dimension}`.replaceAll("_", "-"),
    measure: name,
    dimension,
    rule: name === "nps" ? "below" : "changes",
    limit: 0,
  })),
);

describe("all models on bad input", { timeout: 120_000 }, () => {
  for (const [name, raw] of Object.entries(worlds)) {
    it(`answers with finite numbers or none, and keeps its checks: ${name}`, async () => {
      await build(raw, async ({ connection, countFaults }, errors) => {
        expect(await findOddNumbers(connection)).toEqual([]);
        expect(await findWrongShares(connection)).toEqual([]);
        const faults = [];
        for (const check of errors) if ((await countFaults(check)) > 0) faults.push(check);
        expect(faults).toEqual([]);
        if (raw.orders !== undefined) return;
        const made = await findShares(connection);
        expect(made.filter((column) => !withoutOrders.test(column))).toEqual([]);
        if (Object.keys(raw).length === 0)
          expect(made).toEqual(["metrics.churn_rule.active_ratio", "metrics.churn_rule.lapsed_ratio"]);
      });
    });
  }
});

async function build(raw: World, job: (built: Built, errors: readonly string[]) => Promise<void>): Promise<void> {
  const { checks } = await readModels();
  const errors = checks.filter(({ severity }) => severity === "error").map(({ name }) => name);
  const recipe = { asOf: worldDay, raw, relations, checks: errors, settings: { alerts } };
  await withWarehouse(recipe, (built) => job(built, errors));
}

/** Lists columns of floating-point numbers that hold NaN or infinity; one query per relation. */
async function findOddNumbers(connection: Connection): Promise<readonly string[]> {
  return findColumns(connection, doublesOf, (name) => `count(*) filter (where not isfinite(${name}))`);
}

/** Lists columns that are shares or probabilities of 0 to 1 by their contract, and hold something else. */
async function findWrongShares(connection: Connection): Promise<readonly string[]> {
  const shares = (relation: keyof typeof contracts) =>
    listColumns(contracts[relation])
      .filter(({ unit, sqlType }) => sqlType === "double" && /\b0\.\.1\b/.test(unit ?? ""))
      .map(({ name }) => name);
  return findColumns(connection, shares, (name) => `count(*) filter (where ${name} < 0 or ${name} > 1 + 1e-9)`);
}

/** Lists columns of shares and ratios that know a value. */
async function findShares(connection: Connection): Promise<readonly string[]> {
  const shares = (relation: keyof typeof contracts) =>
    doublesOf(relation).filter((name) => /_(rate|share|ratio)$/.test(name));
  return findColumns(connection, shares, (name) => `count(${name})`);
}

async function findColumns(
  connection: Connection,
  columnsOf: (relation: keyof typeof contracts) => readonly string[],
  counted: (column: string) => string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const relation of relations) {
    const names = columnsOf(relation);
    if (names.length === 0) continue;
    const counts = names.map((name) => `cast(${counted(name)} as integer) as ${name}`).join(", ");
    const row = await connection.row<Record<string, number>>(`select ${counts} from ${relation}`);
    found.push(...names.filter((name) => (row?.[name] ?? 0) > 0).map((name) => `${relation}.${name}`));
  }
  return found;
}

function doublesOf(relation: keyof typeof contracts): readonly string[] {
  return listColumns(contracts[relation])
    .filter(({ sqlType }) => sqlType === "double")
    .map(({ name }) => name);
}
