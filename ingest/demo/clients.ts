import { type Company, type Currency, isEmployed, type Manager } from "./company.ts";
import { businessUpTo, dayCount, lastDay } from "./days.ts";
import { itemAt, Random } from "./random.ts";
import {
  femaleNames,
  industries,
  maleNames,
  nameTails,
  type Region,
  regions,
  sizes,
  surnames,
  transliterate,
} from "./vocabulary.ts";

/** How clients are numbered: planted ones first, then ordinary companies, then people of the web shop. */
export interface Population {
  readonly seed: number;
  /** Clients of the ERP. */
  readonly companies: number;
  /** Buyers known to the shop only. */
  readonly shoppers: number;
  /** Clients planted per class. */
  readonly perClass: number;
  readonly leavers: number;
}

/** What a client was planted for: a class, leaving, buying in the web shop, or nothing (`ordinary`). */
export type Role = "key" | "medium" | "small" | "occasional" | "leaver" | "ordinary" | "shopper";

const classRoles = ["key", "medium", "small", "occasional"] as const;

/** Numbers the clients. Fewer are planted where few orders are asked for, since planted ones order as they must. */
export function makePopulation(seed: number, clients: number, orders: number): Population {
  const shoppers = Math.floor(clients * 0.2);
  const perClass = Math.min(10, Math.max(3, Math.floor(Math.min(clients / 200, orders / 4000))));
  const leavers = Math.min(500, Math.max(3, Math.floor(Math.min(clients / 50, orders / 400))));
  return { seed, companies: clients - shoppers, shoppers, perClass, leavers };
}

/** Tells the role of a client by its number: planted classes first, then leavers, shoppers last. */
export function roleOf(population: Population, client: number): Role {
  if (client >= population.companies) return "shopper";
  if (client < population.perClass * 4) return itemAt(classRoles, Math.floor(client / population.perClass));
  return client < population.perClass * 4 + population.leavers ? "leaver" : "ordinary";
}

/** How a client buys. Volumes are relative: the whole company is scaled to the number of orders asked for. */
export interface Habit {
  readonly role: Role;
  /** Orders per average working day, before scaling. */
  readonly rate: number;
  /** Size of a usual order in kopecks. */
  readonly basket: number;
  /** First and last day of buying. */
  readonly from: number;
  readonly to: number;
}

/** Draws how clients buy, from streams of their own. */
export class Habits {
  readonly #population: Population;
  readonly #random: Random;

  constructor(population: Population) {
    this.#population = population;
    this.#random = new Random(population.seed, "habits");
  }

  of(client: number): Habit {
    const random = this.#random.at(client);
    const role = roleOf(this.#population, client);
    if (role === "leaver") return leaverHabit(random);
    if (role === "shopper") return shopperHabit(random);
    if (role !== "ordinary") return { role, rate: 0, basket: 0, from: 0, to: lastDay };
    const weight = random.normal();
    const from = random.chance(0.68) ? 0 : random.between(1, 640);
    const leaves = random.chance(0.2);
    return {
      role,
      rate: 0.03 * Math.exp(0.85 * weight),
      basket: Math.round(6_200_000 * Math.exp(0.45 * weight + 0.6 * random.normal())),
      from,
      to: leaves ? Math.min(lastDay, from + random.between(90, 700)) : lastDay,
    };
  }
}

/** Leavers bought every two weeks or so, then stopped for good months before the end. */
function leaverHabit(random: Random): Habit {
  return {
    role: "leaver",
    rate: 0.1,
    basket: Math.round(9_000_000 * Math.exp(0.3 * random.normal())),
    from: random.between(0, 40),
    to: random.between(390, 580),
  };
}

function shopperHabit(random: Random): Habit {
  const from = random.between(0, 600);
  return {
    role: "shopper",
    rate: 0.012 * Math.exp(0.6 * random.normal()),
    basket: Math.round(900_000 * Math.exp(0.5 * random.normal())),
    from,
    to: random.chance(0.4) ? Math.min(lastDay, from + random.between(60, 600)) : lastDay,
  };
}

/** Business days a habit spans: what its rate is multiplied with to expect orders. */
export function spanOf(habit: Habit): number {
  return itemAt(businessUpTo, Math.min(dayCount, habit.to + 1)) - itemAt(businessUpTo, habit.from);
}

/** What the client card says. */
export interface Profile {
  readonly client: number;
  readonly code: string;
  readonly region: number;
  readonly city: string;
  readonly country: string;
  readonly isPerson: boolean;
  readonly form: string;
  /** Without its legal form. */
  readonly baseName: string;
  readonly name: string;
  readonly taxId: string;
  readonly industry: string;
  readonly direction: number;
  readonly size: string;
  readonly gender: "male" | "female" | undefined;
  readonly birthDay: number | undefined;
  /** E.164. */
  readonly phone: string;
  readonly currency: Currency;
  readonly carrier: number;
  readonly termDays: number;
  readonly payDelay: number;
  readonly firstSeen: number;
  readonly buysOnline: boolean;
  /** Known to the web shop only. */
  readonly isShopper: boolean;
}

/** Draws client cards; a card depends on seed and number alone, so none is kept in memory. */
export class Profiles {
  readonly #population: Population;
  readonly #random: Random;
  readonly #habits: Habits;

