import type { PageContext } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import type { Period } from "../components/period.ts";
import { withFilter } from "../components/state.ts";
import { groupBy, shareOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import { aboutFigure, alertNotices } from "./alert-notices.ts";
import { complaintRate, type Data, dueWithin, type View } from "./overview-data.ts";

interface Notice {
  readonly kind: "bad" | "warn" | "good";
  readonly text: string;
  readonly href: string;
  /** The figure it speaks of, where an alert may tell of it too. */
  readonly about?: string;
}

/** Lists what is off target, worst first, each with the page that explains it. */
export function attention(
  context: PageContext,
  data: Data,
  { view, period, months }: { readonly view: View; readonly period: Period; readonly months: Period },
): HTMLElement {
  const { words } = context;
  const alerts = alertNotices(context, data.alerts);
  const told = new Set(alerts.map(({ about }) => about));
  const shown = { view, period, months };
  const offTarget = [...planNotices(context, view, period), ...serviceNotices(context, data, shown)];
  const found = [
    ...alerts,
    ...offTarget.filter(({ about }) => about === undefined || !told.has(about)),
    ...fileNotices(context),
    ...checkNotices(context, data),
  ];
  const nothing: Notice = isJudged(data, { view, period, months })
    ? { kind: "good", text: words.attention.none, href: context.href("quality") }
    : { kind: "warn", text: words.attention.unknown, href: context.href("quality") };
  const notices = found.length > 0 ? found : [nothing];
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.attention.title),
    element("p", { class: "chart-subtitle" }, words.attention.subtitle),
    element(
      "ul",
      { class: "attention" },
      ...notices.map((notice) =>
        element("li", { "data-kind": notice.kind }, element("a", { href: notice.href }, notice.text)),
      ),
    ),
  );
}

/** Tells whether anything has a target and a figure to hold against it: without either, nothing is on target. */
function isJudged(
  data: Data,
  { view, period, months }: { readonly view: View; readonly period: Period; readonly months: Period },
): boolean {
  return (
    data.alerts.length > 0 ||
    attainmentOf(within(view.plan, period)) !== undefined ||
    shareOf(dueWithin(data.delivery, months), "on_time_count", "lines_due_count") !== null ||
    complaintRate(within(data.complaints, months)) !== null
  );
}

const noticesPerKind = 3;

function planNotices(context: PageContext, view: View, period: Period): readonly Notice[] {
  const { words, formats, href, snapshot } = context;
  return [...groupBy(within(view.plan, period), (row) => (row.has_region ? row.region : ""))]
    .map(([region, rows]) => ({
      region,
      gap: attainmentOf(rows)?.gap ?? 0,
      attainment: attainmentOf(rows)?.rate ?? null,
    }))
    .filter((row) => row.attainment !== null && row.attainment < snapshot.targets.planAttainment)
    .sort((left, right) => left.gap - right.gap)
    .slice(0, noticesPerKind)
    .map((row) => ({
      kind: "bad",
      text: words.attention.plan(
        valueName(words, row.region === "" ? "all" : row.region),
        formats.percentWhole(row.attainment ?? 0),
        formats.moneyShort(-row.gap),
      ),
      href: row.region === "" ? href("sales") : withFilter(href("sales"), "region", row.region),
      about: aboutFigure("plan_attainment", row.region === "" ? "all" : row.region),
    }));
}

function serviceNotices(
  context: PageContext,
  data: Data,
  { view, period, months }: { readonly view: View; readonly period: Period; readonly months: Period },
): readonly Notice[] {
  const { words, formats, href, snapshot } = context;
  const { targets } = snapshot;
  const notices: Notice[] = [];
  const lines = dueWithin(view.delivery, period);
  const onTime = shareOf(lines, "on_time_count", "lines_due_count");
  const otif = shareOf(lines, "otif_count", "lines_due_count");
  // Two measures with a target each: told together, nobody takes the one for the other.
  if (onTime !== null && otif !== null && (onTime < targets.onTimeRate || otif < targets.otifRate))
    notices.push({
      kind: "bad",
      text: words.attention.delivery(
        formats.percent(onTime),
        formats.percentWhole(targets.onTimeRate),
        formats.percent(otif),
        formats.percentWhole(targets.otifRate),
      ),
      href: href("delivery"),
      about: aboutFigure("on_time_rate"),
    });
  const rate = complaintRate(within(data.complaints, months));
  if (rate !== null && rate > targets.complaintsPer100Orders)
    notices.push({
      kind: "bad",
      text: words.attention.complaints(formats.ratio(rate), formats.ratio(targets.complaintsPer100Orders)),
      href: href("complaints"),
      about: aboutFigure("complaints_per_100_orders"),
    });
  return notices;
}

/** Numbers lack what a refused file would have told. */
function fileNotices({ words, formats, href, snapshot }: PageContext): readonly Notice[] {
  const { refusedFiles } = snapshot;
  if (refusedFiles === 0) return [];
  return [{ kind: "warn", text: sentence(words.quality.refused(refusedFiles, formats)), href: href("quality") }];
}

function checkNotices(context: PageContext, data: Data): readonly Notice[] {
  const { words, href, snapshot } = context;
  return snapshot.checks
    .filter((check) => check.rows > 0)
    .slice(0, noticesPerKind)
    .map((check) => ({
      kind: "warn",
      text: words.attention.check(sentence(data.checks[check.name] ?? check.name), check.rows, context.formats),
      href: href("quality"),
    }));
}

/** A sentence without its full stop, to stand in a list or inside another one. */
function sentence(text: string): string {
  return text.replace(/\.$/, "");
}
