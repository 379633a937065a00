import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { type EntityName, entities, entityNames } from "../../ingest/contracts/entities.ts";
import { readSettings, type Settings } from "../../warehouse/settings.ts";

const spoil = "window.hacked=1;document.title='hacked'";

/** What nobody should be called: markup, formulas, templates, names of objects, bidirectional controls and lengths. */
export const payloads: readonly string[] = [
  `<script>${spoil}</script>`,
  `<img src=x onerror="${spoil}">`,
  `</script><script>${spoil}</script>`,
  `"><svg onload="${spoil}">`,
  `' onmouseover='${spoil}' x='`,
  "javascript:window.hacked=1",
  `<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>`,
  "</textarea></select></title><b>bold</b><!-- ]]>",
  "&lt;b&gt;&#60;script&#62;",
  '=HYPERLINK("http://x","click")',
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd",
  "@SUM(1,1)",
  "\t=1+1 after a tab",
  "\r=1+1 after a return",
  "＝1+1 in full width",
  `\${window.hacked=1}`,
  "{{constructor.constructor('window.hacked=1')()}}",
  "`<%= window.hacked=1 %>`",
  "```js\nwindow.hacked=1\n```",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "photo\u202Egpj.exe",
  "\u2066\u2067never closed",
  "\u2069\u202Cclosed too often\u202E",
  "zero\u200B\u200Dwidth\uFEFF",
  "👩‍👩‍👧 𝕏 🇺🇿 e\u0301",
  `'"\`; drop table marts.clients; --`,
  "../../etc/passwd\\..\\%00%0d%0aX",
  "NaN",
  "1e9",
  "2026-01-01",
  "unknown",
  `«شرکت بازرگانی آفتاب» (سهامی خاص) 2000, "ООО" 'А'`,
  `n${"\u0336\u0301".repeat(40)}oise`,
  `<b>${"Ж".repeat(9_990)}</b>`,
];

/** A value no file can hold in UTF-8: its row is set aside. */
export const withNul = "a\0b";

export const companyName = `Hostile <img src=x onerror="${spoil}"></script> \${window.hacked=1} & "Co" \u202E`;

type Row = Readonly<Record<string, string>>;

const lastMonth = Date.UTC(2026, 9, 1);

/**
 * Writes a tiny company whose texts are payloads, in every text column of every entity, as CSV and NDJSON, with a source
 * that takes the columns as they are. Returns its settings.
 */
export function writeHostileCompany(folder: string): Settings {
  const file = join(folder, "karavan.yaml");
  mkdirSync(join(folder, "sources"), { recursive: true });
  mkdirSync(join(folder, "data", "inbox", "hostile"), { recursive: true });
  writeFileSync(
    file,
    `company: { name: ${JSON.stringify(companyName)} }
currency: RUB
time_zone: Europe/Moscow
as_of: 2026-10-31
locales: [en, fa]
sources: sources
clients: { sources: [hostile] }
satisfaction: { publish_comments: true }
cost_to_serve: { delivery: 10, call: 1, meeting: 2, visit: 3, message: 1, complaint: 5 }
`,
  );
  const feeds = Object.entries(makeTables()).map(([entity, rows], number) => {
    const name = entity as EntityName;
    const columns = listColumns(entities[name]);
    const full = rows.map((row, index) => fill(name, row, index));
    const isJson = number % 2 === 1;
    const path = join(
      folder,
      "data",
      "inbox",
      "hostile",
      `${entity} <img src=x onerror=hacked()> \u202E.${isJson ? "ndjson" : "csv"}`,
    );
    const names = columns.map((column) => column.name);
    writeFileSync(path, isJson ? toJson(full) : toCsv(names, full));
    const mapped = names.map((column) => `      ${column}: { from: ${column} }`).join("\n");
    const format = isJson ? "ndjson" : "csv";
    return `  - entity: ${entity}\n    format: ${format}\n    match: "${entity} *"\n    mode: upsert\n    columns:\n${mapped}`;
  });
  writeFileSync(
    join(folder, "sources", "hostile.yaml"),
    `source: hostile\ntitle: ${JSON.stringify(companyName)}\ntime_zone: UTC\ndialect: { delimiter: "," }\nlocale: { true: ["true"], false: ["false"] }\nfeeds:\n${feeds.join("\n")}\n`,
  );
  return readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: join(folder, "data") });
}

/** Fills the texts a row leaves open with payloads, another one in each column. */
function fill(entity: EntityName, row: Row, index: number): Row {
  const filled: Record<string, string> = { ...row };
  listColumns(entities[entity]).forEach(({ name, sqlType, kind }, column) => {
    if (filled[name] === undefined) filled[name] = sqlType === "varchar" && kind !== "id" ? pick(index + column) : "";
  });
  return filled;
}

function pick(index: number): string {
  return payloads[index % payloads.length] ?? "";
}

