import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoReport, demoSources, generateDemo } from "../../ingest/demo/demo.ts";
import { persianDate, persianDigits } from "../../ingest/demo/persian.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { OperatorError } from "../../warehouse/errors.ts";
import { readTruth, type Truth } from "./truth.ts";

const root = mkdtempSync(join(tmpdir(), "karavan-demo-"));
const size = { seed: 7, clients: 150, orders: 1500 };
const effects: Effects = { log: silentLog, now: () => new Date(0), signal: new AbortController().signal };

let report: DemoReport;
let truth: Truth;

beforeAll(async () => {
  report = await make("first");
  truth = readTruth(report.truth);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

describe("generateDemo(options, effects)", () => {
  it("gives the same bytes for the same seed, and others for another", async () => {
    await make("again");
    await make("other", { seed: 8 });
    expect(hashOf("again")).toBe(hashOf("first"));
    expect(hashOf("other")).not.toBe(hashOf("first"));
  });

  it("does nothing when the same demo stands already, and makes it whole again when a file is missing or changed", async () => {
    await make("kept");
    const before = hashOf("kept");
    expect((await make("kept")).state).toBe("unchanged");
    rmSync(join(inbox("kept"), "erp", "clients.csv"));
    expect(await make("kept")).toMatchObject({ state: "made", hasReplaced: false });
    writeFileSync(join(inbox("kept"), "erp", "clients.csv"), "cut off");
    expect((await make("kept")).state).toBe("made");
    expect(hashOf("kept")).toBe(before);
  });

  it("replaces a demo of another size without leaving files of it", async () => {
    await make("resized", { orders: 3000 });
    expect((await make("resized")).hasReplaced).toBe(true);
    expect(hashOf("resized")).toBe(hashOf("first"));
  });

  it("refuses to replace files it did not make, and leaves them as they are", async () => {
    mkdirSync(join(inbox("foreign"), "erp"), { recursive: true });
    writeFileSync(join(inbox("foreign"), "erp", "orders.csv"), "mine");
    const error = await make("foreign").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitCode: 2, place: { file: join(inbox("foreign"), "erp", "orders.csv") } });
    expect(readFileSync(join(inbox("foreign"), "erp", "orders.csv"), "utf8")).toBe("mine");
  });

  it("leaves no part of a demo in the inbox when it is stopped, and starts over the next time", async () => {
    const stop = new AbortController();
    stop.abort(new Error("stopped"));
    await expect(make("stopped", {}, { ...effects, signal: stop.signal })).rejects.toThrow("stopped");
    expect(existsSync(inbox("stopped"))).toBe(false);
    await make("stopped");
    expect(hashOf("stopped")).toBe(hashOf("first"));
  });

  it("puts right what a kill between two moves left", async () => {
    await make("killed");
    const marker = join(root, "killed", "demo", "marker.json");
    writeFileSync(marker, readFileSync(marker, "utf8").replace('"state":"made"', '"state":"moving"'));
    rmSync(join(inbox("killed"), "crm"), { recursive: true });
    rmSync(join(root, "killed", "demo", "truth.json"));
    expect((await make("killed")).state).toBe("made");
    expect(hashOf("killed")).toBe(hashOf("first"));
  });

  it("writes the ERP in windows-1251, and in UTF-8 when asked, letter for letter the same text", async () => {
    await make("unicode", { encoding: "utf-8" });
    for (const file of truth.files.filter(({ encoding }) => encoding === "windows-1251")) {
      const bytes = readFileSync(join(inbox("first"), file.source, file.file));
      const text = readFileSync(join(inbox("unicode"), file.source, file.file), "utf8");
      expect(new TextDecoder("windows-1251").decode(bytes)).toBe(text);
    }
    expect(readFileSync(join(inbox("first"), "crm", "deals.csv"), "utf8")).toContain("Выиграна");
  });

  it("writes what the branch in Tehran does on its days, in its digits", () => {
    const text = readFileSync(join(inbox("first"), "erp", "tehran-payments-1404.csv"), "utf8");
    const days = [...text.matchAll(/;(۱۴۰۴\/[۰-۹]{2}\/[۰-۹]{2});/g)].map(([, day]) => String(day));
    const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      timeZone: "UTC",
    });
    const asIcu = (day: number) => {
      const parts = new Map(
        persian.formatToParts(Date.UTC(2024, 10, 1) + day * 86_400_000).map((p) => [p.type, p.value]),
      );
      return ["year", "month", "day"].map((type) => parts.get(type as Intl.DateTimeFormatPartTypes)).join("/");
    };
    const known = Array.from({ length: 730 }, (_, day) => [persianDate(day), persianDigits(asIcu(day))] as const);
    expect(known.filter(([written, told]) => written !== told)).toEqual([]);
    expect(days.length).toBeGreaterThan(10);
  });

  it("places about as many orders as asked for, in 24 months", () => {
    expect(truth.orders.all).toBe(report.orders);
    expect(Math.abs(report.orders / size.orders - 1)).toBeLessThan(0.08);
    const months = Object.keys(truth.revenue.by_month);
    expect([months.length, months[0], months.at(-1)]).toEqual([24, "2024-11", "2026-10"]);
  });
});

