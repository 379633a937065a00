import type { Twin } from "../../warehouse/graph/twin.ts";
import { blotText } from "../words/words.ts";

interface Answer {
  readonly survey_answer_id: string;
  readonly client_id: string | null;
  readonly wave: string;
  readonly question: string;
  readonly score: number | null;
  readonly answered_date: string | null;
  readonly comment: string | null;
}

interface Settings {
  readonly satisfaction_publishes_comments: boolean;
}

/** Lists answers in words, if the settings let them out of the warehouse; numbers and addresses are blotted out (DECISIONS 36). */
export const model: Twin = {
  reads: ["marts.surveys", "meta.settings"],
  compute: async (input) => {
    const [settings] = await input.rows<Settings>("meta.settings");
    if (settings?.satisfaction_publishes_comments !== true) return [];
    const answers = await input.rows<Answer>("marts.surveys", ["survey_answer_id"]);
    return answers
      .filter(({ comment }) => comment !== null && comment.trim() !== "")
      .map(({ survey_answer_id, client_id, wave, question, score, answered_date, comment }) => ({
        survey_answer_id,
        client_id,
        wave,
        question,
        score,
        answered_date,
        comment: blotText(comment ?? ""),
      }));
  },
};
