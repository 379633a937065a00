import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { findNulls } from "../../ingest/sniff-nulls.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-nulls-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("findNulls(header, rows)", () => {
  it.each(["NA", "-", "–", "#VALUE!", "#Н/Д", "(blank)", "не указано", "k.A.", "?"])(
    "takes %s for no value amid numbers and days, and for a value amid texts",
    (word) => {
      const header = ["Amount", "Day", "Code"];
      const { ofColumns, rows, evidence } = findNulls(header, [
        ["1.5", word, "A"],
        [word, "2026-01-05", word],
      ]);
      expect(Object.fromEntries(ofColumns)).toEqual({ 0: [word], 1: [word] });
      expect(rows).toEqual([
        ["1.5", "", "A"],
        ["", "2026-01-05", word],
      ]);
      expect(evidence).toEqual([
        `"${word}" for no value in Amount: 1 of 2 rows, the others are numbers`,
        `"${word}" for no value in Day: 1 of 2 rows, the others are days`,
      ]);
    },
  );

  it("takes nothing where no number or day stands beside it", () => {
    expect(findNulls(["Country"], [["NA"], ["NA"], [""]]).ofColumns.size).toBe(0);
    expect(findNulls(["Answer"], [["-"], ["+"]]).ofColumns.size).toBe(0);
  });
});

describe("sniff(path) of numbers and days that are missing", () => {
  it("proposes words for no value with their columns, which then load as nothing, and a country stays one", async () => {
    const content = `Order ID,Order Date,Customer,Country,Amount,Requested date
1,2026-01-05,Rose,NA,100.50,NA
2,2026-01-06,Iris,US,NA,2026-02-01
3,2026-01-07,NA,NA,n/a,-
`;
    writeFileSync(join(folder, "orders.csv"), content);
    const { yaml } = await sniff(join(folder, "orders.csv"));
    expect(yaml).toContain('amount: { from: "Amount", nulls: ["","n/a","NA"] }');
    const inbox = makeInbox(yaml);
    inbox.put("orders.csv", content);
    const { files } = await inbox.ingest();
    expect(files.map(({ file }) => file?.rows_rejected)).toEqual([0, 0]);
    const rows = await inbox.rows("select client_id, amount, requested_date from raw.orders order by order_id");
    expect(rows.map(([client, amount, day]) => [client, amount, day === null])).toEqual([
      ["orders:Rose", "100.5000", true],
      ["orders:Iris", null, false],
      ["orders:NA", null, true],
    ]);
    expect((await inbox.rows("select country from raw.clients order by name")).flat()).toContain("NA");
  });
});
