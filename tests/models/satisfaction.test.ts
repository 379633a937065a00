import { describe, expect, it } from "vitest";
import { blotText, listWords } from "../../transforms/words/words.ts";
import type { Row } from "../../warehouse/connection.ts";
import { withWarehouse } from "./warehouse.ts";

const checks = ["satisfaction_adds_up"];
const relations = ["metrics.satisfaction_by_wave", "metrics.satisfaction_by_delivery", "metrics.survey_words"];

describe("metrics.satisfaction_by_wave", () => {
  it("holds the published NPS: half promoters, a sixth detractors are 33.33; with 324 answers ± 4.14 a standard error", async () => {
    const [row] = await readAll([
      { wave: "w", question: "nps", score: 10, count: 162 },
      { wave: "w", question: "nps", score: 7, count: 108 },
      { wave: "w", question: "nps", score: 3, count: 54 },
    ]);
    expect(row?.nps).toBeCloseTo(33.333333, 5);
    expect((Number(row?.nps_upper) - Number(row?.nps)) / 1.959964).toBeCloseTo(4.14, 2);
    expect(row).toMatchObject({ promoter_count: 162, passive_count: 108, detractor_count: 54, quality_flag: "ok" });
  });

  it("scores 9, 10, 8, 6 and 0 as NPS 0, too few to be shown", async () => {
    const answers = [9, 10, 8, 6, 0].map((score) => ({ wave: "w", question: "nps", score, count: 1 }));
    expect(await readAll(answers)).toMatchObject([{ nps: 0, quality_flag: "low_n", csat: null }]);
  });

  it("gives all promoters the limits of Wilson, not an interval of nothing", async () => {
    const [row] = await readAll([{ wave: "w", question: "nps", score: 9, count: 40 }]);
    const wilson = 40 / (40 + 1.959964 ** 2);
    expect(row?.nps).toBe(100);
    expect(row?.nps_lower).toBeCloseTo(100 * (2 * wilson - 1), 9);
    expect(row?.nps_upper).toBeCloseTo(100, 9);
  });

  it("gives means the limits of Student's t: 1, 2, 3, 4, 5 are 3 ± 1.963; two of five are satisfied", async () => {
    const answers = [1, 2, 3, 4, 5].map((score) => ({
      wave: "w",
      question: "service",
      score,
      count: 1,
      max: 5,
      min: 1,
    }));
    const [row] = await readAll(answers);
    expect(row).toMatchObject({ score_mean: 3, csat: 0.4, nps: null, promoter_count: null });
    expect(row?.score_mean_upper).toBeCloseTo(3 + 2.7764451 * Math.sqrt(2.5 / 5), 6);
    expect(row?.csat_lower).toBeCloseTo(0.1176, 4);
    expect(row?.csat_upper).toBeCloseTo(0.7693, 4);
  });

  it("counts those who were asked, sets aside scores outside the scale, and takes a client's newest answer", async () => {
    const rows = await readAll([
      { wave: "w", question: "nps", score: null, count: 6 },
      { wave: "w", question: "nps", score: 11, count: 1 },
      { wave: "w", question: "nps", score: 2, count: 1, client: "again", day: "2026-03-02" },
      { wave: "w", question: "nps", score: 9, count: 1, client: "again", day: "2026-03-05" },
    ]);
    expect(rows).toMatchObject([
      { invited_count: 8, responded_count: 1, out_of_scale_count: 1, response_rate: 1 / 8, nps: 100 },
    ]);
  });

  it("calls a change one only beyond chance", async () => {
    const wave = (name: string, day: string, promoters: number, detractors: number) => [
      { wave: name, question: "nps", score: 10, count: promoters, day },
      { wave: name, question: "nps", score: 0, count: detractors, day },
    ];
    const rows = await readAll([
      ...wave("1", "2026-01-10", 50, 50),
      ...wave("2", "2026-02-10", 55, 45),
      ...wave("3", "2026-03-10", 20, 80),
      // Nobody differs in these: no variance, and yet no certainty.
      ...wave("4", "2026-04-10", 40, 0),
      { wave: "5", question: "nps", score: 8, count: 40, day: "2026-05-10" },
      ...wave("6", "2026-06-10", 2, 0),
    ]);
    expect(
      rows.map(({ nps_verdict, nps_change }) => [
        nps_verdict,
        nps_change === null ? null : Math.round(Number(nps_change)),
      ]),
    ).toEqual([
      ["unknown", null],
      ["unchanged", 10],
      ["worse", -70],
      ["better", 160],
      ["worse", -100],
      ["unchanged", 100],
    ]);
  });

  it("is empty without surveys", async () => {
    expect(await readAll([])).toEqual([]);
  });
});

