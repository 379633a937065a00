import { dayOf, lastDay } from "./days.ts";
import { itemAt, Random } from "./random.ts";
import { categories, directions, femaleNames, maleNames, regions, surnames } from "./vocabulary.ts";

/** What stays the same at every size: managers, products, rates. */
export interface Company {
  readonly managers: readonly Manager[];
  readonly products: readonly Product[];
  readonly rates: Rates;
}

/** A manager. Region by its place in the vocabulary; days of the demo (days.ts), below 0 before it. */
export interface Manager {
  readonly code: string;
  readonly name: string;
  readonly team: string;
  readonly region: number;
  readonly direction: string;
  readonly hired: number;
  readonly left: number | undefined;
  /** Looks after the people of the web shop, and owns no clients. */
  readonly isOnline: boolean;
}

/** A product of the catalogue. Category and direction by their places in the vocabulary. */
export interface Product {
  readonly code: string;
  readonly sku: string;
  readonly name: string;
  readonly category: number;
  readonly direction: number;
  readonly unit: string;
  /** Kopecks. */
  readonly price: number;
  /** Kopecks. */
  readonly cost: number;
}

/** Exchange rates by week. Hundredths of a rouble for a unit; for the tenge, ten-thousandths. */
export interface Rates {
  readonly days: readonly number[];
  readonly USD: readonly number[];
  readonly EUR: readonly number[];
  readonly KZT: readonly number[];
}

/** Currencies orders are written in. */
export type Currency = "RUB" | "USD" | "EUR" | "KZT";

/** The product that comes back and is complained about. */
export const badProduct = 40;

/** Products bought together: whoever takes the first also takes the second so often. */
export const pairs: readonly { readonly first: number; readonly second: number; readonly probability: number }[] = [
  { first: 6, second: 15, probability: 0.55 },
  { first: 72, second: 90, probability: 0.45 },
  { first: 144, second: 160, probability: 0.5 },
];

/** Makes what does not depend on the number of clients. The same seed gives the same company. */
export function makeCompany(seed: number): Company {
  return { managers: makeManagers(seed), products: makeProducts(seed), rates: makeRates(seed) };
}

/** Worth of an amount in ten-thousandths of a rouble on a day, exactly. Amounts are in hundredths of the currency. */
export function inReportingCurrency(rates: Rates, minor: number, currency: Currency, day: number): number {
  if (currency === "RUB") return minor * 100;
  const rate = rateOn(rates, currency, day);
  return currency === "KZT" ? (minor / 100) * rate : minor * rate;
}

/** Kopecks as hundredths of a currency, rounded; tenges are whole. */
export function fromKopecks(rates: Rates, kopecks: number, currency: Currency, day: number): number {
  if (currency === "RUB") return kopecks;
  const rate = rateOn(rates, currency, day);
  if (currency === "KZT") return Math.max(1, Math.round((kopecks * 100) / rate)) * 100;
  return Math.max(1, Math.round((kopecks * 100) / rate));
}

function rateOn(rates: Rates, currency: "USD" | "EUR" | "KZT", day: number): number {
  return itemAt(rates[currency], Math.floor((day - itemAt(rates.days, 0)) / 7));
}

const managersPerRegion = [7, 4, 3, 4, 3, 2, 3];

function makeManagers(seed: number): Manager[] {
  const random = new Random(seed, "managers");
  const managers: Manager[] = [];
  regions.forEach((region, regionIndex) => {
    const count = itemAt(managersPerRegion, regionIndex);
    for (let index = 0; index < count; index += 1) {
      random.at(managers.length);
      const isFemale = random.chance(0.5);
      const surname = random.pick(surnames);
      const name = `${surname}${isFemale && /[вн]$/.test(surname) ? "а" : ""} ${random.pick(isFemale ? femaleNames : maleNames)}`;
      managers.push({
        code: String(managers.length + 1).padStart(4, "0"),
        name,
        team: count > 3 ? `${region.name} ${index % 2 === 0 ? "1" : "2"}` : region.name,
        region: regionIndex,
        direction: itemAt(directions, (regionIndex + index) % directions.length),
        hired: index > 0 && index === count - 1 && count > 2 ? random.between(120, 380) : -random.between(200, 3000),
        left: index === 1 && count > 3 ? random.between(200, 640) : undefined,
        isOnline: false,
      });
    }
  });
  managers.push(onlineManager(managers.length + 1));
  return managers;
}

function onlineManager(number: number): Manager {
  const code = String(number).padStart(4, "0");
  const card = { name: "Гаврилова Инна", team: "Интернет-магазин", region: 0, direction: "Хозтовары" };
  return { code, ...card, hired: -400, left: undefined, isOnline: true };
}

function makeProducts(seed: number): Product[] {
  const random = new Random(seed, "products");
  const products: Product[] = [];
  categories.forEach((category, categoryIndex) => {
    for (const [item, price] of category.items) {
      for (const [variant, factor] of category.variants) {
        random.at(products.length);
        const rounded = Math.max(1, Math.round(price * factor)) * 100;
        products.push({
          code: String(products.length + 1).padStart(5, "0"),
          sku: `${String.fromCharCode(65 + categoryIndex)}-${1000 + products.length * 7}`,
          name: `${item} ${variant}`,
          category: categoryIndex,
          direction: directions.indexOf(category.direction as (typeof directions)[number]),
          unit: category.unit,
          price: rounded,
          cost: Math.round(rounded * (0.6 + 0.18 * random.unit())),
        });
      }
    }
  });
  return products;
}

function makeRates(seed: number): Rates {
  const random = new Random(seed, "rates");
  const first = dayOf("2024-10-28");
  const rates = { days: [] as number[], USD: [] as number[], EUR: [] as number[], KZT: [] as number[] };
  let level = 1;
  for (let day = first; day <= lastDay; day += 7) {
    random.at(day - first);
    level = Math.min(1.12, Math.max(0.88, level + 0.006 * random.normal()));
    rates.days.push(day);
    rates.USD.push(Math.round(8950 * level));
    rates.EUR.push(Math.round(9740 * level * (1 + 0.005 * random.normal())));
    rates.KZT.push(Math.round(1745 * level * (1 + 0.004 * random.normal())));
  }
  return rates;
}

/** Is the manager employed on the day? */
export function isEmployed(manager: Manager, day: number): boolean {
  return manager.hired <= day && (manager.left === undefined || day <= manager.left);
}
