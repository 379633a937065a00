import { campaigns } from "./campaigns.ts";
import {
  type Habit,
  Habits,
  ownerOn,
  ownersOf,
  type Population,
  type Profile,
  Profiles,
  type Spell,
} from "./clients.ts";
import { badProduct, type Company, type Currency, fromKopecks, pairs } from "./company.ts";
import { lastDay, monthOf, workingDayFrom } from "./days.ts";
import { itemAt, Random } from "./random.ts";
import type { Purchase, Volumes } from "./simulation.ts";
import { carriers } from "./vocabulary.ts";

/** A line of an order. Money in hundredths of the order's currency, quantity in tenths of the unit. */
export interface Line {
  readonly number: number;
  readonly product: number;
  readonly tenths: number;
  readonly price: number;
  /** Whole percent. */
  readonly discount: number;
  readonly amount: number;
  readonly cost: number;
  readonly deliveries: readonly Delivery[];
}

/** A part of a line that left. Days of the demo, quantity in tenths of the unit. */
export interface Delivery {
  readonly shipped: number;
  /** Undefined while on the road or lost. */
  readonly delivered: number | undefined;
  readonly tenths: number;
}

/** An order with all that follows from it up to the last day. */
export interface Order {
  /** Runs over the whole company, from 1. */
  readonly number: number;
  readonly isShop: boolean;
  /** Of a client planted for its class: nothing ever goes wrong. */
  readonly isPlanted: boolean;
  readonly profile: Profile;
  readonly day: number;
  readonly month: number;
  readonly status: "open" | "done" | "cancelled";
  readonly cancelledBy: "client" | "supplier" | undefined;
  readonly channel: "field" | "phone" | "email" | "shop";
  /** Who owned the client on the day, or looks after the people of the web shop. */
  readonly owner: number;
  /** Who stands on the document: sometimes a stand-in. */
  readonly manager: number;
  /** Campaign that truly brought the order, or -1. */
  readonly broughtBy: number;
  /** Code of the campaign named on the order. */
  readonly campaign: string | undefined;
  readonly currency: Currency;
  readonly requested: number | undefined;
  readonly promised: number;
  readonly due: number;
  readonly carrier: number;
  readonly lines: readonly Line[];
  readonly amount: number;
}

const orderChannels = ["field", "field", "field", "phone", "phone", "email"] as const;

/** Turns purchases into orders. Everything depends on the seed, the client and the turn alone. */
export class Sales {
  readonly #company: Company;
  readonly #volumes: Volumes;
  readonly #profiles: Profiles;
  readonly #habits: Habits;
  readonly #random: Random;
  readonly #owners: Random;
  readonly #online: { owner: number; manager: number };
  #number = 0;

  constructor(population: Population, company: Company, volumes: Volumes) {
    this.#company = company;
    this.#volumes = volumes;
    this.#profiles = new Profiles(population);
    this.#habits = new Habits(population);
    this.#random = new Random(population.seed, "orders");
    this.#owners = new Random(population.seed, "owners");
    const online = company.managers.findIndex(({ isOnline }) => isOnline);
    this.#online = { owner: online, manager: online };
  }

