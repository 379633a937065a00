import { seededRandom } from "../fits/simulate.ts";
import { detailClients, makeContracts } from "./odd-cards.ts";
import { addDays, asOf, dayOf, makeOddCompany, type Return } from "./odd-company.ts";

type Maybe<T> = T | null;

/** An odd company with all that is told beside its documents. */
export type Odd = ReturnType<typeof makeOdderCompany>;

/** Makes an odd company, its documents in full and its plans, deals, surveys and calendar; some of it lies after the as-of day. */
export function makeOdderCompany(seed: number) {
  const company = makeOddCompany(seed);
  const random = seededRandom(seed + 1000);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const maybe = <T>(share: number, value: T): Maybe<T> => (random() < share ? value : null);
  const cents = (top: number) => (1 + below(top * 100)) / 100;
  const at = (day: string) => `${day} ${pick(["00:00", "08:15", "09:59", "17:30", "23:59"])}:00`;

  // Drawn apart, so that what was drawn before stays as it was.
  const later = seededRandom(seed + 2000);
  const leaveOn = ({ order_id, delivered_date }: { order_id: string; delivered_date: Maybe<string> }) => {
    const ordered = company.orders.find((order) => order.order_id === order_id)?.order_date ?? asOf;
    const day = addDays(delivered_date ?? ordered, -Math.floor(later() * 3));
    if (later() >= 0.8) return null;
    return [day, ordered].toSorted().at(-1) ?? day;
  };

  const products = company.products.map((product) => ({
    ...product,
    category: pick(["tools", "paint", null]),
    direction: pick(["parts", "service", null]),
    cost_amount: maybe(0.8, Math.round(product.list_price_amount * (30 + below(60))) / 100),
  }));
  const orders = company.orders.map((order) => ({
    ...order,
    channel: pick(["field", "shop", null]),
    campaign_id: maybe(0.05, pick(["k1", "k2", "k3"])),
  }));
  // Two products go together in every third order.
  const pairOf = ({
    order_id,
    order_line_id,
    product_id,
  }: {
    order_id: string;
    order_line_id: string;
    product_id: string;
  }) =>
    Number(order_id.slice(1)) % 3 === 0
      ? ({ "0": "p1", "1": "p2" }[order_line_id.slice(-1)] ?? product_id)
      : product_id;
  const order_lines = company.order_lines.map((line) => ({
    ...line,
    product_id: pairOf(line),
    cost_amount: maybe(0.15, cents(120) * Math.sign(line.quantity)),
  }));
  const shipments = company.shipments.map((shipment) => ({
    ...shipment,
    carrier: pick(["rail", "road", "road", null]),
    shipped_date: leaveOn(shipment),
  }));
  const returns = company.returns.map((one) => detailReturn(one, order_lines, later));
  const complaints = company.complaints.map((complaint) => {
    const opened = dayOf(complaint.opened_at);
    const answered = maybe(0.8, `${addDays(opened, 1 + below(4))} ${pick(["00:00", "09:00", "12:45", "23:00"])}:00`);
    const closed = maybe(0.7, at(addDays(opened, 4 + below(18))));
    const isMixedUp = below(15) === 0;
    return {
      ...complaint,
      first_response_at: isMixedUp ? at(addDays(opened, -2)) : answered,
      closed_at: closed,
      waiting_hours: maybe(0.3, below(12) + 0.5),
      responsible_manager_id: maybe(0.8, pick(["m1", "m2", "m3"])),
    };
  });
  const campaigns = company.campaigns.map((campaign, index) => ({
    ...campaign,
    channel: ["email", "email", null][index] ?? null,
    fixed_cost_amount: [100, 250.5, null][index] ?? null,
    unit_cost_amount: [0.4, 0, 1][index] ?? null,
    discount_cost_amount: [null, 12.5, 3][index] ?? null,
    currency: [null, "USD", null][index] ?? null,
  }));
  const campaign_members = company.campaign_members.map((member) => {
    const delivered = dayOf(member.delivered_at ?? asOf);
    const isControl = below(5) === 0;
    const later = (share: number) => (isControl ? null : maybe(share, at(addDays(delivered, below(25)))));
    return {
      ...member,
      arm: isControl ? "control" : "treated",
      assigned_at: at(addDays(delivered, -1 - below(4))),
      sent_at: isControl ? null : maybe(0.7, at(addDays(delivered, -1))),
      delivered_at: isControl ? null : maybe(0.85, member.delivered_at),
      opened_at: later(0.4),
      clicked_at: later(0.2),
      responded_at: member.campaign_id === "k3" ? null : later(0.1),
    };
  });

  const sales_plans = ["2025-04-01", "2025-11-01", "2026-02-01", "2026-04-01", "2026-05-01", "2026-06-01"].flatMap(
    (plan_month, index) =>
      ["v1", "v2"].flatMap((version) =>
        ["North", "South", "East", "unknown"].flatMap((region, place) =>
          ["m1", "m2", "m4"].flatMap((manager_id, who) => ({
            sales_plan_id: `${plan_month} ${version} ${place} ${who}`,
            plan_month,
            region: index === 1 || index === 3 ? null : region,
            manager_id: index === 3 ? null : manager_id,
            direction: index === 2 ? pick(["parts", "service"]) : null,
            amount: below(9) === 0 ? 0 : cents(900),
            currency: index === 4 ? "USD" : null,
            version,
            // The second version of some months came too late to be in force.
            approved_date: version === "v1" ? null : addDays(plan_month, index % 2 === 0 ? 3 : -3),
          })),
        ),
      ),
  );
  const stages = ["lead", "offer", "talks"];
  const deals: Deal[] = [];
  const deal_stage_changes: { deal_id: string; changed_at: string; from_stage: Maybe<string>; to_stage: string }[] = [];
  for (let number = 0; number < 220; number += 1) {
    const deal_id = `d${number}`;
    const created_date = addDays("2024-11-01", below(560));
    const reached = 1 + below(3);
    let day = created_date;
    for (let step = 0; step < reached; step += 1) {
      if (step > 0) day = addDays(day, 1 + below(30));
      const [from_stage, to_stage] = [stages[step - 1] ?? null, stages[step] ?? ""];
      if (number % 13 !== 0) deal_stage_changes.push({ deal_id, changed_at: at(day), from_stage, to_stage });
    }
    const status = pick(["open", "won", "lost", "lost"]);
    deals.push({
      deal_id,
      client_id: `c${below(60)}`,
      manager_id: maybe(0.9, pick(["m1", "m2", "m3"])),
      stage: stages[reached - 1] ?? "",
      status,
      amount: maybe(0.9, cents(2000) * (number % 37 === 5 ? -1 : 1)),
      currency: pick([null, "USD", "KZT", number % 50 === 9 ? "XXX" : null]),
      probability_share: maybe(0.8, below(11) / 10),
      created_date,
      expected_close_date: maybe(0.9, addDays(day, below(200))),
      closed_date: status === "open" ? null : addDays(day, 1 + below(40)),
      lost_reason: status === "lost" ? pick(["price", "time", null]) : null,
      competitor: status === "lost" ? pick(["Rival", null]) : null,
    });
  }
  const surveys = ["w1", "w2", "w3"].flatMap((wave, index) =>
    Array.from({ length: 110 }, (_, number) => {
      const question = pick(["nps", "nps", "csat"]);
      const invited_date = addDays(`2025-${["08", "11"][index] ?? "12"}-20`, index === 2 ? 120 : below(20));
      const [low, high] = question === "nps" ? [0, 10] : [1, 5];
      return {
        survey_answer_id: `${wave}-${number}`,
        client_id: maybe(0.95, `c${below(64)}`),
        wave,
        question,
        score: maybe(0.8, below(25) === 0 ? 11 : low + below(high - low + 1)),
        scale_min: low,
        scale_max: high,
        invited_date,
        answered_date: addDays(invited_date, below(40)),
      };
    }),
  );
  const calendar = [
    ...["2025-12-25", "2026-01-01", "2026-01-02", "2026-05-01", "2026-05-18"].map((day) => ({
      day,
      is_working_day: false,
    })),
    ...["2026-05-09", "2026-02-14"].map((day) => ({ day, is_working_day: true })),
  ];
  const absences = [
    { manager_id: "m1", first_date: "2026-03-10", last_date: "2026-03-20" },
    { manager_id: "m1", first_date: "2026-03-18", last_date: "2026-03-24" },
    { manager_id: "m2", first_date: addDays(asOf, -9), last_date: null },
  ];
  const cards = seededRandom(seed + 3000);
  const clients = detailClients(company.clients, cards);
  const contracts = makeContracts(clients, cards);
  const more = { clients, contracts, sales_plans, deals, deal_stage_changes, surveys, calendar, absences };
  const documents = { products, orders, order_lines, shipments, returns, complaints, campaigns, campaign_members };
  return { ...company, ...documents, ...more };
}

