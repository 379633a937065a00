import { changeLimits, type Estimate, type Limits } from "../change-limits.ts";
import { intervalChart } from "../charts/intervals.ts";
import { barCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import type { NamedClient } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { type Choice, choiceOf, eitherChoice, filterBar, ofEntity } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { nameOf, valueName, waveName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow, textCard } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import {
  type CommentRow,
  type LatenessRow,
  type SatisfactionData,
  shown,
  type WaveRow,
  type WordRow,
} from "./satisfaction-data.ts";
import { commentTable, latenessTable, segmentTable } from "./satisfaction-tables.ts";

/** Draws satisfaction: what clients said in surveys, how sure that is, and of what they speak. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const clients = await readRows<NamedClient>(files["satisfaction-clients"]);
  const data: SatisfactionData = {
    waves: await readRows<WaveRow>(files.satisfaction),
    lateness: await readRows<LatenessRow>(files["satisfaction-delivery"]),
    words: await readRows<WordRow>(files["survey-words"]),
    comments: await readRows<CommentRow>(files["survey-comments"]),
    managers: await readManagers(context),
    clients: new Map(clients.map((row) => [row.client_id, row])),
  };
  if (data.waves.length === 0) return { draw: () => emptyPage(context) };
  const questions = [...new Set(data.waves.map((row) => row.question))];
  // A link from another page may carry both.
  if (context.state.get("region") !== "") context.state.keep({ manager: "" });
  const choices = (): readonly Choice[] => [
    ...(questions.length < 2
      ? []
      : [
          choiceOf(context, "question", words.satisfaction.question, questions, (value) =>
            questionName(context, value),
          ),
        ]),
    {
      name: "wave",
      label: words.satisfaction.wave,
      options: [
        { value: "", label: words.satisfaction.newest },
        ...[...new Set(data.waves.map((row) => row.wave))]
          .sort()
          .map((value) => ({ value, label: waveName(context, value) })),
      ],
    },
    ...eitherChoice(context, ["region", "manager"], data.waves, (name, value) =>
      name === "region" ? valueName(words, value) : managerName(context, data.managers, value),
    ),
    ...(data.comments.length === 0 ? [] : [wordChoice(context, data.words)]),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, questions) };
}

function wordChoice(context: PageContext, rows: readonly WordRow[]): Choice {
  const values = rows.map((row) => row.word);
  return choiceOf(context, "word", context.words.satisfaction.word, values, (value) => value);
}

function questionName({ words }: PageContext, question: string): string {
  return nameOf(words.satisfaction.questions, question);
}

function draw(context: PageContext, all: SatisfactionData, questions: readonly string[]): readonly Node[] {
  const { state, words } = context;
  const question = state.get("question") || (questions.includes("nps") ? "nps" : (questions[0] ?? ""));
  const ofQuestion = <Row extends { readonly question: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.question === question);
  const data: SatisfactionData = {
    ...all,
    waves: ofQuestion(all.waves),
    lateness: ofQuestion(all.lateness),
    words: ofQuestion(all.words),
    comments: ofQuestion(all.comments),
  };
  const history = [...ofEntity(context, data.waves)].sort((left, right) =>
    (left.first_asked_date ?? "").localeCompare(right.first_asked_date ?? ""),
  );
  const now = state.get("wave") === "" ? lastAnswered(history) : history.find((row) => row.wave === state.get("wave"));
  if (now === undefined) return emptyChoice(context);
  return [
    headline(
      context,
      summarize(context, now),
      words.satisfaction.scope(questionName(context, question), waveName(context, now.wave)),
      { isOfMoney: false },
    ),
    kpis(context, history, now),
    columns(waveCard(context, history), segmentTable(context, data, now)),
    unfiltered(context, ["region", "manager"], columns(latenessTable(context, data), wordBars(context, data))),
    commentTable(context, data),
  ];
}

/** The newest wave that enough clients answered, else the newest. */
function lastAnswered(history: readonly WaveRow[]): WaveRow | undefined {
  return history.filter((row) => row.quality_flag === "ok").at(-1) ?? history.at(-1);
}

function summarize(context: PageContext, now: WaveRow): string {
  const { words, formats } = context;
  const count = formats.integer(now.responded_count);
  const rate = formats.percentWhole(now.response_rate ?? 0);
  if (now.quality_flag !== "ok") return words.satisfaction.tooFew(waveName(context, now.wave), count);
  if (now.nps !== null && now.nps_lower !== null && now.nps_upper !== null) {
    const range = [formats.integer(Math.round(now.nps_lower)), formats.integer(Math.round(now.nps_upper))] as const;
    const verdict = words.satisfaction.verdicts[now.nps_verdict] ?? "";
    return words.satisfaction.npsHeadline(formats.integer(Math.round(now.nps)), range, count, rate, verdict);
  }
  return words.satisfaction.meanHeadline(formats.ratio(now.score_mean ?? 0), count, rate);
}

function kpis(context: PageContext, history: readonly WaveRow[], now: WaveRow): HTMLElement {
  const { words, formats } = context;
  const recent = history.slice(0, history.indexOf(now) + 1);
  const before = recent.at(-2);
  const figure = (value: (row: WaveRow) => number | null) => ({
    value: shown(now, value(now)),
    before: before === undefined ? undefined : shown(before, value(before)),
    comparedWith: before && waveName(context, before.wave),
    trend: recent.slice(-13).map((row) => shown(row, value(row))),
  });
  const limits = (name: "nps" | "csat" | "score_mean") => changeOf(name, now, before);
  const isHidden = now.quality_flag !== "ok" ? words.satisfaction.hidden : undefined;
  const whole = (value: number) => formats.integer(Math.round(value));
  return kpiRow(
    ...(now.nps === null
      ? []
      : [
          kpiCard(context, {
            ...figure((row) => row.nps),
            name: words.satisfaction.nps,
            term: "metrics.satisfaction_by_wave.nps",
            show: whole,
            kind: "rate",
            better: "more",
            changeLimits: limits("nps"),
            note: isHidden ?? words.satisfaction.interval(whole(now.nps_lower ?? 0), whole(now.nps_upper ?? 0)),
          }),
        ]),
    ...(now.csat === null
      ? []
      : [
          kpiCard(context, {
            ...figure((row) => row.csat),
            name: words.satisfaction.csat,
            term: "metrics.satisfaction_by_wave.csat",
            show: formats.percent,
            kind: "share",
            better: "more",
            changeLimits: limits("csat"),
            note:
              isHidden ??
              words.satisfaction.interval(formats.percent(now.csat_lower ?? 0), formats.percent(now.csat_upper ?? 0)),
          }),
        ]),
    kpiCard(context, {
      ...figure((row) => row.score_mean),
      name: words.satisfaction.mean,
      term: "metrics.satisfaction_by_wave.score_mean",
      show: formats.ratio,
      kind: "rate",
      better: "more",
      changeLimits: limits("score_mean"),
      note:
        isHidden ??
        words.satisfaction.interval(formats.ratio(now.score_mean_lower ?? 0), formats.ratio(now.score_mean_upper ?? 0)),
    }),
    kpiCard(context, {
      ...figure((row) => row.response_rate),
      value: now.response_rate,
      name: words.satisfaction.responseRate,
      term: "metrics.satisfaction_by_wave.response_rate",
      show: formats.percent,
      kind: "share",
      better: "neither",
      note: words.satisfaction.ofInvited(now.responded_count, now.invited_count, formats),
    }),
  );
}

/** Limits of what changed since the wave before, where both are told. */
function changeOf(name: "nps" | "csat" | "score_mean", now: WaveRow, before: WaveRow | undefined): Limits | undefined {
  const [one, other] = [estimateOf(name, now), before && estimateOf(name, before)];
  return one && other && changeLimits(one, other);
}

function estimateOf(name: "nps" | "csat" | "score_mean", row: WaveRow): Estimate | undefined {
  const [value, lower, upper] = [row[name], row[`${name}_lower`], row[`${name}_upper`]];
  return value === null || lower === null || upper === null ? undefined : { value, lower, upper };
}

function waveCard(context: PageContext, history: readonly WaveRow[]): HTMLElement {
  const { words, formats } = context;
  const isNps = history.some((row) => row.nps !== null);
  const value = (row: WaveRow) => shown(row, isNps ? row.nps : row.score_mean);
  const estimates = history.flatMap((row) => {
    const middle = value(row);
    const [low, high] = isNps ? [row.nps_lower, row.nps_upper] : [row.score_mean_lower, row.score_mean_upper];
    return middle === null || low === null || high === null
      ? []
      : [
          {
            label: waveName(context, row.wave),
            value: middle,
            low,
            high,
            detail: `${waveName(context, row.wave)}: ${formats.decimal(middle)}`,
            isPlain: true,
            action: filterBy(context, "wave", row.wave),
          },
        ];
  });
  const column = columnsFor<WaveRow>(context);
  const last = history.filter((row) => row.nps_change !== null && row.quality_flag === "ok").at(-1);
  return chartCard(context, {
    name: "satisfaction-by-wave",
    title:
      last?.nps_change == null
        ? words.satisfaction.wavesTitle
        : words.satisfaction.changeTitle(
            waveName(context, last.wave),
            formats.change(last.nps_change),
            words.satisfaction.verdicts[last.nps_verdict] ?? "",
          ),
    subtitle: words.satisfaction.wavesSubtitle(isNps ? words.satisfaction.nps : words.satisfaction.mean),
    draw: (width) => intervalChart(estimates, formats.decimal, width),
    rows: estimates.length === 0 ? [] : history,
    columns: [
      column.text(words.satisfaction.wave, (row) => waveName(context, row.wave)),
      column.count(words.satisfaction.invited, (row) => row.invited_count),
      column.count(words.satisfaction.responded, (row) => row.responded_count),
      column.percent(words.satisfaction.responseRate, (row) => row.response_rate),
      column.decimal(words.satisfaction.nps, (row) => shown(row, row.nps)),
      column.decimal(words.columns.lower, (row) => shown(row, row.nps_lower)),
      column.decimal(words.columns.upper, (row) => shown(row, row.nps_upper)),
      column.ratio(words.satisfaction.mean, (row) => shown(row, row.score_mean)),
      column.percent(words.satisfaction.csat, (row) => shown(row, row.csat)),
    ],
  });
}

function wordBars(context: PageContext, data: SatisfactionData): HTMLElement {
  const { words, formats } = context;
  const first = data.words[0];
  if (first === undefined) return textCard(words.satisfaction.wordsTitle, words.satisfaction.noWords);
  const column = columnsFor<WordRow>(context);
  return barCard(
    context,
    {
      name: "survey-words",
      title: words.satisfaction.wordTitle(first.word, formats.integer(first.client_count)),
      subtitle: words.satisfaction.wordsSubtitle,
      rows: data.words,
      columns: [
        column.text(words.satisfaction.word, (row) => row.word),
        column.count(words.columns.clients, (row) => row.client_count),
        column.ratio(words.satisfaction.meanWith, (row) => row.score_mean),
      ],
    },
    (row) => ({
      label: row.word,
      // Without comments there is nothing a word could choose.
      action: data.comments.length === 0 ? undefined : filterBy(context, "word", row.word),
      value: row.client_count,
      text:
        row.score_mean === null
          ? formats.integer(row.client_count)
          : `${formats.integer(row.client_count)} · ${formats.decimal(row.score_mean)}`,
    }),
  );
}