describe("truth.json", () => {
  it("counts the good and the broken records of every file as they stand there", () => {
    for (const file of truth.files) {
      const records = recordsOf(file);
      const good = records.filter(({ isGood }) => isGood).length;
      expect([file.file, good, records.length - good]).toEqual([file.file, file.rows, file.broken]);
    }
    expect(truth.files.filter(({ broken }) => broken > 0).length).toBeGreaterThanOrEqual(10);
  });

  it("names all files there are", () => {
    const there = demoSources.flatMap((source) =>
      readdirSync(join(inbox("first"), source)).map((name) => `${source}/${name}`),
    );
    expect(truth.files.map(({ source, file }) => `${source}/${file}`).sort()).toEqual(there.sort());
  });

  it("tells how each file is written, and what the total below its rows says", () => {
    const kinds = new Set(truth.files.map(({ format, encoding }) => `${format} ${encoding}`));
    expect([...kinds].sort()).toEqual(["csv utf-8", "csv windows-1251", "ndjson utf-8", "xlsx utf-8", "xml utf-8"]);
    const totalled = truth.files.filter(({ total_amount }) => total_amount !== null);
    for (const file of totalled.filter(({ entity, broken }) => broken === 0 && entity !== "returns")) {
      const amounts = readCsv(file.source, file.file).map((row) => toUnits(row.Сумма ?? latin(row.مبلغ ?? ""), 2));
      const total = amounts.reduce((sum, amount) => sum + amount, 0n);
      expect([file.file, total]).toEqual([file.file, toUnits(file.total_amount ?? "", 2)]);
      const [word, ...cells] = (textOf(file).trimEnd().split("\n").at(-1) ?? "").split(";");
      expect(["Итого", "جمع کل"]).toContain(word);
      expect(toUnits(latin(cells.filter((cell) => cell !== "").join()), 2)).toBe(total);
    }
    expect(totalled.length).toBeGreaterThan(60);
  });

  it("states the revenue one finds by adding up the lines of the files", () => {
    const rates = readRates();
    const valid = new Map<string, { month: string; rate: (minor: bigint) => bigint }>();
    for (const order of readOrders()) {
      if (order.isCancelled || order.amount <= 0n) continue;
      valid.set(order.id, {
        month: order.date.slice(0, 7),
        rate: (minor) => worth(rates, minor, order.currency, order.date),
      });
    }
    const sums = new Map<string, bigint>();
    for (const line of readLines()) {
      const order = valid.get(line.order);
      if (order !== undefined) sums.set(order.month, (sums.get(order.month) ?? 0n) + order.rate(line.amount));
    }
    const expected = Object.entries(truth.revenue.by_month).map(([month, { gross_amount }]) => [
      month,
      toUnits(gross_amount, 4),
    ]);
    expect([...sums].sort()).toEqual(expected.sort());
    expect(valid.size).toBe(truth.revenue.total.order_count);
  });

  it("adds up: every cut of revenue has the total, every order one status", () => {
    const { total, ...cuts } = truth.revenue;
    for (const cut of Object.values(cuts)) {
      for (const measure of ["gross_amount", "cost_amount", "returned_amount_at_order_date"] as const) {
        const sum = Object.values(cut).reduce((units, row) => units + toUnits(row[measure], 4), 0n);
        expect(sum).toBe(toUnits(total[measure], 4));
      }
    }
    const { all = 0, done = 0, open = 0, cancelled = 0, erp = 0, shop = 0 } = truth.orders;
    expect([done + open + cancelled, erp + shop]).toEqual([all, all]);
    for (const { lines = 0, lines_due: _, ...states } of Object.values(truth.delivery)) {
      expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(lines);
    }
  });

  it("knows each planted class as it was meant", () => {
    expect(truth.classes.planted.filter((client) => client.class !== client.meant)).toEqual([]);
    expect(new Set(truth.classes.planted.map((client) => client.meant))).toEqual(
      new Set(["key", "medium", "small", "occasional"]),
    );
  });

  it("knows the last order of each leaver, months before the end", () => {
    const last = new Map<string, string>();
    for (const { client, date, isCancelled, amount } of readOrders()) {
      if (!isCancelled && amount > 0n && date > (last.get(client) ?? "")) last.set(client, date);
    }
    expect(truth.leavers.map(({ client_id }) => ({ client_id, last_order_date: last.get(client_id) }))).toEqual(
      truth.leavers,
    );
    expect(truth.leavers.every(({ last_order_date }) => last_order_date < "2026-07-01")).toBe(true);
  });

  it("knows the arms of each campaign, and no effect where none was planted", () => {
    for (const campaign of truth.campaigns) {
      const file = `members-${campaign.campaign_id.replace("mailing:", "")}.csv`;
      const members = readCsv("mailing", file);
      const control = members.filter(({ group }) => group === "control").length;
      expect([members.length, control]).toEqual([campaign.assigned, campaign.control]);
      expect(campaign.has_control ? campaign.control > 0 : campaign.control === 0).toBe(true);
    }
    expect(truth.campaigns.map(({ true_lift }) => (true_lift ?? 0) > 0)).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(truth.campaigns.filter(({ has_cost }) => !has_cost)).toHaveLength(1);
  });

  it("knows twins that can be told by tax number, telephone, mailbox, or name and town alone", () => {
    const codes = new Set(readCsv("erp", "clients.csv").map((client) => `erp:${client.Код}`));
    expect(truth.duplicates.every(({ client }) => codes.has(client))).toBe(true);
    const kinds = new Set(truth.duplicates.map(({ evidence }) => evidence));
    expect([...kinds].filter((kind) => ["tax_id", "phone", "email", "name and city"].includes(kind))).toHaveLength(4);
  });

  it("knows the carrier that is late", () => {
    const rates = Object.entries(truth.carriers.deliveries).map(([name, { deliveries = 0, late = 0 }]) => ({
      name,
      rate: late / deliveries,
    }));
    const worst = rates.toSorted((left, right) => right.rate - left.rate)[0];
    expect(worst?.name).toBe(truth.carriers.late);
    expect(worst?.rate).toBeGreaterThan(0.25);
  });
});

