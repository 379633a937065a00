import { addDays, asOf, type Client } from "./odd-company.ts";

type Maybe<T> = T | null;

/** Draws from a seed, so that a company is made the same each time. */
type Random = () => number;

/** What a card tells of a client beside its name: for many clients not much, and for one all but nothing. */
export function detailClients(clients: readonly Client[], random: Random) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return clients.map((client, index) => {
    const kind = pick(["company", "company", "person", null]);
    const birthday = addDays(asOf, Math.floor(random() * 80) - 20).slice(4);
    const birth_date = index % 20 === 7 ? "2004-02-29" : `${2000 + Math.floor(random() * 12)}${birthday}`;
    return {
      ...client,
      kind,
      industry: kind === "person" ? null : pick(["building", "farming", "trade", null]),
      size: pick(["small", "large", null]),
      birth_date: kind === "person" || index % 20 === 7 ? birth_date : null,
      is_opted_out: pick([null, false, false, true]),
    };
  });
}

/** Contracts of every kind of end: none, a term, one renewed in silence, one called off, or called ended without a day. */
export function makeContracts(clients: readonly Client[], random: Random): readonly Contract[] {
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return Array.from({ length: 160 }, (_, index) => {
    const start_date = addDays("2024-11-01", below(600));
    const months = pick([null, 1, 3, 6, 12]);
    const status = pick(["active", "active", null, "ended", "cancelled"]);
    const isCalledOff = status === "cancelled" && index % 5 !== 0;
    return {
      contract_id: `v${index}`,
      client_id: index % 19 === 5 ? null : pick(clients).client_id,
      name: pick(["Lift", "Crane", null]),
      kind: pick(["service", "frame", null]),
      start_date,
      end_date: random() < 0.6 ? addDays(start_date, 20 + below(500)) : null,
      renewal_months: months,
      monthly_amount: random() < 0.8 ? (1 + below(90000)) / 100 : null,
      currency: pick([null, "USD", "XXX"]),
      status,
      cancelled_date: isCalledOff ? addDays(start_date, below(600) - 5) : null,
      service_due_date: random() < 0.5 ? addDays(asOf, below(120) - 60) : null,
    };
  });
}

export interface Contract {
  readonly contract_id: string;
  readonly client_id: Maybe<string>;
  readonly name: Maybe<string>;
  readonly kind: Maybe<string>;
  readonly start_date: string;
  readonly end_date: Maybe<string>;
  readonly renewal_months: Maybe<number>;
  readonly monthly_amount: Maybe<number>;
  readonly currency: Maybe<string>;
  readonly status: Maybe<string>;
  readonly cancelled_date: Maybe<string>;
  readonly service_due_date: Maybe<string>;
}
