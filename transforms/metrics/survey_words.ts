import type { Twin } from "../../warehouse/graph/twin.ts";
import { blotText, listWords } from "../words/words.ts";

interface Answer {
  readonly survey_answer_id: string;
  readonly client_id: string | null;
  readonly question: string;
  readonly score: number | null;
  readonly comment: string | null;
}

interface Clock {
  readonly as_of_date: string;
}

/** A word is shown when clients in this number wrote it: what one client wrote may be a name. */
const fewestClients = 5;

/** Counts the words of answers, each once per client and question (models.md §9; DECISIONS 36). */
export const model: Twin = {
  reads: ["marts.surveys", "meta.clock"],
  compute: async (input) => {
    const answers = await input.rows<Answer>("marts.surveys", ["survey_answer_id"]);
    const [clock] = await input.rows<Clock>("meta.clock");
    const found = new Map<string, { question: string; word: string; clients: Set<string>; scores: number[] }>();
    for (const { survey_answer_id, client_id, question, score, comment } of answers) {
      for (const word of listWords(blotText(comment ?? ""))) {
        const key = JSON.stringify([question, word]);
        const entry = found.get(key) ?? { question, word, clients: new Set(), scores: [] };
        found.set(key, entry);
        entry.clients.add(client_id ?? survey_answer_id);
        if (score !== null) entry.scores.push(score);
      }
    }
    return [...found.values()]
      .filter(({ clients }) => clients.size >= fewestClients)
      .map(({ question, word, clients, scores }) => ({
        question,
        word,
        client_count: clients.size,
        scored_count: scores.length,
        score_mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
        quality_flag: clients.size < 30 ? "low_n" : "ok",
        as_of_date: clock?.as_of_date ?? null,
      }));
  },
};
