import { setImmediate } from "node:timers/promises";
import { Aftermath } from "./aftermath.ts";
import { writeCalls } from "./callcentre.ts";
import { campaigns } from "./campaigns.ts";
import { Classes } from "./classes.ts";
import { makePopulation, type Population, Profiles } from "./clients.ts";
import { badProduct, type Company, inReportingCurrency, makeCompany, pairs } from "./company.ts";
import { writeContracts } from "./contracts.ts";
import { writeContacts, writeCrm } from "./crm.ts";
import { isoDate, lastDay, monthCount } from "./days.ts";
import { writeOrder } from "./erp.ts";
import { writeMasterData } from "./erp-cards.ts";
import { writeMailing } from "./mailing.ts";
import { Plans } from "./plans.ts";
import { itemAt, Random } from "./random.ts";
import { type Order, Sales } from "./sales.ts";
import { writeShopOrder, writeShoppers } from "./shop.ts";
import { planVolumes, Simulation } from "./simulation.ts";
import { decimalText, Sum } from "./sums.ts";
import { type Encoding, Tables, type WrittenFile } from "./tables.ts";
import { Books, isValid } from "./truth.ts";
import { lateCarrier } from "./vocabulary.ts";

/** What to generate. */
export interface Size {
  readonly seed: number;
  readonly clients: number;
  readonly orders: number;
}

/** Generates all five systems into a folder, and returns the truth about them. Aborting throws the signal's reason. */
export async function generate(folder: string, size: Size, encoding: Encoding, signal: AbortSignal) {
  const company = makeCompany(size.seed);
  const population = makePopulation(size.seed, size.clients, size.orders);
  const tables = new Tables(folder, size.seed, encoding);
  const volumes = planVolumes(population, size.orders);
  const world = {
    tables,
    company,
    books: new Books(company),
    classes: new Classes(population),
    plans: new Plans(company),
  };
  const desk = new OrderDesk(world, new Sales(population, company, volumes), size.seed);
  const simulation = new Simulation(population, volumes.factor);
  writeMasterData(tables, company, population);
  const shopTwins = writeShoppers(tables, population);
  for (let month = 0; month < monthCount; month += 1) {
    for (const purchases of simulation.month(month)) {
      for (const purchase of purchases) {
        const order = desk.sales.order(purchase);
        desk.take(order);
        if (isValid(order)) simulation.remember(order);
      }
      signal.throwIfAborted();
      await setImmediate();
    }
  }
  simulation.settleOutcomes();
  const planned = world.plans.write(tables, size.seed);
  writeContacts(tables, population);
  const crm = writeCrm(tables, company, population, size);
  const contracts = writeContracts(tables, population);
  writeMailing(tables, population, simulation);
  const files = tables.close();
  return {
    ...describeFiles(files),
    ...describeBooks(world.books, desk),
    plan_amount: decimalText(planned, 2),
    classes: describeClasses(world.classes, population),
    leavers: desk.leavers(population),
    campaigns: describeCampaigns(simulation, desk),
    duplicates: [...crm.twins, ...shopTwins],
    pipeline: crm.pipeline,
    surveys: crm.surveys,
    contracts,
  };
}

/** Takes orders one by one and hands them to the systems and to the books. */
class OrderDesk {
  readonly sales: Sales;
  readonly aftermath: Aftermath;
  readonly #world: { tables: Tables; company: Company; books: Books; classes: Classes; plans: Plans };
  readonly #calls: Random;
  /** Gross amount of the orders each campaign truly brought, in ten-thousandths of a rouble. */
  readonly brought: readonly Sum[] = campaigns.map(() => new Sum());
  readonly #lastOrders = new Map<number, number>();

  constructor(
    world: { tables: Tables; company: Company; books: Books; classes: Classes; plans: Plans },
    sales: Sales,
    seed: number,
  ) {
    this.#world = world;
    this.sales = sales;
    this.aftermath = new Aftermath(seed, world);
    this.#calls = new Random(seed, "calls");
  }

