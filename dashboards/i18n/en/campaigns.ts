import type { Formats } from "../../formats.ts";
import { plural } from "../locales.ts";

/** English texts of the page campaigns. */
export const campaignsEn = {
  campaigns: {
    scope: "Attributed sales are not an effect: only a control group shows one",
    attributedSentence: (amount: string, times: string | undefined, isAllCosted: boolean) => {
      const timesCost = isAllCosted
        ? `, ${times} times the cost`
        : `; where the cost is known, ${times} times that cost`;
      return `Attributed by rule: ${amount} of sales${times === undefined ? "" : timesCost}.`;
    },
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
    liftSubtitle: "Treated less control, share of clients who ordered, percentage points with 95% interval",
    noCost: "The cost of these campaigns is unknown",
    roiTitle: (paid: number, all: number, format: Formats) =>
      `${format.integer(paid)} of ${format.integer(all)} campaigns earned more attributed margin than they cost`,
    roiSubtitle: "Attributed margin less cost, per unit of cost",
    table: "Campaigns",
    rulesTitle: (share: string) => `The choice of rule decides ${share} of attributed sales`,
    rulesSame: "Every rule gives the same: no order was touched by two of these campaigns",
    rulesSubtitle: "Sales each rule would credit; under every rule campaigns and organic sales add up to all sales",
    rules: {
      last_touch: "Last touch",
      first_touch: "First touch",
      linear: "Linear",
      time_decay: "Time decay",
      position: "Position",
    } as Record<string, string>,
    chosenRule: (name: string) => `${name} (in the settings)`,
    organic: "No campaign (organic)",
    ruleSpread: "Between rules",
    funnel: "From sent to answered",
    funnelTitle: (share: string) => `${share} of clients reached answered`,
    funnelSubtitle: "Clients at each step, all campaigns shown, and their share of those sent to",
    steps: {
      sent: "Sent",
      delivered: "Delivered",
      opened: "Opened",
      clicked: "Clicked",
      responded: "Answered",
    } as Record<string, string>,
    step: "Step",
    ofSent: "Share of those sent to",
    notRecorded: "nothing recorded",
    costPerResponse: "Cost per answer",
    responseRange: "Response, 95%",
    incrementalRoasRange: "iROAS, 95%",
    balance: {
      title: (alike: string, all: string) => `In ${alike} of ${all} campaigns control was like those treated`,
      subtitle:
        "The 365 days before assignment; a difference beyond a tenth of a standard deviation is not alike, which small arms often show by chance",
      figure: "Figure",
      figures: { orders: "Orders", amount: "Sales", active: "Clients who ordered" } as Record<string, string>,
      treatedMean: "Treated, mean",
      controlMean: "Control, mean",
      difference: "Difference, standard deviations",
      verdict: "Verdict",
      alike: "alike",
      unlike: "not alike",
    },
    incrementalMargin: "Incremental margin",
    incrementalRoiRange: "iROI, 95%",
    incrementalTitle: (paid: string, lost: string, all: string) =>
      `Against control, ${paid} of ${all} campaigns earned their cost beyond chance; ${lost} surely lost money`,
    incrementalSubtitle:
      "Incremental gross margin less cost, per unit of cost, with 95% interval; margin is measured against control, as sales are",
  },
};
