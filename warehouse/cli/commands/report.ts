import { Command } from "commander";
import type { FileReportDocument, ReportTask } from "../../../ingest/report.ts";
import { exitCodes, OperatorError } from "../../errors.ts";
import { perform } from "../context.ts";
import { clean } from "../log.ts";
import { examples, parseCount } from "../options.ts";
import { formatTable } from "../table.ts";

const longestText = 60;

/** Builds `karavan report`: what became of one file. Exit 0; 2 for a file the ledger does not know. */
export function reportCommand(): Command {
  return new Command("report")
    .description("what became of one file: rows, lines, money, and every fault with what to do")
    .argument("<file>", "its number, or its name as the log writes it")
    .option("--limit <number>", "at most so many faults a feed", parseCount, 50)
    .option("--json", "a Frictionless-shaped report on stdout")
    .addHelpText("after", examples("karavan report 7", "karavan report erp/orders-2026-01.csv --json --limit 100000"))
    .action((file: string, options: { readonly limit: number }, command: Command) =>
      perform(command, async ({ settings, answer }) => {
        const { reportFile } = await import("../../../ingest/report.ts");
        const { readLedger } = await import("../../runs.ts");
        const report = await readLedger(settings, (connection) => reportFile(connection, file, options.limit));
        if (report === undefined) throw nothingLoaded(settings.paths.raw);
        answer(report, formatReport(report));
        return exitCodes.done;
      }),
    );
}

function nothingLoaded(file: string): OperatorError {
  return new OperatorError("nothing was loaded yet", {
    exitCode: exitCodes.usage,
    place: { file },
    remedy: "Put exports into data/inbox and run `karavan run`.",
  });
}

function formatReport({ tasks }: FileReportDocument): string {
  return tasks.map(formatTask).join("\n\n");
}

function formatTask(task: ReportTask): string {
  return [formatHead(task), formatErrors(task), formatRemarks(task)].filter((text) => text !== "").join("\n\n");
}

function formatHead({ name, place, valid, stats, warnings }: ReportTask): string {
  const kind = stats.kind === "load" ? "" : `, ${stats.kind}`;
  const lines = [
    `${clean(place)} → ${name}: ${valid ? "valid" : "not valid"} (file ${stats.file_id}, ${stats.state}${kind}, ${stats.loaded_at} UTC)`,
    ...(stats.dialect === null ? [] : [`  ${clean(stats.dialect)}`]),
    `  rows: ${stats.rows} read; ${counts(stats.row_fates)}`,
    ...((stats.lines.physical ?? 0) > 0 ? [`  lines: ${counts(stats.lines)}`] : []),
    ...(stats.control_amount === null
      ? []
      : [`  amount: ${stats.control_amount} in the file, ${stats.control_amount_loaded ?? "nothing"} loaded`]),
    ...warnings.map((warning) => `  warning: ${clean(warning)}`),
  ];
  return lines.join("\n");
}

function formatErrors({ stats, errors }: ReportTask): string {
  if (errors.length === 0) return "";
  const rows = errors.map(({ rowNumber, fieldName, type, state, message }) => [
    rowNumber,
    fieldName,
    type,
    state,
    message,
  ]);
  const more = stats.errors > errors.length ? `\n… and ${stats.errors - errors.length} more (--limit)` : "";
  const remedies = [...new Map(errors.map(({ type, note }) => [type, note]))];
  const table = formatTable(["line", "column", "rule", "state", "what"], rows);
  const advice = remedies.map(([rule, note]) => `${rule}: ${note}`).join("\n");
  return `${table}${more}\n\nWhat to do\n${advice}`;
}

/** What the file holds beside its rows: titles, headers, totals with what was read, rows that were mended. */
function formatRemarks({ stats, remarks }: ReportTask): string {
  if (remarks.length === 0) return "";
  const rows = remarks.map(({ rowNumber, kind, message, text }) => [rowNumber, kind, message, shorten(clean(text))]);
  const more = stats.remarks > remarks.length ? `\n… and ${stats.remarks - remarks.length} more (--limit)` : "";
  const notes = new Map(remarks.flatMap(({ kind, note }) => (note === null ? [] : [[kind, note]])));
  const advice = [...notes].map(([kind, note]) => `\n${kind}: ${note}`).join("");
  return `Beside the rows\n${formatTable(["line", "kind", "what", "text"], rows)}${more}${advice}`;
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

function counts(all: Readonly<Record<string, number>>): string {
  const some = Object.entries(all).filter(([, count]) => count > 0);
  return some.length === 0 ? "none" : some.map(([name, count]) => `${count} ${name.replaceAll("_", " ")}`).join(", ");
}