  take(order: Order): void {
    const { tables, company, books, classes } = this.#world;
    books.addOrder(order);
    this.#bookLines(order);
    const worth = inReportingCurrency(company.rates, order.amount, order.currency, order.day);
    classes.addOrder(order, worth);
    if (order.broughtBy >= 0 && isValid(order)) itemAt(this.brought, order.broughtBy).add(worth);
    if (order.isShop) {
      writeShopOrder(tables, company, order);
      return;
    }
    writeOrder(tables, company, order);
    writeCalls(tables, company, order, this.#calls.at(order.number));
    this.aftermath.settle(order);
    if (isValid(order)) this.#lastOrders.set(order.profile.client, order.day);
  }

  /** Planted leavers and the day of their last valid order. */
  leavers(population: Population) {
    const profiles = new Profiles(population);
    return Array.from({ length: population.leavers }, (_, index) => population.perClass * 4 + index)
      .filter((client) => this.#lastOrders.has(client))
      .map((client) => ({
        client_id: `erp:${profiles.of(client).code}`,
        last_order_date: isoDate(this.#lastOrders.get(client) ?? lastDay),
      }));
  }

  #bookLines(order: Order): void {
    const { company, plans } = this.#world;
    if (!isValid(order)) return;
    for (const line of order.lines) {
      plans.addLine(order, line, inReportingCurrency(company.rates, line.amount, order.currency, order.day));
    }
  }
}

function describeFiles(files: readonly WrittenFile[]) {
  const rows = new Map<string, { accepted: number; rejected: number }>();
  for (const file of files.filter(({ isRepetition }) => !isRepetition)) {
    const sum = rows.get(file.entity) ?? { accepted: 0, rejected: 0 };
    rows.set(file.entity, { accepted: sum.accepted + file.rows, rejected: sum.rejected + file.broken.length });
  }
  return {
    files: files.map(({ source, file, entity, format, encoding, preambleLines, total, rows: good, broken }) => ({
      source,
      file,
      entity,
      format,
      encoding,
      preamble_lines: preambleLines,
      total_amount: total === undefined ? null : decimalText(BigInt(total), 2),
      rows: good,
      broken: broken.length,
    })),
    rows: Object.fromEntries(rows),
    broken_rows: files.flatMap(({ source, file, broken }) =>
      broken.map(({ line, damage }) => ({ source, file, line, damage })),
    ),
  };
}

function describeBooks(books: Books, desk: OrderDesk) {
  return {
    orders: books.orders,
    revenue: {
      total: books.total,
      by_month: books.byMonth,
      by_region: books.byRegion,
      by_channel: books.byChannel,
      by_owner_on_order_date: books.byOwner,
      by_manager_on_order: books.byManager,
      by_direction_of_line: books.byDirection,
      by_category_of_line: books.byCategory,
    },
    free_samples: { order_count: books.samples.orders, cost_amount: decimalText(books.samples.cost.value, 4) },
    delivery: books.delivery,
    carriers: { late: lateCarrier, deliveries: Object.fromEntries(books.carriers) },
    money_by_currency: books.moneyTruth(),
    complaints_by_type: desk.aftermath.complaints,
    bad_product: { product_id: `erp:${String(badProduct + 1).padStart(5, "0")}`, ...books.badProduct.toJSON() },
    product_pairs: pairs.map(({ first, second, probability }, index) => ({
      first_product_id: `erp:${String(first + 1).padStart(5, "0")}`,
      second_product_id: `erp:${String(second + 1).padStart(5, "0")}`,
      probability,
      ...books.pairs[index]?.toJSON(),
    })),
  };
}

function describeClasses(classes: Classes, population: Population) {
  const { counts, classOf } = classes.settle();
  const profiles = new Profiles(population);
  return {
    counts,
    planted: classes.planted().map(({ client, role }) => ({
      client_id: `erp:${profiles.of(client).code}`,
      meant: role,
      class: classOf(client),
    })),
  };
}

/** Rates as shares of those assigned; `true_lift` is the treated less the untreated outcome of the very same clients. */
function describeCampaigns(simulation: Simulation, desk: OrderDesk) {
  return campaigns.map((campaign, index) => {
    const outcome = itemAt(simulation.outcomes, index);
    const control = outcome.assigned - outcome.treated;
    return {
      campaign_id: `mailing:${campaign.code}`,
      has_control: campaign.control !== undefined,
      has_cost: campaign.fixedCost !== undefined,
      is_split_broken: campaign.control !== undefined && campaign.control !== campaign.trueControl,
      start_date: isoDate(campaign.start),
      outcome_days: 30,
      assigned: outcome.assigned,
      treated: outcome.treated,
      control,
      ordered_treated: outcome.orderedTreated,
      ordered_control: outcome.orderedControl,
      extra_orders: outcome.extraOrders,
      extra_gross_amount: decimalText(itemAt(desk.brought, index).value, 4),
      true_lift: outcome.assigned === 0 ? null : outcome.movedByTreatment / outcome.assigned,
    };
  });
}
