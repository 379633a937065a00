import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.satisfaction_by_wave", {
  description: "What clients answered to a question in a wave: mean, satisfied, NPS, with 95 % intervals.",
  key: ["wave", "question", "dimension", "entity_id"],
  answers: "Are clients satisfied? Did it change, beyond chance?",
  columns: {
    wave: text("Survey wave."),
    question: text("What was asked."),
    dimension: text("`all`, `region`, `manager` or `class`, as they stood on the day of asking."),
    entity_id: text("`all`, the region, the manager or the class; `unknown` where there is none."),
    first_asked_date: date("First day of answers or invitations: the order of waves.").nullable(),
    invited_count: count("Clients asked, or who answered unasked."),
    responded_count: count("Of these, with a valid score: the sample."),
    out_of_scale_count: count("Of these, with a score set aside for being outside its scale."),
    response_rate: double("Responded over invited.", { unit: "share 0..1" }).nullable(),
    score_mean: double("Mean score.", { unit: "score" }).nullable(),
    score_mean_lower: double("Lower limit of its 95 % interval (Student's t).", { unit: "score" }).nullable(),
    score_mean_upper: double("Upper limit.", { unit: "score" }).nullable(),
    csat: double("Share of the highest scores of the scale; not for scales of NPS.", { unit: "share 0..1" }).nullable(),
    csat_lower: double("Lower limit of its 95 % interval (Wilson).", { unit: "share 0..1" }).nullable(),
    csat_upper: double("Upper limit.", { unit: "share 0..1" }).nullable(),
    promoter_count: count("Scores of 9 and 10.").nullable(),
    passive_count: count("Scores of 7 and 8.").nullable(),
    detractor_count: count("Scores of 0 to 6.").nullable(),
    nps: double("Net promoter score.", { unit: "-100..100" }).nullable(),
    nps_lower: double("Lower limit of its 95 % interval.", { unit: "-100..100" }).nullable(),
    nps_upper: double("Upper limit.", { unit: "-100..100" }).nullable(),
    nps_change: double("Against the wave before.", { unit: "points" }).nullable(),
    nps_change_margin: double("How much nearer to zero the change may be, 95 %: beyond it a change is one.", {
      unit: "points",
    }).nullable(),
    nps_verdict: text(
      "`better` or `worse` when the interval of the change leaves out zero, `unchanged`, or `unknown`.",
    ),
    quality_flag: text("`ok`; `low_n` below 30 answers, not to be shown; `no_answers`."),
    as_of_date: date("Day the numbers speak of."),
  },
});
