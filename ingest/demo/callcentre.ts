import type { Company } from "./company.ts";
import { lastDay, quarterName, russianDate, workingDayFrom, yearOf } from "./days.ts";
import { orderNumber } from "./erp.ts";
import { itemAt, type Random } from "./random.ts";
import type { Line, Order } from "./sales.ts";
import type { Table, Tables } from "./tables.ts";

/** The call centre: commas, local time of Moscow as dd.mm.yyyy hh:mm. */
const callHeader = [
  "call_id",
  "client_code",
  "agent_code",
  "direction",
  "planned",
  "started",
  "minutes",
  "topic",
  "result",
];
const complaintHeader = [
  "ticket",
  "client_code",
  "order_no",
  "product_code",
  "type",
  "priority",
  "opened",
  "first_response",
  "closed",
  "responsible",
  "outcome",
  "text",
];
const damagedCalls: ReadonlySet<string> = new Set(["2025-Q3"]);

const topics = ["Заказ", "Наличие и цены", "Доставка", "Оплата", "Предложение"] as const;
const results = ["Договорились", "Перезвонить", "Отказ", "Не дозвонились"] as const;

/** Writes the calls around an order: most orders are talked about once, some twice. */
export function writeCalls(tables: Tables, company: Company, order: Order, random: Random): void {
  const count = random.chance(0.62) ? (random.chance(0.2) ? 2 : 1) : 0;
  for (let call = 1; call <= count; call += 1) writeCall(tables, company, order, call, random);
}

function writeCall(tables: Tables, company: Company, order: Order, call: number, random: Random): void {
  const day = call === 1 ? order.day : workingDayFrom(order.day + random.between(1, 6));
  const isOut = random.chance(0.55);
  const clock = clockTime(random);
  const isFuture = day > lastDay;
  const isMissed = random.chance(0.06);
  const agent = itemAt(company.managers, order.owner).code;
  const quarter = quarterName(Math.min(day, lastDay));
  const table: Table = {
    source: "callcentre",
    file: `calls-${quarter}.csv`,
    entity: "interactions",
    header: callHeader,
  };
  tables.add(damagedCalls.has(quarter) ? { ...table, weak: { key: 0, number: 6, date: 5, required: 0 } } : table, [
    `${orderNumber(order)}-${call}`,
    order.profile.code,
    agent,
    isOut ? "исходящий" : "входящий",
    isOut ? `${russianDate(day)} ${clock}` : "",
    isFuture || isMissed ? "" : `${russianDate(day)} ${clock}`,
    isFuture || isMissed ? "" : (random.between(5, 150) / 10).toFixed(1),
    random.pick(topics),
    isFuture ? "" : isMissed ? "Не дозвонились" : random.pick(results),
  ]);
}

/** A complaint as the call centre writes it down. */
export interface Complaint {
  readonly order: Order;
  readonly line: Line;
  readonly type: string;
  readonly day: number;
}

const typeNames: Readonly<Record<string, string>> = {
  delivery: "Доставка",
  quality: "Качество",
  documents: "Документы",
  price: "Цена",
  service: "Обслуживание",
};
const texts: Readonly<Record<string, string>> = {
  delivery: "Привезли позже обещанного, простой на объекте.",
  quality: "Товар с дефектом, просим заменить.",
  documents: "Нет закрывающих документов\nи счёта-фактуры.",
  price: "Цена в счёте выше согласованной; просим пересчитать.",
  service: 'Менеджер не перезвонил, сказал "завтра" и пропал.',
};
const outcomes = ["принята", "принята", "компенсация", "отклонена"] as const;

/** Writes a complaint unless it falls after the last day. Says whether it was written. */
export function writeComplaint(tables: Tables, company: Company, complaint: Complaint, random: Random): boolean {
  const { order, line, type, day } = complaint;
  const priority = random.pick(["низкий", "средний", "средний", "высокий"]);
  const [answerAfter, closeAfter] = [
    random.between(0, 2),
    random.chance(0.09) ? random.between(15, 60) : random.between(1, 9),
  ];
  const [openedAt, answeredAt, closedAt] = [clockTime(random), clockTime(random), clockTime(random)];
  const outcome = random.pick(outcomes);
  if (day > lastDay) return false;
  const answered = answerAfter === 0 ? day : day + answerAfter;
  const closed = day + answerAfter + closeAfter;
  const table: Table = {
    source: "callcentre",
    file: `complaints-${yearOf(day)}.csv`,
    entity: "complaints",
    header: complaintHeader,
  };
  tables.add(table, [
    `${orderNumber(order)}-${line.number}`,
    order.profile.code,
    orderNumber(order),
    type === "quality" ? itemAt(company.products, line.product).code : "",
    typeNames[type] ?? type,
    priority,
    `${russianDate(day)} ${openedAt}`,
    answered > lastDay ? "" : `${russianDate(answered)} ${answerAfter === 0 ? later(openedAt) : answeredAt}`,
    closed > lastDay ? "" : `${russianDate(closed)} ${closedAt}`,
    itemAt(company.managers, order.owner).code,
    closed > lastDay ? "" : outcome,
    texts[type] ?? "",
  ]);
  return true;
}

/** Between 09:00 and 17:59. */
function clockTime(random: Random): string {
  return `${String(random.between(9, 17)).padStart(2, "0")}:${String(random.between(0, 59)).padStart(2, "0")}`;
}

/** Two hours on. */
function later(clock: string): string {
  return `${String(Number(clock.slice(0, 2)) + 2).padStart(2, "0")}${clock.slice(2)}`;
}