  order(purchase: Purchase): Order {
    const profile = this.#profiles.of(purchase.client);
    const habit = this.#habits.of(purchase.client);
    this.#number += 1;
    const isPlanted = habit.basket === 0;
    const random = this.#random.at(purchase.client, purchase.turn);
    const isShop = profile.buysOnline && (habit.role === "shopper" || random.chance(0.5));
    const isBrought = purchase.campaign >= 0;
    const isCancelled = random.chance(0.022) && !isPlanted && !isBrought;
    const cancelledBy = isCancelled ? (random.chance(0.7) ? "client" : "supplier") : undefined;
    const { owner, manager } = this.#people(profile, purchase.day, random);
    const currency = isShop ? "RUB" : profile.currency;
    const lead = isShop ? random.between(1, 4) : random.between(2, 9);
    const promised = workingDayFrom(purchase.day + lead);
    const requested = random.chance(0.6) ? workingDayFrom(promised - random.between(0, lead - 1)) : undefined;
    const due = requested ?? promised;
    const carrier = isPlanted ? 0 : drawCarrier(random);
    const lines = isPlanted
      ? [this.#plantedLine(habit, profile, due, isCancelled)]
      : this.#lines(
          { profile, habit, currency, day: purchase.day, due, carrier, isCancelled, isShop, isBrought },
          random,
        );
    const isComplete = lines.every((line) => deliveredTenths(line) === line.tenths);
    return {
      number: this.#number,
      isShop,
      isPlanted,
      profile,
      day: purchase.day,
      month: monthOf(purchase.day),
      status: isCancelled ? "cancelled" : isComplete ? "done" : "open",
      cancelledBy,
      channel: isShop ? "shop" : random.pick(orderChannels),
      owner,
      manager,
      broughtBy: purchase.campaign,
      campaign: this.#campaignCode(purchase, random),
      currency,
      requested,
      promised,
      due,
      carrier,
      lines,
      amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    };
  }

  /** Who owned the client when. */
  owners(profile: Profile): readonly Spell[] {
    return ownersOf(this.#company, profile, this.#owners);
  }

  #people(profile: Profile, day: number, random: Random): { owner: number; manager: number } {
    const standIn = random.chance(0.03) ? random.next() : undefined;
    const { managers } = this.#company;
    if (profile.isShopper) return this.#online;
    const owner = managers.indexOf(ownerOn(this.owners(profile), day));
    if (standIn === undefined) return { owner, manager: owner };
    const colleagues = managers.flatMap(({ region, hired, left, isOnline }, index) =>
      region === profile.region && !isOnline && hired <= day && (left === undefined || day <= left) ? [index] : [],
    );
    return { owner, manager: itemAt(colleagues, standIn % colleagues.length) };
  }

  #campaignCode(purchase: Purchase, random: Random): string | undefined {
    const isNamed = random.chance(0.4);
    return purchase.campaign >= 0 && isNamed ? itemAt(campaigns, purchase.campaign).code : undefined;
  }

  /** One line whose amount is the same every month, delivered on the day. */
  #plantedLine(habit: Habit, profile: Profile, due: number, isCancelled: boolean): Line {
    const monthly = this.#volumes.monthly[habit.role as "key" | "medium" | "small" | "occasional"];
    const place = (profile.client * 5 + 1) % this.#company.products.length;
    const product = place === badProduct ? place + 1 : place;
    const { price, cost } = itemAt(this.#company.products, product);
    const tenths = Math.max(1, Math.round(monthly / price)) * 10;
    const deliveries = isCancelled || due > lastDay ? [] : [{ shipped: due - 1, delivered: due, tenths }];
    const amount = (price * tenths) / 10;
    return { number: 1, product, tenths, price, discount: 0, amount, cost: (cost * tenths) / 10, deliveries };
  }

  #lines(order: Draft, random: Random): Line[] {
    const { profile, habit } = order;
    const total = habit.basket * Math.exp(0.45 * random.normal());
    const isSample = random.chance(0.001) && !order.isBrought;
    const usual = discountOf(habit, order.isShop, random);
    const products = this.#chooseProducts(profile, order.isShop ? 2 : 4, random);
    const parcel = order.isShop && !order.isCancelled ? drawDeliveries(order, 10, random) : undefined;
    return products.map((product, index) => {
      const share = (0.6 + 0.8 * random.unit()) / products.length;
      const discount = isSample ? 100 : Math.min(25, usual + (random.chance(0.1) ? random.between(1, 8) : 0));
      const line = this.#line(product, total * share, discount, order, random);
      const whole = parcel?.map((delivery) => ({ ...delivery, tenths: line.tenths }));
      const deliveries = whole ?? (order.isCancelled ? [] : drawDeliveries(order, line.tenths, random));
      return { number: index + 1, product, discount, ...line, deliveries };
    });
  }

  #line(product: number, target: number, discount: number, order: Draft, random: Random) {
    const { price: listPrice, cost, unit } = itemAt(this.#company.products, product);
    const { rates } = this.#company;
    const inflated = listPrice * (1 + 0.06 * (order.day / 365));
    const step = unit === "м" || unit === "кг" ? 5 : 10;
    const tenths = Math.max(1, Math.round((target / inflated) * (10 / step))) * step;
    const price = fromKopecks(rates, Math.round(inflated / 100) * 100, order.currency, order.day);
    const unitCost = cost * (1 + 0.05 * (order.day / 365)) * (0.98 + 0.04 * random.unit());
    const whole = order.currency === "KZT" ? 100 : 1;
    return {
      tenths,
      price,
      amount: Math.round((price * tenths * (100 - discount)) / (1000 * whole)) * whole,
      cost: fromKopecks(rates, Math.max(1, Math.round((unitCost * tenths) / 10)), order.currency, order.day),
    };
  }

  /** Mostly from the client's direction, popular things first; pairs planted on purpose. */
  #chooseProducts(profile: Profile, most: number, random: Random): number[] {
    const chosen = new Set<number>();
    const count = 1 + Math.floor(most * random.unit() * random.unit() * 1.6);
    const perDirection = this.#company.products.length / 6;
    while (chosen.size < count) {
      const direction = random.chance(0.65) ? profile.direction : random.between(0, 5);
      chosen.add(direction * perDirection + Math.floor(perDirection * random.unit() * random.unit()));
    }
    for (const { first, second, probability } of pairs) {
      if (chosen.has(first) && random.chance(probability)) chosen.add(second);
    }
    return [...chosen];
  }
}

