import { groupBy } from "../../dashboards/figures.ts";
import { daysBetween } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Figures, Oracle } from "./oracle.ts";
import { classifyClients } from "./plain-classes.ts";
import { placeOf } from "./plain-goods.ts";
import { valueOrders } from "./plain-sales.ts";
import { wilson } from "./plain-surveys.ts";

/** A client as portraits see it: whether it bought, its segments, and each known value of each trait. */
interface Sitter {
  readonly client_id: string;
  readonly isBuyer: boolean;
  readonly isOptedOut: boolean;
  readonly segments: Readonly<Record<string, string>>;
  readonly traits: readonly (readonly [string, string])[];
}

/** Reads what each client is like, whether it ever bought or not. */
function listSitters(company: Odd, asOf: string): readonly Sitter[] {
  const year = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const classes = new Map(classifyClients(company, asOf).map(({ client, published }) => [client, published]));
  const orders = groupBy(
    valueOrders(company, asOf).filter(({ isValid }) => isValid),
    ({ client_id }) => client_id,
  );
  const channels = new Map(company.orders.map(({ order_id, channel }) => [order_id, channel ?? "unknown"]));
  const lines = groupBy(company.order_lines, ({ order_id }) => order_id);
  const categories = new Map(company.products.map(({ product_id, category }) => [product_id, category ?? "unknown"]));
  return company.clients.map((client) => {
    const own = orders.get(client.client_id) ?? [];
    const recent = own.filter(({ order_date }) => order_date > year).map(({ order_id }) => order_id);
    const bought = recent.flatMap((order) => (lines.get(order) ?? []).filter(({ quantity }) => quantity > 0));
    const region = placeOf(company, client.client_id, asOf);
    const first = own.map(({ order_date }) => order_date).sort()[0];
    const values: readonly (readonly [string, string | null])[] = [
      ["industry", client.industry],
      ["region", region],
      ["size", client.size],
      ["kind", client.kind],
      ["age", client.birth_date === null || client.kind === "company" ? null : bandOf(client.birth_date, asOf)],
      ["years_with_us", first === undefined ? null : yearsOf(daysBetween(first, asOf))],
      ["channel", mostOf(recent.map((order) => channels.get(order) ?? "unknown"))],
      ...[...new Set(bought.map(({ product_id }) => categories.get(product_id) ?? "unknown"))].map(
        (category) => ["category", category] as const,
      ),
    ];
    return {
      client_id: client.client_id,
      isBuyer: own.length > 0,
      isOptedOut: client.is_opted_out === true,
      segments: { class: classes.get(client.client_id) ?? "new", region },
      traits: values.flatMap(([trait, value]) =>
        value === null || value === "unknown" ? [] : [[trait, value] as const],
      ),
    };
  });
}

function bandOf(birth: string, asOf: string): string {
  const age = Number(asOf.slice(0, 4)) - Number(birth.slice(0, 4)) - Number(asOf.slice(5) < birth.slice(5));
  if (age < 25) return "0-24";
  const from = Math.floor((age - 25) / 10) * 10 + 25;
  return from >= 65 ? "65+" : `${from}-${from + 9}`;
}

const yearsOf = (days: number) => (days < 365 ? "0" : days < 730 ? "1" : days < 1826 ? "2-4" : "5+");

function mostOf(values: readonly string[]): string | null {
  const count = (value: string) => values.filter((one) => one === value).length;
  return [...new Set(values)].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0] ?? null;
}

interface Leaning {
  readonly segmentation: string;
  readonly segment: string;
  readonly trait: string;
  readonly value: string;
  readonly index: number;
  readonly leaning: string;
  readonly figures: Figures;
}

