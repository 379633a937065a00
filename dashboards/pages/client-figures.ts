import { readOrigin } from "../components/client-link.ts";
import type { PageContext } from "../components/context.ts";
import { element, nowhere } from "../components/dom.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf, valueName } from "../components/names.ts";
import { kpiRow } from "../components/page.ts";
import { plainTable } from "../components/table.ts";
import type { Formats } from "../formats.ts";
import type { CardRow, ShownClient } from "./client-rows.ts";

/** Says in a sentence who the client is and what is pressing. */
export function summarizeClient(context: PageContext, { card, name }: ShownClient): string {
  const { words, formats } = context;
  const texts = words.client;
  const parts = [texts.who(name, nameOf(words.classes, card.volume_class).toLowerCase())];
  if (card.is_opted_out) parts.push(texts.optedOutSentence);
  if (card.days_since_last !== null)
    parts.push(
      texts.lastOrder(
        card.days_since_last,
        card.median_gap_days === null ? undefined : formats.integer(card.median_gap_days),
        formats,
      ),
    );
  const { overdue_amount: overdue, open_complaint_count: complaints } = card;
  if (overdue !== null && overdue > 0) parts.push(texts.overdueSentence(formats.moneyShort(overdue)));
  if (complaints !== null && complaints > 0) parts.push(texts.complaintSentence(complaints, formats));
  return parts.join(" ");
}

/** The way the card was reached: the list with its filters, then the client. */
export function crumbs(context: PageContext, name: string): HTMLElement | undefined {
  const origin = readOrigin(context);
  if (origin === undefined) return undefined;
  const { words } = context;
  return element(
    "nav",
    { class: "crumbs", "aria-label": words.client.path },
    element("a", { href: origin.href, "data-back": origin.page }, words.pages[origin.page].title),
    element("span", { "aria-hidden": "true" }, "/"),
    element("span", { "aria-current": "page" }, element("bdi", {}, name)),
  );
}

/** Links back to the lists a card is reached from. */
export function backLinks(context: PageContext): HTMLElement {
  const { words } = context;
  const lists = ["clients", "rfm", "retention", "profit"] as const;
  const pages = lists.filter((page) => !context.href(page).startsWith(nowhere));
  if (pages.length === 0) return element("p", {});
  return element(
    "p",
    { class: "note" },
    `${words.client.back} `,
    ...pages.flatMap((page, index) => [
      ...(index === 0 ? [] : [" · "]),
      element("a", { href: context.href(page) }, words.pages[page].short),
    ]),
  );
}

/** The figures a call begins with. */
export function clientKpis(context: PageContext, { card }: ShownClient): HTMLElement {
  const { words, formats } = context;
  const texts = words.client;
  const base = { trend: [], kind: "amount", better: "neither", show: formats.moneyShort } as const;
  const term = (column: string) => `metrics.client_card.${column}`;
  return kpiRow(
    kpiCard(context, {
      ...base,
      name: words.metrics.netSales,
      term: term("net_amount"),
      value: card.net_amount,
      note: texts.orders(card.order_count, formats),
    }),
    kpiCard(context, {
      ...base,
      name: texts.profit,
      term: term("profit_amount"),
      value: card.profit_amount,
      note:
        card.profit_net_amount === null ? texts.noProfit : texts.profitNote(formats.moneyShort(card.profit_net_amount)),
    }),
    kpiCard(context, {
      ...base,
      name: texts.value,
      term: term("lifetime_value_amount"),
      value: card.lifetime_value_amount,
      note:
        card.lifetime_value_decile === null || card.lifetime_value_months === null
          ? texts.noValue
          : texts.valueNote(card.lifetime_value_months, card.lifetime_value_decile),
    }),
    kpiCard(context, {
      ...base,
      name: texts.balance,
      term: term("balance_amount"),
      value: card.balance_amount,
      note:
        (card.balance_amount ?? 0) < 0 && (card.overdue_amount ?? 0) === 0
          ? texts.inCredit
          : card.overdue_amount === null
            ? undefined
            : texts.overdueNote(formats.moneyShort(card.overdue_amount), card.overdue_days_max ?? 0, formats),
    }),
  );
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What else is known, as a plain list: what is unknown shows a dash. */
export function clientFacts(context: PageContext, shown: ShownClient): HTMLElement {
  const { words } = context;
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.client.facts),
    plainTable<Fact>(
      [...describeClient(context, shown), ...describeStanding(context, shown), ...describeNext(context, shown)],
      [
        { title: words.client.fact, value: (row) => row.name },
        { title: words.client.factValue, value: (row) => row.value },
      ],
      words.client.facts,
      words.tables.scrollable,
    ),
  );
}

