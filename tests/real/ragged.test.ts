import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readExport } from "./exports.ts";
import { absence, dataFile, type Road, takeRoad } from "./road.ts";

const missing = absence("northwind/ragged");

describe.skipIf(missing !== undefined)(
  `the road of a ragged export${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    let road: Road;
    const raggedLines = (name: string, fields: number) =>
      readFileSync(dataFile("northwind/ragged", name), "utf8")
        .trimEnd()
        .split(/\r?\n/)
        .slice(1)
        .filter((line) => line.split(",").length !== fields);

    beforeAll(async () => {
      road = await takeRoad("ragged", "northwind/ragged", new Date("2026-11-22T12:00:00Z"));
    });

    it("sets aside exactly the lines with too many fields: 24 of 91 customers, 176 of 830 orders", () => {
      expect([raggedLines("customers.csv", 11).length, raggedLines("orders.csv", 14).length]).toEqual([24, 176]);
      const counts = Object.fromEntries(
        road.ingested.files.map((file) => [file.feed, [file.file?.rows_read, file.file?.rows_rejected]]),
      );
      expect(counts).toEqual({ clients: [91, 24], orders: [830, 176] });
    });

    it("accepts no value in a wrong column: every accepted order equals the well-formed copy", async () => {
      const wellFormed = readExport(dataFile("northwind", "orders.csv"));
      const expected = new Map(
        wellFormed.map((order) => [
          `ragged:${order.OrderID}`,
          `ragged:${order.CustomerID} ${order.OrderDate} ${order.RequiredDate} ${order.ShipCountry}`,
        ]),
      );
      const accepted = String(
        await road.value(
          "select string_agg(order_id || '=' || client_id || ' ' || order_date || ' ' || requested_date || ' ' || region, '|') from marts.orders",
        ),
      );
      const wrong = accepted
        .split("|")
        .filter((row) => expected.get(row.slice(0, row.indexOf("="))) !== row.slice(row.indexOf("=") + 1));
      expect(wrong).toEqual([]);
      expect(accepted.split("|").length).toBe(654);
    });

    it("keeps each line set aside, word for word", async () => {
      const kept = await road.rawValue(
        "select string_agg(raw_text, chr(10) order by file_id, line_from) from (select distinct file_id, line_from, raw_text from raw_file.meta.rejects)",
      );
      expect(String(kept).split("\n").sort()).toEqual(
        [...raggedLines("customers.csv", 11), ...raggedLines("orders.csv", 14)].sort(),
      );
    });
  },
);
