import { describe, expect, it } from "vitest";
import { withWarehouse } from "./warehouse.ts";

/** Days (weeks, in the trial) until the event; `false` for who was still waiting when last seen. */
type Waits = readonly (readonly [days: number, happened?: false])[];

/** Miller 1997, data `aml` of R's survival: relapse with maintained chemotherapy, and without. */
const maintained: Waits = [
  [9],
  [13],
  [13, false],
  [18],
  [23],
  [28, false],
  [31],
  [34],
  [45, false],
  [48],
  [161, false],
];
const notMaintained: Waits = [[5], [5], [8], [8], [12], [16, false], [23], [27], [30], [33], [43], [45]];

interface Step {
  readonly day: number;
  readonly waiting: number;
  readonly low: number | null;
  readonly high: number | null;
}

describe("metrics.second_order_curve", () => {
  it("holds R's survival of patients whose chemotherapy is maintained: 0.9091 at 9, 0.4909 at the median of 31", async () => {
    const steps = await readCurve(maintained);
    expect([at(steps, 9)?.waiting.toFixed(4), at(steps, 31)?.waiting.toFixed(4)]).toEqual(["0.9091", "0.4909"]);
    expect(medianOf(steps)).toBe(31);
    // Limits on log(-log S), computed by lifelines.
    expect([at(steps, 9)?.low?.toFixed(6), at(steps, 9)?.high?.toFixed(6)]).toEqual(["0.508080", "0.986674"]);
    expect([at(steps, 31)?.low?.toFixed(6), at(steps, 31)?.high?.toFixed(6)]).toEqual(["0.167331", "0.753400"]);
  });

  it("holds that of the others: 0.5833 at 12, 0.4861 at the median of 23, none at the end", async () => {
    const steps = await readCurve(notMaintained);
    expect([at(steps, 12)?.waiting.toFixed(4), at(steps, 23)?.waiting.toFixed(4)]).toEqual(["0.5833", "0.4861"]);
    expect([medianOf(steps), at(steps, 45)?.waiting]).toEqual([23, 0]);
  });
});

const at = (steps: readonly Step[], day: number) => steps.find((step) => step.day === day);
const medianOf = (steps: readonly Step[]) => steps.find(({ waiting }) => waiting <= 0.5)?.day;

/** Lets clients wait for their second order as patients did for the event, the last seen on the as-of day. */
async function readCurve(waits: Waits): Promise<readonly Step[]> {
  const orders = waits.flatMap(([days, happened = true], index) => {
    const first = happened ? "date '2019-01-01'" : `date '2020-01-01' - ${days}`;
    const second = happened ? [`('b${index}', 'c${index}', date '2019-01-01' + ${days})`] : [];
    return [`('a${index}', 'c${index}', ${first})`, ...second];
  });
  const recipe = {
    asOf: "2020-01-01",
    raw: {
      orders: `select *, 1 as amount from (values ${orders.join(", ")}) as given(order_id, client_id, order_date)`,
    },
    relations: ["metrics.second_order_curve"],
  };
  return withWarehouse(recipe, ({ connection }) =>
    connection.rows<Step>(`
      select day_number as day, waiting_share as waiting, 1 - returned_share_high as low, 1 - returned_share_low as high
      from metrics.second_order_curve order by 1`),
  );
}
