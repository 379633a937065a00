import { type Population, roleOf } from "./clients.ts";
import { itemAt } from "./random.ts";
import type { Order } from "./sales.ts";
import { isValid } from "./truth.ts";

const windowMonths = 12;
const firstMonth = 12;
const keyFrom = 0.8;
const mediumFrom = 0.5;
const occasionalBelow = 1 / 3;

/** Classes of clients by volume, as `metrics.client_classes` names them. */
export type VolumeClass = "new" | "inactive" | "occasional" | "key" | "medium" | "small";

/**
 * Finds the volume class of every client by models.md §1.1 with the default settings: net amount by month, twelve months to the last,
 * quantiles 0.8 and 0.5, occasional below a third. A second, independent implementation: nothing of the models is used.
 */
export class Classes {
  readonly #population: Population;
  readonly #volume: Float64Array;
  readonly #months: Uint16Array;
  readonly #orders: Int32Array;
  readonly #first: Int8Array;

  constructor(population: Population) {
    const total = population.companies + population.shoppers;
    this.#population = population;
    this.#volume = new Float64Array(total);
    this.#months = new Uint16Array(total);
    this.#orders = new Int32Array(total);
    this.#first = new Int8Array(total).fill(-1);
  }

  /** `worth` in ten-thousandths of the reporting currency. Orders come in order of days. */
  addOrder(order: Order, worth: number): void {
    if (!isValid(order)) return;
    const { client } = order.profile;
    if (this.#first[client] === -1) this.#first[client] = order.month;
    if (order.month < firstMonth) return;
    this.#volume[client] = (this.#volume[client] ?? 0) + worth;
    this.#orders[client] = (this.#orders[client] ?? 0) + 1;
    this.#months[client] = (this.#months[client] ?? 0) | (1 << (order.month - firstMonth));
  }

  /** Returns count in the period of their order. They never take back a whole line, so no month becomes empty. */
  addReturn(order: Order, worth: number): void {
    if (!isValid(order) || order.month < firstMonth) return;
    this.#volume[order.profile.client] = (this.#volume[order.profile.client] ?? 0) - worth;
  }

  /** The class of each client that ever bought, and how many there are of each. */
  settle(): { counts: Record<VolumeClass, number>; classOf: (client: number) => VolumeClass | undefined } {
    const averages = this.#averages();
    const [keyCut, mediumCut] = [quantile(averages, keyFrom), quantile(averages, mediumFrom)];
    const counts = { new: 0, inactive: 0, occasional: 0, key: 0, medium: 0, small: 0 };
    const classOf = (client: number) => this.#classOf(client, keyCut, mediumCut);
    for (let client = 0; client < this.#volume.length; client += 1) {
      const found = classOf(client);
      if (found !== undefined) counts[found] += 1;
    }
    return { counts, classOf };
  }

  /** Clients whose class was meant when they were planted. */
  planted(): readonly { client: number; role: string }[] {
    return Array.from({ length: this.#population.perClass * 4 }, (_, client) => ({
      client,
      role: roleOf(this.#population, client),
    }));
  }

  #averages(): Float64Array {
    const averages: number[] = [];
    for (let client = 0; client < this.#volume.length; client += 1) {
      if (this.#early(client) === undefined) averages.push(this.#average(client));
    }
    return Float64Array.from(averages).sort();
  }

  #classOf(client: number, keyCut: number, mediumCut: number): VolumeClass | undefined {
    if (this.#first[client] === -1) return undefined;
    const early = this.#early(client);
    if (early !== undefined) return early;
    const average = this.#average(client);
    return average > keyCut ? "key" : average > mediumCut ? "medium" : "small";
  }

  /** Rules 1 to 3; undefined when the volume decides. */
  #early(client: number): VolumeClass | undefined {
    if (itemAt(this.#first, client) === -1) return "new";
    if (this.#orders[client] === 0) return "inactive";
    const isRare = bits(itemAt(this.#months, client)) / this.#eligible(client) < occasionalBelow;
    return this.#orders[client] === 1 || isRare ? "occasional" : undefined;
  }

  #average(client: number): number {
    return itemAt(this.#volume, client) / this.#eligible(client);
  }

  #eligible(client: number): number {
    return Math.min(windowMonths, firstMonth + windowMonths - itemAt(this.#first, client));
  }
}

/** R's type 7, over sorted values. */
function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return 0;
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const left = itemAt(sorted, low);
  return left + (place - low) * (itemAt(sorted, Math.min(low + 1, sorted.length - 1)) - left);
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
