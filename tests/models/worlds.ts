import type { EntityName } from "../../ingest/contracts/entities.ts";

/** Raw rows of a company by entity, as queries that DuckDB runs. */
export type World = Partial<Readonly<Record<EntityName, string>>>;

type Value = string | number | boolean | null;

/** Makes a query of rows: columns as a list of names, values as they are; a text that looks like a day is one. */
export function rows(columns: string, ...values: readonly (readonly Value[])[]): string {
  const list = values.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  return `select * from (values ${list}) as given(${columns})`;
}

function literal(value: Value): string {
  if (value === null) return "null";
  if (typeof value !== "string") return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `date '${value}'`;
  if (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(value)) return `timestamp '${value}'`;
  return `'${value}'`;
}

/** Everything a company has before it sells: people, goods, targets, actions, opportunities and contracts. */
const withoutSales: World = {
  clients: rows(
    "client_id, name, kind, region, manager_id, birth_date",
    ["a", "A", "company", "North", "m", null],
    ["b", "B", "person", "South", "n", "1990-02-28"],
    ["c", "C", "company", null, null, null],
  ),
  managers: rows("manager_id, name, hired_date", ["m", "M", "2020-01-01"], ["n", "N", "2025-11-20"]),
  products: rows(
    "product_id, name, category, direction, list_price_amount, cost_amount",
    ["p", "P", "Goods", "Trade", 10, 6],
    ["q", "Q", null, null, null, null],
  ),
  sales_plans: rows(
    "sales_plan_id, plan_month, region, manager_id, amount, version",
    ["1", "2025-11-01", "North", "m", 100, "1"],
    ["2", "2025-12-01", "North", "m", 0, "1"],
  ),
  campaigns: rows(
    "campaign_id, name, start_date, fixed_cost_amount, control_share",
    ["k", "K", "2025-10-01", null, 0.5],
    ["l", "L", "2025-10-01", 0, null],
  ),
  campaign_members: rows(
    "campaign_id, client_id, arm, assigned_at, delivered_at",
    ["k", "a", "treated", "2025-10-01 08:00", null],
    ["k", "b", "control", "2025-10-01 08:00", null],
    ["l", "c", "one", "2025-10-01 08:00", "2025-10-02 08:00"],
    ["l", "b", "two", "2025-10-01 08:00", null],
  ),
  deals: rows(
    "deal_id, client_id, manager_id, stage, status, amount, created_date, expected_close_date, closed_date",
    ["d", "a", "m", "Lead", "open", null, "2025-11-01", "2026-01-15", null],
    ["e", "b", null, "Won", "won", 50, "2025-10-01", null, "2025-10-20"],
    ["f", null, "n", "Lost", "lost", 0, null, "2025-01-01", "2025-10-20"],
  ),
  deal_stage_changes: rows(
    "deal_id, changed_at, from_stage, to_stage",
    ["d", "2025-11-01 09:00", null, "Lead"],
    ["e", "2025-10-01 09:00", null, "Lead"],
    ["e", "2025-10-20 09:00", "Lead", "Won"],
  ),
  interactions: rows(
    "interaction_id, client_id, manager_id, channel, done_at, planned_at",
    ["i", "a", "m", "call", "2025-11-03 09:00", null],
    ["j", null, null, "visit", null, "2025-12-20 09:00"],
  ),
  complaints: rows(
    "complaint_id, client_id, complaint_type, opened_at, closed_at",
    ["x", "a", "quality", "2025-11-03 09:00", null],
    ["y", null, "delivery", "2025-11-03 09:00", "2025-11-03 09:00"],
  ),
  surveys: rows(
    "survey_answer_id, client_id, wave, question, score, scale_min, scale_max, invited_date, answered_date",
    ["1", "a", "2025-Q4", "nps", null, 0, 10, "2025-11-01", null],
    ["2", "b", "2025-Q4", "nps", 99, 0, 10, "2025-11-01", "2025-11-02"],
    ["3", "c", "2025-Q4", "csat", 5, 5, 5, "2025-11-01", "2025-11-02"],
  ),
  contracts: rows(
    "contract_id, client_id, kind, start_date, end_date, renewal_months, monthly_amount, currency",
    ["r", "a", "frame", "2024-11-01", "2025-10-31", 12, 0, null],
    ["s", null, null, "2025-12-01", null, null, null, "XXX"],
  ),
};

type Sale = readonly [client: string | null, day: string, quantity: number, price: number | null, manager?: string];

