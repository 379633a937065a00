import { type CardRow, readCards } from "../../transforms/matching/card.ts";
import { type MatchOptions, type Resolution, resolveCards } from "../../transforms/matching/resolve.ts";

/** The settings' defaults. */
export const defaults: MatchOptions = {
  linkFrom: 0.9,
  reviewFrom: 0.5,
  maxPerContact: 5,
  maxPerTaxId: 50,
  maxPerClient: 50,
  areBranchesApart: true,
  decisions: [],
};

/** Makes a row of which only some columns are known. */
export function row(known: Partial<CardRow> & Pick<CardRow, "source_client_id">): CardRow {
  return {
    name: "",
    tax_id: null,
    branch_code: null,
    kind: null,
    region: null,
    city: null,
    country: null,
    birth_date: null,
    phone: null,
    email: null,
    same_client_id: null,
    source: known.source_client_id.split(":")[0] ?? "",
    ...known,
  };
}

export function resolve(rows: readonly CardRow[], options: Partial<MatchOptions> = {}): Resolution {
  return resolveCards(readCards(rows), { ...defaults, ...options });
}

/** Lists the clients as lists of card ids, the oldest card first. */
export function clustersOf(
  rows: readonly CardRow[],
  options: Partial<MatchOptions> = {},
): readonly (readonly string[])[] {
  const rootOf = new Map(resolve(rows, options).members.map(({ card, root }) => [card, root]));
  const clusters = new Map<number, string[]>();
  rows.forEach(({ source_client_id }, card) => {
    const root = rootOf.get(card) ?? card;
    clusters.set(root, [...(clusters.get(root) ?? []), source_client_id]);
  });
  return [...clusters.values()];
}
