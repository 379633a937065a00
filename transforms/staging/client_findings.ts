import { count, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";
import type { Twin, TwinInput, TwinRow } from "../../warehouse/graph/twin.ts";
import { type CardRow, readCards } from "../matching/card.ts";
import { type Decision, type MatchOptions, type Pair, resolveCards } from "../matching/resolve.ts";

const contract = describe("staging.client_findings", {
  description:
    "A finding of client matching: a card of a merged client, a pair of cards, or values too common to tell.",
  key: ["finding_number"],
  columns: {
    finding_number: count("Place of the finding, from 1."),
    state: text("`member`, `linked`, `review`, `refused` or `too_common`."),
    reason: text("What linked the pair, why it is doubtful, or the kind of value that is too common."),
    source_client_id: id("The card; of a pair, the older one.").nullable(),
    other_source_client_id: id("The younger card of a pair.").nullable(),
    client_id: id("Of a member, the client it belongs to.").nullable(),
    score: double("Probability that the pair is one client.").nullable(),
    evidence: text("What speaks for and against, with weights in bits.").nullable(),
    value_count: count("Values that are too common.").nullable(),
    card_count: count("Cards that share them.").nullable(),
  },
});

/** Which cards are one client (`transforms/matching/resolve.ts`), as rows. */
export const model: Twin = {
  reads: ["staging.client_keys", "meta.settings", "meta.client_decisions"],
  contract,
  async compute(input) {
    const { isOn, options } = await readOptions(input);
    if (!isOn && options.decisions.length === 0) return [];
    const rows = await input.rows<CardRow>("staging.client_keys", ["first_run_id", "source_rank", "source_client_id"]);
    const cards = readCards(isOn ? rows : rows.map(withoutEvidence));
    const { pairs, members, tooCommon } = resolveCards(cards, options);
    const idOf = (card: number) => cards[card]?.id ?? null;
    const findings: TwinRow[] = [
      ...members.map(({ card, root }) => ({
        state: "member",
        reason: "member",
        source_client_id: idOf(card),
        client_id: idOf(root),
      })),
      ...pairs.map((pair) => pairRow(pair, idOf)),
      ...tooCommon.map(({ kind, valueCount, cardCount }) => ({
        state: "too_common",
        reason: kind,
        value_count: valueCount,
        card_count: cardCount,
      })),
    ];
    return findings.map((finding, index) => ({ ...finding, finding_number: index + 1 }));
  },
};

function pairRow(pair: Pair, idOf: (card: number) => string | null): TwinRow {
  return {
    state: pair.state,
    reason: pair.reason,
    source_client_id: idOf(pair.left),
    other_source_client_id: idOf(pair.right),
    score: pair.score,
    evidence: pair.evidence
      .map(({ kind, bits }) => `${kind} ${bits < 0 ? "" : "+"}${Number(bits.toFixed(1))}`)
      .join(", "),
  };
}

interface OptionsRow {
  readonly has_client_matching: boolean;
  readonly client_link_from: number;
  readonly client_review_from: number;
  readonly client_max_per_contact: number;
  readonly client_max_per_tax_id: number;
  readonly client_max_cards: number;
  readonly has_clients_per_branch: boolean;
}

async function readOptions(input: TwinInput): Promise<{ isOn: boolean; options: MatchOptions }> {
  const [settings] = await input.rows<OptionsRow>("meta.settings");
  if (settings === undefined) throw new Error("meta.settings has no row");
  const decisions = await input.rows<Decision>("meta.client_decisions", ["verdict", "client_id", "other_client_id"]);
  const options = {
    linkFrom: settings.client_link_from,
    reviewFrom: settings.client_review_from,
    maxPerContact: settings.client_max_per_contact,
    maxPerTaxId: settings.client_max_per_tax_id,
    maxPerClient: settings.client_max_cards,
    areBranchesApart: settings.has_clients_per_branch,
    decisions,
  };
  return { isOn: settings.has_client_matching, options };
}

/** With matching off, only decisions of people link: a card shows nothing but its id. */
function withoutEvidence(row: CardRow): CardRow {
  const nothing = { tax_id: null, branch_code: null, kind: null, region: null, city: null, country: null };
  return { ...row, ...nothing, name: "", birth_date: null, phone: null, email: null, same_client_id: null };
}
