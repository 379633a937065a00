import { dayOf, daysBetween } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { listSold } from "./plain-lines.ts";
import { rateOn, type Valued, valueOrders } from "./plain-sales.ts";

type Member = Odd["campaign_members"][number];

const rules = ["last_touch", "first_touch", "linear", "time_decay", "position"] as const;
const [window, openedWindow, halfLife] = [30, 5, 7];

/** A campaign that touched an order: its oldest touch and its newest; a code typed in is the newest of all. */
interface Touch {
  readonly campaign_id: string;
  readonly oldest: string;
  readonly newest: string;
  readonly isCode: boolean;
  readonly isOnlyCode: boolean;
}

/** Moments within their window before an order: of contacts and clicks 30 days, of openings 5 (models.md §5.2). */
function touchesOf(member: Member, order: Valued, asOf: string): readonly string[] {
  const within = (moment: string | null, days: number) => {
    if (moment === null || dayOf(moment) > asOf) return [];
    const age = daysBetween(dayOf(moment), order.order_date);
    return age >= 0 && age <= days ? [moment] : [];
  };
  return [
    ...within(member.responded_at, window),
    ...within(member.clicked_at, window),
    ...within(member.delivered_at, window),
    ...within(member.opened_at, openedWindow),
  ];
}

function listTouches(
  company: Odd,
  order: Valued & { readonly campaign_id?: string | null },
  asOf: string,
): readonly Touch[] {
  const touches = company.campaigns.flatMap(({ campaign_id }): readonly Touch[] => {
    const member = company.campaign_members.find(
      (one) => one.campaign_id === campaign_id && one.client_id === order.client_id,
    );
    const moments = [...(member === undefined ? [] : touchesOf(member, order, asOf))].sort();
    const isCode = order.campaign_id === campaign_id;
    if (moments.length === 0 && !isCode) return [];
    const code = `${order.order_date} 00:00:00`;
    return [
      {
        campaign_id,
        oldest: moments[0] ?? code,
        newest: isCode ? code : (moments.at(-1) ?? code),
        isCode,
        isOnlyCode: isCode && moments.length === 0,
      },
    ];
  });
  const place = ({ isCode, newest, campaign_id }: Touch) => `${Number(isCode)} ${newest} ${campaign_id}`;
  return [...touches].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Shares of an order its touches get by a rule, oldest first; they sum to one. */
function divide(rule: (typeof rules)[number], touches: readonly Touch[], order: Valued): readonly number[] {
  const count = touches.length;
  const place = ({ isOnlyCode, oldest, campaign_id }: Touch) => `${Number(isOnlyCode)} ${oldest} ${campaign_id}`;
  const first = [...touches].sort((a, b) => (place(a) < place(b) ? -1 : 1))[0];
  const weights = touches.map((touch, index) => {
    if (rule === "last_touch") return Number(index === count - 1);
    if (rule === "first_touch") return Number(touch === first);
    if (rule === "linear") return 1;
    if (rule === "time_decay") return 2 ** (-daysBetween(dayOf(touch.newest), order.order_date) / halfLife);
    if (count <= 2) return 1;
    return index === 0 || index === count - 1 ? 0.4 : 0.2 / (count - 2);
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** Orders and revenue by rule and campaign, and what no campaign touched. */
function creditByRule(company: Odd, asOf: string): Record<string, readonly number[]> {
  const result: Record<string, readonly number[]> = {};
  const add = (key: string, credit: number, net: number) => {
    const [credits = 0, amount = 0] = result[key] ?? [];
    result[key] = [credits + credit, amount + net];
  };
  for (const order of valueOrders(company, asOf).filter(({ isValid }) => isValid)) {
    const touches = listTouches(company, order, asOf);
    for (const rule of rules) {
      if (touches.length === 0) add(`${rule} organic`, 1, order.net ?? 0);
      divide(rule, touches, order).forEach((share, index) => {
        add(`${rule} ${touches[index]?.campaign_id}`, share, share * (order.net ?? 0));
      });
    }
  }
  return result;
}

/** Steps of each campaign, its full cost, and its return by the last touch: ROAS on revenue, ROI on margin (models.md §5.1). */
function returnOf(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const orders = valueOrders(company, asOf).filter(({ isValid }) => isValid);
  const sold = listSold(company, asOf);
  const marginOf = (order: Valued) => {
    const own = sold.filter((line) => line.order.order_id === order.order_id);
    const isKnown = own.every(({ net, cost }) => net !== null && cost !== null);
    return isKnown ? own.reduce((sum, { net, cost }) => sum + (net ?? 0) - (cost ?? 0), 0) : null;
  };
  return Object.fromEntries(
    company.campaigns.map((campaign) => {
      const members = company.campaign_members.filter(({ campaign_id }) => campaign_id === campaign.campaign_id);
      const took = (steps: readonly (keyof Member)[]) =>
        members.filter((member) => steps.some((step) => member[step] !== null && dayOf(member[step] ?? "") <= asOf))
          .length;
      const sent = took(["sent_at", "delivered_at", "opened_at", "clicked_at", "responded_at"]);
      const delivered = took(["delivered_at", "opened_at", "clicked_at", "responded_at"]);
      // The only campaign of an unnamed channel keeps no answers.
      const responded = campaign.channel === null ? null : took(["responded_at"]);
      const rate = rateOn(company, campaign.currency, campaign.start_date) ?? 0;
      const { fixed_cost_amount: fixed, unit_cost_amount: unit, discount_cost_amount: discounts } = campaign;
      const cost = fixed === null || unit === null ? null : (fixed + unit * sent + (discounts ?? 0)) * rate;
      const own = orders.filter(
        (order) => listTouches(company, order, asOf).at(-1)?.campaign_id === campaign.campaign_id,
      );
      const revenue = own.reduce((sum, { net }) => sum + (net ?? 0), 0);
      const margins = own.map(marginOf);
      const margin = margins.some((value) => value === null)
        ? null
        : margins.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      return [
        campaign.campaign_id,
        [
          members.length,
          sent,
          delivered,
          took(["opened_at", "clicked_at"]),
          took(["clicked_at"]),
          responded,
          responded === null ? null : responded / delivered,
          cost,
          revenue,
          cost === null ? null : revenue / cost,
          cost === null || margin === null ? null : (margin - cost) / cost,
        ],
      ];
    }),
  );
}

export const campaignOracles: readonly Oracle[] = [
  {
    says: "orders and revenue by campaign under each of the five rules",
    relations: ["metrics.campaign_credits_by_rule"],
    sql: `select rule || ' ' || campaign_id as key, order_count as a, cast(net_amount as double) as b
      from metrics.campaign_credits_by_rule where order_count > 0`,
    plain: creditByRule,
  },
  {
    says: "credits of each order sum to one under each rule",
    relations: ["metrics.campaign_credit_parts"],
    sql: `select rule as key, cast(min(whole) as double) as a, cast(max(whole) as double) as b from (
        select rule, order_id, sum(credit) as whole from metrics.campaign_credit_parts group by 1, 2) group by 1`,
    plain: () => Object.fromEntries(rules.map((rule) => [rule, [1, 1]])),
  },
  {
    says: "steps, full cost, ROAS and ROI of campaigns",
    relations: ["metrics.campaign_return"],
    sql: `select campaign_id as key, assigned_count as a, sent_count as b, delivered_count as c, opened_count as d, clicked_count as e,
      responder_count as f, response_rate as g, cast(cost_amount as double) as h, cast(attributed_amount as double) as i, roas as j,
      roi as k from metrics.campaign_return`,
    plain: returnOf,
  },
];
