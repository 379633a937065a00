import { addDays, dayOf, daysBetween, type Line, type OddCompany, type Shipment } from "./odd-company.ts";
import { monthOf, type Takings, takeSales, valueOrders } from "./plain-sales.ts";

/** Adds numbers up by a key. */
export function sumBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  amountOf: (row: T) => number,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[keyOf(row)] = (sums[keyOf(row)] ?? 0) + amountOf(row);
  return sums;
}

/** Days before and after the day due that still count as on time. */
interface Tolerances {
  readonly early_days: number;
  readonly late_days: number;
}

/** Lines due in a month, on time, in full and both, each judged by its own shipments (models.md §8.1). */
export function judgeLines(
  company: OddCompany,
  asOf: string,
  tolerances: Tolerances,
): Record<string, readonly number[]> {
  const months: Record<string, readonly number[]> = {};
  for (const { month, isOnTime, isInFull } of judgeDueLines(company, asOf, tolerances)) {
    const [lines = 0, onTime = 0, inFull = 0, both = 0] = months[month] ?? [];
    months[month] = [
      lines + 1,
      onTime + Number(isOnTime),
      inFull + Number(isInFull),
      both + Number(isOnTime && isInFull),
    ];
  }
  return months;
}

/** Judges each line due by a day. */
export function judgeDueLines(company: OddCompany, asOf: string, { early_days, late_days }: Tolerances) {
  const orders = new Map(company.orders.map((order) => [order.order_id, order]));
  return company.order_lines.flatMap((line) => {
    const order = orders.get(line.order_id);
    const due = order?.requested_date ?? order?.promised_date;
    const isLeftOut = order?.status === "cancelled" && order.cancelled_by !== "supplier";
    if (order === undefined || order.order_date > asOf || line.quantity <= 0 || isLeftOut) return [];
    if (due === null || due === undefined || addDays(due, late_days) > asOf) return [];
    const judged =
      order.status === "cancelled"
        ? failed
        : judgeLine(company, line, [addDays(due, -early_days), addDays(due, late_days)], asOf);
    return [{ ...judged, order_id: order.order_id, client_id: order.client_id, due, month: monthOf(due) }];
  });
}

const failed = { isOnTime: false, isInFull: false, isLate: false };

function judgeLine(company: OddCompany, line: Line, [earliest, deadline]: readonly [string, string], asOf: string) {
  const covers = ({ order_id, order_line_id }: Shipment) =>
    order_line_id === line.order_line_id || (order_line_id === null && order_id === line.order_id);
  const arrivals = company.shipments
    .filter(covers)
    .map(({ delivered_date, quantity }) => ({ day: delivered_date ?? "9999", quantity: quantity ?? line.quantity }))
    .filter(({ day }) => day <= asOf);
  const inTime = arrivals.filter(({ day }) => day <= deadline);
  const isInFull = inTime.reduce((sum, { quantity }) => sum + quantity, 0) >= line.quantity;
  // What came last decides, unless all there was to come had come by the deadline.
  const deciding = isInFull ? inTime : arrivals;
  const last = deciding
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const isLate = (last ?? asOf) > deadline;
  return { isInFull, isOnTime: last !== undefined && last >= earliest && last <= deadline, isLate };
}

/** New, lost, won back and active clients at the end of each complete month. */
export function moveClients(company: OddCompany, asOf: string, lostAfter: number): Record<string, readonly number[]> {
  const bought = new Map<string, Set<number>>();
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  for (const { client_id, order_date, isValid } of valueOrders(company, asOf))
    if (isValid) bought.set(client_id, (bought.get(client_id) ?? new Set()).add(number(order_date)));
  const first = Math.min(...[...bought.values()].flatMap((months) => [...months]));
  const result: Record<string, readonly number[]> = {};
  for (let month = first; month < number(asOf); month += 1) {
    const counts = { fresh: 0, lost: 0, back: 0, active: 0 };
    for (const months of bought.values()) {
      const within = (end: number) => [...months].some((one) => one <= end && one > end - lostAfter);
      const [was, is] = [within(month - 1), within(month)];
      const isFresh = Math.min(...months) === month;
      counts.fresh += Number(isFresh);
      counts.lost += Number(was && !is);
      counts.back += Number(!was && is && !isFresh);
      counts.active += Number(is);
    }
    const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    result[name] = [counts.fresh, counts.lost, counts.back, counts.active];
  }
  return result;
}

