import { point } from "./amounts.ts";
import { emailOf, type Population, Profiles } from "./clients.ts";
import type { Company } from "./company.ts";
import { isoDate, quarterName } from "./days.ts";
import { itemAt } from "./random.ts";
import type { Order } from "./sales.ts";
import type { Tables } from "./tables.ts";
import { carriers, regions } from "./vocabulary.ts";

/** The web shop: one JSON object a line. Companies order under their ERP code, people under a number of the shop. */
const shop = { source: "shop" } as const;
const damagedOrders: ReadonlySet<string> = new Set(["2025-Q2", "2026-Q2"]);

const statusNames = { open: "processing", done: "completed", cancelled: "cancelled" } as const;

function orderNumber(order: Order): string {
  return `W-${String(order.number).padStart(8, "0")}`;
}

/** Writes an order, its lines and its one delivery. */
export function writeShopOrder(tables: Tables, company: Company, order: Order): void {
  const quarter = quarterName(order.day);
  const isRetail = order.profile.isShopper;
  const file = `${isRetail ? "retail" : "b2b"}-orders-${quarter}.ndjson`;
  const { profile } = order;
  const record = {
    order_no: orderNumber(order),
    created: isoDate(order.day),
    status: statusNames[order.status],
    cancelled_by: order.cancelledBy ?? null,
    customer: {
      id: isRetail ? profile.code : null,
      erp_code: isRetail ? null : profile.code,
      email: emailOf(profile),
      phone: profile.phone,
      city: profile.city,
    },
    region: itemAt(regions, profile.region).name,
    manager: itemAt(company.managers, order.manager).code,
    promo: order.campaign ?? null,
    total: point(order.amount),
    delivery: {
      requested: order.requested === undefined ? null : isoDate(order.requested),
      promised: isoDate(order.promised),
    },
  };
  tables.addRecord({ ...shop, file, entity: "orders" }, record, !isRetail && damagedOrders.has(quarter));
  writeLines(tables, company, order, quarter);
  writeDelivery(tables, order);
}

function writeLines(tables: Tables, company: Company, order: Order, quarter: string): void {
  for (const line of order.lines) {
    const record = {
      order_no: orderNumber(order),
      position: line.number,
      product: itemAt(company.products, line.product).code,
      qty: line.tenths / 10,
      price: point(line.price),
      discount: line.discount,
      total: point(line.amount),
      cost: point(line.cost),
    };
    tables.addRecord({ ...shop, file: `order-lines-${quarter}.ndjson`, entity: "order_lines" }, record);
  }
}

function writeDelivery(tables: Tables, order: Order): void {
  const delivery = order.lines[0]?.deliveries[0];
  if (delivery === undefined) return;
  tables.addRecord(
    { ...shop, file: `deliveries-${quarterName(delivery.shipped)}.ndjson`, entity: "shipments" },
    {
      delivery_no: `${orderNumber(order)}-D`,
      order_no: orderNumber(order),
      planned: isoDate(order.due),
      shipped: isoDate(delivery.shipped),
      delivered: delivery.delivered === undefined ? null : isoDate(delivery.delivered),
      carrier: itemAt(carriers, order.carrier).name,
    },
  );
}

/** One account of the shop that is really a client of the ERP. */
export interface ShopTwin {
  readonly client: string;
  readonly twin: string;
  readonly evidence: "email" | "phone" | "email, phone";
}

const evidences = ["email, phone", "email", "phone"] as const;

/**
 * Writes the accounts of people who buy in the shop. Every twentieth belongs to a sole trader of the ERP who forgot
 * the company account: same mailbox or telephone, typed differently.
 */
export function writeShoppers(tables: Tables, population: Population): readonly ShopTwin[] {
  const profiles = new Profiles(population);
  const twins: ShopTwin[] = [];
  let candidate = population.perClass * 4 + population.leavers;
  for (let index = 0; index < population.shoppers; index += 1) {
    const profile = profiles.of(population.companies + index);
    let [email, phone, name] = [emailOf(profile), profile.phone, profile.name];
    if (index % 20 === 7) {
      while (candidate < population.companies && !profiles.of(candidate).isPerson) candidate += 1;
      if (candidate < population.companies) {
        const trader = profiles.of(candidate);
        const evidence = itemAt(evidences, twins.length % 3);
        name = trader.baseName;
        if (evidence !== "phone") email = emailOf(trader).toUpperCase();
        if (evidence !== "email") phone = spacedPhone(trader.phone);
        twins.push({ client: `erp:${trader.code}`, twin: `shop:${profile.code}`, evidence });
        candidate += 1;
      }
    }
    tables.addRecord(
      { ...shop, file: "customers.ndjson", entity: "clients" },
      {
        id: profile.code,
        name,
        contact: { email, phone },
        city: profile.city,
        region: itemAt(regions, profile.region).name,
        gender: profile.gender,
        birthday: profile.birthDay === undefined ? null : isoDate(profile.birthDay),
        registered: isoDate(profile.firstSeen),
      },
    );
  }
  return twins;
}

/** `+7 (912) 345-67-89`: the same number as people write it. */
export function spacedPhone(phone: string): string {
  const tail = phone.slice(-10);
  const country = phone.slice(0, -10);
  return `${country} (${tail.slice(0, 3)}) ${tail.slice(3, 6)}-${tail.slice(6, 8)}-${tail.slice(8)}`;
}
