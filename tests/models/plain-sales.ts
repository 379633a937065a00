import type { Line, OddCompany, Order, Return } from "./odd-company.ts";

/** An order as a reader of the company's files would value it, in euros. */
export interface Valued extends Order {
  readonly net: number | null;
  readonly isCancelled: boolean;
  readonly isValid: boolean;
  readonly owner: string;
  readonly place: string;
}

/** What a client's sales of one day come to: valid orders, orders of any sign, less what came back of them. */
export interface Takings {
  readonly client_id: string;
  readonly day: string;
  readonly month: string;
  readonly region: string;
  readonly manager_id: string;
  readonly gross: number;
  readonly returned: number;
  readonly orders: number;
  /** Day it became known: that of the return, where goods came back. */
  readonly known: string;
  /** What came back, where told. */
  readonly product_id?: string | null;
}

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The rate of a currency on a day: the newest told by then. */
export function rateOn(company: OddCompany, currency: string | null, day: string): number | null {
  if (currency === null || currency === "EUR") return 1;
  const told = company.exchange_rates.filter((rate) => rate.currency === currency && rate.rate_date <= day);
  return told.sort((a, b) => (a.rate_date < b.rate_date ? 1 : -1))[0]?.rate ?? null;
}

/** Who owns a client on a day, by the history of owners. */
export function ownerOn(company: OddCompany, client: string, day: string): string | undefined {
  return company.client_owners.find(
    ({ client_id, valid_from_date, valid_to_date }) =>
      client_id === client && valid_from_date <= day && (valid_to_date === null || day <= valid_to_date),
  )?.manager_id;
}

/** What a line comes to in euros: its amount, else its price, else the list price, less its discount. */
export function valueLine(company: OddCompany, line: Line, order: Order): number | null {
  const rate = rateOn(company, order.currency, order.order_date);
  if (rate === null) return null;
  if (line.amount !== null) return line.amount * rate;
  const kept = 1 - (line.discount_share ?? 0);
  if (line.unit_price_amount !== null) return line.quantity * line.unit_price_amount * kept * rate;
  const product = company.products.find(({ product_id }) => product_id === line.product_id);
  if (product === undefined) return null;
  const listed = rateOn(company, product.currency, order.order_date);
  return listed === null ? null : line.quantity * product.list_price_amount * kept * listed;
}

/** Values all orders of the company up to a day, one by one. */
export function valueOrders(company: OddCompany, asOf: string): readonly Valued[] {
  return company.orders
    .filter(({ order_date }) => order_date <= asOf)
    .map((order) => {
      const values = company.order_lines
        .filter(({ order_id }) => order_id === order.order_id)
        .map((line) => valueLine(company, line, order))
        .filter((value) => value !== null);
      const rate = rateOn(company, order.currency, order.order_date);
      const document = order.amount === null || rate === null ? null : order.amount * rate;
      const net = values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : document;
      const isCancelled = order.status === "cancelled";
      const owner = whoSold(company, order);
      return {
        ...order,
        net,
        isCancelled,
        isValid: !isCancelled && (net ?? 0) > 0,
        owner,
        place: whereSold(company, order, owner),
      };
    });
}

function whoSold(company: OddCompany, { client_id, order_date, manager_id }: Order): string {
  const client = company.clients.find((one) => one.client_id === client_id);
  return ownerOn(company, client_id, order_date) ?? manager_id ?? client?.manager_id ?? "unknown";
}

function whereSold(company: OddCompany, { client_id, region }: Order, manager: string): string {
  const client = company.clients.find((one) => one.client_id === client_id);
  const seller = company.managers.find(({ manager_id }) => manager_id === manager);
  return region ?? client?.region ?? seller?.region ?? "unknown";
}

/** Sales of all clients by day, and what came back of them on the days they were sold (DECISIONS 16). */
export function takeSales(company: OddCompany, asOf: string): readonly Takings[] {
  const orders = valueOrders(company, asOf);
  const sold = orders
    .filter(({ isCancelled, net }) => !isCancelled && net !== null)
    .map((order) => ({
      client_id: order.client_id,
      day: order.order_date,
      month: monthOf(order.order_date),
      region: order.place,
      manager_id: order.owner,
      gross: order.net ?? 0,
      returned: 0,
      orders: order.isValid ? 1 : 0,
      known: order.order_date,
    }));
  const back = company.returns.flatMap((one) => (one.return_date <= asOf ? takeReturn(company, orders, one) : []));
  return [...sold, ...back];
}

function takeReturn(company: OddCompany, orders: readonly Valued[], one: Return): readonly Takings[] {
  const { order, line, returned } = judgeReturn(company, orders, one);
  if (order?.isCancelled === true || returned === null) return [];
  const day = order?.order_date ?? one.return_date;
  const client = company.clients.find(({ client_id }) => client_id === one.client_id);
  const manager_id = order?.owner ?? ownerOn(company, one.client_id, day) ?? client?.manager_id ?? "unknown";
  const seller = company.managers.find((manager) => manager.manager_id === manager_id);
  const region = order?.place ?? client?.region ?? seller?.region ?? "unknown";
  const product_id = one.product_id ?? line?.product_id ?? null;
  const place = { client_id: one.client_id, region, manager_id, product_id };
  return [{ ...place, day, month: monthOf(day), gross: 0, returned, orders: 0, known: one.return_date }];
}

/** A return's line (named, else the only one of its order with its product), its order, and what it takes back. */
export function judgeReturn(company: OddCompany, orders: readonly Valued[], one: Return) {
  const named = company.order_lines.find(({ order_line_id }) => order_line_id === one.order_line_id);
  const order_id = one.order_id ?? named?.order_id ?? null;
  const alike = company.order_lines.filter((each) => each.order_id === order_id && each.product_id === one.product_id);
  const line = named ?? (alike.length === 1 ? (alike[0] ?? null) : null);
  const order = orders.find((each) => each.order_id === order_id);
  return { order, line, returned: valueReturn(company, one, order, line) };
}

/** What goods that came back are worth in euros: as stated, else at the price of their line, else by the price list. */
function valueReturn(company: OddCompany, one: Return, order: Valued | undefined, line: Line | null): number | null {
  const day = order?.order_date ?? one.return_date;
  const rate = rateOn(company, one.currency, day);
  if (one.amount !== null) return rate === null ? null : one.amount * rate;
  const paid = line === null || order === undefined ? null : valueLine(company, line, order);
  if (paid !== null && line !== null) return (one.quantity * paid) / line.quantity;
  const product = company.products.find(({ product_id }) => product_id === (one.product_id ?? line?.product_id));
  const listed = product === undefined ? null : rateOn(company, product.currency, day);
  return product === undefined || listed === null ? null : one.quantity * product.list_price_amount * listed;
}
