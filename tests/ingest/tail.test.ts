import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-tail-"));

function propose(header: string) {
  const rows = Array.from({ length: 6 }, (_, row) => `${row};0${row + 1}.02.2025;${row}0.50;C${row % 2};`);
  const path = join(folder, "orders.csv");
  writeFileSync(path, `${header}\n${rows.join("\n")}\n`);
  return sniff(path);
}

describe("sniff(path): lines that end with an empty field the header lacks", () => {
  it("leaves the field out where all names are known, and says so", async () => {
    const { questions, evidence } = await propose("Number;Date;Amount;Client");
    expect(questions.filter((text) => text.includes("empty field"))).toEqual([]);
    expect(evidence).toContain("lines end with one empty field more than the header has names: it is left out");
  });

  it("asks where a name to the right may be two, names it, and says what to do", async () => {
    const { questions } = await propose("Number;Date;AmountClient;Note");
    expect(questions.find((text) => text.includes("empty field"))).toMatch(
      /^Are two names written as one in AmountClient or Note\?.*put the missing delimiter into the header.*nothing is to be done\.$/,
    );
  });
});

describe("ingest(settings, options, effects): lines that end with an empty field the header lacks", () => {
  it("reads the columns under their names, and tells of it in the ledger", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", "Number;Date;Amount;Client\n1;01.02.2025;1,50;C1;\n2;02.02.2025;2,50;C2;\n");
    expect(await inbox.rows("select order_id, amount, client_id from raw.orders order by 1")).toEqual([
      ["erp:1", "1.5000", "erp:C1"],
      ["erp:2", "2.5000", "erp:C2"],
    ]);
    expect(await inbox.rows("select dialect from meta.files")).toEqual([
      [expect.stringContaining("lines end with a delimiter the header lacks")],
    ]);
  });
});
