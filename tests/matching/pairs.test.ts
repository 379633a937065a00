import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CardRow } from "../../transforms/matching/card.ts";
import { clustersOf, row } from "./cards.ts";

interface Case {
  readonly line: number;
  readonly isOne: boolean;
  readonly cards: readonly [CardRow, CardRow];
  readonly text: string;
}

const fields = {
  t: "tax_id",
  b: "branch_code",
  p: "phone",
  e: "email",
  d: "birth_date",
  k: "kind",
  c: "country",
  s: "source",
  i: "same_client_id",
} as const;

const cases = readCases(join(import.meta.dirname, "pairs.txt"));

describe("resolveCards(cards, options) of pairs that mislead", () => {
  it("knows two hundred of them", () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(cases.filter(({ isOne }) => isOne).length).toBeGreaterThan(70);
  });

  it.each(cases.map((one) => [one.isOne ? "links" : "keeps apart", one.text, one] as const))("%s %s", (_, __, one) => {
    expect(clustersOf(one.cards)).toHaveLength(one.isOne ? 1 : 2);
    expect(clustersOf([one.cards[1], one.cards[0]])).toHaveLength(one.isOne ? 1 : 2);
  });
});

function readCases(file: string): readonly Case[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((text, index): readonly Case[] => {
      const [, sign, left = "", right = ""] = /^([=!]) (.*) ~ (.*)$/.exec(text) ?? [];
      if (sign === undefined) return [];
      const cards = [readSide(left, "erp", "0"), readSide(right, "crm", "1")] as const;
      return [{ line: index + 1, isOne: sign === "=", cards, text: `${left} and ${right}` }];
    });
}

/** Reads `name | town k:value …`; what belongs to a field is taken out of the text first. */
function readSide(text: string, source: string, id: string): CardRow {
  const found: Record<string, string> = {};
  const rest = text.replace(/(?:^|\s)([tbpedkcsi]):(\S+)/g, (_, letter: keyof typeof fields, value: string) => {
    found[fields[letter]] = value;
    return "";
  });
  const [name = "", city] = rest.split("|").map((part) => part.trim());
  return row({ source_client_id: id, source, name, city: city === "" ? null : (city ?? null), ...found });
}
