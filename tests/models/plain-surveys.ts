import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";

const z = 1.959964;

/** Wilson's limits of a share (models.md §0.3). */
export function wilson(hits: number, count: number): readonly [number, number] {
  const share = hits / count;
  const centre = (share + z ** 2 / (2 * count)) / (1 + z ** 2 / count);
  const half = (z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))) / (1 + z ** 2 / count);
  return [centre - half, centre + half];
}

/** What was answered in each wave: asked, answered, out of scale, mean, satisfied with limits, promoters, NPS with limits. */
function judgeWaves(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const answers = company.surveys
    .filter(({ invited_date }) => invited_date <= asOf)
    .map((one) => {
      // An answer of a later day has not come yet: the client was asked.
      const score = one.answered_date <= asOf ? one.score : null;
      const isOut = score !== null && (score < one.scale_min || score > one.scale_max);
      return { ...one, who: one.client_id ?? one.survey_answer_id, isOut, score: isOut ? null : score };
    });
  const result: Record<string, readonly (number | null)[]> = {};
  for (const wave of ["w1", "w2", "w3"])
    for (const question of ["nps", "csat"]) {
      const own = answers.filter((one) => one.wave === wave && one.question === question);
      const people = [...new Set(own.map(({ who }) => who))];
      if (people.length === 0) continue;
      const newest = people.flatMap((who) => {
        const told = own.filter((one) => one.who === who && one.score !== null);
        const last = told.sort((a, b) =>
          `${a.answered_date} ${a.survey_answer_id}` < `${b.answered_date} ${b.survey_answer_id}` ? 1 : -1,
        )[0];
        return last?.score === undefined || last.score === null ? [] : [last.score];
      });
      const out = people.filter((who) => own.some((one) => one.who === who && one.isOut)).length;
      result[`${wave} ${question}`] = [people.length, newest.length, out, ...scoreOf(question, newest)];
    }
  return result;
}

function scoreOf(question: string, scores: readonly number[]): readonly (number | null)[] {
  const count = scores.length;
  if (count === 0) return [null, null, null, null, null, null, null, null];
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  const share = (is: (score: number) => boolean) => scores.filter(is).length / count;
  if (question === "csat") {
    const satisfied = scores.filter((score) => score >= 4).length;
    return [mean, satisfied / count, ...wilson(satisfied, count), null, null, null, null];
  }
  const [promoters, detractors] = [share((score) => score >= 9), share((score) => score <= 6)];
  const nps = 100 * (promoters - detractors);
  const half = z * Math.sqrt((10_000 * (promoters + detractors - (promoters - detractors) ** 2)) / count);
  return [mean, null, null, null, Math.round(promoters * count), nps, nps - half, nps + half];
}

export const surveyOracles: readonly Oracle[] = [
  {
    says: "what clients said in each wave: asked, answered, satisfied, NPS, with limits",
    relations: ["metrics.satisfaction_by_wave"],
    sql: `select wave || ' ' || question as key, invited_count as a, responded_count as b, out_of_scale_count as c, score_mean as d,
      csat as e, csat_lower as f, csat_upper as g, promoter_count as h, nps as i, nps_lower as j, nps_upper as k
      from metrics.satisfaction_by_wave where dimension = 'all'`,
    plain: judgeWaves,
  },
];