function describeClient({ words, formats }: PageContext, { card, manager }: ShownClient): readonly Fact[] {
  const texts = words.client;
  return [
    { name: texts.id, value: card.client_id },
    { name: words.dimensions.manager, value: manager ?? "—" },
    { name: words.dimensions.region, value: join(formats, [valueName(words, card.region), card.city]) },
    {
      name: texts.industry,
      value: join(formats, [card.industry, card.kind === null ? null : nameOf(texts.kinds, card.kind)]),
    },
    {
      name: texts.ordered,
      value: join(
        formats,
        [card.first_order_date, card.last_order_date].map((day) => (day === null ? null : formats.date(day))),
        (days) => days.join(" … "),
      ),
    },
  ];
}

function describeStanding({ words, formats }: PageContext, { card }: ShownClient): readonly Fact[] {
  const texts = words.client;
  const before = card.previous_class;
  return [
    {
      name: words.columns.class,
      value: join(formats, [
        nameOf(words.classes, card.volume_class),
        before === null || before === card.volume_class ? null : texts.before(nameOf(words.classes, before)),
      ]),
    },
    {
      name: "RFM",
      value: join(formats, [
        card.rfm_segment === null ? null : nameOf(words.segments, card.rfm_segment),
        card.rfm === null ? null : formats.digits(card.rfm),
      ]),
    },
    {
      name: texts.churn,
      value: join(formats, [
        card.churn_status === null ? null : nameOf(words.retention.statuses, card.churn_status),
        card.churn_probability === null ? null : texts.probability(formats.chance(card.churn_probability)),
      ]),
    },
    {
      name: texts.complaints,
      value:
        card.complaint_count === null
          ? "—"
          : texts.complaintCount(card.complaint_count, card.open_complaint_count ?? 0, formats),
    },
    {
      name: texts.recommendation,
      value: join(formats, [
        card.recommendation_score === null ? null : texts.ofTen(formats.integer(card.recommendation_score)),
        card.recommendation_date === null ? null : formats.date(card.recommendation_date),
      ]),
    },
  ];
}

function describeNext({ words, formats }: PageContext, { card, nameOfItem }: ShownClient): readonly Fact[] {
  const texts = words.client;
  const day = (instant: string | null) => (instant === null ? null : formats.date(instant.slice(0, 10)));
  return [
    {
      name: texts.lastContact,
      value: join(formats, [
        day(card.last_contact_at),
        card.last_channel === null ? null : nameOf(words.activity.channels, card.last_channel),
        card.contact_severity === null ? null : (words.activity.severities[card.contact_severity] ?? null),
      ]),
    },
    { name: texts.nextContact, value: day(card.next_contact_at) ?? "—" },
    ...describeWish({ words, formats }, card),
    {
      name: texts.offer,
      value:
        card.offer_item_id === null || card.offer_reason_item_id === null
          ? "—"
          : texts.offerText(
              nameOfItem(card.offer_item_id),
              nameOfItem(card.offer_reason_item_id),
              formats.percent(card.offer_confidence ?? 0),
            ),
    },
  ];
}

/** What a client asked us not to do, since when and who told it; nothing of one that asked nothing. */
function describeWish({ words, formats }: Pick<PageContext, "words" | "formats">, card: CardRow): readonly Fact[] {
  if (!card.is_opted_out) return [];
  const texts = words.client;
  const day = card.opted_out_date;
  return [
    {
      name: texts.optedOut,
      value: join(formats, [
        texts.optedOutYes,
        day === null ? texts.noDay : formats.date(day),
        card.opted_out_source === null ? null : texts.toldBy(card.opted_out_source),
      ]),
    },
  ];
}

function join(
  formats: Formats,
  parts: readonly (string | null)[],
  write: (known: readonly string[]) => string = formats.list,
): string {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? "—" : write(known);
}
