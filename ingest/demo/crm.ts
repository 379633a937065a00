import { emailOf, ownerOn, ownersOf, type Population, type Profile, Profiles } from "./clients.ts";
import { type Company, isEmployed } from "./company.ts";
import { isoDate, lastDay, monthCount, monthStart, workingDayFrom, yearOf } from "./days.ts";
import { writeDeals } from "./deals.ts";
import { itemAt, Random } from "./random.ts";
import { spacedPhone } from "./shop.ts";
import { Counts } from "./sums.ts";
import type { Table, Tables } from "./tables.ts";
import { maleNames, positions, regions, surnames, transliterate } from "./vocabulary.ts";

/** The CRM: commas, English headers, ISO dates. */
const crm = { source: "crm" } as const;
const damagedActivities: ReadonlySet<string> = new Set(["2025", "2026"]);

/** An account of the CRM that is really a client of the ERP, and how one can know. */
export interface CrmTwin {
  readonly client: string;
  readonly twin: string;
  readonly evidence: "tax_id" | "phone" | "email" | "name and city";
}

/** Writes accounts, deals, activities and surveys. Returns what was planted. */
export function writeCrm(tables: Tables, company: Company, population: Population, size: { orders: number }) {
  const accounts = writeAccounts(tables, population);
  const pipeline = writeDeals(tables, company, population, {
    deals: Math.ceil(size.orders / 40),
    prospects: accounts.prospects,
  });
  writeActivities(tables, company, population);
  writeAbsences(tables, company, population.seed);
  return { twins: accounts.twins, pipeline, surveys: writeSurveys(tables, population) };
}

/** People at clients: one or two each. */
export function writeContacts(tables: Tables, population: Population): void {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "contacts");
  const header = ["contact_id", "erp_code", "full_name", "position", "phone", "email", "is_main"];
  const table: Table = { ...crm, file: "contacts.csv", entity: "contacts", header };
  for (let client = 0; client < population.companies; client += 1) {
    const profile = profiles.of(client);
    const people = random.at(client).chance(0.35) ? 2 : 1;
    for (let person = 1; person <= people; person += 1) {
      const name = `${random.pick(surnames)} ${random.pick(maleNames)}`;
      const email = `${transliterate(name).slice(0, 14)}.${client + 1}-${person}@${itemAt(regions, profile.region).domain}`;
      const phone = person === 1 ? profile.phone : `+7495${String(1_000_000 + ((client * 7919) % 8_999_993))}`;
      const id = `P-${String(client + 1).padStart(6, "0")}-${person}`;
      tables.add(table, [id, profile.code, name, random.pick(positions), phone, email, person === 1 ? "yes" : "no"]);
    }
  }
}

const accountHeader = [
  "account_id",
  "account_name",
  "tax_number",
  "type",
  "industry",
  "region",
  "city",
  "country",
  "phone",
  "email",
  "created",
];
const evidences = ["tax_id", "phone", "email", "name and city"] as const;

/** Accounts typed into the CRM by hand: one in twenty clients of the ERP once more, and prospects that never bought. */
function writeAccounts(tables: Tables, population: Population) {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "accounts");
  const table: Table = { ...crm, file: "accounts.csv", entity: "clients", header: accountHeader };
  const twins: CrmTwin[] = [];
  let number = 0;
  for (let client = 3; client < population.companies; client += 20) {
    const profile = profiles.of(client);
    const evidence = itemAt(evidences, twins.length % evidences.length);
    number += 1;
    tables.add(table, twinAccount(profile, accountId(number), evidence, random.at(client)));
    twins.push({ client: `erp:${profile.code}`, twin: `crm:${accountId(number)}`, evidence });
  }
  const firstProspect = number + 1;
  const strangers = Math.max(5, Math.floor(population.companies / 25));
  for (let index = 0; index < strangers; index += 1) {
    number += 1;
    const stranger = profiles.of(population.companies + population.shoppers + 1000 + index);
    tables.add(table, prospectAccount(stranger, accountId(number), random.at(index, 1)));
  }
  const prospects = Array.from({ length: strangers }, (_, index) => accountId(firstProspect + index));
  return { twins, prospects };
}

function accountId(number: number): string {
  return `A-${String(number).padStart(5, "0")}`;
}

/** The same company as somebody typed it, with one thing in common that identifies it. */
function twinAccount(profile: Profile, id: string, evidence: CrmTwin["evidence"], random: Random): string[] {
  const spellings = [
    `${profile.form} ${profile.baseName.toUpperCase()}`,
    profile.baseName,
    `${profile.baseName}, ${profile.form}`,
    `${profile.form}  ${profile.baseName}`,
  ];
  return [
    id,
    evidence === "name and city" ? `${profile.baseName} (${profile.form})` : random.pick(spellings),
    evidence === "tax_id" ? profile.taxId : "",
    profile.isPerson ? "person" : "company",
    "",
    itemAt(regions, profile.region).name,
    profile.city,
    profile.country,
    evidence === "phone" ? spacedPhone(profile.phone) : "",
    evidence === "email" ? emailOf(profile).toUpperCase() : "",
    isoDate(random.between(0, 700)),
  ];
}

function prospectAccount(stranger: Profile, id: string, random: Random): string[] {
  const region = itemAt(regions, stranger.region);
  const name = `${random.pick(region.first)}-${random.pick(region.second)} ${random.between(100, 999)}`;
  const phone = `+7812${random.between(1_000_000, 9_999_999)}`;
  return [
    id,
    name,
    "",
    "company",
    "",
    region.name,
    stranger.city,
    stranger.country,
    phone,
    "",
    isoDate(random.between(0, lastDay)),
  ];
}

