import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";

const header = "number;client;date;status;channel;manager;campaign;region;currency;amount;requested;promised";
const regions = ["Москва", "Санкт-Петербург", "Казань", "Екатеринбург", "Новосибирск", "Алматы", "Ташкент"];
const channels = ["field sales", "web shop", "telephone", "marketplace"];

/** Writes a clean semicolon CSV of orders, 12 columns, about 130 bytes a row with Cyrillic text; the same rows each time. */
export async function writeOrdersFile(path: string, rows: number): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const stream = createWriteStream(`${path}.part`);
  stream.write(`${header}\n`);
  let chunk = "";
  for (let row = 0; row < rows; row += 1) {
    chunk += orderLine(row);
    if (chunk.length < 1 << 20) continue;
    if (!stream.write(chunk)) await once(stream, "drain");
    chunk = "";
  }
  stream.end(chunk);
  await once(stream, "close");
  renameSync(`${path}.part`, path);
}

function orderLine(row: number): string {
  const spread = (row * 2654435761) % 4294967296;
  const day = (offset: number) => new Date(Date.UTC(2024, 0, 1 + (row % 700) + offset)).toISOString().slice(0, 10);
  return `ORDER-2024-${String(row).padStart(12, "0")};CLIENT-${String(spread % 50000).padStart(10, "0")};${day(0)};done;${channels[spread % 4]};MANAGER-${spread % 40};CAMPAIGN-${spread % 12};${regions[spread % 7]};RUB;${(spread % 10000000) / 100};${day(5)};${day(7)}\n`;
}
