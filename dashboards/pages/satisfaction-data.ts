import { describeClient, type NamedClient } from "../components/clients.ts";
import type { PageContext } from "../components/context.ts";
import type { Monthly } from "../components/monthly.ts";

export interface WaveRow {
  readonly wave: string;
  readonly question: string;
  readonly dimension: string;
  readonly entity_id: string;
  readonly first_asked_date: string | null;
  readonly invited_count: number;
  readonly responded_count: number;
  readonly response_rate: number | null;
  readonly score_mean: number | null;
  readonly score_mean_lower: number | null;
  readonly score_mean_upper: number | null;
  readonly csat: number | null;
  readonly csat_lower: number | null;
  readonly csat_upper: number | null;
  readonly promoter_count: number | null;
  readonly passive_count: number | null;
  readonly detractor_count: number | null;
  readonly nps: number | null;
  readonly nps_lower: number | null;
  readonly nps_upper: number | null;
  readonly nps_change: number | null;
  readonly nps_verdict: string;
  readonly quality_flag: string;
}

export interface LatenessRow {
  /** All waves together. */
  readonly is_total: boolean;
  readonly wave: string;
  readonly question: string;
  readonly has_late_line: boolean;
  readonly responded_count: number;
  readonly score_mean: number | null;
  readonly nps: number | null;
  readonly score_difference: number | null;
  readonly score_difference_lower: number | null;
  readonly score_difference_upper: number | null;
  readonly quality_flag: string;
}

export interface WordRow {
  readonly question: string;
  readonly word: string;
  readonly client_count: number;
  readonly score_mean: number | null;
}

export interface CommentRow {
  readonly survey_answer_id: string;
  readonly client_id: string | null;
  readonly wave: string;
  readonly question: string;
  readonly score: number | null;
  readonly answered_date: string | null;
  readonly comment: string;
}

export interface SatisfactionData {
  readonly waves: readonly WaveRow[];
  readonly lateness: readonly LatenessRow[];
  readonly words: readonly WordRow[];
  readonly comments: readonly CommentRow[];
  readonly managers: Monthly["managers"];
  /** Those who answered in words. */
  readonly clients: ReadonlyMap<string, NamedClient>;
}

/** Keeps the comments of the wave, the word, the region or the manager the filters name. */
export function chosenComments({ state }: PageContext, data: SatisfactionData): readonly CommentRow[] {
  const [wave, word] = [state.get("wave"), state.get("word")];
  const [region, manager] = [state.get("region"), state.get("manager")];
  return data.comments.filter((row) => {
    const id = row.client_id ?? "";
    const client = describeClient(data.clients.get(id), id);
    return (
      (wave === "" || row.wave === wave) &&
      (word === "" || holdsWord(row.comment, word)) &&
      (region === "" || client.region === region) &&
      (manager === "" || client.manager_id === manager)
    );
  });
}

/** Whether a text holds a word as the models cut texts into words (transforms/words/words.ts). */
export function holdsWord(text: string, word: string): boolean {
  const found = text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\u200c]+(?:[-'’][\p{L}\p{M}]+)*/gu);
  return found?.includes(word) === true;
}

/** A figure of fewer than thirty answers is not shown (models.md §9). */
export function shown(row: WaveRow, value: number | null): number | null {
  return row.quality_flag === "ok" ? value : null;
}
