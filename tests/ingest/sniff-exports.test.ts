import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-exports-"));
afterAll(() => rmSync(folder, { recursive: true }));

function look(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return sniff(path);
}

/** Shapes that public exports have, with values of ours. */
describe("sniff(path) of exports as other systems write them", () => {
  it("knows the properties of HubSpot, and what became of a deal by its stage", async () => {
    const found = await look(
      "deals.csv",
      `amount,closedate,createdate,dealname,dealstage,hs_object_id
120,2025-02-01T10:00:00Z,2025-01-01T10:00:00Z,One,closedwon,101
80,2025-02-02T10:00:00Z,2025-01-02T10:00:00Z,Two,closedlost,102
70,,2025-01-03T10:00:00Z,Three,qualifiedtobuy,103
`,
    );
    expect([found.matches.get("hs_object_id"), found.matches.get("dealstage")]).toEqual(["deal_id", "stage"]);
    expect(Object.fromEntries(found.told.get("status")?.values ?? [])).toEqual({
      closedwon: "won",
      closedlost: "lost",
      qualifiedtobuy: "open",
    });
  });

  it("proposes a sign before the mark of a currency, and parentheses, and they are read as they stand", async () => {
    const content = `Payment number,Customer,Payment date,Amount
1,Ann,2025-01-01,- $220.00
2,Ann,2025-01-02,"+ $1,420.50"
3,Bob,2025-01-03,($20.25)
4,Bob,2025-01-04,$-3.00
`;
    const { yaml, questions } = await look("payments.csv", content);
    expect(questions).toEqual([]);
    const inbox = makeInbox(yaml.replace(/^source: .*$/m, "source: test"));
    expect((await inbox.load("payments.csv", content)).file).toMatchObject({ rows_accepted: 4, rows_rejected: 0 });
    expect(await inbox.rows("select cast(sum(amount) as varchar) from raw.payments")).toEqual([["1177.2500"]]);
  });

  it("takes a line alone that holds numbers for a row, and addresses for no names of columns", async () => {
    const alone = await look("card.csv", "DEBIT,20251231,Some shop,-123.45\n");
    expect([alone.isHeadless, alone.records]).toEqual([true, 1]);
    const addresses = await look("mails.csv", "ann@example.com,Ann\nbob@example.com,Bob\n");
    expect(addresses.questions).toContainEqual(expect.stringContaining("No line looks like a header"));
  });

  it("takes a rate of no currency for a price, and a text for no day", async () => {
    const sales = await look(
      "list.csv",
      "index,DATE,CUSTOMER,SKU,PCS,RATE,GROSS AMT\n0,06-05-21,ANN,MEN5004-XL,1,616.56,617\n1,06-15-21,BOB,MEN5004-L,2,616.56,1233\n",
    );
    expect(sales.entity).not.toBe("exchange_rates");
    const payments = await look(
      "payments.csv",
      "id,posting_date,paid_from,amount\n1,2025-01-01,4191 - 4191 Advances,5\n2,2025-01-02,4111 - Clients,6\n",
    );
    expect(payments.matches.get("posting_date")).toBe("paid_date");
    expect(payments.matches.has("paid_from")).toBe(false);
  });
});
