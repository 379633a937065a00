import { describe, expect, it } from "vitest";
import { reportFile } from "../../ingest/report.ts";
import { formatStatus } from "../../warehouse/cli/status-text.ts";
import { readLedger } from "../../warehouse/runs.ts";
import { readStatus } from "../../warehouse/status.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const lines = [
  "Отчёт;;;",
  "Number;Date;Amount;Client",
  "1;01.02.2025;10,50;a",
  '2;02.02.2025;4;ООО "Роза"',
  "Итого;;15;",
  "",
];

describe("a total that a feed only warns of", () => {
  it("stands in the report of the file with its line and what to do, and in the status", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nfooter: { on_mismatch: warn }"));
    await inbox.load("orders.csv", lines.join("\n").replace("Итого;;15;", "Итого;;15,00;"));
    const said = "the total of amount is 15, read 14.5, difference 0.5";
    const report = await readLedger(inbox.settings, (connection) => reportFile(connection, "orders.csv", 50));
    expect(report?.tasks[0]?.remarks).toEqual([
      { kind: "preamble", rowNumber: 1, lines: 1, message: null, note: null, text: "Отчёт;;;" },
      { kind: "header", rowNumber: 2, lines: 1, message: null, note: null, text: "Number;Date;Amount;Client" },
      {
        kind: "plain_quote",
        rowNumber: 4,
        lines: 1,
        message: "quotes inside a value that is not quoted were taken as they stand",
        note: expect.stringMatching(/^Put values with quotes into quotes/),
        text: '2;02.02.2025;4;ООО "Роза"',
      },
      {
        kind: "footer",
        rowNumber: 5,
        lines: 1,
        message: said,
        note: expect.stringMatching(/^Compare the total/),
        text: "Итого;;15,00;",
      },
    ]);
    const status = await readStatus(inbox.settings, { now: () => new Date(Date.UTC(2026, 0, 1)) });
    expect(status.warned_files).toEqual([
      { file_id: 1, source: "erp", name: "orders.csv", warning: `line 5: ${said}` },
    ]);
    expect(formatStatus(status)).toContain("Files whose totals differ from their rows (karavan report FILE)");
  });
});
