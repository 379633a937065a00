import { ownerOn, ownersOf, type Population, Profiles } from "./clients.ts";
import type { Company } from "./company.ts";
import { isoDate, lastDay, workingDayFrom, yearOf } from "./days.ts";
import { itemAt, Random } from "./random.ts";
import { Counts } from "./sums.ts";
import type { Table, Tables } from "./tables.ts";
import { directions } from "./vocabulary.ts";

/** Stages with the probability of getting on, the days spent, and what managers believe, in percent. */
const stages = [
  { name: "Лид", on: 0.78, days: 9, belief: 10 },
  { name: "Квалификация", on: 0.72, days: 14, belief: 25 },
  { name: "Предложение", on: 0.66, days: 20, belief: 50 },
  { name: "Переговоры", on: 0.7, days: 17, belief: 75 },
] as const;
const won = "Выиграна";
const lost = "Проиграна";

const dealHeader = [
  "deal_id",
  "erp_code",
  "account_id",
  "owner_code",
  "title",
  "stage",
  "status",
  "amount",
  "probability_percent",
  "created",
  "expected_close",
  "closed",
  "lost_reason",
  "competitor",
];
const lostReasons = ["Цена", "Сроки", "Нет в наличии", "Выбрали другого", "Отложили"] as const;
const competitors = ["СтройОптима", "МегаСнаб", "ТоргАльянс", "УниверсалОпт"] as const;

interface Move {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/** Writes deals and their moves. Returns the true probabilities and what came of the deals. */
export function writeDeals(
  tables: Tables,
  company: Company,
  population: Population,
  size: { deals: number; prospects: readonly string[] },
) {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "deals");
  const owners = new Random(population.seed, "owners");
  const counts = new Counts();
  for (let deal = 1; deal <= size.deals; deal += 1) {
    random.at(deal);
    const profile = profiles.of(random.between(0, population.companies - 1));
    const created = workingDayFrom(random.between(0, lastDay - 3));
    const owner = ownerOn(ownersOf(company, profile, owners), created);
    const prospect = random.chance(0.12) ? random.pick(size.prospects) : undefined;
    const moves = drawMoves(created, random);
    counts.add("deals");
    counts.add("stage_changes", moves.length);
    counts.add(statusOf(moves));
    writeDeal(
      tables,
      {
        id: dealId(deal),
        erpCode: prospect === undefined ? profile.code : "",
        account: prospect ?? "",
        owner: owner.code,
        moves,
      },
      random,
    );
    for (const move of moves) writeMove(tables, dealId(deal), move);
  }
  return { stages: stages.map(({ name, on }) => ({ stage: name, passes_on_probability: on })), ...counts.toJSON() };
}

function dealId(deal: number): string {
  return `D-${String(deal).padStart(6, "0")}`;
}

/** The moves of a deal up to the last day; the first creates it. */
function drawMoves(created: number, random: Random): Move[] {
  const moves: Move[] = [];
  let day = created;
  let from = "";
  for (const stage of stages) {
    if (day > lastDay) return moves;
    moves.push({ day, from, to: stage.name });
    from = stage.name;
    day += 1 + Math.round(stage.days * random.erlang(2));
    if (random.chance(stage.on)) continue;
    if (day <= lastDay) moves.push({ day, from, to: lost });
    return moves;
  }
  if (day <= lastDay) moves.push({ day, from, to: won });
  return moves;
}

function statusOf(moves: readonly Move[]): "open" | "won" | "lost" {
  const { to } = itemAt(moves, moves.length - 1);
  return to === won ? "won" : to === lost ? "lost" : "open";
}

interface Deal {
  readonly id: string;
  readonly erpCode: string;
  readonly account: string;
  readonly owner: string;
  readonly moves: readonly Move[];
}

function writeDeal(tables: Tables, deal: Deal, random: Random): void {
  const last = itemAt(deal.moves, deal.moves.length - 1);
  const first = itemAt(deal.moves, 0);
  const status = statusOf(deal.moves);
  const amount = Math.round(45 * Math.exp(0.8 * random.normal())) * 10_000;
  const direction = random.pick(directions);
  const [reason, competitor] = [random.pick(lostReasons), random.pick(competitors)];
  const belief =
    status === "won" ? 100 : status === "lost" ? 0 : (stages.find(({ name }) => name === last.to)?.belief ?? 0);
  const table: Table = { source: "crm", file: "deals.csv", entity: "deals", header: dealHeader };
  tables.add(table, [
    deal.id,
    deal.erpCode,
    deal.account,
    deal.owner,
    `${direction}, поставка`,
    last.to,
    status,
    `${amount}.00`,
    String(belief),
    isoDate(first.day),
    isoDate(first.day + random.between(40, 90)),
    status === "open" ? "" : isoDate(last.day),
    status === "lost" ? reason : "",
    status === "lost" && reason === "Выбрали другого" ? competitor : "",
  ]);
}

function writeMove(tables: Tables, id: string, move: Move): void {
  const file = `deal-stages-${yearOf(move.day)}.csv`;
  const header = ["deal_id", "changed_at", "from_stage", "to_stage"];
  const table: Table = { source: "crm", file, entity: "deal_stage_changes", header };
  tables.add(table, [id, `${isoDate(move.day)}T09:00:00Z`, move.from, move.to]);
}