/** How common each value of a trait is in a segment, against all buyers of whom the trait is known (models.md, portraits). */
function drawPortraits(sitters: readonly Sitter[]): readonly Leaning[] {
  const buyers = sitters.filter(({ isBuyer }) => isBuyer);
  const knows = (trait: string) => buyers.filter(({ traits }) => traits.some(([name]) => name === trait));
  const has = (those: readonly Sitter[], trait: string, value: string) =>
    those.filter(({ traits }) => traits.some(([name, one]) => name === trait && one === value)).length;
  const values = new Set(buyers.flatMap(({ traits }) => traits.map(([trait, value]) => `${trait}|${value}`)));
  const segments = new Set(
    buyers.flatMap((one) => Object.entries(one.segments).map(([kind, name]) => `${kind}|${name}`)),
  );
  return [...segments].flatMap((name) => {
    const [segmentation = "", segment = ""] = name.split("|");
    return [...values].flatMap((pair): readonly Leaning[] => {
      const [trait = "", value = ""] = pair.split("|");
      const known = knows(trait);
      const own = known.filter((one) => one.segments[segmentation] === segment);
      if (trait === segmentation || own.length === 0) return [];
      const [hits, all] = [has(own, trait, value), has(known, trait, value)];
      const [share, base] = [hits / own.length, all / known.length];
      const [lower, upper] = wilson(hits, own.length);
      const isFew = own.length < 30 || all < 10;
      const leaning = isFew ? "none" : lower > base ? "over" : upper < base ? "under" : "none";
      const counts = [own.length, hits, share, lower, upper, known.length, all, share / base];
      const figures = [...counts, leaning, isFew ? "low_n" : "ok"];
      return [{ segmentation, segment, trait, value, index: share / base, leaning, figures }];
    });
  });
}

function tellPortraits(company: Odd, asOf: string): Record<string, Figures> {
  const portraits = drawPortraits(listSitters(company, asOf));
  return Object.fromEntries(
    portraits.map((one) => [`${one.segmentation} ${one.segment} ${one.trait} ${one.value}`, one.figures]),
  );
}

/** Clients most like key clients, by the traits that are common among these beyond chance. */
function listLookAlikes(company: Odd, asOf: string): Record<string, Figures> {
  const sitters = listSitters(company, asOf);
  const traits = drawPortraits(sitters)
    .filter(({ segmentation, segment, leaning }) => `${segmentation} ${segment} ${leaning}` === "class key over")
    .sort((a, b) => b.index - a.index || (`${a.trait} ${a.value}` < `${b.trait} ${b.value}` ? -1 : 1));
  const keys = sitters.filter(({ isBuyer, segments }) => isBuyer && segments.class === "key").length;
  const ranked = sitters
    .map((sitter) => {
      const shared = traits.filter(({ trait, value }) =>
        sitter.traits.some(([name, one]) => name === trait && one === value),
      );
      const score = shared.reduce((sum, { index }) => sum + Math.round(Math.log(index) * 1e9), 0) / 1e9;
      return { ...sitter, shared, score, group: sitter.isBuyer ? (sitter.segments.class ?? "") : "prospect" };
    })
    .filter(
      ({ shared, isOptedOut, group }) => shared.length > 0 && !isOptedOut && group !== "key" && group !== "inactive",
    )
    .sort((a, b) => b.score - a.score || (a.client_id < b.client_id ? -1 : 1))
    .slice(0, 200);
  return Object.fromEntries(
    ranked.map(({ client_id, group, score, shared }, index) => [
      client_id,
      [index + 1, group, score, shared.length, shared[0]?.trait ?? null, shared[0]?.value ?? null, keys],
    ]),
  );
}

export const portraitOracles: readonly Oracle[] = [
  {
    says: "what classes and regions of clients are like, against all",
    relations: ["metrics.client_portrait"],
    sql: `select segmentation || ' ' || segment || ' ' || trait || ' ' || value as key, client_count as a, value_count as b,
      share as c, share_lower as d, share_upper as e, base_client_count as f, base_value_count as g, index_ratio as h,
      leaning as i, quality_flag as j from metrics.client_portrait where segmentation <> 'rfm'`,
    plain: tellPortraits,
  },
  {
    says: "who resembles key clients",
    relations: ["metrics.client_look_alikes"],
    sql: `select client_id as key, place as a, class as b, score as c, matched_trait_count as d, first_trait as e,
      first_value as f, key_client_count as g from metrics.client_look_alikes`,
    plain: listLookAlikes,
  },
];