function inbox(name: string): string {
  return join(root, name, "inbox");
}

function make(name: string, options: Partial<Parameters<typeof generateDemo>[0]> = {}, with_: Effects = effects) {
  return generateDemo({ ...size, folder: inbox(name), ...options }, with_);
}

function hashOf(name: string): string {
  const hash = createHash("sha256");
  for (const source of readdirSync(inbox(name)).sort()) {
    for (const file of readdirSync(join(inbox(name), source)).sort()) {
      hash.update(`${source}/${file}\n`).update(readFileSync(join(inbox(name), source, file)));
    }
  }
  return hash.digest("hex");
}

type Written = Truth["files"][number];

/** The records of a file by an independent parser; a broken one is told by its key or by not being JSON at all. */
function recordsOf(file: Written): { isGood: boolean }[] {
  const bytes = readFileSync(join(inbox("first"), file.source, file.file));
  if (file.format === "xlsx")
    return [...bytes.toString().matchAll(/<c r="A\d+" t="inlineStr"><is><t>\d-\d{6}</g)].map(good);
  if (file.format === "xml") return [...bytes.toString().matchAll(/<(?:Товар|Предложение)>/g)].map(good);
  const text = textOf(file);
  if (file.format === "ndjson")
    return text
      .trim()
      .split("\n")
      .map((line) => ({ isGood: isJson(line) }));
  const brokenLines = new Set(
    truth.broken_rows.filter((row) => row.source === file.source && row.file === file.file).map(({ line }) => line),
  );
  const lines = text.split("\n");
  for (const line of brokenLines) expect(lines[line - 1]).toMatch(/-X\d+[;,]|^[;,]/);
  const { data } = Papa.parse<string[]>(tableOf(file), { skipEmptyLines: true });
  const isBroken = (fields: string[]) => fields.some((field) => /-X\d+$/.test(field)) || fields[0] === "";
  return data.slice(1).map((fields) => ({ isGood: !isBroken(fields) }));
}

