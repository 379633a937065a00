import { describe, expect, it } from "vitest";
import { withWarehouse } from "./warehouse.ts";

describe("marts.client_timeline", () => {
  it("is kept as a view, and holds each fact that names a client once", async () => {
    const raw = {
      clients: "select 'c' || n as client_id, 'Client ' || n as name from range(3) as numbers(n)",
      orders: `select 'o' || n as order_id, case when n < 9 then 'c' || (n % 3) end as client_id,
        date '2025-05-01' + cast(n as integer) as order_date, 10 as amount from range(10) as numbers(n)`,
      payments: `select 'p' || n as payment_id, 'c' || (n % 3) as client_id, date '2025-05-20' as paid_date, 10 as amount
        from range(4) as numbers(n)`,
    };
    await withWarehouse({ asOf: "2025-06-30", raw, relations: ["marts.client_timeline"] }, async ({ connection }) => {
      const kind = "select table_type from information_schema.tables where table_name = 'client_timeline'";
      expect(await connection.rows(kind)).toEqual([{ table_type: "VIEW" }]);
      const counts = "select event_kind, count(*) as count from marts.client_timeline group by 1 order by 1";
      expect(await connection.rows(counts)).toEqual([
        { event_kind: "order", count: 9 },
        { event_kind: "payment", count: 4 },
      ]);
    });
  });
});