/** What of a line has arrived by the last day. */
export function deliveredTenths(line: Line): number {
  return line.deliveries.reduce((sum, { delivered, tenths }) => sum + (delivered === undefined ? 0 : tenths), 0);
}

interface Draft {
  readonly profile: Profile;
  readonly habit: Habit;
  readonly currency: Currency;
  readonly day: number;
  readonly due: number;
  readonly carrier: number;
  readonly isCancelled: boolean;
  readonly isShop: boolean;
  /** By a campaign: such orders are never cancelled or free, so that the effect planted is the effect there is. */
  readonly isBrought: boolean;
}

/** Greater clients get greater discounts; whole percents. */
function discountOf(habit: Habit, isShop: boolean, random: Random): number {
  if (isShop) return random.chance(0.2) ? 5 : 0;
  const level = habit.basket > 15_000_000 ? 9 : habit.basket > 6_000_000 ? 6 : 3;
  return Math.max(0, level + random.between(-3, 3));
}

function drawCarrier(random: Random): number {
  let rest = random.unit();
  for (let index = 0; index < carriers.length; index += 1) {
    rest -= itemAt(carriers, index).share;
    if (rest < 0) return index;
  }
  return 0;
}

/** On the day asked for, unless the carrier is late; now and then early, in two parts, or never. Nothing after the last day. */
function drawDeliveries(order: Draft, tenths: number, random: Random): Delivery[] {
  const isLate = random.chance(itemAt(carriers, order.carrier).late);
  const late = isLate ? 1 + Math.floor(11 * random.unit() * random.unit()) : 0;
  const isEarly = !isLate && random.chance(0.008) && order.due - 1 > order.day;
  const isLost = random.chance(0.0012);
  const isSplit = !order.isShop && tenths >= 40 && random.chance(0.02);
  const transit = random.between(1, 3);
  const arrival = order.due + late - (isEarly ? 1 : 0);
  const first = isSplit ? Math.floor(tenths / 20) * 10 : tenths;
  const parts = [{ arrival, tenths: first }];
  if (isSplit) parts.push({ arrival: arrival + random.between(3, 8), tenths: tenths - first });
  return parts.flatMap((part) => {
    const shipped = Math.max(order.day, part.arrival - transit);
    if (shipped > lastDay) return [];
    const isHere = part.arrival <= lastDay && !isLost;
    return [{ shipped, delivered: isHere ? part.arrival : undefined, tenths: part.tenths }];
  });
}
