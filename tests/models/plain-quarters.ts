import { addDays } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { type Known, knowDeals, sum } from "./plain-deals.ts";

const mean = (values: readonly number[]) => sum(values) / values.length;

/** First days of the quarters that follow a day, up to another. */
function listQuarters(after: string, until: string): readonly string[] {
  const years = Array.from({ length: 4 }, (_, index) => Number(after.slice(0, 4)) + index);
  const firsts = years.flatMap((year) => ["01", "04", "07", "10"].map((month) => `${year}-${month}-01`));
  return firsts.filter((first) => first > after && first <= until);
}

/** The first day of the quarter after one. */
const nextOf = (quarter: string): string => listQuarters(quarter, addDays(quarter, 100))[0] ?? "";

/** A quarter as it came out: deals by the stage they stood in when it began, and what was won. */
interface Quarter {
  readonly first: string;
  readonly standings: readonly { readonly stage: string; readonly isWon: boolean }[];
  readonly won: number;
  readonly amount: number;
}

function describeQuarter(deals: readonly Known[], first: string): Quarter {
  const next = nextOf(first);
  const won = deals.filter(
    ({ status, closed_date: closed }) => status === "won" && closed !== null && closed >= first && closed < next,
  );
  const standings = deals.flatMap((deal) => {
    const stage = deal.moves.filter(({ day }) => day < first).at(-1)?.stage;
    const isOver = deal.closed_date !== null && deal.closed_date < first;
    return stage === undefined || isOver ? [] : [{ stage, isWon: won.includes(deal) }];
  });
  const amount = sum(won.map(({ worth }) => worth ?? 0));
  return { first, standings, won: won.length, amount };
}

/** Wins to expect of the deals that stand in each stage, by the share won within a quarter before (models.md §10.2). */
function expectWins(quarter: Quarter, before: readonly Quarter[]): number {
  const past = before.flatMap(({ standings }) => standings);
  const usual = past.filter(({ isWon }) => isWon).length / past.length;
  const chanceOf = (stage: string) => {
    const own = past.filter((one) => one.stage === stage);
    return (own.filter(({ isWon }) => isWon).length + 10 * usual) / (own.length + 10);
  };
  return sum(quarter.standings.map(({ stage }) => chanceOf(stage)));
}

/** What each method would have foretold when a quarter began, and what was won: open, expected, worth, won, its worth. */
function foretellQuarters(company: Odd, asOf: string): Record<string, readonly number[]> {
  const deals = knowDeals(company, asOf);
  const [firstMove = ""] = deals.flatMap(({ moves }) => moves.map(({ day }) => day)).sort();
  const quarters = listQuarters(firstMove, asOf).map((first) => describeQuarter(deals, first));
  const result: Record<string, readonly number[]> = {};
  quarters.forEach((quarter, index) => {
    const year = quarters.slice(Math.max(0, index - 4), index);
    if (year.length < 4) return;
    const newWins = year.map(({ won, standings }) => won - standings.filter(({ isWon }) => isWon).length);
    const expected = expectWins(quarter, quarters.slice(0, index)) + mean(newWins);
    const worth = sum(year.map(({ amount }) => amount)) / sum(year.map(({ won }) => won));
    const methods = {
      pipeline: [expected, expected * worth],
      last_year: [year[0]?.won ?? 0, year[0]?.amount ?? 0],
      mean_4_quarters: [mean(year.map(({ won }) => won)), mean(year.map(({ amount }) => amount))],
    };
    for (const [method, figures] of Object.entries(methods))
      result[`${quarter.first} ${method}`] = [quarter.standings.length, ...figures, quarter.won, quarter.amount];
  });
  return result;
}

/** How far each method was from what was won in the quarters that are over: errors of counts and of worth, and their lean. */
function scoreMethods(company: Odd, asOf: string): Record<string, readonly number[]> {
  const forecasts = Object.entries(foretellQuarters(company, asOf)).filter(
    ([key]) => addDays(nextOf(key.slice(0, 10)), -1) <= asOf,
  );
  return Object.fromEntries(
    ["pipeline", "last_year", "mean_4_quarters"].map((method) => {
      const own = forecasts.filter(([key]) => key.endsWith(method)).map(([, figures]) => figures);
      const errors = (told: number, came: number) => own.map((row) => (row[came] ?? 0) - (row[told] ?? 0));
      const whole = (came: number) => sum(own.map((row) => row[came] ?? 0));
      const share = (told: number, came: number) => [
        sum(errors(told, came).map(Math.abs)) / whole(came),
        sum(errors(told, came)) / whole(came),
      ];
      return [method, [own.length, ...share(1, 3), ...share(2, 4)]];
    }),
  );
}

export const quarterOracles: readonly Oracle[] = [
  {
    says: "what the pipeline would have foretold when quarters began, and the year before",
    relations: ["metrics.pipeline_backtest"],
    sql: `select quarter_start_date || ' ' || method as key, open_count as a, expected_count as b, expected_amount as c,
      won_count as d, cast(won_amount as double) as e from metrics.pipeline_backtest`,
    plain: foretellQuarters,
  },
  {
    says: "how far forecasts of the pipeline were from what was won",
    relations: ["metrics.pipeline_backtest_scores"],
    sql: `select method as key, quarter_count as a, count_wape as b, count_bias as c, amount_wape as d, amount_bias as e
      from metrics.pipeline_backtest_scores`,
    plain: scoreMethods,
  },
];
