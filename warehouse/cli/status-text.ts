import { alertsToTell } from "../../dashboards/alerts.ts";
import { tellUnmatched } from "../../ingest/unmatched.ts";
import { tellOrphans } from "../feeds.ts";
import type { Status } from "../status.ts";
import { formatTable } from "./table.ts";

/** Formats the status for a person: one block per question, in the order they are asked. */
export function formatStatus(status: Status): string {
  return [
    formatNow(status),
    block("Runs", formatRuns(status)),
    block("Feeds", formatFeeds(status)),
    block("Files that wait for a decision", formatWaiting(status)),
    block("Files that were not loaded", formatRefused(status)),
    block("Files in the inbox that no source takes", formatUnmatched(status)),
    block("Files whose totals differ from their rows (karavan report FILE)", formatWarned(status)),
    block("Checks that found rows", formatChecks(status)),
    block("Alerts past their limit or without a figure", formatAlerts(status)),
    block("Mails that wait for the next run", formatMail(status)),
    block("Releases", formatReleases(status)),
    block("Schedule", formatSchedules(status)),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function formatNow({ holder, told_by, warehouse }: Status): string {
  const lines = [
    warehouse === null
      ? "There is no warehouse yet: put exports into data/inbox and run `karavan run`."
      : `Numbers speak of ${warehouse.as_of_date}; built ${warehouse.built_at}.`,
    holder === null
      ? "No run is going on."
      : `karavan ${holder.command} is running (pid ${holder.pid} on ${holder.host}) since ${holder.started_at}.`,
    told_by === "warehouse" ? "It is writing the ledger: feeds are shown as of the last build." : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function block(title: string, text: string): string {
  return text === "" ? "" : `${title}\n${text}`;
}

function formatRuns({ runs }: Status): string {
  if (runs.length === 0) return "";
  return formatTable(
    ["started", "command", "by", "state", "exit", "why"],
    runs.map((run) => [
      run.started_at.slice(0, 19),
      run.command,
      run.trigger,
      run.state,
      run.exit_code,
      run.error?.split("\n")[0],
    ]),
  );
}

function formatFeeds({ feeds }: Status): string {
  if (feeds.length === 0) return "";
  const orphans = tellOrphans(feeds);
  const table = formatTable(
    ["source", "feed", "freshness", "hours", "files", "read", "accepted", "rejected"],
    feeds.map((feed) => [
      feed.source,
      feed.feed,
      feed.freshness,
      feed.age_hours,
      feed.files,
      feed.rows_read,
      feed.rows_accepted,
      feed.rows_rejected,
    ]),
  );
  return orphans === undefined ? table : `${table}\n${orphans.charAt(0).toUpperCase()}${orphans.slice(1)}`;
}

/** Told whole: what is wrong, and the word it wants. */
function formatWaiting({ refused_files }: Status): string {
  const files = refused_files.filter(waits);
  return files.map(({ file_id, source, error }) => `file ${file_id} of ${source}: ${error ?? ""}`).join("\n");
}

function formatRefused({ refused_files }: Status): string {
  const files = refused_files.filter((file) => !waits(file));
  if (files.length === 0) return "";
  return formatTable(
    ["file", "source", "name", "state", "why"],
    files.map((file) => [file.file_id, file.source, file.name, file.state, file.error?.split("\n")[0]]),
  );
}

/** Held, and still in the inbox: it is loaded as soon as its source file says how. */
function waits({ state, is_in_inbox }: Status["refused_files"][number]): boolean {
  return state === "held" && is_in_inbox;
}

function formatUnmatched({ unmatched_files }: Status): string {
  return unmatched_files.map(tellUnmatched).join("\n");
}

function formatWarned({ warned_files }: Status): string {
  if (warned_files.length === 0) return "";
  return formatTable(
    ["file", "source", "name", "what"],
    warned_files.map((file) => [file.file_id, file.source, file.name, file.warning]),
  );
}

function formatChecks({ warehouse }: Status): string {
  if (warehouse === null || warehouse.failed_checks.length === 0) return "";
  return formatTable(
    ["check", "state", "rows", "question"],
    warehouse.failed_checks.map((check) => [check.name, check.state, check.rows, check.question]),
  );
}

function formatAlerts({ warehouse }: Status): string {
  const open = alertsToTell(warehouse?.alerts ?? []);
  if (open.length === 0) return "";
  return formatTable(
    ["alert", "of", "severity", "state", "value", "rule", "limit", "period", "since", "why"],
    open.map((alert) => [
      alert.alert_name,
      alert.entity_name,
      alert.severity,
      alert.state,
      shorten(alert.change_share ?? alert.value),
      alert.rule,
      shorten(alert.limit_value),
      alert.period_date,
      alert.since_date,
      alert.quality_flag === "ok" ? "" : alert.quality_flag,
    ]),
  );
}

/** At most four digits behind the point: the exact value stands in metrics.alerts. */
function shorten(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

function formatMail({ mail_failure }: Status): string {
  if (mail_failure === null) return "";
  return `${mail_failure.mails}, since ${mail_failure.at.slice(0, 19)}: ${mail_failure.message}`;
}

function formatReleases({ releases }: Status): string {
  if (releases.length === 0) return "";
  return formatTable(
    ["release", "as of", "published", ""],
    releases.map((release) => [
      release.release,
      release.as_of_date,
      release.published_at.slice(0, 19),
      release.is_current ? "current" : "",
    ]),
  );
}

function formatSchedules({ schedules }: Status): string {
  return schedules.map(({ name, cron, next_at }) => `${name}: ${cron}, next ${next_at ?? "never"}`).join("\n");
}
