import { beforeAll, describe, expect, it } from "vitest";
import { readExport, scaled, unscaled } from "./exports.ts";
import { absence, dataFile, type Road, takeRoad } from "./road.ts";

const missing = absence("northwind");

describe.skipIf(missing !== undefined)(`the road of Northwind${missing === undefined ? "" : ` (${missing})`}`, () => {
  let road: Road;
  const orders = () => readExport(dataFile("northwind", "orders.csv"));
  const lines = () => readExport(dataFile("northwind", "order_details.csv"));

  beforeAll(async () => {
    road = await takeRoad("northwind", "northwind", new Date("2026-11-22T12:00:00Z"));
  });

  it("loads every row of every mapped file and rejects none", () => {
    const counts = Object.fromEntries(
      road.ingested.files.map((file) => [file.feed, [file.file?.rows_read, file.file?.rows_rejected]]),
    );
    expect(counts).toEqual({
      clients: [91, 0],
      managers: [9, 0],
      products: [77, 0],
      orders: [830, 0],
      shipments: [830, 0],
      order_lines: [2155, 0],
    });
  });

  it("has 830 orders, 2,155 lines, and the revenue computed from the file in whole ten-thousandths", async () => {
    const units = lines().reduce(
      (sum, line) =>
        sum + scaled(line.UnitPrice ?? "", 2) * BigInt(line.Quantity ?? "") * (100n - scaled(line.Discount ?? "", 2)),
      0n,
    );
    expect(await road.value("select count(*) from marts.orders")).toBe(orders().length);
    expect(await road.value("select count(*) from marts.order_lines")).toBe(2155);
    expect(unscaled(units, 4)).toBe("1265793.0395");
    expect(await road.value("select sum(net_amount) from marts.order_lines")).toBe(unscaled(units, 4));
    expect(await road.value("select sum(net_amount) from metrics.sales_by_month")).toBe(unscaled(units, 4));
  });

  it("finds 37 of 809 shipped orders late, and 21 not shipped", async () => {
    const shipped = orders().filter((order) => order.ShippedDate !== "");
    const late = shipped.filter((order) => (order.ShippedDate ?? "") > (order.RequiredDate ?? ""));
    expect([shipped.length, late.length, orders().length - shipped.length]).toEqual([809, 37, 21]);
    expect(await road.value("select count(*) from marts.shipments where shipped_date is not null")).toBe(809);
    expect(
      await road.value(
        "select count(distinct order_id) from metrics.line_deliveries where is_delivered and late_days > 0",
      ),
    ).toBe(37);
  });

  it("counts an order due and not shipped as a failure, never as missing", async () => {
    const due = orders().filter((order) => order.ShippedDate === "" && (order.RequiredDate ?? "") <= "1998-05-06");
    expect(
      await road.value(
        "select count(distinct order_id) from metrics.line_deliveries where not is_delivered and not is_otif",
      ),
    ).toBe(due.length);
  });

  it("ranks QUICK, ERNSH and SAVEA first", async () => {
    const top =
      "select string_agg(client_id || ' ' || amount, ', ') from (select client_id, sum(net_amount) as amount from marts.orders group by 1 order by 2 desc limit 3)";
    expect(await road.value(top)).toBe(
      "northwind:QUICK 110277.3050, northwind:ERNSH 104874.9785, northwind:SAVEA 104361.9500",
    );
  });

  it("keeps what no entity takes: the freight column adds up in raw to what the file says", async () => {
    const freight = orders().reduce((sum, order) => sum + scaled(order.Freight ?? "", 2), 0n);
    expect(unscaled(freight, 2)).toBe("64942.69");
    const kept = "select sum(cast(_extra ->> 'Freight' as decimal(18, 2))) from raw_file.raw.orders";
    expect(await road.rawValue(kept)).toBe(unscaled(freight, 2));
  });
});
