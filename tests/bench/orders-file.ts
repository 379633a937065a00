import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { encodeWindows1251 } from "../../ingest/demo/windows1251.ts";
import { book } from "../ingest/xlsx-book.ts";

const header = "number;client;date;status;channel;manager;campaign;region;currency;amount;requested;promised";
const regions = ["Москва", "Санкт-Петербург", "Казань", "Екатеринбург", "Новосибирск", "Алматы", "Ташкент"];
const channels = ["field sales", "web shop", "telephone", "marketplace"];

/** What an orders file is like; default: all rows from the first on, whole, in UTF-8. */
export interface OrdersFile {
  /** Number of the first row. */
  readonly from?: number;
  readonly encoding?: "utf-8" | "windows-1251";
  /** Spoils six rows of a thousand: half are no records, half have a value that is none. */
  readonly isDamaged?: boolean;
}

/** Writes a semicolon CSV of orders, 12 columns, about 130 bytes a row with Cyrillic text; the same rows each time. */
export async function writeOrdersFile(path: string, rows: number, options: OrdersFile = {}): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const { from = 0, encoding = "utf-8", isDamaged = false } = options;
  const encode = encoding === "utf-8" ? (text: string) => text : encodeWindows1251;
  const stream = createWriteStream(`${path}.part`);
  stream.write(`${header}\n`);
  let chunk = "";
  for (let row = from; row < from + rows; row += 1) {
    const line = orderCells(row).join(";");
    chunk += `${isDamaged ? damage(line, row) : line}\n`;
    if (chunk.length < 1 << 20) continue;
    if (!stream.write(encode(chunk))) await once(stream, "drain");
    chunk = "";
  }
  stream.end(encode(chunk));
  await once(stream, "close");
  renameSync(`${path}.part`, path);
}

/** Writes the same orders as a workbook of one sheet, amounts as numbers. */
export function writeOrdersBook(path: string, rows: number): void {
  const cells = Array.from({ length: rows }, (_, row) =>
    orderCells(row).map((cell, column) => (column === 9 ? Number(cell) : cell)),
  );
  writeFileSync(path, book({ sheets: [{ name: "Orders", rows: [header.split(";"), ...cells] }] }));
}

function orderCells(row: number): readonly string[] {
  const spread = (row * 2654435761) % 4294967296;
  const day = (offset: number) => new Date(Date.UTC(2024, 0, 1 + (row % 700) + offset)).toISOString().slice(0, 10);
  return [
    `ORDER-2024-${String(row).padStart(12, "0")}`,
    `CLIENT-${String(spread % 50000).padStart(10, "0")}`,
    day(0),
    "done",
    channels[spread % 4] ?? "",
    `MANAGER-${spread % 40}`,
    `CAMPAIGN-${spread % 12}`,
    regions[spread % 7] ?? "",
    "RUB",
    String((spread % 10000000) / 100),
    day(5),
    day(7),
  ];
}

/** Ways to spoil a line: three leave no record, three a value that is none; one each in a thousand rows. */
const damages: ReadonlyMap<number, (line: string) => string> = new Map([
  [7, (line) => line.replace(";", ";;")],
  [173, (line) => line.replace(";done;", ';"done;')],
  [339, (line) => line.slice(0, line.lastIndexOf(";"))],
  [505, (line) => line.replace(";RUB;", ";RUB;n/a ")],
  [671, (line) => line.replace(/;\d{4}-\d\d-\d\d;/, ";2024-02-30;")],
  [837, (line) => line.replace(/^[^;]*/, "")],
]);

function damage(line: string, row: number): string {
  return damages.get(row % 1000)?.(line) ?? line;
}
