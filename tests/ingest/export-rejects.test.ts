import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ExportedFile, exportRejects } from "../../ingest/export-rejects.ts";
import { readLedger } from "../../warehouse/runs.ts";
import { type Inbox, makeInbox, ordersYaml } from "./inbox.ts";
import { encode } from "./samples.ts";
import { book } from "./xlsx-book.ts";

const header = "Number;Date;Amount;Client";

async function exportAll(inbox: Inbox, filter = {}): Promise<readonly ExportedFile[]> {
  const folder = join(inbox.settings.paths.data, "mend");
  return (
    (await readLedger(inbox.settings, (connection) => exportRejects(inbox.settings, connection, filter, folder))) ?? []
  );
}

/** Puts a mended file where its path says, below the inbox. */
function drop(inbox: Inbox, { path = "" }: ExportedFile, mend: (bytes: Buffer) => Buffer): void {
  const mended = path.replace(`${inbox.settings.paths.data}/mend`, inbox.settings.paths.inbox);
  mkdirSync(dirname(mended), { recursive: true });
  writeFileSync(mended, mend(readFileSync(path)));
}

const asText = (change: (text: string) => string) => (bytes: Buffer) => Buffer.from(change(bytes.toString("utf8")));

const states =
  "select state, count(*) from (select distinct file_id, line_from, state from meta.rejects) group by 1 order by 1";

describe("exportRejects(settings, connection, filter, folder)", () => {
  const damaged = `\ufeff${header}\r\n1;01.02.2025;"1 000,50";7\r\n2;x;2;7\r\n3;01.02.2025;3\r\n4;01.02.2025;y;"a;\r\nb"\r\n5;01.02.2025;5;7\r\n`;

  it("gives lines back byte for byte under their header, with line, value, reason and remedy beside", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", damaged);
    const [file] = await exportAll(inbox);
    expect(file).toMatchObject({ source: "erp", name: "orders-1.csv", file_id: 1, rows: 3, note: undefined });
    expect(file?.path).toMatch(/mend\/erp\/orders-1\.rejects-1\.csv$/);
    expect(readFileSync(file?.path ?? "", "utf8")).toBe(
      `\ufeff${header}\r\n2;x;2;7\r\n3;01.02.2025;3\r\n4;01.02.2025;y;"a;\r\nb"\r\n`,
    );
    const reasons = readFileSync(file?.reasons ?? "", "utf8")
      .trim()
      .split("\r\n");
    expect(reasons[1]).toMatch(
      /^"2","3","order_date","x","date","order_date \(Date\) ""x"" .*","Write the day in a listed format\./,
    );
    expect(reasons.slice(1).map((line) => line.split(",").slice(0, 2).join())).toEqual([
      '"2","3"',
      '"3","4"',
      '"4","5"',
    ]);
  });

  it("keeps encoding and a sep= line", async () => {
    for (const encoding of ["windows-1251", "utf-16le", "utf-16be"]) {
      const inbox = makeInbox(ordersYaml().replace("title: ERP", `title: ERP\nencoding: ${encoding}\nlanguages: [ru]`));
      const text = `sep=;\n${header}\n1;01.02.2025;1;Иванов\n2;x;2;Петров\n`;
      await inbox.load("orders-1.csv", encode(text, encoding));
      const [file] = await exportAll(inbox);
      expect(readFileSync(file?.path ?? "")).toEqual(encode(`sep=;\n${header}\n2;x;2;Петров\n`, encoding));
    }
  });

  it("writes no file over one that may be mended by now, and knows nothing to write when nothing is set aside", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;7\n`);
    expect(await exportAll(inbox)).toEqual([]);
    inbox.put("orders-2.csv", `${header}\n1;x;1;7\n`);
    await inbox.ingest();
    await exportAll(inbox);
    await expect(exportAll(inbox)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("there already"),
    });
  });

  it("refuses rows that are numbered by their place, and says what to do", async () => {
    const inbox = makeInbox(ordersYaml().replace("from: Number", "from: $record"));
    await inbox.load("orders-1.csv", `${header}\n1;x;1;7\n2;01.02.2025;1;7\n`);
    const [file] = await exportAll(inbox);
    expect(file).toMatchObject({ path: undefined, note: expect.stringContaining("$record") });
    expect(readFileSync(file?.reasons ?? "", "utf8")).toContain('"date"');
  });
});

describe("ingest(settings, options, effects): mended rows", () => {
  it("loads them, settles what was set aside, and closes nothing of a snapshot", async () => {
    const inbox = makeInbox(ordersYaml("mode: snapshot"));
    await inbox.load("orders-1.csv", `${header}\n1;01.02.2025;1;7\n2;x;2;7\n3;01.02.2025;3\n`);
    const [file] = await exportAll(inbox);
    if (file === undefined) throw new Error("nothing was exported");
    drop(
      inbox,
      file,
      asText((text) => text.replace("2;x;", "2;02.02.2025;")),
    );
    copyFileSync(file.reasons, join(inbox.settings.paths.inbox, "erp/orders-1.rejects-1.reasons.csv"));
    const { files, unmatched } = await inbox.ingest();
    expect(unmatched).toEqual([]);
    expect(files.find(({ name }) => name === "orders-1.rejects-1.csv")?.file).toMatchObject({
      kind: "correction",
      of_file_id: 1,
      rows_inserted: 1,
      rows_rejected: 1,
      rows_closed: 0,
    });
    expect(await inbox.rows("select order_id from raw.orders where _closed_at is null order by 1")).toEqual([
      ["erp:1"],
      ["erp:2"],
    ]);
    expect(await inbox.rows(states)).toEqual([
      ["corrected", 2],
      ["open", 1],
    ]);
    const again = await exportAll(inbox, { file: 2 });
    expect(readFileSync(again[0]?.path ?? "", "utf8")).toBe(`${header}\n3;01.02.2025;3\n`);
  });

  it("lets stand what a later file told of the key", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders-1.csv", `${header}\n1;x;1;7\n2;x;2;7\n`);
    await inbox.load("orders-2.csv", `${header}\n1;05.02.2025;10;7\n`);
    const [file] = await exportAll(inbox);
    if (file === undefined) throw new Error("nothing was exported");
    drop(
      inbox,
      file,
      asText((text) => text.replaceAll("x", "01.02.2025")),
    );
    await inbox.ingest();
    expect(await inbox.rows("select order_id, amount from raw.orders where _closed_at is null order by 1")).toEqual([
      ["erp:1", "10.0000"],
      ["erp:2", "2.0000"],
    ]);
  });

  it("takes rows of a workbook that were mended as CSV", async () => {
    const inbox = makeInbox(ordersYaml().replace('match: "orders*.csv"', 'match: "orders*"'));
    const rows = [header.split(";"), ["1", "01.02.2025", 1, "7"], ["2", "2025-02-01", "x", "7"]];
    await inbox.load("orders-1.xlsx", book({ sheets: [{ rows }] }));
    const [file] = await exportAll(inbox);
    if (file === undefined) throw new Error("nothing was exported");
    expect(readFileSync(file.path ?? "", "utf8")).toBe(`${header}\n2;2025-02-01;x;7\n`);
    drop(
      inbox,
      file,
      asText((text) => text.replace(";x;", ";2,5;")),
    );
    await inbox.ingest();
    expect(await inbox.rows("select order_id, order_date, amount from raw.orders order by 1")).toEqual([
      ["erp:1", "2025-02-01", "1.0000"],
      ["erp:2", "2025-02-01", "2.5000"],
    ]);
  });
});
