import type { NumberLocale } from "../../values/number.ts";
import { FileFault } from "../reader.ts";
import { parseUnits, showUnits } from "../text/totals.ts";
import type { Movement } from "./document.ts";
import type { Fields } from "./sections.ts";

/** What a statement says of an account, and what its documents add up to. */
interface Turnover {
  line: number;
  stated: { in: bigint | undefined; out: bigint | undefined };
  found: { in: bigint; out: bigint };
}

/** Holds the balances of a statement against each other, and against its documents. */
export class Balances {
  readonly #locale: NumberLocale;
  readonly #accounts = new Map<string, Turnover>();
  readonly #internal = new Set<string>();
  readonly #wrong: { readonly line: number; readonly text: string }[] = [];
  #unread = 0;

  constructor(locale: NumberLocale) {
    this.#locale = locale;
  }

  /** Takes a section of balances: opening + in − out is closing. */
  state(line: number, fields: Fields): void {
    const account = (fields.get("РасчСчет") ?? "").replace(/\s/g, "");
    const read = (name: string) => {
      const text = fields.get(name) ?? "";
      return text === "" ? undefined : this.#read(text);
    };
    const [opening, received, spent, closing] = [
      read("НачальныйОстаток"),
      read("ВсегоПоступило"),
      read("ВсегоСписано"),
      read("КонечныйОстаток"),
    ];
    this.#add(account, line, received, spent);
    if (opening === undefined || closing === undefined) return;
    const expected = opening + (received ?? 0n) - (spent ?? 0n);
    if (expected === closing) return;
    const sum = `${showUnits(opening)} + ${showUnits(received ?? 0n)} − ${showUnits(spent ?? 0n)} = ${showUnits(expected)}`;
    this.#wrong.push({
      line,
      text: `the closing balance of account ${account} is ${showUnits(closing)}, and ${sum}`,
    });
  }

  /** Takes a document. A transfer between own accounts may be listed under both; it counts once. */
  move({ direction, payer, receiver }: Movement, fields: Fields): void {
    const text = fields.get("Сумма") ?? "";
    const amount = this.#read(text);
    if (amount === undefined) {
      this.#unread += 1;
      return;
    }
    if (direction === "internal") {
      const key = [payer, receiver, text, fields.get("Номер"), fields.get("Дата")].join("\n");
      if (this.#internal.has(key)) return;
      this.#internal.add(key);
    }
    if (direction !== "in") this.#turnover(payer).found.out += amount;
    if (direction !== "out") this.#turnover(receiver).found.in += amount;
  }

  /**
   * Compares turnovers with documents.
   * @returns what is to be told.
   * @throws FileFault where something does not agree and no document was set aside that could explain it.
   */
  finish(hasSetAside: boolean, holds: boolean): readonly string[] {
    if (this.#unread === 0) for (const [account, turnover] of this.#accounts) this.#compare(account, turnover);
    const [first] = this.#wrong;
    const texts = this.#wrong.map(({ text }) => text);
    if (first !== undefined && holds && !hasSetAside) throw mismatch(texts, first.line);
    if (texts.length > 0) return texts;
    const stated = [...this.#accounts.values()].filter(
      (one) => one.stated.in !== undefined || one.stated.out !== undefined,
    );
    if (stated.length === 0) return ["no turnovers to compare with"];
    return this.#unread === 0
      ? ["turnovers and balances agree"]
      : [`${this.#unread} amounts cannot be read: turnovers were not compared`];
  }

  #compare(account: string, { line, stated, found }: Turnover): void {
    for (const [way, name] of [
      ["in", "ВсегоПоступило"],
      ["out", "ВсегоСписано"],
    ] as const) {
      const promised = stated[way];
      if (promised === undefined || promised === found[way]) continue;
      this.#wrong.push({
        line,
        text: `${name} of account ${account} is ${showUnits(promised)}, its documents add up to ${showUnits(found[way])}, a difference of ${showUnits(promised - found[way])}`,
      });
    }
  }

  #add(account: string, line: number, received: bigint | undefined, spent: bigint | undefined): void {
    const turnover = this.#turnover(account);
    if (turnover.line === 0) turnover.line = line;
    if (received !== undefined) turnover.stated.in = (turnover.stated.in ?? 0n) + received;
    if (spent !== undefined) turnover.stated.out = (turnover.stated.out ?? 0n) + spent;
  }

  #turnover(account: string): Turnover {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const fresh: Turnover = { line: 0, stated: { in: undefined, out: undefined }, found: { in: 0n, out: 0n } };
    this.#accounts.set(account, fresh);
    return fresh;
  }

  #read(text: string): bigint | undefined {
    return parseUnits(text, this.#locale);
  }
}

function mismatch(texts: readonly string[], line: number): FileFault {
  return new FileFault(
    "total_mismatch",
    texts.join("; "),
    "Export the statement again, all documents of the days; if it is right as it is, set footer: { on_mismatch: warn } for the feed.",
    line,
  );
}