/** Every fifth id is hostile too. */
function key(prefix: string, index: number): string {
  return index % 5 === 2 ? `${prefix}${index} ${pick(index).slice(0, 200)}` : `${prefix}${index}`;
}

/** Codes models know, in most rows; a payload in the others. */
function code(index: number, ...codes: readonly string[]): string {
  return index % 9 === 4 ? pick(index) : (codes[index % codes.length] ?? "");
}

function day(monthsBack: number, dayOfMonth: number): string {
  const month = new Date(lastMonth);
  month.setUTCMonth(month.getUTCMonth() - monthsBack);
  return `${month.toISOString().slice(0, 8)}${String(1 + (dayOfMonth % 28)).padStart(2, "0")}`;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const people = payloads.length;
const clients = people * 2;
const orders = clients * 12;
const client = (index: number) => key("c", index % clients);
const manager = (index: number) => key("m", index % people);
const product = (index: number) => key("p", index % people);
const monthOf = (order: number) => (order * 7 + Math.floor(order / clients)) % 25;
const amount = (order: number) => String(500 + ((order * 37) % 400) * 25);

function makeTables(): Partial<Record<EntityName, readonly Row[]>> {
  const told = { ...makePeople(), ...makeSales(), ...makeService() };
  const others = entityNames.filter((entity) => !(entity in told));
  return { ...told, ...Object.fromEntries(others.map((entity) => [entity, makeAny(entity)])) };
}

/** An entity nobody told of here yet: its keys and days are filled, and its texts like all others. */
function makeAny(entity: EntityName): readonly Row[] {
  const owners: Readonly<Record<string, (index: number) => string>> = {
    "clients.client_id": client,
    "managers.manager_id": manager,
    "products.product_id": product,
  };
  return times(people, (n) =>
    Object.fromEntries(
      listColumns(entities[entity]).flatMap(({ name, kind, sqlType, references = "" }) => {
        if (kind === "id") return [[name, owners[references]?.(n) ?? key("z", n)]];
        if (sqlType === "date") return [[name, day(1, n)]];
        return sqlType === "timestamp" ? [[name, `${day(1, n)}T10:00:00`]] : [];
      }),
    ),
  );
}

function makePeople(): Partial<Record<EntityName, readonly Row[]>> {
  return {
    managers: times(people, (n) => ({ manager_id: manager(n), name: pick(n), hired_date: day(30, n) })),
    products: times(people, (n) => ({
      product_id: product(n),
      name: pick(n),
      list_price_amount: "100",
      cost_amount: "60",
      currency: "RUB",
    })),
    clients: [
      { ...blank, client_id: "nul", name: withNul },
      ...times(clients, (n) => ({
        client_id: client(n),
        name: pick(n),
        region: pick(n),
        kind: code(n, "company", "person"),
        manager_id: manager(n),
        birth_date: `198${n % 10}-11-0${1 + (n % 9)}`,
      })),
    ],
    contacts: times(clients, (n) => ({ contact_id: key("k", n), client_id: client(n), is_primary: "true" })),
    client_owners: times(clients, (n) => ({
      client_id: client(n),
      manager_id: manager(n),
      valid_from_date: day(26, n),
    })),
    campaigns: times(people, (n) => ({
      campaign_id: key("a", n),
      start_date: day(n % 12, 1),
      fixed_cost_amount: "1000",
      unit_cost_amount: "1",
      currency: "RUB",
    })),
    campaign_members: times(clients * 4, (n) => ({
      campaign_id: key("a", n % people),
      client_id: client(n * 5 + Math.floor(n / people)),
      arm: code(n, "treated", "treated", "control"),
      assigned_at: `${day((n % people) % 12, 1)}T09:00:00`,
      sent_at: `${day((n % people) % 12, 1)}T10:00:00`,
      delivered_at: `${day((n % people) % 12, 1)}T10:05:00`,
    })),
    exchange_rates: times(people, (n) => ({ currency: pick(n), rate_date: day(20, n), rate: "90" })),
    calendar: times(10, (n) => ({ day: day(0, n), is_working_day: "false" })),
  };
}

const blank: Row = { region: "", kind: "", manager_id: "", birth_date: "" };

function makeSales(): Partial<Record<EntityName, readonly Row[]>> {
  return {
    orders: times(orders, (n) => ({
      order_id: key("o", n),
      client_id: client(n),
      order_date: day(monthOf(n), n),
      status: code(n, "done", "done", "open", "done", "cancelled"),
      manager_id: manager(n),
      campaign_id: n % 6 === 0 ? key("a", n % people) : "",
      region: n % 3 === 0 ? pick(n) : "",
      currency: n % 50 === 7 ? pick(n) : "RUB",
      amount: amount(n),
      promised_date: day(monthOf(n), n + 3),
    })),
    order_lines: times(orders * 2, (n) => ({
      order_line_id: key("l", n),
      order_id: key("o", n >> 1),
      product_id: product((n >> 1) + (n % 2) * 7),
      quantity: String(1 + (n % 5)),
      amount: String(Number(amount(n >> 1)) / 2),
      cost_amount: String(Number(amount(n >> 1)) / 4),
    })),
    shipments: times(orders, (n) => ({
      shipment_id: key("s", n),
      order_id: key("o", n),
      planned_date: day(monthOf(n), n + 3),
      shipped_date: day(monthOf(n), n + 1),
      delivered_date: n % 7 === 0 ? "" : day(monthOf(n), n + (n % 4) * 2),
    })),
    invoices: times(orders, (n) => ({
      invoice_id: key("i", n),
      order_id: key("o", n),
      client_id: client(n),
      issued_date: day(monthOf(n), n),
      due_date: day(monthOf(n), n + 10),
      amount: amount(n),
      currency: n % 50 === 7 ? pick(n) : "RUB",
    })),
    payments: times(orders - 200, (n) => ({
      payment_id: key("y", n),
      invoice_id: key("i", n),
      client_id: client(n),
      paid_date: day(Math.max(0, monthOf(n) - 1), n + 2),
      amount: amount(n),
      currency: "RUB",
    })),
    returns: times(80, (n) => ({
      return_id: key("r", n),
      order_id: key("o", n * 3),
      client_id: client(n * 3),
      product_id: product(n * 3),
      return_date: day(monthOf(n * 3), 28),
      quantity: "1",
      amount: "50",
      currency: "RUB",
    })),
    sales_plans: times(people * 12, (n) => ({
      sales_plan_id: key("v", n),
      plan_month: day(n % 12, 0),
      manager_id: n % 2 === 0 ? manager(n) : "",
      direction: n % 3 === 0 ? pick(n) : "",
      amount: "5000",
      currency: "RUB",
      version: "1",
    })),
    contracts: times(people, (n) => ({
      contract_id: key("t", n),
      client_id: client(n),
      product_id: product(n),
      start_date: day(20, n),
      end_date: n % 2 === 0 ? "2026-11-15" : "2026-08-20",
      renewal_months: "12",
      monthly_amount: "100",
      currency: "RUB",
      status: code(n, "active", "ended"),
      service_due_date: "2026-11-05",
    })),
  };
}

function makeService(): Partial<Record<EntityName, readonly Row[]>> {
  return {
    complaints: times(people * 3, (n) => ({
      complaint_id: key("q", n),
      client_id: client(n),
      order_id: key("o", n * 4),
      opened_at: `${day(n % 14, n)}T10:00:00`,
      first_response_at: n % 3 === 0 ? "" : `${day(n % 14, n)}T12:00:00`,
      closed_at: n % 2 === 0 ? "" : `${day(n % 14, n)}T15:00:00`,
      responsible_manager_id: manager(n),
    })),
    interactions: times(clients * 3, (n) => ({
      interaction_id: key("e", n),
      client_id: client(n),
      contact_id: key("k", n % clients),
      manager_id: manager(n),
      channel: code(n, "call", "meeting", "visit", "message"),
      direction: code(n, "out", "in"),
      planned_at: `${day(n % 6, n)}T10:00:00`,
      done_at: n % 4 === 0 ? "" : `${day(n % 6, n)}T11:00:00`,
      duration_minutes: "10",
      is_automatic: "false",
    })),
    deals: times(clients * 2, (n) => ({
      deal_id: key("d", n),
      client_id: client(n),
      manager_id: manager(n),
      product_id: product(n),
      status: code(n, "open", "won", "lost"),
      amount: amount(n),
      currency: "RUB",
      probability_share: "0.5",
      created_date: day(8, n),
      expected_close_date: day(0, n),
      closed_date: n % 3 === 0 ? "" : day(3, n),
    })),
    deal_stage_changes: times(clients * 2, (n) => ({ deal_id: key("d", n), changed_at: `${day(7, n)}T10:00:00` })),
    surveys: times(clients * 3, (n) => ({
      survey_answer_id: key("u", n),
      client_id: client(n),
      wave: n % 3 === 0 ? pick(n) : "2026-Q3",
      question: code(n, "nps", "csat"),
      score: String(n % 6),
      scale_min: "0",
      scale_max: n % 2 === 0 ? "10" : "5",
      invited_date: day(2, n),
      answered_date: day(2, n + 1),
    })),
  };
}

function toCsv(names: readonly string[], rows: readonly Row[]): string {
  const line = (values: readonly string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(",");
  return `${[line(names), ...rows.map((row) => line(names.map((name) => row[name] ?? "")))].join("\n")}\n`;
}

function toJson(rows: readonly Row[]): string {
  const line = (row: Row) => JSON.stringify(row, (_, value) => (value === "" ? null : value));
  return `${rows.map(line).join("\n")}\n`;
}
