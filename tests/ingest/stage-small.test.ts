import { describe, expect, it } from "vitest";
import { makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";

function file(rows: readonly string[]): string {
  return `${[header, ...rows].join("\n")}\n`;
}

describe("ingest(many small files)", () => {
  it("gives the rows, numbers, changes and rejects of files staged one by one, whatever came before", async () => {
    const inbox = makeInbox(ordersYaml());
    const good = (id: number, amount = "1,50") => `${id};01.02.2025;${amount};C${id % 3}`;
    inbox.put("orders-01.csv", file([good(1), good(2)]));
    inbox.put("orders-02.csv", file([good(3), good(4), good(5)]));
    inbox.put("orders-03.csv", file([good(6), "7;31.02.2025;1,00;C1", good(8)]));
    inbox.put("orders-04.csv", file([good(2, "9,00"), good(9)]));
    inbox.put("orders-05.csv", `${header};More\n10;01.02.2025;1,00;C1;kept\n`);
    inbox.put("orders-06.csv", file([]).replace("\n", "\n11;01.02.2025;1,00;C1\n"));
    inbox.put("orders-07.csv", file([good(12), "broken", good(13)]));
    inbox.put("orders-08.csv", file([good(14)]));
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => "committed"));
    expect(await inbox.rows("select order_id, amount, _file_id, _record from raw.orders order by all")).toEqual([
      ["erp:1", "1.5000", 1, 1],
      ["erp:10", "1.0000", 5, 1],
      ["erp:11", "1.0000", 6, 1],
      ["erp:12", "1.5000", 7, 1],
      ["erp:13", "1.5000", 7, 2],
      ["erp:14", "1.5000", 8, 1],
      ["erp:2", "1.5000", 1, 2],
      ["erp:2", "9.0000", 4, 1],
      ["erp:3", "1.5000", 2, 1],
      ["erp:4", "1.5000", 2, 2],
      ["erp:5", "1.5000", 2, 3],
      ["erp:6", "1.5000", 3, 1],
      ["erp:8", "1.5000", 3, 3],
      ["erp:9", "1.5000", 4, 2],
    ]);
    expect(await inbox.rows("select file_id, line_from, rule from meta.rejects order by all")).toEqual([
      [3, 3, "date"],
      [7, 3, "field_count"],
    ]);
    expect(await inbox.rows("select rows_read, rows_updated, control_amount from meta.files order by file_id")).toEqual(
      [
        [2, 0, "3.0000"],
        [3, 0, "4.5000"],
        [3, 0, "4.0000"],
        [2, 1, "10.5000"],
        [1, 0, "1.0000"],
        [1, 0, "1.0000"],
        [3, 0, "3.0000"],
        [1, 0, "1.5000"],
      ],
    );
  });
});
