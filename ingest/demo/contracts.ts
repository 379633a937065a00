import { type Population, Profiles } from "./clients.ts";
import { dayOf, isoDate, lastDay } from "./days.ts";
import { Random } from "./random.ts";
import { Counts } from "./sums.ts";
import type { Table, Tables } from "./tables.ts";
import { directions } from "./vocabulary.ts";

/** Kinds of contract, the months of a term, and what a month brings in roubles. */
const frame = { name: "frame", months: 12, monthly: 60_000 } as const;
const service = { name: "service", months: 12, monthly: 18_000 } as const;
const subscription = { name: "subscription", months: 3, monthly: 6_000 } as const;
const kinds = [frame, frame, service, subscription] as const;
const equipment = ["Компрессор", "Погрузчик", "Станок", "Холодильная камера", "Весы", "Линия упаковки"] as const;

/** The chance not to renew differs between contracts as Beta(1, b): most stay, some leave at the first renewal. */
const planted = { a: 1, b: 3.5 } as const;

const header = [
  "contract_id",
  "erp_code",
  "kind",
  "subject",
  "direction",
  "starts",
  "ends",
  "renewal_months",
  "monthly_amount",
  "currency",
  "status",
  "cancelled",
  "service_due",
];

interface Term {
  readonly start: string;
  readonly months: number;
  /** Renewals made; a lost contract ended at the end of its last term. */
  readonly renewals: number;
  readonly isLost: boolean;
  /** Last day of the last term. */
  readonly end: string;
}

/** Writes contracts of one client in five. Returns what was planted: the chance not to renew, and what came of it. */
export function writeContracts(tables: Tables, population: Population) {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "contracts");
  const counts = new Counts();
  for (let client = 0; client < population.companies; client += 1) {
    if (!random.at(client).chance(0.2)) continue;
    const kind = random.pick(kinds);
    const term = drawTerm(kind.months, random);
    counts.add("contracts");
    counts.add(term.isLost ? "lost" : "held");
    if (term.renewals > 0) counts.add("renewals", term.renewals);
    writeContract(tables, profiles.of(client).code, kind, term, random);
  }
  return { not_renewed: planted, ...counts.toJSON() };
}

/** A contract begun in the last six years, and how often it was renewed by the last day. */
function drawTerm(months: number, random: Random): Term {
  const start = isoDate(lastDay - random.between(5, 2190));
  const chance = 1 - (1 - random.unit()) ** (1 / planted.b);
  let renewals = 0;
  while (dayOf(endOf(start, months * (renewals + 1))) < lastDay) {
    if (random.chance(chance))
      return { start, months, renewals, isLost: true, end: endOf(start, months * (renewals + 1)) };
    renewals += 1;
  }
  return { start, months, renewals, isLost: false, end: endOf(start, months * (renewals + 1)) };
}

/** Last day of so many months from a day on. */
function endOf(start: string, months: number): string {
  const [year = 0, month = 0, day = 0] = start.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const next = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}

function writeContract(tables: Tables, code: string, kind: (typeof kinds)[number], term: Term, random: Random): void {
  const table: Table = { source: "crm", file: "contracts.csv", entity: "contracts", header };
  const subject = kind === service ? random.pick(equipment) : "";
  const monthly = Math.round(kind.monthly * Math.exp(0.5 * random.normal()));
  const due = isoDate(lastDay + random.between(-12, 170));
  tables.add(table, [
    `K-${code}`,
    code,
    kind.name,
    subject,
    random.pick(directions),
    term.start,
    term.end,
    String(term.months),
    `${monthly}.00`,
    "RUB",
    term.isLost ? "ended" : "active",
    "",
    kind === service && !term.isLost ? due : "",
  ]);
}