  constructor(population: Population) {
    this.#population = population;
    this.#random = new Random(population.seed, "clients");
    this.#habits = new Habits(population);
  }

  of(client: number): Profile {
    const habit = this.#habits.of(client);
    const random = this.#random.at(client);
    const isShopper = habit.role === "shopper";
    const regionIndex = drawRegion(random, isShopper);
    const region = itemAt(regions, regionIndex);
    const form = isShopper ? "" : random.pick(region.form);
    const isPerson = isShopper || ["ИП", "ФОП", "YaTT"].includes(form);
    const isFemale = random.chance(0.45);
    const person = drawPerson(random, isFemale);
    const baseName = isPerson ? person : companyName(region, client);
    const isPlanted = !["ordinary", "leaver", "shopper"].includes(habit.role);
    return {
      client,
      code: isShopper ? `C-${pad(client - this.#population.companies + 1)}` : pad(client + 1),
      region: regionIndex,
      city: random.pick(region.cities),
      country: region.country,
      isPerson,
      form,
      baseName,
      name: isShopper ? person : isPerson ? `${form} ${person}` : quoteName(form, baseName, client),
      taxId: isShopper ? "" : taxIdOf(region, form, client),
      industry: isShopper ? "" : random.pick(industries),
      direction: random.between(0, 5),
      size: isShopper ? "" : isPerson ? sizes[0] : random.pick(sizes),
      gender: isPerson ? (isFemale ? "female" : "male") : undefined,
      birthDay: isPerson ? -random.between(8000, 21_000) : undefined,
      phone: phoneOf(region, client),
      currency: isShopper || isPlanted ? "RUB" : (random.pick(region.currencies) as Currency),
      carrier: random.between(0, 99),
      termDays: random.pick([0, 14, 14, 30, 30, 45]),
      payDelay: Math.round(2 + 5 * random.normal()),
      firstSeen: habit.from === 0 && !isShopper ? -random.between(10, 2200) : habit.from - random.between(0, 9),
      isShopper,
      buysOnline: isShopper || (habit.role === "ordinary" && random.chance(0.22)),
    };
  }
}

/** The mailbox of a client; apart from the card, since spelling it takes as long as all the rest. */
export function emailOf({ baseName, client, region }: Profile): string {
  return `${transliterate(baseName).slice(0, 18)}${client + 1}@${itemAt(regions, region).domain}`;
}

function drawRegion(random: Random, isShopper: boolean): number {
  let rest = random.unit();
  for (let index = 0; index < regions.length; index += 1) {
    rest -= itemAt(regions, index).share;
    if (rest < 0) return isShopper ? index % 4 : index;
  }
  return 0;
}

function drawPerson(random: Random, isFemale: boolean): string {
  const surname = random.pick(surnames);
  return `${surname}${isFemale && /[вн]$/.test(surname) ? "а" : ""} ${random.pick(isFemale ? femaleNames : maleNames)}`;
}

/** Every name once per 3,780 clients of a region; then a number tells them apart. */
function companyName(region: Region, client: number): string {
  const combinations = region.first.length * region.second.length * nameTails.length;
  const place = (client * 1009) % combinations;
  const first = itemAt(region.first, place % region.first.length);
  const second = itemAt(region.second, Math.floor(place / region.first.length) % region.second.length);
  const tail = itemAt(nameTails, Math.floor(place / (region.first.length * region.second.length)));
  const round = Math.floor(client / combinations);
  return `${first}${region.country === "Узбекистан" ? ` ${second}` : second}${tail}${round > 0 ? ` ${round + 1}` : ""}`;
}

/** Most systems write «», some people type "" by hand. */
function quoteName(form: string, name: string, client: number): string {
  if (form === "MChJ" || form === "XK") return `"${name}" ${form}`;
  return client % 17 === 0 ? `${form} "${name}"` : `${form} «${name}»`;
}

const innPrefixes: Readonly<Record<string, string>> = {
  Москва: "77",
  "Санкт-Петербург": "78",
  Казань: "16",
  Екатеринбург: "66",
};

/** Tax numbers with valid check digits where the country has them: ИНН of 10 and 12 digits, БИН. */
function taxIdOf(region: Region, form: string, client: number): string {
  const serial = String((client * 611_953 + 104_729) % 9_999_991).padStart(7, "0");
  if (region.country === "Казахстан") return withBinCheck(`0${serial[6]}0${1 + (client % 9)}4${serial.slice(0, 6)}`);
  if (region.country === "Узбекистан") return `3${serial}${client % 10}`;
  if (region.country === "Украина") return edrpou(String(3_000_000 + ((client * 611_953) % 2_999_999)));
  const prefix = innPrefixes[region.name] ?? "77";
  return form === "ИП" ? innOfPerson(`${prefix}0${serial}`) : innOfCompany(`${prefix}${serial}`);
}

function innOfCompany(nine: string): string {
  return nine + checkDigit(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

function innOfPerson(ten: string): string {
  const eleven = ten + checkDigit(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return eleven + checkDigit(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

function checkDigit(digits: string, weights: readonly number[]): string {
  return String((weightedSum(digits, weights) % 11) % 10);
}

/** БИН: the second row of weights when the first gives 10; a number that fails both is moved on by one. */
function withBinCheck(eleven: string): string {
  const first = weightedSum(eleven, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const check = first === 10 ? weightedSum(eleven, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first;
  if (check < 10) return `${eleven}${check}`;
  return withBinCheck(`${eleven.slice(0, 4)}5${eleven.slice(5)}`);
}

/** ЄДРПОУ between 30 and 60 million: weights 7, 1 to 6; the other row when that gives 10. */
function edrpou(seven: string): string {
  const first = weightedSum(seven, [7, 1, 2, 3, 4, 5, 6]) % 11;
  const check = first === 10 ? (weightedSum(seven, [9, 3, 4, 5, 6, 7, 8]) % 11) % 10 : first;
  return `${seven}${check}`;
}

/** E.164 of a mobile: eight or nine digits after the operator's first. */
function phoneOf(region: Region, client: number): string {
  const tail =
    region.phone.length < 4
      ? 100_000_000 + ((client * 7_654_321) % 899_999_963)
      : 10_000_000 + ((client * 7_654_321) % 89_999_999);
  return `${region.phone}${tail}`;
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

function pad(number: number): string {
  return String(number).padStart(6, "0");
}

/** One spell of a manager with a client; the last has no end. */
export interface Spell {
  readonly manager: Manager;
  readonly from: number;
  readonly to: number | undefined;
}

/** Who owned the client when: a manager of the region, a successor after each leaving, and some handovers. */
export function ownersOf(company: Company, profile: Profile, random: Random): readonly Spell[] {
  random.at(profile.client);
  const spells: Spell[] = [];
  let from = profile.firstSeen;
  const handover = random.chance(0.06) ? random.between(60, 690) : undefined;
  let previous: Manager | undefined;
  while (spells.length < 6) {
    const manager = drawManager(company, profile.region, from, previous, random);
    const ends = [manager.left, handover].filter(
      (day): day is number => day !== undefined && day >= from && day < lastDay,
    );
    const to = ends.length > 0 ? Math.min(...ends) : undefined;
    spells.push({ manager, from: spells.length === 0 ? Math.max(from, manager.hired) : from, to });
    if (to === undefined) break;
    previous = manager;
    from = to + 1;
  }
  return spells;
}

function drawManager(company: Company, region: number, day: number, not: Manager | undefined, random: Random): Manager {
  const employed = company.managers.filter(
    (manager) => manager.region === region && !manager.isOnline && isEmployed(manager, Math.max(day, -100)),
  );
  const others = employed.filter((manager) => manager !== not);
  return random.pick(others.length > 0 ? others : employed);
}

/** The owner on a day; before the first spell, its manager. */
export function ownerOn(spells: readonly Spell[], day: number): Manager {
  const spell = spells.find(({ to }) => to === undefined || day <= to);
  return (spell ?? itemAt(spells, spells.length - 1)).manager;
}
