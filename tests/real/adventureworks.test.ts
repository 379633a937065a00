import { beforeAll, describe, expect, it } from "vitest";
import { readExport, scaled, unscaled } from "./exports.ts";
import { absence, dataFile, type Road, takeRoad } from "./road.ts";

const missing = absence("adventureworks");
const years = ["2021", "2022", "2023"];

describe.skipIf(missing !== undefined)(
  `the road of AdventureWorks${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    let road: Road;
    const sales = () =>
      years.flatMap((year) => readExport(dataFile("adventureworks", `AdventureWorks_Sales_${year}.csv`)));

    beforeAll(async () => {
      road = await takeRoad("adventureworks", "adventureworks", new Date("2026-11-22T12:00:00Z"));
    });

    it("reads 56,046 lines, 18,148 customers and 1,809 returns, and rejects none", () => {
      const read = (feed: string) =>
        road.ingested.files
          .filter((file) => file.feed === feed)
          .reduce((sum, file) => sum + (file.file?.rows_read ?? 0), 0);
      const rejected = road.ingested.files.reduce((sum, file) => sum + (file.file?.rows_rejected ?? 0), 0);
      expect([read("order_lines"), read("clients"), read("returns"), rejected]).toEqual([56046, 18148, 1809, 0]);
    });

    it("folds the lines' repeated order columns into 25,164 orders", async () => {
      expect(await road.value("select count(*) from marts.orders")).toBe(
        new Set(sales().map((line) => line.OrderNumber)).size,
      );
      expect(await road.value("select count(*) from marts.orders")).toBe(25164);
      expect(await road.value("select count(distinct client_id) from marts.orders")).toBe(17416);
    });

    it("carries Sales to the metric with all four decimals", async () => {
      const units = sales().reduce((sum, line) => sum + scaled(line.Sales ?? "", 4), 0n);
      expect(unscaled(units, 4)).toBe("24778207.2156");
      expect(await road.value("select sum(gross_amount) from metrics.sales_by_month")).toBe(unscaled(units, 4));
    });

    it("reads both date forms as month first: every month has the orders the file has", async () => {
      const months = new Map<string, number>();
      for (const line of sales()) {
        const [month = "", , year = ""] = (line.OrderDate ?? "").split(/[-/]/);
        const key = `${year.length === 2 ? `20${year}` : year}-${month}`;
        months.set(key, (months.get(key) ?? 0) + 1);
      }
      const counted =
        "select string_agg(month || '=' || n, ' ') from (select strftime(order_month, '%Y-%m') as month, count(*) as n from marts.order_lines group by 1 order by 1)";
      const expected = [...months]
        .sort(([left], [right]) => left.localeCompare(right))
        .map(([month, n]) => `${month}=${n}`);
      expect(await road.value(counted)).toBe(expected.join(" "));
    });

    it("names customer 11433 the largest, with 12,398.9645", async () => {
      const top =
        "select client_id || ' ' || sum(net_amount) from marts.orders group by client_id order by sum(net_amount) desc limit 1";
      expect(await road.value(top)).toBe("adventureworks:11433 12398.9645");
    });

    it("decodes the windows-1252 names", async () => {
      const customers = readExport(dataFile("adventureworks", "AdventureWorks_Customers.csv"), "windows-1252");
      const accented = customers.filter((customer) => {
        const name = `${customer.FirstName}${customer.LastName}`;
        return Buffer.byteLength(name) > name.length;
      });
      expect(await road.value("select count(*) from marts.clients where strlen(name) <> length(name)")).toBe(
        accented.length,
      );
      expect(accented.length).toBeGreaterThan(0);
    });
  },
);