/** Orders of one line each with all that follows from them: a delivery, an invoice, a payment of half of it, some goods back. */
function sales(list: readonly Sale[], currency: string | null = null): World {
  const lines = list.map(([client, day, quantity, price, manager = null], index) => ({
    id: `o${index}`,
    client,
    day,
    quantity,
    price,
    manager,
    amount: price === null ? null : quantity * price,
  }));
  if (lines.length === 0) return {};
  return {
    orders: rows(
      "order_id, client_id, order_date, manager_id, currency, requested_date, campaign_id",
      ...lines.map(({ id, client, day, manager }, index) => [
        id,
        client,
        day,
        manager,
        currency,
        index % 2 === 0 ? day : null,
        index === 0 ? "k" : null,
      ]),
    ),
    order_lines: rows(
      "order_line_id, order_id, product_id, quantity, unit_price_amount, amount",
      ...lines.map(({ id, quantity, price, amount }, index) => [
        `${id}/1`,
        id,
        index % 3 === 2 ? null : "p",
        quantity,
        price,
        amount,
      ]),
    ),
    shipments: rows(
      "shipment_id, order_id, delivered_date, quantity",
      ...lines.map(({ id, day, quantity }) => [id, id, day, quantity]),
    ),
    invoices: rows(
      "invoice_id, order_id, client_id, issued_date, due_date, amount, currency",
      ...lines.map(({ id, client, day, amount }, index) => [
        id,
        id,
        client,
        day,
        index % 2 === 0 ? day : null,
        amount ?? 0,
        currency,
      ]),
    ),
    payments: rows(
      "payment_id, invoice_id, client_id, paid_date, amount, currency",
      ...lines.map(({ id, client, day, amount }, index) => [
        id,
        index % 3 === 0 ? null : id,
        client,
        day,
        (amount ?? 0) / 2,
        currency,
      ]),
    ),
    returns: rows(
      "return_id, order_id, client_id, return_date, quantity, amount, currency",
      ...lines
        .slice(0, 1)
        .map(({ id, client, day, quantity, amount }) => [id, id, client, day, quantity, amount, currency]),
    ),
  };
}

/** Months from 2023-01 on, as days of the month given. */
function everyMonth(count: number, day: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, "0");
    return `${2023 + Math.floor(index / 12)}-${month}-${day}`;
  });
}

/** Some sell well, some at a loss, one is reversed, and one client sends back more than it bought. */
const mixed: World = {
  ...sales([
    ["a", "2025-03-01", 10, 10, "m"],
    ["a", "2025-06-01", 5, 10, "m"],
    ["b", "2025-10-01", 1, 4, "n"],
    ["b", "2025-11-01", 20, 4, "n"],
    ["b", "2025-11-03", -30, 4, "n"],
    ["c", "2025-11-05", 3, 2],
    ["c", "2025-11-20", -5, 9],
    ["a", "2025-11-21", 2, 12, "m"],
    ["a", "2025-11-28", 2, 1, "m"],
  ]),
  returns: rows(
    "return_id, order_id, client_id, product_id, return_date, quantity, amount, currency",
    ["r1", "o0", "a", "p", "2025-03-20", 12, 150, null],
    ["r2", "o5", "c", "p", "2025-11-25", 9, 60, null],
    ["r3", null, "b", "q", "2025-11-25", 1, 500, null],
  ),
  deals: rows(
    "deal_id, client_id, manager_id, stage, status, amount, created_date, expected_close_date, closed_date",
    ["d", "a", "m", "Lead", "open", -70, "2025-12-01", "2026-01-15", null],
    ["e", "b", "m", "Lead", "open", 20, "2025-12-01", "2026-01-15", null],
    ["f", "b", "n", "Won", "won", -50, "2025-10-01", null, "2025-10-20"],
    ["g", "c", "n", "Lost", "lost", 30, "2025-10-01", null, "2025-10-25"],
  ),
};

/** The day worlds are seen from. */
export const worldDay = "2025-12-15";

/** Inputs as bad as they come: every model must answer, or say why it does not. */
export const worlds: Readonly<Record<string, World>> = {
  "nothing at all": {},
  "no orders, but all else": withoutSales,
  "one client with one order on the day itself": {
    clients: rows("client_id, name", ["a", "A"]),
    ...sales([["a", worldDay, 1, 10]]),
  },
  "one day of history, of several clients without managers or plans": sales(
    ["a", "b", "c", "d"].map((client): Sale => [client, "2025-12-14", 1, 10]),
  ),
  "all amounts equal, for three years": {
    ...withoutSales,
    ...sales(["a", "b", "c"].flatMap((client) => everyMonth(36, "05").map((day): Sale => [client, day, 2, 5, "m"]))),
  },
  "amounts of zero, below zero and unknown, in a currency without a rate, by nobody": {
    ...withoutSales,
    sales_plans: rows("sales_plan_id, plan_month, amount, version", ["1", "2025-11-01", -5, "1"]),
    ...sales(
      [
        ["a", "2025-03-01", 0, 10],
        ["b", "2025-04-01", 1, -7],
        ["a", "2025-05-01", -2, 3],
        ["c", "2025-06-01", 5, null],
        [null, "2025-07-01", 1, 1e9],
        ["b", "2025-08-01", 1, 0.01],
      ],
      "XXX",
    ),
  },
  "zero and below zero in the company's own currency": {
    ...withoutSales,
    ...sales([
      ["a", "2025-03-01", 0, 10],
      ["b", "2025-04-01", 1, -7],
      ["a", "2025-05-01", 1, 0],
      ["c", "2025-10-03", 5, null],
      [null, "2025-10-03", 1, 0],
    ]),
  },
  "sales at a loss, reversals, and more back than was sold": {
    ...withoutSales,
    ...mixed,
  },
  "days to come, and a day long gone": {
    ...withoutSales,
    ...sales([
      ["a", "2031-03-01", 1, 10, "m"],
      ["b", "1950-04-01", 1, 7, "n"],
      ["c", "2025-12-16", 1, 7],
    ]),
  },
};