function good(): { isGood: boolean } {
  return { isGood: true };
}

function textOf({ source, file, encoding }: Written): string {
  return new TextDecoder(encoding).decode(readFileSync(join(inbox("first"), source, file)));
}

/** Header and rows, without the titles above and the total below. */
function tableOf(file: Written): string {
  const lines = textOf(file).split("\n").slice(file.preamble_lines);
  return (file.total_amount === null ? lines : lines.slice(0, -2)).join("\n");
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function readCsv(source: string, name: string): Record<string, string>[] {
  const file = truth.files.find((one) => one.source === source && one.file === name);
  if (file === undefined) throw new Error(`no file ${source}/${name}`);
  const { data } = Papa.parse<Record<string, string>>(tableOf(file), { header: true, skipEmptyLines: true });
  return data.filter((row) => !Object.values(row).some((value) => /-X\d+$/.test(String(value))));
}

function readAll(source: string, pattern: RegExp): Record<string, string>[] {
  const names = readdirSync(join(inbox("first"), source)).filter((name) => pattern.test(name));
  return names.flatMap((name) => readCsv(source, name));
}

type ShopRecord = Record<string, string> & { customer?: { id: string | null; erp_code: string | null } };

function readShop(pattern: RegExp): ShopRecord[] {
  const names = readdirSync(join(inbox("first"), "shop")).filter((name) => pattern.test(name));
  const lines = names.flatMap((name) =>
    readFileSync(join(inbox("first"), "shop", name), "utf8")
      .trim()
      .split("\n"),
  );
  return lines.filter(isJson).map((line) => JSON.parse(line) as ShopRecord);
}

function readOrders() {
  const erp = readAll("erp", /^orders-/).map((order) => ({
    id: `erp:${order.Номер}`,
    client: `erp:${order.Клиент}`,
    date: toIso(order.Дата ?? ""),
    isCancelled: order.Статус === "Отменён",
    currency: order.Валюта ?? "",
    amount: toUnits(order.Сумма ?? "", 2),
  }));
  const shop = readShop(/orders-/).map((order) => ({
    id: `shop:${order.order_no}`,
    client: order.customer?.erp_code == null ? `shop:${order.customer?.id}` : `erp:${order.customer.erp_code}`,
    date: order.created ?? "",
    isCancelled: order.status === "cancelled",
    currency: "RUB",
    amount: toUnits(order.total ?? "", 2),
  }));
  return [...erp, ...shop];
}

function readLines() {
  const erp = readAll("erp", /^order-lines-/).map((line) => ({
    order: `erp:${line.Заказ}`,
    amount: toUnits(line.Сумма ?? "", 2),
  }));
  const shop = readShop(/^order-lines-/).map((line) => ({
    order: `shop:${line.order_no}`,
    amount: toUnits(line.total ?? "", 2),
  }));
  return [...erp, ...shop];
}

function readRates() {
  return readAll("erp", /^exchange-rates-/)
    .map((rate) => ({ currency: rate.Валюта, from: toIso(rate.Дата ?? ""), rate: toUnits(rate.Курс ?? "", 4) }))
    .toSorted((left, right) => (left.from < right.from ? 1 : -1));
}

/** Ten-thousandths of a rouble of hundredths of a currency, at the newest rate known on the day; exact in the demo. */
function worth(rates: ReturnType<typeof readRates>, minor: bigint, currency: string, date: string): bigint {
  if (currency === "RUB") return minor * 100n;
  const known = rates.find((rate) => rate.currency === currency && rate.from <= date);
  const product = minor * (known?.rate ?? 0n);
  expect(product % 100n).toBe(0n);
  return product / 100n;
}

/** `12,5` or `12.5` as a whole number of 10^-decimals. */
function toUnits(text: string, decimals: number): bigint {
  const [whole = "0", part = ""] = text.replace(",", ".").split(".");
  return BigInt(whole + part.padEnd(decimals, "0"));
}

/** Persian digits and marks as ASCII. */
function latin(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٬", "")
    .replace("٫", ".");
}

function toIso(russian: string): string {
  return russian.split(".").toReversed().join("-");
}
