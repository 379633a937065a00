import { type Limits, mayBeChance } from "../change-limits.ts";
import { dropMarks } from "../numbers.ts";
import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import { sparkline } from "./spark.ts";

/** A figure of the top row. */
export interface Kpi {
  readonly name: string;
  /** The page that tells more. */
  readonly href?: string;
  /** What the figure is made of, as the glossary names it: `metrics.kpi_by_month.net_amount`. */
  readonly term?: string;
  readonly value: number | null;
  readonly show: (value: number) => string;
  /** The value of the comparison period, if there is one. */
  readonly before?: number | null | undefined;
  /** Shares and rates differ by points, amounts by percent. */
  readonly kind: "amount" | "share" | "rate";
  readonly better: "more" | "less" | "neither";
  /** The part of the value that is compared, where that is not all of it: months that have a plan. */
  readonly compared?: number | undefined;
  /** Said where nothing can be compared, in place of what is usual. */
  readonly uncompared?: string | undefined;
  /** Limits of the change, where figures are of samples: one that may be chance is called neither good nor bad. */
  readonly changeLimits?: Limits | undefined;
  /** Named comparison, `Jan – Oct 2025`. */
  readonly comparedWith?: string | undefined;
  /** What it should be. */
  readonly target?: { readonly value: number; readonly label: string; readonly progress: number } | undefined;
  /** Recent months or days, oldest first. */
  readonly trend: readonly (number | null)[];
  readonly note?: string | undefined;
}

/** A change smaller than this share, or so many points, counts as none; a rate's must be larger than both. */
const neutralShare = 0.005;
const neutralPoints = 0.001;
const neutralRate = 0.05;

/** Less than half a hundredth of the currency is what sums of decimals leave, not money. */
const leastMoney = 0.005;

/** Says whether a change is good, bad or neither. */
export function judgeChange(
  kpi: Pick<Kpi, "value" | "before" | "kind" | "better">,
): "up" | "down" | "flat" | undefined {
  if (kpi.value === null || kpi.before === null || kpi.before === undefined) return undefined;
  const change = kpi.value - kpi.before;
  if (kpi.kind === "amount" && kpi.before === 0) return change === 0 ? "flat" : change > 0 ? "up" : "down";
  const size = kpi.kind === "amount" ? change / Math.abs(kpi.before) : change;
  const rate = Math.max(neutralRate, neutralShare * Math.abs(kpi.before));
  const neutral = { amount: neutralShare, share: neutralPoints, rate }[kpi.kind];
  if (Math.abs(size) < neutral) return "flat";
  return size > 0 ? "up" : "down";
}

/** Makes the card of a figure: name, value, change against a named comparison, target, recent months. */
export function kpiCard(context: PageContext, kpi: Kpi): HTMLElement {
  const shown = kpi.value === null ? "—" : kpi.show(kpi.value);
  const value = element("div", { class: "kpi-value" }, element("bdi", {}, shown));
  value.style.setProperty("--characters", String(dropMarks(shown).length));
  const name = kpi.href === undefined ? kpi.name : element("a", { href: kpi.href }, kpi.name);
  return element(
    "article",
    { class: "card kpi" },
    element("div", { class: "kpi-head" }, element("div", { class: "kpi-name" }, name), definition(context, kpi)),
    value,
    deltaLine(context, kpi),
    kpi.target === undefined ? undefined : targetBar(kpi.target),
    sparkline(kpi.trend),
    kpi.note === undefined ? undefined : element("p", { class: "note" }, kpi.note),
  );
}

/** The definition of a figure is one click away. */
function definition(context: PageContext, kpi: Kpi): HTMLElement | undefined {
  if (kpi.term === undefined) return undefined;
  const label = context.words.kpi.definition(kpi.name);
  return element(
    "a",
    { class: "define", href: `${context.href("glossary")}#${kpi.term}`, "aria-label": label, title: label },
    "i",
  );
}

function deltaLine(context: PageContext, kpi: Kpi): HTMLElement | undefined {
  const { words, formats } = context;
  const value = kpi.compared ?? kpi.value;
  const direction = judgeChange({ ...kpi, value });
  if (direction === undefined || value === null || kpi.before === null || kpi.before === undefined) {
    const usual = kpi.comparedWith === undefined ? undefined : words.kpi.noComparison;
    // A value that is not known has its reason in the note, where there is one: that earlier figures are missing is none.
    const unknown = kpi.note === undefined ? words.kpi.noValue : undefined;
    const text = kpi.uncompared ?? (kpi.value === null ? unknown : usual);
    return text === undefined ? undefined : element("div", { class: "kpi-delta note" }, text);
  }
  const change = value - kpi.before;
  const size =
    kpi.kind !== "amount"
      ? showPoints(kpi, change, words, formats)
      : kpi.before === 0
        ? showChange(context, kpi, change)
        : formats.percentChange(change / Math.abs(kpi.before));
  // Shares and rates differ by points already; an amount is told in its own unit too.
  const amount = kpi.kind === "amount" && kpi.before !== 0 ? showChange(context, kpi, change) : undefined;
  const isGood =
    kpi.better === "neither" || direction === "flat" ? undefined : (direction === "up") === (kpi.better === "more");
  const arrow = { up: "▲", down: "▼", flat: "●" }[direction];
  const judged =
    isGood === undefined ? (direction === "flat" ? words.kpi.flat : "") : isGood ? words.kpi.better : words.kpi.worse;
  const tone = isGood === undefined || isChance(kpi) ? "" : isGood ? "good" : "bad";
  return element(
    "div",
    { class: `kpi-delta ${tone}`, title: `${kpi.show(kpi.before)} → ${kpi.show(value)}` },
    element(
      "strong",
      {},
      `${arrow} `,
      element("bdi", {}, size),
      ...(amount === undefined ? [] : [" (", element("bdi", {}, amount), ")"]),
      judged === "" ? "" : ` ${judged}`,
    ),
    ` ${formats.clauses([words.kpi.against(kpi.comparedWith ?? ""), ...certainty(context, kpi)])}`,
  );
}

function isChance({ changeLimits }: Kpi): boolean {
  return changeLimits !== undefined && mayBeChance(changeLimits);
}

/** Says within which limits the change of a sample's figure lies, and whether it may be none. */
function certainty({ words, formats }: PageContext, kpi: Kpi): readonly string[] {
  if (kpi.changeLimits === undefined) return [];
  const [lower, upper] = kpi.changeLimits.map((limit) => showPoints(kpi, limit, words, formats));
  const range = words.satisfaction.interval(lower ?? "", upper ?? "");
  return [isChance(kpi) ? formats.list([range, words.kpi.mayBeChance]) : range];
}

function showPoints(
  { kind }: Kpi,
  change: number,
  words: PageContext["words"],
  formats: PageContext["formats"],
): string {
  return kind === "share" ? words.kpi.points(formats.change(change * 100)) : formats.change(change);
}

function showChange({ formats }: PageContext, kpi: Kpi, change: number): string {
  if (kpi.show === formats.moneyShort) return formats.moneyChange(Math.abs(change) < leastMoney ? 0 : change);
  return formats.change(kpi.show === formats.integer ? Math.round(change) : change);
}

function targetBar(target: NonNullable<Kpi["target"]>): HTMLElement {
  const share = Math.max(0, Math.min(1, target.progress));
  const fill = element("i", {});
  fill.style.inlineSize = `${(share * 100).toFixed(1)}%`;
  return element(
    "div",
    { class: "kpi-plan" },
    element("div", { class: "bar", "aria-hidden": "true" }, fill),
    target.label,
  );
}
