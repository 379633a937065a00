import { point } from "./amounts.ts";
import type { Company } from "./company.ts";
import { dayOf, isoDate, monthCount, monthStart } from "./days.ts";
import { itemAt, Random } from "./random.ts";
import type { Line, Order } from "./sales.ts";
import type { Tables } from "./tables.ts";
import { directions, regions } from "./vocabulary.ts";
import { type Cell as BookCell, writeWorkbook } from "./workbook.ts";

/** A plan version: the months it speaks of and the day it was approved. */
interface Version {
  readonly name: string;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly approved: string;
  /** How far from the truth planners were: the first version knows less. */
  readonly spread: number;
}

const versions: readonly Version[] = [
  { name: "1", file: "sales-plans-2024-v1.xlsx", from: 0, to: 1, approved: "2024-10-25", spread: 0.09 },
  { name: "1", file: "sales-plans-2025-v1.xlsx", from: 2, to: 13, approved: "2024-12-20", spread: 0.13 },
  { name: "2", file: "sales-plans-2025-v2.xlsx", from: 8, to: 13, approved: "2025-06-20", spread: 0.08 },
  { name: "1", file: "sales-plans-2026-v1.xlsx", from: 14, to: 23, approved: "2025-12-19", spread: 0.13 },
  { name: "2", file: "sales-plans-2026-v2.xlsx", from: 20, to: 23, approved: "2026-06-19", spread: 0.08 },
];

/** Plans stand a little above what was sold, so that attainment averages just under 100 %. */
const stretch = 1.015;
const step = 5_000_00;

/**
 * Plans by month, region, manager and direction. They are derived from what was sold, blurred by planner and month,
 * since a plan made up beforehand would be far off at every size but one.
 */
export class Plans {
  readonly #company: Company;
  readonly #sold: Float64Array;
  readonly #owners: number;

  constructor(company: Company) {
    this.#company = company;
    this.#owners = company.managers.length;
    this.#sold = new Float64Array(monthCount * regions.length * this.#owners * directions.length);
  }

  /** `worth` of a line of a valid order, in ten-thousandths of a rouble. */
  addLine(order: Order, line: Line, worth: number): void {
    const place = this.#place(order.month, order.profile.region, order.owner, this.#directionOf(line));
    this.#sold[place] = (this.#sold[place] ?? 0) + worth;
  }

  addReturn(order: Order, line: Line, worth: number): void {
    if (order.status !== "cancelled") this.addLine(order, line, -worth);
  }

  /** Writes all versions. Returns the sum planned by the versions in force, in kopecks. */
  write(tables: Tables, seed: number): bigint {
    const random = new Random(seed, "plans");
    let inForce = 0n;
    for (const version of versions) {
      const rows: (readonly BookCell[])[] = [];
      for (let month = version.from; month <= version.to; month += 1) {
        for (const cell of this.#cells(month)) {
          const amount = this.#amountOf(version, cell, random);
          rows.push(this.#row(version, month, cell, amount));
          if (isInForce(version, month)) inForce += BigInt(amount);
        }
      }
      writeVersion(tables, version, rows);
    }
    return inForce;
  }

  #amountOf(version: Version, cell: Cell, random: Random): number {
    random.at(cell.place, version.name === "1" ? 1 : 2);
    const skill = 0.94 + 0.12 * new Random(cell.owner, "skill").unit();
    const sold = itemAt(this.#sold, cell.place) / 100;
    return Math.max(step, Math.round((sold * stretch * skill * (1 + version.spread * random.normal())) / step) * step);
  }

  #row(version: Version, month: number, cell: Cell, amount: number): readonly BookCell[] {
    return [
      `${version.name}-${String(cell.place).padStart(6, "0")}`,
      bookDay(monthStart(month)),
      itemAt(regions, cell.region).name,
      itemAt(this.#company.managers, cell.owner).code,
      itemAt(directions, cell.direction),
      { number: point(amount) },
      version.name,
      bookDay(dayOf(version.approved)),
    ];
  }

  /** What was sold in a month, by region, owner and direction. */
  *#cells(month: number): Generator<Cell> {
    for (let region = 0; region < regions.length; region += 1) {
      for (let owner = 0; owner < this.#owners; owner += 1) {
        for (let direction = 0; direction < directions.length; direction += 1) {
          const place = this.#place(month, region, owner, direction);
          if (itemAt(this.#sold, place) > 0) yield { place, region, owner, direction };
        }
      }
    }
  }

  #place(month: number, region: number, owner: number, direction: number): number {
    return ((month * regions.length + region) * this.#owners + owner) * directions.length + direction;
  }

  #directionOf(line: Line): number {
    return itemAt(this.#company.products, line.product).direction;
  }
}

/** Of two versions for a month the later one counts. */
function isInForce(version: Version, month: number): boolean {
  return !versions.some((other) => other.name > version.name && month >= other.from && month <= other.to);
}

/** Planners draw tables: a title over all columns, and names in two rows of merged cells. */
function writeVersion(tables: Tables, version: Version, rows: readonly (readonly BookCell[])[]): void {
  const year = isoDate(monthStart(version.from)).slice(0, 4);
  const title = `План продаж на ${year} год, версия ${version.name}`;
  const groups = ["Код плана", "Месяц", "Кому", undefined, undefined, "План", undefined, "Утверждён"];
  const names = [undefined, undefined, "Регион", "Менеджер", "Направление", "Сумма, ₽", "Версия", undefined];
  const text = writeWorkbook({
    name: "План",
    rows: [[title], [], groups, names, ...rows],
    merges: ["A1:H1", "A3:A4", "B3:B4", "C3:E3", "F3:G3", "H3:H4"],
  });
  const place = { source: "erp", file: version.file, entity: "sales_plans" } as const;
  tables.addDocument(place, { text, rows: rows.length, format: "xlsx" });
}

function bookDay(day: number): BookCell {
  return { day: Math.round(Date.parse(isoDate(day)) / 86_400_000) };
}

interface Cell {
  readonly place: number;
  readonly region: number;
  readonly owner: number;
  readonly direction: number;
}
