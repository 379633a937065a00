import type { Formats } from "../../formats.ts";

/** English texts of the page satisfaction. */
export const satisfactionEn = {
  satisfaction: {
    scope: (question: string, wave: string) => `Question “${question}”, wave ${wave}, one answer per client`,
    questions: { nps: "NPS", csat: "satisfaction" } as Record<string, string>,
    npsHeadline: (nps: string, range: readonly [string, string], count: string, rate: string, verdict: string) =>
      `NPS is ${nps} (95% between ${range[0]} and ${range[1]}) from ${count} answers, ${rate} of those asked${verdict === "" ? "" : `; ${verdict}`}.`,
    meanHeadline: (mean: string, count: string, rate: string) =>
      `The mean score is ${mean} from ${count} answers, ${rate} of those asked.`,
    tooFew: (wave: string, count: string) =>
      `Too few answers in wave ${wave} to speak of: ${count}; figures are shown from 30.`,
    verdicts: {
      better: "better than the wave before, beyond chance",
      worse: "worse than the wave before, beyond chance",
      unchanged: "no change beyond chance since the wave before",
    } as Record<string, string>,
    nps: "Net promoter score",
    csat: "Satisfied",
    mean: "Mean score",
    responseRate: "Response rate",
    ofInvited: (responded: number, invited: number, format: Formats) =>
      `${format.integer(responded)} of ${format.integer(invited)} asked`,
    interval: (low: string, high: string) => `95% between ${low} and ${high}`,
    hidden: "fewer than 30 answers",
    question: "Question",
    wave: "Wave",
    newest: "Newest with 30 answers",
    wavesTitle: "Waves with their 95% intervals",
    changeTitle: (wave: string, change: string, verdict: string) => `${wave}: ${change} points, ${verdict}`,
    wavesSubtitle: (measure: string) => `${measure} by wave with its 95% interval; fewer than 30 answers left out`,
    invited: "Asked",
    responded: "Answered",
    segments: "By region, manager and class",
    segmentsSubtitle: "As they stood on the day of asking; figures of fewer than 30 answers are not shown",
    by: "By",
    name: "Name",
    dimensions: { region: "Region", manager: "Manager", class: "Class" } as Record<string, string>,
    before: "Before the answer",
    late: "a line was late",
    notLate: "no line was late",
    difference: "Difference",
    lateUnknown: "Late goods and scores: too few answers to tell",
    lateTitle: (difference: string, low: string, high: string, isOpen: boolean) =>
      isOpen
        ? `Clients with late goods score ${difference}, which may be chance (${low} to ${high})`
        : `Clients with late goods score ${difference} (${low} to ${high})`,
    lateSubtitle:
      "All waves together: mean of clients with a late line in the days before the answer against the others; they differ in other ways as well",
    wordsTitle: "What clients speak of",
    noWords: "No word was written by five clients or more.",
    wordTitle: (word: string, count: string) => `“${word}” is written most: ${count} clients`,
    wordsSubtitle: "Clients who wrote the word, and their mean score; words of fewer than five clients are not shown",
    word: "Word",
    meanWith: "Mean score with it",
    comments: "Answers in words",
    noComments:
      "Answers in words may hold personal data and stay in the warehouse. satisfaction.publish_comments in the settings lets them out, with numbers and addresses blotted out.",
    commentsSubtitle: "Newest first; e-mail addresses, links and long numbers are blotted out",
    answered: "Answered",
    score: "Score",
    comment: "Answer",
  },
};
