import { seededRandom } from "../fits/simulate.ts";

export const asOf = "2026-05-20";

type Maybe<T> = T | null;

export interface Client {
  readonly client_id: string;
  readonly name: string;
  readonly region: Maybe<string>;
  readonly manager_id: Maybe<string>;
}

export interface Owner {
  readonly client_id: string;
  readonly manager_id: string;
  readonly valid_from_date: string;
  readonly valid_to_date: Maybe<string>;
}

export interface Order {
  readonly order_id: string;
  readonly client_id: string;
  readonly order_date: string;
  readonly status: Maybe<string>;
  readonly cancelled_by: Maybe<string>;
  readonly manager_id: Maybe<string>;
  readonly region: Maybe<string>;
  readonly currency: Maybe<string>;
  readonly amount: Maybe<number>;
  readonly requested_date: Maybe<string>;
  readonly promised_date: Maybe<string>;
}

export interface Line {
  readonly order_line_id: string;
  readonly order_id: string;
  readonly product_id: string;
  readonly quantity: number;
  readonly unit_price_amount: Maybe<number>;
  readonly discount_share: Maybe<number>;
  readonly amount: Maybe<number>;
}

export interface Shipment {
  readonly shipment_id: string;
  readonly order_id: string;
  readonly order_line_id: Maybe<string>;
  readonly delivered_date: Maybe<string>;
  readonly quantity: Maybe<number>;
}

export interface Return {
  readonly return_id: string;
  readonly order_id: Maybe<string>;
  readonly order_line_id?: Maybe<string>;
  readonly product_id?: Maybe<string>;
  readonly client_id: string;
  readonly return_date: string;
  readonly quantity: number;
  readonly amount: Maybe<number>;
  readonly currency: Maybe<string>;
}

export interface Invoice {
  readonly invoice_id: string;
  readonly client_id: string;
  readonly issued_date: string;
  readonly due_date: Maybe<string>;
  readonly amount: number;
  readonly currency: Maybe<string>;
}

export interface Payment {
  readonly payment_id: string;
  readonly invoice_id: Maybe<string>;
  readonly client_id: string;
  readonly paid_date: string;
  readonly amount: number;
  readonly currency: Maybe<string>;
}

/** What happened at a moment of the company's clocks, `yyyy-MM-dd HH:mm:ss`. */
export interface Complaint {
  readonly complaint_id: string;
  readonly client_id: string;
  readonly order_id: Maybe<string>;
  readonly complaint_type: string;
  readonly opened_at: string;
}

export interface Contact {
  readonly interaction_id: string;
  readonly client_id: string;
  readonly manager_id: string;
  readonly channel: string;
  readonly planned_at: Maybe<string>;
  readonly done_at: Maybe<string>;
  readonly is_automatic: boolean;
}

export interface Touch {
  readonly campaign_id: string;
  readonly client_id: string;
  readonly arm: string;
  readonly delivered_at: string | null;
}

export interface OddCompany {
  readonly clients: readonly Client[];
  readonly client_owners: readonly Owner[];
  readonly managers: readonly { readonly manager_id: string; readonly name: string; readonly region: Maybe<string> }[];
  readonly products: readonly {
    readonly product_id: string;
    readonly name: string;
    readonly list_price_amount: number;
    readonly currency: Maybe<string>;
  }[];
  readonly exchange_rates: readonly { readonly currency: string; readonly rate_date: string; readonly rate: number }[];
  readonly campaigns: readonly { readonly campaign_id: string; readonly name: string; readonly start_date: string }[];
  readonly campaign_members: readonly Touch[];
  readonly orders: readonly Order[];
  readonly order_lines: readonly Line[];
  readonly shipments: readonly Shipment[];
  readonly returns: readonly Return[];
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly complaints: readonly Complaint[];
  readonly interactions: readonly Contact[];
}

