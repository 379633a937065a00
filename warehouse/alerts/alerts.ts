import { existsSync } from "node:fs";
import { type AlertRow, alertsToTell } from "../../dashboards/alerts.ts";
import { type Connection, withConnection } from "../connection.ts";
import type { Settings } from "../settings.ts";

/** An alert with the day its figures speak of. */
export interface Alert extends AlertRow {
  readonly compared_with: "previous" | "year_before" | null;
  readonly compared_value: number | null;
  readonly as_of_date: string;
}

/** Reads what the alerts of the settings found in the finished warehouse, in the order of the settings; none where there is no warehouse. */
export async function readAlerts(settings: Settings): Promise<readonly Alert[]> {
  if (!existsSync(settings.paths.crm)) return [];
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" as const }];
  return withConnection({ attach, threads: 1 }, listAlerts);
}

/** Lists alerts through a connection to a finished warehouse. One built before there were alerts has none. */
export async function listAlerts(connection: Connection): Promise<readonly Alert[]> {
  const made = await connection.row(
    "select 1 as made from duckdb_tables() where schema_name = 'metrics' and table_name = 'alerts'",
  );
  if (made === undefined) return [];
  return connection.rows<Alert>("select * from metrics.alerts order by position, entity_id");
}

/** Says whether a critical alert is past its limit: that is what an exit code tells. */
export function isCritical(alerts: readonly Pick<Alert, "severity" | "state">[]): boolean {
  return alerts.some(({ severity, state }) => severity === "critical" && state === "raised");
}

/** Says in one line what asks for attention; undefined where nothing does. */
export function summarizeAlerts(alerts: readonly Alert[]): string | undefined {
  const open = alertsToTell(alerts);
  if (open.length === 0) return undefined;
  return open
    .map(({ alert_name, entity_id, state }) => {
      const entity = entity_id.replaceAll(/\p{Cc}+/gu, " ");
      const name = entity_id === "all" ? alert_name : `${alert_name} (${entity})`;
      return state === "raised" ? name : `${name}: no figure`;
    })
    .join(", ");
}
