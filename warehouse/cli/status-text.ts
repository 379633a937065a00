import { type Status, tellOrphans } from "../status.ts";
import { formatTable } from "./table.ts";

/** Formats the status for a person: one block per question, in the order they are asked. */
export function formatStatus(status: Status): string {
  return [
    formatNow(status),
    block("Runs", formatRuns(status)),
    block("Feeds", formatFeeds(status)),
    block("Files that were not loaded", formatRefused(status)),
    block("Files whose totals differ from their rows (karavan report FILE)", formatWarned(status)),
    block("Checks that found rows", formatChecks(status)),
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

function formatRefused({ refused_files }: Status): string {
  if (refused_files.length === 0) return "";
  return formatTable(
    ["file", "source", "name", "state", "why"],
    refused_files.map((file) => [file.file_id, file.source, file.name, file.state, file.error?.split("\n")[0]]),
  );
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