/** The day of a moment as files write it. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The day some days after another, both as text. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Makes a company of a seed, with every oddity that documents have; some of it lies after the as-of day. */
export function makeOddCompany(seed: number): OddCompany {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const maybe = <T>(share: number, value: T): T | null => (random() < share ? value : null);
  const cents = (top: number) => (1 + below(top * 100)) / 100;
  const moment = (day: string) => `${day} ${pick(["00:00", "08:15", "09:59", "10:00", "17:30", "23:59"])}:00`;
  const somedayOf = (first: string, days: number) => {
    const day = addDays(first, below(days));
    return random() < 0.3 ? addDays(`${day.slice(0, 7)}-01`, random() < 0.5 ? 0 : -1) : day;
  };

  const clients = Array.from({ length: 70 }, (_, index) => ({
    client_id: `c${index}`,
    name: `Client ${index}`,
    region: pick(["North", "South", "East", null]),
    manager_id: maybe(0.8, pick(["m1", "m2", "m3"])),
  }));
  const client_owners = clients.slice(0, 30).flatMap(({ client_id }) => {
    const turn = somedayOf("2025-03-01", 300);
    const first = { client_id, manager_id: "m1", valid_from_date: "2024-10-01", valid_to_date: addDays(turn, -1) };
    return [first, { client_id, manager_id: pick(["m2", "m3"]), valid_from_date: turn, valid_to_date: null }];
  });
  const products = Array.from({ length: 8 }, (_, index) => ({
    product_id: `p${index}`,
    name: `P${index}`,
    list_price_amount: cents(40),
    currency: index === 0 ? "USD" : null,
  }));
  const rated = ["USD", "KZT"].flatMap((currency) =>
    ["2024-10-01", "2025-04-15", "2025-12-31", "2026-05-01"].map((rate_date) => ({
      currency,
      rate_date,
      rate: (currency === "USD" ? 0.85 : 0.0018) * (1 + below(20) / 100),
    })),
  );

  const orders: Order[] = [];
  const order_lines: Line[] = [];
  const shipments: Shipment[] = [];
  const returns: Return[] = [];
  const invoices: Invoice[] = [];
  const payments: Payment[] = [];
  const complaints: Complaint[] = [];
  const ordering = clients.slice(0, 64);
  for (let number = 0; number < 460; number += 1) {
    const order_id = `o${number}`;
    // Some clients bought in the first year only, some in spring, some all the time.
    const who = below(ordering.length);
    const client_id = `c${who}`;
    const order_date = who % 4 === 0 ? somedayOf("2024-11-01", 200) : somedayOf("2024-11-01", 580);
    const status = pick([null, "done", "done", "open", "done", "cancelled", "done", "done"]);
    const cancelled_by = status === "cancelled" ? pick(["supplier", "client", null]) : null;
    const currency = pick([null, null, "EUR", "USD", "KZT", number % 50 === 7 ? "XXX" : null]);
    const count = number % 11 === 0 ? 0 : 1 + below(3);
    const isReversal = number % 17 === 3;
    orders.push({
      order_id,
      client_id,
      order_date,
      status,
      cancelled_by,
      manager_id: maybe(0.5, pick(["m1", "m2", "m3", "m4"])),
      region: maybe(0.2, pick(["North", "South", "West"])),
      currency,
      amount: count === 0 ? cents(500) * (isReversal ? -1 : 1) : null,
      requested_date: maybe(0.6, addDays(order_date, below(9))),
      promised_date: maybe(0.7, addDays(order_date, below(12))),
    });
    for (let line = 0; line < count; line += 1) {
      const order_line_id = `${order_id}/${line}`;
      const quantity = (1 + below(40)) * (isReversal ? -1 : 1);
      const priced = random();
      order_lines.push({
        order_line_id,
        order_id,
        product_id: pick(products).product_id,
        quantity,
        unit_price_amount: priced < 0.6 ? (number % 13 === 5 ? 0 : cents(30)) : null,
        discount_share: priced < 0.3 ? 0.15 : null,
        amount: priced > 0.8 ? cents(300) * Math.sign(quantity) : null,
      });
      if (number % 5 < 2) continue;
      const arrive = () => maybe(0.93, addDays(order_date, below(14)));
      const split = below(3) === 0 && quantity > 2;
      const short = split ? Math.floor(quantity / 2) : below(9) === 0 ? quantity - 1 : null;
      const part = { order_id, order_line_id };
      shipments.push({ ...part, shipment_id: `${order_line_id}a`, delivered_date: arrive(), quantity: short });
      if (split)
        shipments.push({
          ...part,
          shipment_id: `${order_line_id}b`,
          delivered_date: arrive(),
          quantity: quantity - Math.floor(quantity / 2),
        });
    }
    if (number % 5 === 0 && status !== "cancelled")
      shipments.push({
        shipment_id: `${order_id}s`,
        order_id,
        order_line_id: null,
        delivered_date: addDays(order_date, below(14)),
        quantity: null,
      });
    if (random() < 0.15 && currency !== "XXX")
      returns.push({
        return_id: `r${number}`,
        order_id: maybe(0.75, order_id),
        client_id,
        return_date: addDays(order_date, 5 + below(60)),
        quantity: 1,
        amount: cents(random() < 0.1 ? 900 : 60),
        currency,
      });
    if (random() < 0.12)
      complaints.push({
        complaint_id: `k${number}`,
        client_id,
        order_id: maybe(0.6, order_id),
        complaint_type: pick(["quality", "delivery"]),
        opened_at: moment(addDays(order_date, below(25))),
      });
    if (currency === "XXX" || status === "cancelled") continue;
    const invoice_id = `i${number}`;
    const amount = cents(400) * (number % 19 === 4 ? -1 : 1);
    const due_date = maybe(0.95, addDays(order_date, 7 + below(60)));
    invoices.push({ invoice_id, client_id, issued_date: addDays(order_date, below(4)), due_date, amount, currency });
    const pay = (share: number, suffix: string, names: string | null) =>
      payments.push({
        payment_id: `y${number}${suffix}`,
        invoice_id: names,
        client_id,
        paid_date: addDays(order_date, below(120)),
        amount: Math.round(amount * share * 100) / 100,
        currency,
      });
    if (amount < 0 || random() < 0.25) continue;
    pay(pick([1, 1, 1, 0.5, 0.3]), "", invoice_id);
    if (number % 9 === 0) pay(1, "again", invoice_id);
    if (number % 7 === 0) pay(0.4, "rest", null);
    if (number % 41 === 0) pay(0.2, "lost", "i-nobody-issued");
  }
  const campaign_members = ["k1", "k2", "k3"].flatMap((campaign_id, at) =>
    clients.slice(10 * at, 10 * at + 45).map(({ client_id }) => ({
      campaign_id,
      client_id,
      arm: "treated",
      delivered_at: moment(somedayOf(`2025-0${3 + at}-01`, 260)),
    })),
  );
  const interactions = Array.from({ length: 300 }, (_, index) => {
    const at = moment(somedayOf("2025-06-01", 370));
    const isPlanned = below(5) === 0;
    return {
      interaction_id: `t${index}`,
      client_id: pick(clients).client_id,
      manager_id: pick(["m1", "m2", "m3"]),
      channel: pick(["call", "visit", "message", "email", "meeting"]),
      planned_at: isPlanned || below(4) === 0 ? at : null,
      done_at: isPlanned ? null : at,
      is_automatic: below(6) === 0,
    };
  });
  return {
    clients,
    client_owners,
    managers: ["m1", "m2", "m3", "m4"].map((manager_id) => ({
      manager_id,
      name: manager_id,
      region: manager_id === "m3" ? "West" : null,
    })),
    products,
    exchange_rates: rated,
    campaigns: ["k1", "k2", "k3"].map((campaign_id, at) => ({
      campaign_id,
      name: campaign_id,
      start_date: `2025-0${3 + at}-01`,
    })),
    campaign_members,
    orders,
    order_lines,
    shipments,
    returns,
    invoices,
    payments,
    complaints,
    interactions,
  };
}
