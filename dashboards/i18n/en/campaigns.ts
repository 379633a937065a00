import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the page campaigns. */
export const campaignsEn = {
  campaigns: {
    scope: "Attributed sales are not an effect: only a control group shows one",
    attributedSentence: (amount: string, times: string | undefined) =>
      `Attributed by rule: ${amount} of sales${times === undefined ? "" : `, ${times} times the cost`}.`,
    incrementalSentence: (amount: string) => `Incremental, shown by control groups: ${amount}.`,
    proven: (proven: number, measured: number, format: Formats) =>
      measured === 0
        ? "No campaign here has a finished control group, so no effect can be shown."
        : `${format.integer(proven)} of ${format.integer(measured)} campaigns with a control group won orders beyond chance.`,
    costMissing: (count: number, format: Formats) =>
      `without ${format.integer(count)} ${plural("en", count, { one: "campaign", other: "campaigns" })} of unknown cost`,
    attributedNote: "credited by the rule of the settings",
    incrementalNote: (count: number, format: Formats) =>
      `from ${format.integer(count)} ${plural("en", count, { one: "campaign", other: "campaigns" })} with a control group`,
    responseNote: "answers per client reached",
    noControl: "No campaign here has a finished control group",
    liftTitle: (name: string, points: string) => `${name} worked: ${points} more clients ordered`,
    liftNone: "No effect is clear of chance",
    liftSubtitle: "Treated less control, share of clients who ordered, percentage points with 95 % interval",
    noCost: "The cost of these campaigns is unknown",
    roiTitle: (paid: number, all: number, format: Formats) =>
      `${format.integer(paid)} of ${format.integer(all)} campaigns earned more attributed margin than they cost`,
    roiSubtitle: "Attributed margin less cost, per unit of cost",
    table: "Campaigns",
  },
};