/** Says of goods that came back which line they were of, what, why, or none of it. */
function detailReturn(
  one: Return,
  lines: readonly { order_id: string; order_line_id: string; product_id: string }[],
  random: () => number,
) {
  const own = lines.filter(({ order_id }) => `r${order_id.slice(1)}` === one.return_id);
  const line = own[Math.floor(random() * own.length)];
  const [names, knows, tells, values] = [random(), random(), random(), random()];
  return {
    ...one,
    quantity: 1 + Math.floor(random() * 3),
    order_line_id: names < 0.25 ? (line?.order_line_id ?? null) : null,
    product_id: knows < 0.6 ? (line?.product_id ?? null) : null,
    reason: tells < 0.4 ? "broken" : tells < 0.7 ? "wrong" : null,
    amount: values < 0.2 ? null : one.amount,
  };
}

export interface Deal {
  readonly deal_id: string;
  readonly client_id: string;
  readonly manager_id: Maybe<string>;
  readonly stage: string;
  readonly status: string;
  readonly amount: Maybe<number>;
  readonly currency: Maybe<string>;
  readonly probability_share: Maybe<number>;
  readonly created_date: string;
  readonly expected_close_date: Maybe<string>;
  readonly closed_date: Maybe<string>;
  readonly lost_reason: Maybe<string>;
  readonly competitor: Maybe<string>;
}
