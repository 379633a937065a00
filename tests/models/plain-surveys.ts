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

/** An answer as it stands on a day, by whom it was given. */
type Told = Odd["surveys"][number] & { readonly who: string; readonly isOut: boolean };

function tellAnswers(company: Odd, asOf: string): readonly Told[] {
  return company.surveys
    .filter(({ invited_date }) => invited_date <= asOf)
    .map((one) => {
      // An answer of a later day has not come yet: the client was asked.
      const score = one.answered_date <= asOf ? one.score : null;
      const isOut = score !== null && (score < one.scale_min || score > one.scale_max);
      return { ...one, who: one.client_id ?? one.survey_answer_id, isOut, score: isOut ? null : score };
    });
}

/** The newest answer of each client to each question of a wave. */
export function listAnswers(company: Odd, asOf: string): readonly (Told & { readonly score: number })[] {
  const newest = new Map<string, Told & { readonly score: number }>();
  const dayOf = ({ answered_date, survey_answer_id }: Told) => `${answered_date} ${survey_answer_id}`;
  for (const one of tellAnswers(company, asOf)) {
    const key = `${one.wave} ${one.question} ${one.who}`;
    const { score } = one;
    const held = newest.get(key);
    if (score !== null && (held === undefined || dayOf(held) < dayOf(one))) newest.set(key, { ...one, score });
  }
  return [...newest.values()];
}

/** What was answered in each wave: asked, answered, out of scale, mean, satisfied with limits, promoters, NPS with limits. */
function judgeWaves(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const answers = tellAnswers(company, asOf);
  const newest = listAnswers(company, asOf);
  const result: Record<string, readonly (number | null)[]> = {};
  for (const wave of ["w1", "w2", "w3"])
    for (const question of ["nps", "csat"]) {
      const own = answers.filter((one) => one.wave === wave && one.question === question);
      const people = [...new Set(own.map(({ who }) => who))];
      if (people.length === 0) continue;
      const scores = newest.filter((one) => one.wave === wave && one.question === question).map(({ score }) => score);
      const out = people.filter((who) => own.some((one) => one.who === who && one.isOut)).length;
      result[`${wave} ${question}`] = [people.length, scores.length, out, ...scoreOf(question, scores)];
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
