import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import type { Alert } from "../../warehouse/alerts/alerts.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { createTable } from "../../warehouse/engines/duckdb.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";

export const late: Alert = {
  position: 1,
  alert_name: "late-lines",
  measure: "on_time_rate",
  dimension: "region",
  entity_id: "North & South",
  entity_name: "North & South",
  rule: "below",
  limit_value: 0.9,
  compared_with: null,
  severity: "critical",
  period_date: "2026-06-01",
  value: 0.85,
  compared_period_date: null,
  compared_value: null,
  change_share: null,
  state: "raised",
  since_date: "2026-04-01",
  quality_flag: "low_n",
  as_of_date: "2026-07-05",
};

export const sales: Alert = {
  ...late,
  position: 2,
  alert_name: "sales-fall",
  measure: "net_sales",
  dimension: "company",
  entity_id: "all",
  entity_name: null,
  rule: "falls",
  limit_value: 0.1,
  compared_with: "previous",
  severity: "warning",
  value: 800_000,
  compared_period_date: "2026-05-01",
  compared_value: 1_000_000,
  change_share: -0.2,
  quality_flag: "ok",
};

export const plain = {
  company: { name: "Acme" },
  currency: "EUR",
  time_zone: "UTC",
  as_of: "2026-07-05",
  site: { url: "https://crm.example/site/" },
  alerts: [
    {
      name: "late-lines",
      measure: "on_time_rate",
      dimension: "region",
      rule: "below",
      limit: 0.9,
      text: { en: "Call the carrier." },
    },
    { name: "sales-fall", measure: "net_sales", rule: "falls", limit: 0.1 },
  ],
};

export const boss = { address: "boss@acme.example", language: "en" };

/** Settings of a company that watches two figures, with what a test adds. */
export function settingsOf(extra: object, folder = join(tmpdir(), "karavan-nowhere")): Settings {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "karavan.yaml");
  writeFileSync(file, stringify({ ...plain, ...extra }));
  return readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: folder });
}

/** Writes a warehouse that holds these alerts and nothing else. */
export async function writeAlerts(settings: Settings, alerts: readonly Alert[]): Promise<void> {
  rmSync(settings.paths.crm, { force: true });
  const columns = listColumns(contracts["metrics.alerts"]);
  await withConnection({ attach: [{ path: settings.paths.crm, as: "crm", mode: "create" }] }, async (connection) => {
    await connection.run("create schema metrics");
    await connection.run(createTable("metrics.alerts", columns));
    for (const alert of alerts) {
      const values = Object.entries(alert).filter(([, value]) => value !== null);
      const names = values.map(([name]) => name).join(", ");
      const literals = values.map(([, value]) => (typeof value === "number" ? value : `'${value}'`)).join(", ");
      await connection.run(`insert into metrics.alerts (${names}) values (${literals})`);
    }
  });
}