describe("metrics.satisfaction_by_delivery", () => {
  it("holds answers after a late line against the others, with how many there are", async () => {
    const orders = "select 'o' as order_id, 'late' as client_id, date '2026-02-01' as order_date";
    const raw = {
      orders,
      order_lines: "select 'l' as order_line_id, 'o' as order_id, 1 as quantity, 10 as amount",
      shipments: `select 's' as shipment_id, 'o' as order_id, 'l' as order_line_id, date '2026-02-10' as planned_date,
        date '2026-02-12' as delivered_date, 1 as quantity`,
      surveys: surveys([
        { wave: "w", question: "nps", score: 2, count: 1, client: "late", day: "2026-03-01" },
        { wave: "w", question: "nps", score: 8, count: 1, client: "late", day: "2026-02-10" },
        { wave: "w", question: "nps", score: 10, count: 2, day: "2026-03-01" },
      ]),
    };
    await withWarehouse({ asOf: "2026-06-30", raw, relations }, async ({ connection }) => {
      const rows = await connection.rows(
        "select has_late_line, responded_count, score_mean, score_difference, quality_flag from metrics.satisfaction_by_delivery where wave = 'w' order by 1",
      );
      expect(rows).toEqual([
        { has_late_line: false, responded_count: 2, score_mean: 10, score_difference: 8, quality_flag: "low_n" },
        { has_late_line: true, responded_count: 1, score_mean: 2, score_difference: -8, quality_flag: "low_n" },
      ]);
    });
  });
});

describe("metrics.survey_words and metrics.survey_comments", () => {
  const raw = {
    surveys: `select 'a' || n as survey_answer_id, 'c' || n as client_id, 'w' as wave, 'nps' as question, 5 as score,
      date '2026-03-01' as answered_date,
      case when n <= 5 then 'Доставка опоздала, позвоните Ивану: +7 (912) 345-67-89 или a@b.ru' else 'Иван' end as comment
      from range(1, 7) as numbers(n)`,
  };

  it("shows words of five clients and more; comments stay inside unless the settings let them out", async () => {
    await withWarehouse(
      { asOf: "2026-06-30", raw, relations: [...relations, "metrics.survey_comments"] },
      async ({ connection }) => {
        const words = await connection.rows(
          "select word, client_count, score_mean from metrics.survey_words order by word",
        );
        expect(words.map(({ word }) => word)).toEqual(["доставка", "ивану", "опоздала", "позвоните"]);
        expect(await connection.rows("select * from metrics.survey_comments")).toEqual([]);
      },
    );
  });

  it("blots out telephones and addresses when they are let out", async () => {
    const settings = { satisfaction: { publish_comments: true } };
    await withWarehouse(
      { asOf: "2026-06-30", raw, settings, relations: ["metrics.survey_comments"] },
      async ({ connection }) => {
        const [row] = await connection.rows("select comment from metrics.survey_comments order by survey_answer_id");
        expect(row).toEqual({ comment: "Доставка опоздала, позвоните Ивану: … или …" });
      },
    );
  });
});

describe("listWords(text)", () => {
  it("finds words of any script once, without numbers, stop words and single letters", () => {
    expect(listWords("Всё хорошо, ХОРОШО! 12 ящиков — и don't wait")).toEqual(["хорошо", "ящиков", "don't", "wait"]);
    expect(listWords("تحویل دیر شد")).toEqual(["تحویل", "دیر", "شد"]);
    expect(listWords("")).toEqual([]);
  });
});

describe("blotText(text)", () => {
  it("leaves short numbers and blots out long ones, addresses and links", () => {
    expect(blotText("Ждали 14 дней, счёт 40702810900000012345, https://x.ru/a?b")).toBe("Ждали 14 дней, счёт …, …");
  });
});

interface Answers {
  readonly wave: string;
  readonly question: string;
  readonly score: number | null;
  readonly count: number;
  readonly client?: string;
  readonly day?: string;
  readonly min?: number;
  readonly max?: number;
}

function surveys(answers: readonly Answers[]): string {
  const parts = answers.map(
    ({ wave, question, score, count, client, day, min, max }, index) =>
      `select 'a${index}-' || n as survey_answer_id, ${client === undefined ? `'c${index}-' || n` : `'${client}'`} as client_id,
       '${wave}' as wave, '${question}' as question, cast(${score} as double) as score, ${min ?? 0} as scale_min, ${max ?? 10} as scale_max,
       date '${day ?? "2026-03-01"}' as invited_date, ${score === null ? "null" : `date '${day ?? "2026-03-01"}'`} as answered_date
       from range(${count}) as numbers(n)`,
  );
  const none = `select null as survey_answer_id, null as client_id, null as wave, null as question, null as score, null as scale_min,
    null as scale_max, null as invited_date, null as answered_date where false`;
  return [...parts, none].join(" union all ");
}

async function readAll(answers: readonly Answers[]): Promise<readonly Row[]> {
  const raw = { surveys: surveys(answers) };
  return withWarehouse({ asOf: "2026-06-30", raw, relations, checks }, async ({ connection, countFaults }) => {
    for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
    const rows = await connection.rows("select * from metrics.satisfaction_by_wave");
    for (const row of rows)
      for (const value of Object.values(row)) expect(typeof value !== "number" || Number.isFinite(value)).toBe(true);
    return connection.rows("select * from metrics.satisfaction_by_wave where dimension = 'all' order by wave");
  });
}