const activityHeader = [
  "activity_id",
  "erp_code",
  "owner_code",
  "kind",
  "direction",
  "planned_at",
  "done_at",
  "minutes",
  "is_automatic",
  "subject",
  "outcome",
];
const subjects = ["Знакомство", "Годовой договор", "Новый ассортимент", "Разбор рекламации", "Сверка"] as const;
const outcomes = ["agreed", "follow-up", "no interest", "postponed"] as const;
const kinds = ["meeting", "visit", "visit", "email", "message"] as const;

/** Meetings, visits and letters: every client about once in two months; some planned for the weeks after the last day. */
function writeActivities(tables: Tables, company: Company, population: Population): void {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "activities");
  const owners = new Random(population.seed, "owners");
  for (let client = 0; client < population.companies; client += 1) {
    const profile = profiles.of(client);
    const spells = ownersOf(company, profile, owners);
    const care = 0.15 + 0.6 * random.at(client, 99).unit();
    for (let month = 0; month <= monthCount; month += 1) {
      random.at(client, month);
      const isPlanned = random.chance(month === monthCount ? 0.12 : care);
      const day = workingDayFrom(monthStart(month) + random.between(0, 26));
      if (isPlanned && day >= profile.firstSeen)
        writeActivity(tables, profile, ownerOn(spells, day).code, { day, month }, random);
    }
  }
}

function writeActivity(
  tables: Tables,
  profile: Profile,
  owner: string,
  when: { day: number; month: number },
  random: Random,
): void {
  const isDone = when.day <= lastDay && random.chance(0.9);
  const kind = random.pick(kinds);
  const time = `${isoDate(when.day)}T${String(random.between(6, 14)).padStart(2, "0")}:${random.chance(0.5) ? "00" : "30"}:00Z`;
  const year = when.day > lastDay ? yearOf(lastDay) : yearOf(when.day);
  const table: Table = { ...crm, file: `activities-${year}.csv`, entity: "interactions", header: activityHeader };
  tables.add(damagedActivities.has(year) ? { ...table, weak: { key: 0, number: 7, date: 5, required: 3 } } : table, [
    `V-${profile.code}-${String(when.month).padStart(2, "0")}`,
    profile.code,
    owner,
    kind,
    kind === "email" || kind === "message" ? random.pick(["in", "out", "out"]) : "out",
    time,
    isDone ? time : "",
    isDone ? String(random.between(1, 9) * 10) : "",
    "no",
    random.pick(subjects),
    isDone ? random.pick(outcomes) : "",
  ]);
}

/** Leave: two weeks each summer, a week in spring for some. Contacts are not moved for it: colleagues stand in. */
function writeAbsences(tables: Tables, company: Company, seed: number): void {
  const random = new Random(seed, "absences");
  const header = ["employee_code", "from", "to", "reason"];
  const table: Table = { ...crm, file: "absences.csv", entity: "absences", header };
  tables.ensure(table);
  company.managers.forEach((manager, index) => {
    for (const month of [6, 18]) {
      const first = monthStart(month + random.at(index, month).between(0, 3)) + random.between(0, 14);
      if (isEmployed(manager, first)) tables.add(table, [manager.code, isoDate(first), isoDate(first + 13), "leave"]);
    }
  });
}

const surveyHeader = [
  "answer_id",
  "erp_code",
  "wave",
  "question",
  "score",
  "scale_min",
  "scale_max",
  "invited",
  "answered",
  "comment",
];
const comments = [
  "Всё устраивает",
  "Хотелось бы быстрее доставку",
  'Хороший менеджер, "спасибо"',
  "Цены выше рынка",
  "",
] as const;

/** One NPS wave a quarter, to a seventh of the clients; a third answers. Returns what was answered by wave. */
function writeSurveys(tables: Tables, population: Population) {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "surveys");
  const waves: Record<string, Counts> = {};
  for (let quarter = 0; quarter < 8; quarter += 1) {
    const day = workingDayFrom(monthStart(quarter * 3) + 20);
    const wave = `${yearOf(day)}-Q${Math.floor((Number(isoDate(day).slice(5, 7)) - 1) / 3) + 1}`;
    const counts = new Counts();
    waves[wave] = counts;
    for (let client = 0; client < population.companies; client += 1) {
      if (!random.at(client, quarter).chance(0.14) || profiles.of(client).firstSeen > day) continue;
      writeAnswer(tables, profiles.of(client).code, { wave, day }, counts, random);
    }
  }
  return waves;
}

function writeAnswer(
  tables: Tables,
  code: string,
  asked: { wave: string; day: number },
  counts: Counts,
  random: Random,
): void {
  const isAnswered = random.chance(0.36);
  const roll = random.unit();
  const score = roll < 0.5 ? random.between(9, 10) : roll < 0.82 ? random.between(7, 8) : random.between(0, 6);
  const answered = isoDate(asked.day + random.between(0, 9));
  const table: Table = {
    ...crm,
    file: `surveys-${asked.wave.slice(0, 4)}.csv`,
    entity: "surveys",
    header: surveyHeader,
  };
  counts.add("invited");
  if (isAnswered) counts.add("answered");
  if (isAnswered) counts.add(score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors");
  tables.add(table, [
    `S-${asked.wave}-${code}`,
    code,
    asked.wave,
    "nps",
    isAnswered ? String(score) : "",
    "0",
    "10",
    isoDate(asked.day),
    isAnswered ? answered : "",
    isAnswered ? random.pick(comments) : "",
  ]);
}