/** Complaints and orders delivered by month: a complaint about a delivered order counts with it, any other when it came. */
export function countComplaints(company: OddCompany, asOf: string): Record<string, readonly number[]> {
  const delivered = new Map<string, string>();
  for (const { order_id, isCancelled } of valueOrders(company, asOf)) {
    const days = company.shipments
      .filter((shipment) => shipment.order_id === order_id)
      .map(({ delivered_date }) => delivered_date ?? "9999");
    const last = days.sort().at(-1);
    if (!isCancelled && last !== undefined && last <= asOf) delivered.set(order_id, monthOf(last));
  }
  const complaints = company.complaints
    .filter(({ opened_at }) => dayOf(opened_at) <= asOf)
    .map(({ order_id, opened_at }) => delivered.get(order_id ?? "") ?? monthOf(opened_at));
  const orders = sumBy(
    [...delivered.values()],
    (month) => month,
    () => 1,
  );
  const received = sumBy(
    complaints,
    (month) => month,
    () => 1,
  );
  const months = [...new Set([...Object.keys(orders), ...Object.keys(received)])];
  return Object.fromEntries(months.map((month) => [month, [received[month] ?? 0, orders[month] ?? 0]]));
}

/** Recency, frequency and monetary scores of who bought in the last 24 months, by type 7 quintiles (models.md §2.1). */
export function scoreClients(company: OddCompany, asOf: string): Record<string, string> {
  const from = `${Number(asOf.slice(0, 4)) - 2}${asOf.slice(4)}`;
  const takings = takeSales(company, asOf).filter(({ day }) => day > from && day <= asOf);
  const valid = takings.filter(({ orders }) => orders > 0);
  const base = [...new Set(valid.map(({ client_id }) => client_id))].map((client_id) => {
    const days = new Set(valid.filter((one) => one.client_id === client_id).map(({ day }) => day));
    const money = takings
      .filter((one) => one.client_id === client_id)
      .reduce((sum, one) => sum + one.gross - one.returned, 0);
    return { client_id, recency: daysBetween([...days].sort().at(-1) ?? asOf, asOf), frequency: days.size, money };
  });
  const cutsOf = (values: readonly number[]) =>
    [0.2, 0.4, 0.6, 0.8].map((share) =>
      quantile(
        [...values].sort((a, b) => a - b),
        share,
      ),
    );
  const score = (cuts: readonly number[], value: number) => cuts.filter((cut) => value > cut + 1e-6).length;
  const [recency, frequency, money] = [
    cutsOf(base.map((one) => one.recency)),
    cutsOf(base.map((one) => one.frequency)),
    cutsOf(base.map((one) => one.money)),
  ];
  return Object.fromEntries(
    base.map((one) => [
      one.client_id,
      `${5 - score(recency, one.recency)}${1 + score(frequency, one.frequency)}${1 + score(money, one.money)}`,
    ]),
  );
}

/** The quantile of type 7 of sorted numbers. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? below) - below);
}

/** ABC of clients who ordered in the last twelve complete months: A while strictly larger ones hold below 80 %. */
export function classifyAbc(company: OddCompany, asOf: string): Record<string, string> {
  const [to, from] = [monthOf(asOf), `${Number(asOf.slice(0, 4)) - 1}${monthOf(asOf).slice(4)}`];
  const takings = takeSales(company, asOf).filter(({ month }) => month >= from && month < to);
  const ordered = new Set(takings.filter(({ orders }) => orders > 0).map(({ client_id }) => client_id));
  const values = sumBy(
    takings,
    ({ client_id }) => client_id,
    ({ gross, returned }) => gross - returned,
  );
  const positive = [...ordered].map((client) => values[client] ?? 0).filter((value) => value > 0);
  const whole = positive.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(
    [...ordered].map((client) => {
      const own = values[client] ?? 0;
      const before = positive.filter((value) => value > own + 1e-6).reduce((sum, value) => sum + value, 0) / whole;
      return [client, own <= 0 ? "C" : before < 0.8 ? "A" : before < 0.95 ? "B" : "C"];
    }),
  );
}

/** Days since the last contact of each client that took place and was no bulk mailing. */
export function countSilence(company: OddCompany, asOf: string): Record<string, number> {
  const days: Record<string, number> = {};
  for (const { client_id, done_at, is_automatic } of company.interactions) {
    if (done_at === null || is_automatic || dayOf(done_at) > asOf) continue;
    days[client_id] = Math.min(days[client_id] ?? Number.POSITIVE_INFINITY, daysBetween(dayOf(done_at), asOf));
  }
  return days;
}

/** Sales of a month, region and manager, as `gross` and `returned`. */
export function sellBy(
  takings: readonly Takings[],
  keyOf: (one: Takings) => string,
): Record<string, readonly number[]> {
  const gross = sumBy(takings, keyOf, (one) => one.gross);
  const returned = sumBy(takings, keyOf, (one) => one.returned);
  const sold = takings.filter((one) => one.gross !== 0 || one.returned !== 0).map(keyOf);
  return Object.fromEntries([...new Set(sold)].map((key) => [key, [gross[key] ?? 0, returned[key] ?? 0]]));
}
