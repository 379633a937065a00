import { type Classified, type ClassRules, classify } from "./classify.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { monthsBefore, sum } from "./plain-lines.ts";
import { takeSales } from "./plain-sales.ts";

/** How classes are told unless the settings say otherwise. */
const rules: ClassRules = {
  mode: "quantile",
  period: "month",
  measure: "net_amount",
  window: 12,
  keyFrom: 0.8,
  mediumFrom: 0.5,
  occasionalBelow: 1 / 3,
  hysteresis: true,
};

/** Classes of all complete months, each by what had come back when it ended (models.md §1.1, DECISIONS 63). */
export function classifyClients(company: Odd, asOf: string): readonly Classified[] {
  const volumes = takeSales(company, asOf).map(({ client_id, day, known, gross, returned, orders }) => ({
    client: client_id,
    date: day,
    knownDate: known,
    amount: gross - returned,
    isPurchase: orders > 0,
  }));
  return classify(volumes, rules, asOf);
}

/** Asks for net sales of a client, as they are left today, in the twelve months that end with one, from its first order on. */
export function readYears(company: Odd, asOf: string): (client: string, month: string) => number {
  const takings = takeSales(company, asOf);
  const first = new Map<string, string>();
  for (const { client_id, month, orders } of takings) {
    const known = first.get(client_id);
    if (orders > 0 && (known === undefined || month < known)) first.set(client_id, month);
  }
  return (client, month) => {
    const year = [...monthsBefore(month, 11), month].filter((one) => one >= (first.get(client) ?? ""));
    const own = takings.filter((one) => one.client_id === client && year.includes(one.month));
    return sum(own, ({ gross, returned }) => gross - returned);
  };
}

function tellClasses(company: Odd, asOf: string): Record<string, readonly (number | string)[]> {
  const worthOf = readYears(company, asOf);
  return Object.fromEntries(
    classifyClients(company, asOf).map(({ client, month, raw, published }) => [
      `${client} ${month}`,
      [raw, published, worthOf(client, month)],
    ]),
  );
}

/** Moves between classes of a month and the one before: clients. */
function moveClasses(company: Odd, asOf: string): Record<string, number> {
  const classes = classifyClients(company, asOf);
  const moves: Record<string, number> = {};
  classes.forEach(({ client, month, published }, index) => {
    const before = classes[index - 1];
    const from = before?.client === client ? before.published : "none";
    const key = `${month} ${from} ${published}`;
    moves[key] = (moves[key] ?? 0) + 1;
  });
  return moves;
}

export const classOracles: readonly Oracle[] = [
  {
    says: "classes of clients by month, and those published",
    relations: ["metrics.client_classes"],
    sql: `select client_id || ' ' || month as key, class_raw as a, class_published as b, cast(net_amount as double) as c
      from metrics.client_classes`,
    plain: tellClasses,
  },
  {
    says: "clients that moved between classes",
    relations: ["metrics.client_class_migration"],
    sql: "select month || ' ' || from_class || ' ' || to_class as key, client_count as a from metrics.client_class_migration",
    plain: moveClasses,
  },
];
