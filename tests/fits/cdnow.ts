import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PurchaseHistory } from "../../transforms/fits/purchases.ts";
import { home } from "../../warehouse/settings.ts";

const folder = resolve(home, "../shared/data/cdnow");

/** Is the CDNOW log beside the checkout? Said aloud when it is not. */
export const hasCdnow = existsSync(resolve(folder, "CDNOW_sample.txt"));
if (!hasCdnow) console.warn("CDNOW is not beside the checkout: its published figures are not compared");

/** A client of the log: purchase days (days since 1970) with the dollars of each. */
export type Log = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Reads the 1/10 sample or the whole log. Purchases of 0.00 are kept: the published figures count them. */
export function readCdnow(file: "CDNOW_sample.txt" | "CDNOW_master.txt"): Log {
  const clients = new Map<string, Map<number, number>>();
  const [dayAt, amountAt] = file === "CDNOW_sample.txt" ? [2, 4] : [1, 3];
  for (const line of readFileSync(resolve(folder, file), "utf8").split("\n")) {
    const fields = line.trim().split(/\s+/);
    const [id = "", date = "", amount] = [fields[0], fields[dayAt], fields[amountAt]];
    if (!/^\d{8}$/.test(date)) continue;
    const number = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) / 86_400_000;
    const days = clients.get(id) ?? new Map<number, number>();
    days.set(number, (days.get(number) ?? 0) + Number(amount));
    clients.set(id, days);
  }
  return clients;
}

/** What one client did up to a day, in weeks, and after it. */
export interface Client {
  readonly x: number;
  readonly tx: number;
  readonly age: number;
  /** Mean dollars of a repeat purchase day. */
  readonly z: number;
  /** Purchase days after the cut-off, in weeks from it. */
  readonly later: readonly number[];
}

/** Cuts a log at a day: what is known by then, and what came after. */
export function cutLog(log: Log, day: string): readonly Client[] {
  const cut = Date.parse(day) / 86_400_000;
  return [...log.values()].flatMap((days) => {
    const known = [...days.keys()].filter((at) => at <= cut).sort((left, right) => left - right);
    const first = known[0];
    if (first === undefined) return [];
    const repeats = known.slice(1);
    const spent = repeats.reduce((sum, at) => sum + (days.get(at) ?? 0), 0);
    return [
      {
        x: repeats.length,
        tx: ((known.at(-1) ?? first) - first) / 7,
        age: (cut - first) / 7,
        z: repeats.length === 0 ? 0 : spent / repeats.length,
        later: [...days.keys()].filter((at) => at > cut).map((at) => (at - cut) / 7),
      },
    ];
  });
}

/** Groups clients that share a history. */
export function groupHistories(clients: readonly Pick<Client, "x" | "tx" | "age">[]): readonly PurchaseHistory[] {
  const groups = new Map<string, PurchaseHistory>();
  for (const { x, tx, age } of clients) {
    const key = `${x}/${tx}/${age}`;
    groups.set(key, { x, tx, age, weight: (groups.get(key)?.weight ?? 0) + 1 });
  }
  return [...groups.values()];
}
