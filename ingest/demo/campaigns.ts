import { dayOf } from "./days.ts";
import { Random } from "./random.ts";

/** A campaign as planned, with what it really does to those treated. */
export interface Campaign {
  readonly code: string;
  readonly name: string;
  readonly channel: "email" | "sms" | "call";
  readonly start: number;
  readonly end: number;
  /** Share of eligible clients assigned. */
  readonly reach: number;
  /** Share held out, as designed; undefined without a control group. */
  readonly control: number | undefined;
  /** Share really held out; differs where the split is broken on purpose. */
  readonly trueControl: number;
  /** Names of the versions treated clients are drawn to, each as likely. */
  readonly arms: readonly string[];
  /** Probability that a treated client orders once more within two weeks. */
  readonly extraOrder: number;
  /** Roubles. */
  readonly fixedCost: number | undefined;
  /** Kopecks. */
  readonly unitCost: number | undefined;
  readonly budget: number;
}

const plan: readonly [
  string,
  Campaign["channel"],
  string,
  number,
  number | undefined,
  number,
  number,
  number | undefined,
  number | undefined,
][] = [
  ["Весна: строительный сезон", "email", "2025-03-03", 0.6, 0.25, 0.25, 0.32, 5_200_000, 120],
  ["Обзвон спящих клиентов", "call", "2025-05-12", 0.3, 0.3, 0.3, 0.4, 900_000, 35_000],
  ["Лето: спецодежда", "email", "2025-07-07", 0.5, 0.25, 0.25, 0, 4_100_000, 120],
  ["Осень: электроинструмент", "sms", "2025-09-01", 0.5, undefined, 0, 0.2, 3_400_000, 450],
  ["Новый год: подарки закупщикам", "email", "2025-12-01", 0.7, 0.2, 0.2, 0.28, 9_800_000, 150],
  ["Склад: распродажа остатков", "email", "2026-02-02", 0.5, undefined, 0, 0.15, undefined, undefined],
  ["Весна: освещение", "sms", "2026-04-06", 0.6, 0.5, 0.4, 0.3, 4_600_000, 450],
  ["Осень: школы и офисы", "email", "2026-09-01", 0.6, 0.25, 0.25, 0.36, 6_400_000, 130],
];

/** The campaigns: four that work and can prove it, one without effect, two without control, one with a broken split. */
export const campaigns: readonly Campaign[] = plan.map(
  ([name, channel, start, reach, control, trueControl, extraOrder, fixedCost, unitCost], index) => ({
    code: `MK-${String(index + 1).padStart(3, "0")}`,
    name,
    channel,
    start: dayOf(start),
    end: dayOf(start) + 20,
    reach,
    control,
    trueControl,
    arms: index === plan.length - 1 ? ["letter", "letter_and_call"] : ["treated"],
    extraOrder,
    fixedCost,
    unitCost,
    budget: (fixedCost ?? 3_000_000) * 1.2,
  }),
);

/** Orders up to so many days after the start count as the outcome of a campaign. */
export const outcomeDays = 30;

/** What a campaign holds for a client. Arms are drawn, never chosen: that is what makes the effect measurable. */
export interface Assignment {
  readonly isTreated: boolean;
  /** `control`, or the version the client got. */
  readonly arm: string;
  /** Days after the start on which the client orders once more if treated; undefined when it would not. */
  readonly extraAfter: number | undefined;
  readonly namesCode: boolean;
}

/** Decides which clients a campaign takes, and into which arm. The same seed decides the same. */
export class Assignments {
  readonly #random: Random;
  readonly #arms: Random;

  constructor(seed: number) {
    this.#random = new Random(seed, "campaign members");
    this.#arms = new Random(seed, "campaign arms");
  }

  /** Undefined when the campaign leaves the client out. */
  of(campaign: number, client: number, plan: Campaign): Assignment | undefined {
    const random = this.#random.at(client, campaign);
    if (!random.chance(plan.reach)) return undefined;
    const isTreated = !random.chance(plan.trueControl);
    const wouldOrder = random.chance(plan.extraOrder);
    const after = random.between(1, 14);
    const arm = isTreated ? this.#arms.at(client, campaign).pick(plan.arms) : "control";
    return { isTreated, arm, extraAfter: wouldOrder ? after : undefined, namesCode: random.chance(0.4) };
  }
}
