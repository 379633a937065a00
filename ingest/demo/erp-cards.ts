import { comma } from "./amounts.ts";
import { writeCatalogue } from "./catalogue.ts";
import { emailOf, ownersOf, type Population, Profiles } from "./clients.ts";
import type { Company, Manager, Rates } from "./company.ts";
import { dayCount, holidays, lastDay, russianDate, yearOf } from "./days.ts";
import { erp } from "./erp.ts";
import { itemAt, Random } from "./random.ts";
import type { Table, Tables } from "./tables.ts";
import { regions } from "./vocabulary.ts";

/** Writes what does not grow with orders: clients, owners, managers, products, rates, holidays. */
export function writeMasterData(tables: Tables, company: Company, population: Population): void {
  writeClients(tables, company, population);
  writeManagers(tables, company.managers);
  writeCatalogue(tables, company.products);
  writeRates(tables, company.rates);
  for (const [day, name] of holidays) {
    const table: Table = { ...erp, file: "holidays.csv", entity: "calendar", header: ["Дата", "Праздник"] };
    tables.add(table, [`${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`, name]);
  }
}

const clientHeader = [
  "Код",
  "Наименование",
  "ИНН",
  "Вид",
  "Отрасль",
  "Регион",
  "Город",
  "Страна",
  "Численность",
  "Пол",
  "Дата рождения",
  "Телефон",
  "Эл. почта",
  "Менеджер",
  "Дата регистрации",
  "Не звонить",
  "Не звонить с",
];

function writeClients(tables: Tables, company: Company, population: Population): void {
  const profiles = new Profiles(population);
  const random = new Random(population.seed, "owners");
  const wishes = new Random(population.seed, "opted out");
  const clients: Table = { ...erp, file: "clients.csv", entity: "clients", header: clientHeader };
  const owners: Table = {
    ...erp,
    file: "client-owners.csv",
    entity: "client_owners",
    header: ["Клиент", "Менеджер", "С", "По"],
  };
  for (let client = 0; client < population.companies; client += 1) {
    const profile = profiles.of(client);
    const spells = ownersOf(company, profile, random);
    const wish = wishes.at(client);
    const isOptedOut = wish.chance(0.02);
    tables.add(clients, [
      profile.code,
      profile.name,
      profile.taxId,
      profile.isPerson ? "Физлицо" : "Юрлицо",
      profile.industry,
      itemAt(regions, profile.region).name,
      profile.city,
      profile.country,
      profile.size,
      profile.gender === undefined ? "" : profile.gender === "male" ? "М" : "Ж",
      profile.birthDay === undefined ? "" : russianDate(profile.birthDay),
      profile.phone,
      emailOf(profile),
      itemAt(spells, spells.length - 1).manager.code,
      russianDate(profile.firstSeen),
      isOptedOut ? "да" : "",
      isOptedOut ? russianDate(wish.between(Math.max(0, profile.firstSeen), lastDay)) : "",
    ]);
    for (const { manager, from, to } of spells) {
      tables.add(owners, [profile.code, manager.code, russianDate(from), to === undefined ? "" : russianDate(to)]);
    }
  }
}

function writeManagers(tables: Tables, managers: readonly Manager[]): void {
  const header = ["Табельный номер", "ФИО", "Команда", "Регион", "Направление", "Принят", "Уволен"];
  const table: Table = { ...erp, file: "managers.csv", entity: "managers", header };
  for (const { code, name, team, region, direction, hired, left } of managers) {
    const last = left === undefined ? "" : russianDate(left);
    tables.add(table, [code, name, team, itemAt(regions, region).name, direction, russianDate(hired), last]);
  }
}

function writeRates(tables: Tables, rates: Rates): void {
  rates.days.forEach((day, index) => {
    if (day >= dayCount || day > lastDay) return;
    const table: Table = {
      ...erp,
      file: `exchange-rates-${yearOf(day)}.csv`,
      entity: "exchange_rates",
      header: ["Валюта", "Дата", "Курс"],
    };
    tables.add(table, ["USD", russianDate(day), comma(itemAt(rates.USD, index))]);
    tables.add(table, ["EUR", russianDate(day), comma(itemAt(rates.EUR, index))]);
    tables.add(table, ["KZT", russianDate(day), `0,${String(itemAt(rates.KZT, index)).padStart(4, "0")}`]);
  });
}
